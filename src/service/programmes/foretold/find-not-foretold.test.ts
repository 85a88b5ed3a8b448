import { expect, test } from 'vitest';
import { northshire } from '../../../../test/support/made-programmes.ts';
import { type Day, dayNumber } from '../../../calendar/index.ts';
import { hashesOf, readContract } from '../../../contract/index.ts';
import { findNotForetold } from './find-not-foretold.ts';

const added =
  "Outcomes may be added at each yearly review, with 90 days' notice; none is taken away.";
const sums =
  "The sum that may be spent may move by at most 20% at each yearly review, with 90 days' notice.";
const learning = '- This page is reviewed every 12 months.';
const page = northshire.replace(learning, `${learning}\n- ${added}\n- ${sums}`);

type Change = Readonly<{
  from?: Day;
  on?: Day;
  counts?: 'outcomes' | 'attachments';
  was?: string;
}>;

/** Why the page with something changed in it is not foretold by the page as it was. */
function reasons(change: (text: string) => string, asked: Change = {}): readonly string[] {
  const {
    from = '2028-04-01',
    on = '2027-12-01',
    counts = 'attachments',
    was: text = page,
  } = asked;
  const was = readContract(text).contract;
  const said = `Version 2 counts for ${counts} from ${from} and replaces ${hashesOf(was).contract}.`;
  const next = readContract(change(text).replace('Written in', `${said}\nWritten in`));
  expect(next.problems).toEqual([]);
  return findNotForetold({ was, now: next.contract, publishedOn: dayNumber(on) });
}

const other = ['It changes more than the version in force says may change, or by more.'];

test('a price may move up or down by what the page says, on the day of a review', () => {
  expect(reasons((text) => text.replace('£220 |', '£242 |'))).toEqual([]);
  expect(reasons((text) => text.replace('£220 |', '£198 |'))).toEqual([]);
  expect(reasons((text) => text.replace('£220 |', '£242.01 |'))).toEqual(other);
  expect(reasons((text) => text.replace('£220 |', '£197.99 |'))).toEqual(other);
});

test('notice is counted from the day after the page was published', () => {
  const moved = (text: string) => text.replace('£220 |', '£242 |');
  expect(reasons(moved, { on: '2028-01-02' })).toEqual([]);
  expect(reasons(moved, { on: '2028-01-03' })).toEqual([
    'It counts before 90 days of notice have passed.',
  ]);
});

test('a change counts from a review and from no other day', () => {
  const moved = (text: string) => text.replace('£220 |', '£242 |');
  expect(reasons(moved, { from: '2028-04-02' })).toEqual([
    '2 April 2028 is no day of a yearly review of the page.',
  ]);
});

test('the sum that may be spent moves within its own bound', () => {
  expect(reasons((text) => text.replace('£2,250,000', '£2,700,000'))).toEqual([]);
  expect(reasons((text) => text.replace('£2,250,000', '£2,700,001'))).toEqual(other);
});

test('outcomes may come in, and none may go or change', () => {
  const row = '| **In work**';
  const more =
    '| **Housed at all**: in settled housing for 1 week in one go, once per person | £50 |\n';
  expect(reasons((text) => text.replace(row, `${more}${row}`))).toEqual([]);
  expect(reasons((text) => text.replace(/^\| \*\*In work\*\*.*\n/m, ''))).toEqual(other);
  expect(reasons((text) => text.replace('for 4 weeks in total', 'for 5 weeks in total'))).toEqual(
    other,
  );
  const without = page.replace(`- ${added}\n`, '');
  expect(reasons((text) => text.replace(row, `${more}${row}`), { was: without })).toEqual(other);
});

test('where changes count for new attachments alone, one for outcomes is not foretold', () => {
  const alone = page.replace(learning, `${learning}\n- Changes count for new attachments alone.`);
  const moved = (text: string) => text.replace('£220 |', '£242 |');
  expect(reasons(moved, { was: alone })).toEqual([]);
  expect(reasons(moved, { was: alone, counts: 'outcomes' })).toEqual([
    'It counts for outcomes, and changes count for new attachments alone.',
  ]);
});

test('notes and examples bind nobody and may change at any time', () => {
  const told = (text: string) =>
    text.replace('Northshire is invented.', 'Northshire is not there.');
  expect(reasons(told, { from: '2028-05-05', on: '2028-05-05' })).toEqual([]);
});

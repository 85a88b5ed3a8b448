// Step 10 of docs/settlement.md: limits shared in proportion, with what is given, waits or is open.
import { describe, expect, test } from 'vitest';
import { asAt } from '../../../test/support/makers/facts.ts';
import {
  achieved,
  attachedAtFirst,
  erasing,
  paidInLine,
  payableInLine,
  saying,
  unpaidInLine,
} from '../../../test/support/makers/many.ts';
import { anOutcome, aVersion, planFrom, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import { owed, recomputeFromWhy, whyLine } from '../index.ts';
import type { WideLimitPlan } from '../plan/money-plan.ts';

function period(first: Day, last: Day, closesOn: Day) {
  const [begins, ends, closes] = [dayNumber(first), dayNumber(last), dayNumber(closesOn)];
  return { name: first, first: begins, last: ends, closesOn: closes };
}

const firstYear = period('2027-04-01', '2028-03-31', '2028-04-28');
const secondYear = period('2028-04-01', '2029-03-31', '2029-04-28');
const closed = asAt('2028-04-28');

function shared(most: number, words: Partial<WideLimitPlan> = {}): WideLimitPlan {
  const year = { eachYear: true, shared: [firstYear, secondYear] };
  return {
    clause: 'Limits/shared',
    most: pounds(most),
    per: { is: 'contract' },
    ...year,
    ...words,
  };
}

const a = achieved('A', '2027-06-01');
const b = achieved('B', '2027-07-01');

describe('what somebody erased was paid', () => {
  const facts = [...attachedAtFirst('A', 'B'), a, b];
  const before = owed(saying({ limits: [shared(440)] }), facts, closed);
  const left = facts.filter(({ participant }) => participant !== 'A');

  test('is kept, and of what is left the others have their shares', () => {
    const paid = (most: number) =>
      paidInLine(owed(saying({ limits: [shared(most)] }), left, erasing('A', before)));
    expect(paid(300)).toEqual(['A £220', 'B £80']);
    expect(paid(220)).toEqual(['A £220', 'B £0']);
    expect(paid(200)).toEqual(['A £220', 'B £0']);
  });

  test('takes nothing of what is left for claims besides', () => {
    const claim = achieved('C', '2027-08-01', { state: 'claimed' });
    const more = [...attachedAtFirst('C'), claim];
    const all = owed(saying({ limits: [shared(400)] }), more, erasing('A', before));
    expect(unpaidInLine(all)).toEqual(['C not_verified £180', 'C limit £40']);
  });
});

test('the shares of a closed year are told, also while the next is open', () => {
  const plan = saying({ limits: [shared(220)] });
  const open = achieved('B', '2028-04-10');
  const facts = [...attachedAtFirst('A', 'B'), a, b, open];
  const settled = owed(plan, facts, closed);
  expect(payableInLine(settled)).toEqual(['A £110 2028-04-28', 'B £110 2028-04-28']);
  for (const { line, amount } of [...settled.lines, ...settled.forecast]) {
    const why = whyLine({ plan, facts, asAt: closed }, line);
    expect(why?.parts).toHaveLength(1);
    expect(why && recomputeFromWhy(why)).toBe(amount);
  }
});

test('under two of them a line waits for the later close, whichever is named first', () => {
  const later = period('2027-04-01', '2032-03-31', '2032-04-30');
  const all = shared(500, { clause: 'Limits/all', shared: [later] });
  const facts = [...attachedAtFirst('A', 'B'), a, b];
  for (const limits of [
    [all, shared(220)],
    [shared(220), all],
  ]) {
    const at = (day: Day) => owed(saying({ limits }), facts, asAt(day));
    expect(paidInLine(at('2028-04-28'))).toEqual([]);
    expect(payableInLine(at('2032-04-30'))).toEqual(['A £110 2032-04-30', 'B £110 2032-04-30']);
  }
});

test('what becomes known on the day of the close is shared with what was known before', () => {
  const plan = saying({ limits: [shared(220)] });
  const onTheDay = achieved('A', '2027-06-01', { known: '2028-04-28' });
  const known = owed(plan, [...attachedAtFirst('A', 'B'), onTheDay, b], closed);
  expect(payableInLine(known)).toEqual(['A £110 2028-04-28', 'B £110 2028-04-28']);
});

test('a version without such a limit pays at once, beside one with it', () => {
  const settled = anOutcome({ times: 9 });
  const second = aVersion([settled], {
    version: 2,
    hash: 'second',
    countsFrom: dayNumber('2027-07-01'),
    whole: aWhole({ limits: [shared(300)] }),
  });
  const plan = planFrom([aVersion([settled]), second]);
  const facts = [...attachedAtFirst('A', 'B'), a, b];
  expect(payableInLine(owed(plan, facts, closed))).toEqual([
    'A £220 2027-06-01',
    'B £220 2028-04-28',
  ]);
});

import { expect, test } from 'vitest';
import { madeFolder } from '../support/made-files.ts';
import { runOutturn } from '../support/run-outturn.ts';
import { smallPage } from './small-page.ts';

const { put } = madeFolder();

const page = put(
  'contract.md',
  smallPage
    .replace('| level 2            | occurrence |', '$& anyone |\n| in care | spell |')
    .replace(
      'level 2, once per person',
      'each day without in care within 60 days of attachment, by the complete record of the council',
    )
    .replace('£4,730', '£10')
    .replace(/\| \*\*Settled.*\n/, '| **Settled**: level 2, once per person | £0 |\n')
    .replace(
      /\n## Examples[\s\S]*/,
      `
## Payment

- A claim not decided in 15 working days counts as verified.
- Each year closes 3 months after its last day.
- Only what is disputed is held, for no more than 60 days; the rest is paid on time.
`,
    )
    .replace('Written in', 'Working days are those of England.\nWritten in'),
);
const header = 'id,kind,participant,provider,group,day,from,to,known,state,about,source\n';
const attachedRow = 'A1,attached,Sam,Bright Futures,leaving,2027-05-04,,,,,,\n';

function why(rows: string, asAt: string, ...asked: readonly string[]): string {
  const facts = put('facts.csv', `${header}${attachedRow}${rows}`);
  const { stdout, stderr } = runOutturn(['why', page, '--facts', facts, '--as-at', asAt, ...asked]);
  return `${stdout.replaceAll(/\s+/g, ' ')}${stderr}`;
}

const sam = ['--participant', 'Sam'];

test('days without rest on the record that is complete, and on what it takes out', () => {
  const rows = `C1,complete,,,,,2027-05-04,2027-06-30,2027-07-05,,in care,the council
K1,in care,Sam,,,,2027-05-10,2027-05-12,,,,the council
`;
  const line = ['--line', 'Outcomes/Qualified|A1|Bright Futures|2027-05'];
  expect(why(rows, '2027-07-31', ...line)).toContain('It rests on A1, K1 and C1.');
  const unknown = why('', '2027-07-31', ...sam);
  expect(unknown).toContain('The record of the council is not complete for "in care" so far');
});

test('a claim that nobody decided counts from the day that the page says, and says so', () => {
  const claim = 'F1,level 2,Sam,,,2027-06-01,,,,claimed,,\n';
  const said = why(claim, '2027-07-31', ...sam);
  expect(said).toContain('F1 was claimed, known on 1 June 2027, and nobody decided on it within');
  expect(said).toContain('15 working days: it counts as verified from 23 June 2027');
});

test('a rejected claim is named as such', () => {
  const said = why('F1,level 2,Sam,,,2027-06-01,,,,rejected,,\n', '2027-07-31', ...sam);
  expect(said).toContain('F1, level 2 on 1 June 2027, was rejected: it does not count.');
});

test('a line of nothing that came too late says so', () => {
  const said = why('F1,level 2,Sam,,,2027-06-01,,,2028-07-15,,,\n', '2028-07-31', ...sam);
  expect(said).toContain('It does not count: what it rests on became known too late');
});

test('a disputed line names the dispute, and has it among its facts', () => {
  const rows = `F1,level 2,Sam,,,2027-06-01,,,,,,
D1,disputed,Sam,,,2027-07-01,,,,,,
`;
  const said = why(rows, '2027-07-31', '--line', 'Outcomes/Settled|A1|Bright Futures|1');
  expect(said).toContain('It is disputed since 1 July 2027 (D1)');
  expect(said).toContain('D1 disputed 2027-07-01');
});

test('a pot and a gate name what they count, with the facts behind it', () => {
  const together = smallPage.replace('£4,730', '£0').replace(
    /\n## Examples[\s\S]*/,
    `
## Measures

- **Reach**: the share of those attached in each year having area=North, for the programme, taken when the cohort ends.
- Nothing is paid for Settled unless Reach is at least 60%.

## Payment

- A pot of £100 for each Qualified in each year, but no less than £50 and no more than £900 in all, is shared among the providers by how often each achieves it.
`,
  );
  const rows = `id,kind,participant,provider,group,day,from,to,with
A1,attached,Sam,Bright Futures,leaving,2027-05-04,,,area=North
A2,attached,Kim,Bright Futures,leaving,2027-05-05,,,area=South
F1,in settled housing,Sam,,,,2027-05-10,2027-12-31,
F2,level 2,Sam,,,2027-06-01,,,
`;
  const words = [put('together.md', together), '--facts', put('together.csv', rows)];
  const days = ['--as-at', '2028-12-31', '--line'];
  const ask = (line: string) => {
    const { stdout, stderr } = runOutturn(['why', ...words, ...days, line]);
    return `${stdout.replaceAll(/\s+/g, ' ')}${stderr}`;
  };
  const pot = ask('Payment/pot by results|2027-04-01|Bright Futures|1');
  expect(pot).toContain('Counted for Bright Futures: Outcomes/Qualified|A1|Bright Futures|1.');
  expect(pot).toContain('F2 level 2 2027-06-01');
  const gate = ask('Outcomes/Settled|A1|Bright Futures|1');
  expect(gate).toContain('Counted for Reach: Sam (1) and Kim (0).');
});

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { madeFolder } from '../support/made-files.ts';
import { runOutturn } from '../support/run-outturn.ts';
import { smallPage } from './small-page.ts';

const { path, put } = madeFolder();

const terms = `
## Payment

- Outcomes are settled monthly and paid within 20 days.
- What is paid late bears interest at 8% a year over the Bank of England base rate.
- 60% of a claim is paid on account until it is decided.
- Only what is disputed is held, for no more than 60 days; the rest is paid on time.
- A statement may be questioned for 60 days, and is answered within 15 days.
- Nothing is recovered more than 18 months after payment, nor more than 10% of a statement at a time, except for fraud.
- Each attachment reserves £2,400; nobody is referred when none is left.
`;
const page = put(
  'contract.md',
  smallPage
    .replace('Written in', 'It may spend £6,000 in all.\nWritten in')
    .replace('\n## Examples', `${terms}\n## Examples`),
);
const rows = `id,kind,participant,provider,group,day,from,to,known,state,replaces
A1,attached,Sam,Bright Futures,leaving,2027-05-04,,,,,
F1,in settled housing,Sam,,,,2027-05-10,2027-11-07,,,
A2,attached,Kim,Harbour House,leaving,2027-06-01,,,,,
F2,in settled housing,Kim,,,,2027-06-01,2027-08-30,,,
F3,level 2,Kim,,,2027-07-01,,,,claimed,
D1,disputed,Sam,,,2028-02-10,,,,,
F4,level 2,Sam,,,2028-02-12,,,,,
W2,withdrawn,Kim,,,2028-02-01,,,,,F2
`;
const facts = put('facts.csv', rows);

function settle(day: string, previous: string, ...more: readonly string[]) {
  const words = ['--facts', facts, '--as-at', day, '--previous', previous, ...more];
  return runOutturn(['settle', page, ...words]);
}

const json = ['--format', 'json'];
const first = settle('2027-12-31', 'none', ...json);
const last = put('2027-12.json', first.stdout);
const second = settle('2028-02-29', last, ...json);

test('a first settlement is paid with what waits on account; what is reserved is shown', () => {
  const { payable, reserved, changes } = JSON.parse(first.stdout);
  expect(payable).toMatchObject({
    paid: '3498.00',
    payBy: '2028-01-20',
    questionBy: '2028-02-29',
    interest: { rate: '0.08', over: 'the Bank of England base rate' },
    statements: [
      { payee: 'Bright Futures', due: '440.00', paid: '440.00' },
      { payee: 'Harbour House', due: '220.00', paid: '3058.00' },
    ],
  });
  expect(new Set(changes.map(({ cause }: { cause: object }) => JSON.stringify(cause)))).toEqual(
    new Set(['{"is":"first"}']),
  );
  expect(reserved).toEqual({ attachments: 2, amount: '4140.00', left: '1200.00' });
  expect(first.stderr).toContain('payment.reserve_used_up');
});

test('what changed since has its cause; what is disputed is held, what cannot be taken carried', () => {
  const { changes, payable, outstanding } = JSON.parse(second.stdout);
  expect(changes).toMatchObject([
    { takenBack: '220.00', paid: '0.00', cause: { is: 'facts', facts: ['W2'] } },
    { takenBack: '0.00', paid: '4730.00', cause: { is: 'facts', facts: ['F4'] } },
  ]);
  expect(payable.paid).toBe('0.00');
  expect(outstanding).toMatchObject({
    held: [{ amount: '4730.00' }],
    onAccount: [{ payee: 'Harbour House', amount: '2838.00' }],
    debts: [{ payee: 'Harbour House', amount: '220.00', paidOn: '2027-12-31', exempt: false }],
  });
});

test('settling the same days again changes nothing and pays nothing', () => {
  const again = JSON.parse(
    settle('2028-02-29', put('2028-02.json', second.stdout), ...json).stdout,
  );
  const { changes, payable, outstanding } = again;
  expect([changes, payable.paid]).toEqual([[], '0.00']);
  expect(outstanding).toEqual(JSON.parse(second.stdout).outstanding);
});

test('results that follow another are what their schema says', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false, formats: { date: true } });
  const isValid = ajv.compile(JSON.parse(runOutturn(['schema', 'results']).stdout));
  for (const { stdout } of [first, second]) {
    expect([isValid(JSON.parse(stdout)), isValid.errors]).toEqual([true, null]);
  }
});

test('in words, the lines that changed stand with their causes, and what is paid by when', () => {
  const { stdout } = settle('2028-02-29', last);
  expect(stdout).toMatch(/Settled\|A2\|Harbour House\|1 +£220\.00 +£0\.00 +fact W2/);
  expect(stdout).toMatch(/Bright Futures +due for its lines +£4,730\.00\n +held.* -£4,730\.00/);
  expect(stdout).toContain('To pay by 20 March 2028');
  expect(stdout).toContain('interest at 8% a year over the Bank of England base rate');
});

test('without a settlement before, nothing is said of changes', () => {
  const words = ['settle', page, '--facts', facts, '--as-at', '2028-02-29', ...json];
  const result = JSON.parse(runOutturn(words).stdout);
  expect(Object.keys(result)).not.toContain('changes');
  expect(Object.keys(result)).not.toContain('payable');
});

test('a settlement that comes to other money as at its own days is told', () => {
  const { lines, total, ...result } = JSON.parse(first.stdout);
  const [gone, ...rest] = lines;
  const less = (Number(total) - Number(gone.amount)).toFixed(2);
  const forged = put('forged.json', JSON.stringify({ ...result, lines: rest, total: less }));
  const { stderr } = settle('2028-02-29', forged);
  expect(stderr).toContain(
    `the settlement before comes out otherwise now: ${gone.line} from £0 to £220.`,
  );
  expect(second.stderr).not.toContain('previous.otherwise');
  expect(second.stderr).toContain('£1,570 more than may be spent is owed or set aside.');
});

test('lines that are nobody’s and go by somebody erased are told with their amounts', () => {
  const grant =
    '- £1,200 a year to each provider as a grant, in months, in arrears.\n\n## Examples';
  const granted = put('granted.md', smallPage.replace('\n## Examples', `\n## Payment\n\n${grant}`));
  const whole = put('whole.csv', rows.replace(/^D1.*\n/m, ''));
  const words = ['settle', granted, '--as-at', '2027-12-31', ...json, '--previous'];
  const before = put('g.json', runOutturn([...words, 'none', '--facts', whole]).stdout);
  const without = put('g.csv', rows.replaceAll(/^(.*,Kim,|D1).*\n/gm, ''));
  const given = ['--facts', without, '--erased', 'Kim'];
  const { stderr } = runOutturn([...words, before, ...given]);
  expect(stderr).toContain('Payment/grant|2027-06-01|Harbour House|1 from £100 to £0');
});

test('what waits for a close is told when its participant is erased before it', () => {
  const limit = '- No more than £5,000 is paid in all, shared in proportion to what is earned.';
  const waits = put(
    'waits.md',
    smallPage.replace('\n## Examples', `\n## Limits\n\n${limit}\n\n## Examples`),
  );
  const words = ['settle', waits, '--as-at', '2027-12-31', ...json, '--previous'];
  const whole = put('waits.csv', rows);
  const before = put('waits.json', runOutturn([...words, 'none', '--facts', whole]).stdout);
  const without = put('waits-without.csv', rows.replaceAll(/^(.*,Kim,).*\n/gm, ''));
  const { status, stderr } = runOutturn([...words, before, '--facts', without, '--erased', 'Kim']);
  expect([status, stderr]).toEqual([
    0,
    expect.stringMatching(/erased\.forecast_lost[\s\S]*Kim 220\.00/),
  ]);
});

test('the settlement before is never written over', () => {
  const { status, stderr } = settle('2028-02-29', last, '--lines', last, '--force');
  expect([status, stderr]).toEqual([1, expect.stringContaining('output.')]);
});

test('settled lines of somebody whose facts are erased stay in every later settlement', () => {
  const without = put('without-kim.csv', rows.replaceAll(/^.*,Kim,.*\n/gm, ''));
  const follow = (day: string, previous: string, ...more: readonly string[]) => {
    const words = ['--facts', without, '--as-at', day, '--previous', previous, ...more];
    return runOutturn(['settle', page, ...words, ...json]);
  };
  const erased = follow('2028-01-31', last, '--erased', 'Kim');
  const { total, changes, lines, payable } = JSON.parse(erased.stdout);
  expect([total, changes, payable.paid]).toEqual(['660.00', [], '0.00']);
  expect(lines).toEqual(JSON.parse(first.stdout).lines);
  const later = follow('2028-02-29', put('2028-01.json', erased.stdout));
  expect(JSON.parse(later.stdout)).toMatchObject({ erased: ['Kim'], total: '5390.00' });
  expect(follow('2028-01-31', last, '--erased', 'Kym').stdout).toContain('Did you mean Kim?');
  expect(settle('2028-01-31', last, '--erased', 'Kim').stderr).toContain('erased.still_in_facts');
  expect(settle('2028-01-31', 'none', '--erased', 'Kim').stderr).toContain(
    'erased.without_previous',
  );
  const bundle = path('erased.json');
  const words = ['--facts', without, '--as-at', '2028-01-31', '--previous', last];
  const made = runOutturn(['bundle', page, ...words, '--erased', 'Kim', '--out', bundle]);
  expect([made.status, made.stderr.includes('problem')]).toEqual([0, false]);
  expect(runOutturn(['recompute', bundle]).stdout).toContain('It agrees');
});

test('lines as Parquet are a settlement before: the changes are those of the whole result', () => {
  const [before, changes, lines] = [path('before.parquet'), path('c.csv'), path('later.parquet')];
  settle('2027-12-31', 'none', '--lines', before);
  const since = settle('2028-02-29', before, '--lines', lines, '--changes', changes, ...json);
  const { changes: _, ...told } = JSON.parse(since.stdout);
  const { changes: whole, total } = JSON.parse(second.stdout);
  expect(told).toMatchObject({ total, asAt: '2028-02-29' });
  expect(Object.keys(told)).not.toContain('payable');
  const [header, ...rest] = readFileSync(changes, 'utf8').trimEnd().split('\r\n');
  expect(header).toBe(
    'line,clause,outcome,participant,provider,payee,takenBack,paid,payers,cause,causeLine,facts',
  );
  expect(rest.map((row) => row.split(',').slice(6, 8))).toEqual(
    whole.map((each: Record<string, string>) => [each.takenBack, each.paid]),
  );
  expect(JSON.parse(settle('2028-02-29', before, ...json).stdout).changes).toEqual(whole);
  const again = settle('2028-02-29', lines);
  expect(again.stdout).toContain('Since the settlement before nothing has changed.');
});

test('lines alone are no settlement before where the whole result is needed', () => {
  const before = path('alone.parquet');
  settle('2027-12-31', 'none', '--lines', before);
  const words = ['--facts', facts, '--as-at', '2028-02-29', '--previous', before];
  expect(runOutturn(['statement', page, ...words]).stderr).toContain('previous.lines_alone');
  expect(settle('2028-02-29', before, '--erased', 'Sam').stderr).toContain('previous.lines_alone');
  expect(settle('2028-02-29', path('none.parquet')).stderr).toContain('previous.unreadable');
  const table = put('table.parquet', 'no table');
  expect(settle('2028-02-29', table).stderr).toContain('previous.not_a_result');
  const missing = runOutturn(['settle', page, ...words.slice(0, 4), '--changes', path('x.csv')]);
  expect(missing.stderr).toContain('command.option_missing');
});

// A settlement under new keys: what it needs to come out the same again, and nothing of the old.
import { expect, test } from 'vitest';
import { asAt, attached, happened } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import { anOutcome, aPlan, pounds } from '../../../test/support/makers/plan.ts';
import { aResult, aResultLine } from '../../../test/support/makers/results.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import type { Fact } from '../../facts/index.ts';
import { owed } from '../owed.ts';
import type { Outstanding } from '../payable/outstanding.ts';
import { settlementResult } from '../result.ts';
import { keysOf, rekeyFacts, rekeyResult } from './rekey.ts';

const nothingLeft: Outstanding = { held: [], onAccount: [], debts: [], writtenOff: [], paid: [] };
const item = (line: string) => ({ line, payee: 'Bright Futures', amount: '220.00' });

const sam = attached('2027-04-01', { id: 'sam-came' });
const kim = attached('2027-04-02', { id: 'kim-came', participant: 'Kim' });
const level2 = happened('level 2', '2027-05-01', { id: 'sam-passed', signer: 'A teacher' });
const corrected = { ...level2, id: 'a-correction', replaces: 'sam-passed' };

test('participants and facts have new keys, which sort as the old', () => {
  const keys = keysOf([sam, kim, level2, corrected], []);
  expect([...keys.participants]).toStrictEqual([
    ['Kim', 'P1'],
    ['Sam', 'P2'],
  ]);
  expect([...keys.facts]).toStrictEqual([
    ['a-correction', 'F1'],
    ['kim-came', 'F2'],
    ['sam-came', 'F3'],
    ['sam-passed', 'F4'],
  ]);
});

test('facts are told by their new keys, and stand in the order of those', () => {
  const facts = [sam, level2, kim, corrected];
  const rekeyed = rekeyFacts(facts, keysOf(facts, []));
  expect(rekeyed.map(({ id, participant, replaces }) => [id, participant, replaces])).toStrictEqual(
    [
      ['F1', 'P2', 'F4'],
      ['F2', 'P1', undefined],
      ['F3', 'P2', undefined],
      ['F4', 'P2', undefined],
    ],
  );
  expect(rekeyed[1]).toStrictEqual({ ...kim, id: 'F2', participant: 'P1' });
  expect(rekeyed[1]).not.toHaveProperty('replaces');
});

test('who signed a fact about somebody is left out, and who signed an estimate is kept', () => {
  const estimate = ofProvider('Gains', '2027-05-01', { id: 'e', signer: 'An evaluator' });
  const signers = (facts: readonly Fact[]) =>
    rekeyFacts(facts, keysOf(facts, [])).map((fact) => 'signer' in fact && fact.signer);
  expect(signers([level2])).toStrictEqual([false]);
  expect(signers([estimate])).toStrictEqual(['An evaluator']);
});

test('a fact about nobody has no participant under new keys either', () => {
  const joined = ofProvider('joined', '2027-05-01', { id: 'j' });
  const [rekeyed] = rekeyFacts([joined], keysOf([joined], []));
  expect(rekeyed).toStrictEqual({ ...joined, id: 'F1' });
  expect(rekeyed).not.toHaveProperty('participant');
  expect(rekeyed).not.toHaveProperty('signer');
});

test('a fact replaced that is not there has a new key too', () => {
  const keys = keysOf([corrected], []);
  expect(rekeyFacts([corrected], keys)[0]).toMatchObject({ id: 'F1', replaces: 'F2' });
});

test('a line is named by the new key of its attachment, and so is what is not paid of it', () => {
  const line = aResultLine({ line: 'Outcomes/Settled|sam-came|Bright Futures|1' });
  const notPaid = {
    line: line.line,
    reason: 'limit',
    amount: '20.00',
    clause: 'Limits/x',
  } as const;
  const stranger = { ...notPaid, line: 'Outcomes/Other|unknown|Bright Futures|1' };
  const result = aResult([line], { notPaid: [notPaid, stranger] });
  const rekeyed = rekeyResult(result, keysOf([sam, kim], [result]));
  const name = 'Outcomes/Settled|F2|Bright Futures|1';
  expect(rekeyed.lines).toStrictEqual([{ ...line, line: name, participant: 'P2' }]);
  expect(rekeyed.lines[0]).not.toHaveProperty('period');
  expect(rekeyed.notPaid).toStrictEqual([{ ...notPaid, line: name }, stranger]);
});

test('a deduction and an adjustment are named by the fact on which they rest', () => {
  const { participant: _, group: __, ...bare } = aResultLine();
  const own = (clause: string, outcome: string, period: string) => {
    return { ...bare, clause, outcome, period, line: `${clause}|${period}|Bright Futures|1` };
  };
  const lines = [
    own('Payment/deduction', 'deduction', 'missed'),
    own('Payment/deduction 12', 'deduction', 'missed again'),
    own('Facts/adjustment', 'Settled', 'ordered'),
  ];
  const result = aResult(lines);
  const rekeyed = rekeyResult(result, keysOf([], [result]));
  expect(rekeyed.lines.map(({ line, period }) => [line, period])).toStrictEqual([
    ['Payment/deduction|F1|Bright Futures|1', 'F1'],
    ['Payment/deduction 12|F1.1|Bright Futures|1', 'F1.1'],
    ['Facts/adjustment|F2|Bright Futures|1', 'F2'],
  ]);
  expect(rekeyed.lines[0]).not.toHaveProperty('participant');
});

test('lines that are nobody’s keep the names of their periods and cohorts', () => {
  const { participant: _, group: __, ...bare } = aResultLine();
  const lines = [
    { ...bare, outcome: 'grant', period: '2027-04-01', line: 'Payment/grant|2027-04-01|A|1' },
    { ...bare, outcome: 'Success', cohort: 'first', line: 'Measures/Success|first|A|1' },
    { ...bare, line: 'Outcomes/Settled||Bright Futures|rounding' },
  ];
  const result = aResult(lines);
  const keys = keysOf([], [result]);
  expect([...keys.facts]).toStrictEqual([]);
  expect(rekeyResult(result, keys).lines).toStrictEqual(lines);
});

test('a fact that is called as a period or a cohort is does not change their names', () => {
  const { participant: _, group: __, ...bare } = aResultLine();
  const name = '2027-04-01';
  const lines = [
    { ...bare, outcome: 'grant', period: name, line: `Payment/grant|${name}|A|1` },
    { ...bare, outcome: 'x', cohort: name, line: `Measures/Outcomes/x|${name}|A|1` },
  ];
  const debt = { ...item(`Payment/grant|${name}|B|1`), paidOn: null, exempt: false } as const;
  const result = { ...aResult(lines), outstanding: { ...nothingLeft, debts: [debt] } };
  const rekeyed = rekeyResult(result, keysOf([{ ...sam, id: name }], [result]));
  expect(rekeyed.lines).toStrictEqual(lines);
  expect(rekeyed.outstanding?.debts).toStrictEqual([debt]);
});

test('what is outstanding is named as its lines are, also where the line is gone', () => {
  const line = aResultLine({ line: 'Outcomes/Settled|sam-came|Bright Futures|1' });
  const gone = 'Outcomes/Settled|kim-came|Bright Futures|1';
  const grant = 'Payment/grant|2027-04-01|Bright Futures|1';
  const forgotten = 'Outcomes/Settled|forgotten|Bright Futures|1';
  const debt = { paidOn: '2027-06-30', exempt: false } as const;
  const outstanding: Outstanding = {
    held: [item(line.line)],
    onAccount: [item(gone)],
    debts: [
      { ...item(gone), ...debt },
      { ...item(grant), ...debt },
    ],
    writtenOff: [item('Outcomes/Settled|long-ago|Bright Futures|1')],
    paid: [{ on: '2027-06-30', lines: [line.line, grant, forgotten] }],
  };
  const result = { ...aResult([line]), outstanding };
  const keys = keysOf([sam], [result]);
  expect([...keys.facts]).toStrictEqual([
    ['forgotten', 'F1'],
    ['kim-came', 'F2'],
    ['long-ago', 'F3'],
    ['sam-came', 'F4'],
  ]);
  expect(rekeyResult(result, keys).outstanding).toStrictEqual({
    held: [item('Outcomes/Settled|F4|Bright Futures|1')],
    onAccount: [item('Outcomes/Settled|F2|Bright Futures|1')],
    debts: [
      { ...item('Outcomes/Settled|F2|Bright Futures|1'), ...debt },
      { ...item(grant), ...debt },
    ],
    writtenOff: [item('Outcomes/Settled|F3|Bright Futures|1')],
    paid: [
      {
        on: '2027-06-30',
        lines: [
          'Outcomes/Settled|F4|Bright Futures|1',
          grant,
          'Outcomes/Settled|F1|Bright Futures|1',
        ],
      },
    ],
  });
});

test('who has been erased is told by the new key, and what has changed is not told again', () => {
  const lines = [aResultLine({ participant: 'Sam' })];
  const result = { ...aResult(lines), erased: ['Sam'], changes: [], outstanding: nothingLeft };
  const rekeyed = rekeyResult(result, keysOf([], [result]));
  expect(rekeyed.erased).toStrictEqual(['P1']);
  expect(rekeyed).not.toHaveProperty('changes');
  const first = rekeyResult(aResult(lines), keysOf([], []));
  expect(first).not.toHaveProperty('erased');
  expect(first).not.toHaveProperty('outstanding');
});

test('facts under new keys come to the same lines under new keys', () => {
  const deduction = { clause: 'Payment/deduction', order: 2000, kinds: ['missed visit'] };
  const plan = aPlan([anOutcome()], {
    whole: aWhole({ deductions: [{ ...deduction, amount: pounds(40) }] }),
  });
  const missed = happened('missed visit', '2027-05-03', { id: 'missed', participant: 'Kim' });
  const ordered = ofProvider('adjustment', '2027-05-04', {
    id: 'ordered',
    provider: 'Bright Futures',
    value: pounds(1),
  });
  const facts = [sam, kim, level2, missed, ordered];
  const settled = (all: readonly Fact[]) =>
    settlementResult(owed(plan, all, asAt('2027-12-31')), { contract: 'c', language: 1 });
  const result = settled(facts);
  expect(result.lines.map(({ amount }) => amount)).toStrictEqual(['220.00', '-40.00', '100.00']);
  const keys = keysOf(facts, [result]);
  expect(settled(rekeyFacts(facts, keys))).toStrictEqual(rekeyResult(result, keys));
});

test('what is forecast is told under new keys, and comes to the same there', () => {
  const period = { name: '2027-04-01', first: 0, last: 99_999, closesOn: 99_999 };
  const limit = { clause: 'Limits/x', most: pounds(100), per: { is: 'contract' } } as const;
  const plan = aPlan([anOutcome()], {
    whole: aWhole({ limits: [{ ...limit, eachYear: false, shared: [period] }] }),
  });
  const facts = [sam, kim, level2];
  const settled = (all: readonly Fact[]) =>
    settlementResult(owed(plan, all, asAt('2027-12-31')), { contract: 'c', language: 1 });
  const result = settled(facts);
  const keys = keysOf(facts, [result]);
  const rekeyed = rekeyResult(result, keys);
  expect(rekeyed.forecast).toMatchObject([
    { line: 'Outcomes/Settled|F2|Bright Futures|1', participant: 'P2', amount: '100.00' },
  ]);
  expect(settled(rekeyFacts(facts, keys))).toStrictEqual(rekeyed);
});

test('what was forecast for somebody erased since has new keys too', () => {
  const line = 'Outcomes/Settled|erased-came|Bright Futures|1';
  const forecast = {
    line,
    clause: 'Outcomes/Settled',
    outcome: 'Settled',
    participant: 'Lee',
    provider: 'Bright Futures',
    period: '2027-04-01',
    amount: '220.00',
    closesOn: '2028-03-31',
  } as const;
  const pot = 'Payment/pot|2027-04-01|Bright Futures|1';
  const { participant: _, ...bare } = { ...forecast, line: pot, outcome: 'pot' };
  const result = aResult([], { forecast: [forecast, bare] });
  const rekeyed = rekeyResult(result, keysOf([kim], [result]));
  expect(rekeyed.forecast).toStrictEqual([
    { ...forecast, line: 'Outcomes/Settled|F1|Bright Futures|1', participant: 'P2' },
    bare,
  ]);
});

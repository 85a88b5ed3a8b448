import { expect, test } from 'vitest';
import { happened, asAt as on } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import { anOutcome, aPlan, pounds, within } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import { owed } from '../owed.ts';
import type { FeePlan } from '../plan/money-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { settlementResult } from '../result.ts';
import type { Cause } from './change.ts';
import { difference } from './difference.ts';

const provider = 'Harbour';

/** What moved each line between the ends of January and of February 2028, by identities. */
function causesIn(plan: Plan, facts: readonly Fact[]): Readonly<Record<string, Cause>> {
  const settled = (day: Day) =>
    settlementResult(owed(plan, facts, on(day)), { contract: 'first', language: 1 });
  const [previous, now] = [settled('2028-01-31'), settled('2028-02-29')];
  const changes = difference({ now, previous, plan, facts });
  return Object.fromEntries(changes.map(({ line, cause }) => [line, cause]));
}

function comes(name: string, day: Day, words: Partial<Fact> = {}): Fact {
  const whose = { id: `${name}0`, participant: name, provider, group: 'leaving' };
  return { ...happened('attached', day, whose), ...words };
}

function reaches(name: string, day: Day): Fact {
  return happened('level 2', day, { id: `${name}1`, participant: name });
}

const unrelated = ofProvider('left', '2028-02-10', { id: 'l', provider: 'Beech' });
const late = { known: dayNumber('2028-02-10') };
const byDay: Cause = { is: 'day', asAt: '2028-02-29', knownAt: '2028-02-29' };

test('a discount that becomes known is the cause of the prices that it lowers', () => {
  const plan = aPlan([anOutcome({ price: { discountFromYear: 1 } })]);
  const value = { numerator: 1n, denominator: 10n };
  const discount = ofProvider('discount', '2028-01-01', { id: 'd', value, ...late });
  const facts = [comes('A', '2027-05-01'), reaches('A', '2028-01-10'), discount, unrelated];
  expect(causesIn(plan, facts)).toEqual({
    'Outcomes/Settled|A0|Harbour|1': { is: 'facts', facts: ['d'] },
  });
});

test('a complete record is the cause of what it lets be said of an absence', () => {
  const condition = {
    is: 'absent',
    kinds: ['offence'],
    completeSource: 'police',
    presumed: false,
  } as const;
  const plan = aPlan([anOutcome({ condition, window: within('1 month') })]);
  const record = happened('complete', '2027-05-01', {
    id: 'c',
    about: 'offence',
    source: 'police',
  });
  const { participant: _, day, ...rest } = record;
  const spell = { ...rest, from: day, to: dayNumber('2028-01-31'), ...late } as Fact;
  const facts = [comes('A', '2027-05-01'), spell, reaches('A', '2028-02-10')];
  expect(causesIn(plan, facts)).toEqual({
    'Outcomes/Settled|A0|Harbour|1': { is: 'facts', facts: ['c'] },
  });
});

test('those who came are the cause of what a share of all then leaves room for', () => {
  const share = { clause: 'Limits/count', outcomes: ['Settled'], share: fraction(1, 2) } as const;
  const counts = [{ ...share, of: 'attached', per: 'contract' }] as const;
  const plan = aPlan([anOutcome()], { whole: aWhole({ counts }) });
  const facts = [
    comes('A', '2027-05-01'),
    comes('B', '2027-05-02'),
    reaches('A', '2028-01-10'),
    reaches('B', '2028-01-11'),
    comes('C', '2028-02-01'),
    comes('D', '2028-02-02'),
    comes('E', '2028-02-20'),
  ];
  expect(causesIn(plan, facts)).toEqual({
    'Outcomes/Settled|B0|Harbour|1': { is: 'facts', facts: ['D0'] },
  });
});

test('who came late is the cause of what is no longer short of a guarantee', () => {
  const first = dayNumber('2027-04-01');
  const last = dayNumber('2027-12-31');
  const guarantee = {
    clause: 'Payment/guarantee',
    order: 2001,
    years: [{ name: '2027-04-01', first, last, closesOn: last }],
    least: { is: 'referrals', count: 2, amountShort: pounds(400) },
  } as const;
  const plan = aPlan([anOutcome()], { whole: aWhole({ guarantees: [guarantee] }) });
  const facts = [comes('A', '2027-05-01'), comes('B', '2027-06-01', late), unrelated];
  expect(causesIn(plan, facts)).toEqual({
    'Payment/guarantee|2027-04-01|Harbour|1': { is: 'facts', facts: ['B0'] },
  });
});

test('what rounding a total adds names the line that came', () => {
  const rounding = { unit: pounds(100), direction: 'down' } as const;
  const plan = aPlan([anOutcome()], { roundingOf: 'total', rounding });
  const facts = [comes('A', '2027-05-01'), reaches('A', '2028-02-10')];
  const line = 'Outcomes/Settled|A0|Harbour|1';
  expect(causesIn(plan, facts)).toEqual({
    [line]: { is: 'facts', facts: ['A1'] },
    'Outcomes/Settled||Harbour|rounding': { is: 'line', line, facts: ['A1'] },
  });
});

test('who joined moved a share of a grant, and whoever left after its month did not', () => {
  const month = (name: Day, last: Day) => ({
    name,
    first: dayNumber(name),
    last: dayNumber(last),
    dueOn: dayNumber(name),
    amount: pounds(12),
  });
  const fee: FeePlan = {
    clause: 'Payment/shared grant',
    name: 'grant',
    order: 2000,
    to: { is: 'all providers' },
    on: {
      is: 'periods',
      parts: [month('2028-01-01', '2028-01-31'), month('2028-02-01', '2028-02-29')],
    },
  };
  const plan = aPlan([anOutcome()], { whole: aWhole({ fees: [fee] }) });
  const facts = [
    ofProvider('joined', '2027-05-01', { id: 'j1', provider: 'Acorn' }),
    ofProvider('joined', '2027-05-01', { id: 'j2', provider: 'Beech' }),
    ofProvider('joined', '2028-01-01', { id: 'j3', provider: 'Cedar', ...late }),
    unrelated,
  ];
  const causes = causesIn(plan, facts);
  const name = (first: Day, whose: string) => `Payment/shared grant|${first}|${whose}|1`;
  expect(causes[name('2028-01-01', 'Acorn')]).toEqual({ is: 'facts', facts: ['j3'] });
  expect(causes[name('2028-01-01', 'Cedar')]).toEqual({ is: 'facts', facts: ['j3'] });
  expect(causes[name('2028-02-01', 'Acorn')]).toEqual(byDay);
});

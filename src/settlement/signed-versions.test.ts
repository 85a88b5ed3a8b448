import { expect, test } from 'vitest';
import { asAt, attached, happened } from '../../test/support/makers/facts.ts';
import { anOutcome, aPlan, aVersion, pounds } from '../../test/support/makers/plan.ts';
import { aWhole } from '../../test/support/makers/whole.ts';
import { type Day, dayNumber } from '../calendar/index.ts';
import type { Fact } from '../facts/index.ts';
import { fraction } from '../money/index.ts';
import { owed, type Plan, whyLine } from './index.ts';
import type { WholePlan } from './plan/plan.ts';

const end = asAt('2032-03-31');

/** £220 an outcome; from 1 January 2028 by the second version £100. */
function twoVersions(
  whole: Readonly<{ first?: Partial<WholePlan>; second?: Partial<WholePlan> }> = {},
  countsFor: 'outcomes' | 'attachments' = 'outcomes',
): Plan {
  const priced = (price: number) => [
    anOutcome({ times: 9, price: { rows: [{ with: [], price: pounds(price) }] } }),
  ];
  return {
    ...aPlan([]),
    versions: [
      aVersion(priced(220), { whole: aWhole(whole.first ?? {}) }),
      aVersion(priced(100), {
        version: 2,
        hash: 'second',
        countsFrom: dayNumber('2028-01-01'),
        countsFor,
        whole: aWhole(whole.second ?? {}),
      }),
    ],
  };
}

function bound(
  provider: string,
  version: number,
  day: Day,
  rest: Pick<Partial<Fact>, 'state'> = {},
): Fact {
  const id = `S-${provider}-${version}`;
  const { participant: _, ...fact } = happened('bound', day, { id, provider, ...rest });
  return { ...fact, value: fraction(version) };
}

const harbour = 'Harbour';
const people: readonly Fact[] = [
  attached('2027-05-01', { id: 'A1', participant: 'P1' }),
  attached('2027-05-01', { id: 'A2', participant: 'P2', provider: harbour }),
  happened('level 2', '2028-06-01', { id: 'L1', participant: 'P1' }),
  happened('level 2', '2028-06-01', { id: 'L2', participant: 'P2' }),
];

function amounts(plan: Plan, facts: readonly Fact[], days = end): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { provider, amount } of owed(plan, facts, days).lines) {
    found[provider] = (found[provider] ?? 0) + Number(amount) / 100;
  }
  return found;
}

test('where no fact says who is bound by what, the newest version holds for all', () => {
  expect(amounts(twoVersions(), people)).toEqual({ 'Bright Futures': 100, Harbour: 100 });
});

test('a provider that has not signed the second version is paid by the first', () => {
  const facts = [...people, bound(harbour, 1, '2027-04-01')];
  expect(amounts(twoVersions(), facts)).toEqual({ 'Bright Futures': 100, Harbour: 220 });
});

test('somebody attached after the change goes by the newest version that their provider signed', () => {
  const plan = twoVersions({}, 'attachments');
  const late = [
    bound(harbour, 1, '2027-04-01'),
    attached('2028-02-01', { id: 'A3', participant: 'P3', provider: harbour }),
    happened('level 2', '2028-07-01', { id: 'L3', participant: 'P3' }),
  ];
  expect(amounts(plan, late)).toEqual({ Harbour: 220 });
});

test('what a provider signs late holds from the day on which the version counts', () => {
  const facts = [...people, bound(harbour, 1, '2027-04-01'), bound(harbour, 2, '2028-09-01')];
  expect(amounts(twoVersions(), facts)).toEqual({ 'Bright Futures': 100, Harbour: 100 });
  const before = asAt('2028-08-31');
  expect(amounts(twoVersions(), facts, before)).toEqual({ 'Bright Futures': 100, Harbour: 220 });
});

test('who changes to a provider that has signed goes by what that one has signed', () => {
  const facts = [
    bound(harbour, 1, '2027-04-01'),
    attached('2027-05-01', { id: 'A1', participant: 'P1', provider: harbour }),
    happened('level 2', '2028-02-01', { id: 'L1', participant: 'P1' }),
    happened('left', '2028-03-01', { id: 'E1', participant: 'P1' }),
    attached('2028-03-02', { id: 'A2', participant: 'P1' }),
    happened('level 2', '2028-06-01', { id: 'L2', participant: 'P1' }),
  ];
  expect(amounts(twoVersions(), facts)).toEqual({ 'Bright Futures': 100, Harbour: 220 });
});

test('a fee that is shared equally is each provider’s part by the version that binds it', () => {
  const fee = (amount: number): Partial<WholePlan> => ({
    fees: [
      {
        clause: 'Payment/fee',
        name: 'fee',
        order: 20,
        to: { is: 'all providers' },
        on: {
          is: 'periods',
          parts: [
            {
              name: 'year 2',
              first: dayNumber('2028-04-01'),
              last: dayNumber('2029-03-31'),
              dueOn: dayNumber('2029-03-31'),
              amount: pounds(amount),
            },
          ],
        },
      },
    ],
  });
  const joined = ['Bright Futures', harbour].map((provider) => {
    const { participant: _, ...fact } = happened('joined', '2027-04-01', {
      id: `J-${provider}`,
      provider,
    });
    return fact;
  });
  const plan = twoVersions({ first: fee(1000), second: fee(600) });
  const facts = [...joined, bound(harbour, 1, '2027-04-01')];
  expect(amounts(plan, facts)).toEqual({ 'Bright Futures': 300, Harbour: 500 });
});

test('a claims window that a provider has not signed is none for its people', () => {
  const within = { length: { count: 2, unit: 'day' }, clause: 'Payment/within' } as const;
  const plan = twoVersions({ second: { timeliness: { within } } });
  const known = { known: dayNumber('2028-06-30') };
  const facts = people.map((fact) => (fact.kind === 'level 2' ? { ...fact, ...known } : fact));
  expect(amounts(plan, facts)).toEqual({ 'Bright Futures': 0, Harbour: 0 });
  const signed = [...facts, bound(harbour, 1, '2027-04-01')];
  expect(amounts(plan, signed)).toEqual({ 'Bright Futures': 0, Harbour: 220 });
});

test('why says by which version a line goes, and which its provider has not signed', () => {
  const plan = twoVersions();
  const facts = [...people, bound(harbour, 1, '2027-04-01')];
  const { lines } = owed(plan, facts, end);
  const line = lines.find(({ provider }) => provider === harbour)?.line ?? '';
  const why = whyLine({ plan, facts, asAt: end }, line);
  expect(why?.sentences).toContain(
    'It goes by version 1: Harbour is not bound by version 2, which it has not signed (S-Harbour-1).',
  );
  expect(why?.facts).toContain('S-Harbour-1');
});

test('what is only claimed to have been signed binds nobody otherwise', () => {
  const facts = [...people, bound(harbour, 1, '2027-04-01', { state: 'claimed' })];
  expect(amounts(twoVersions(), facts)).toEqual({ 'Bright Futures': 100, Harbour: 100 });
});

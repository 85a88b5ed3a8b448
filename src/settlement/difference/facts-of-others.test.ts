// "Difference" of docs/settlement.md, cause `facts`: facts of others that a line goes by.
import { describe, expect, test } from 'vitest';
import { happened, asAt as on } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import { anOutcome, aPlan, length, pounds, within } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import { owed } from '../owed.ts';
import type { FeePlan } from '../plan/money-plan.ts';
import type { Plan, WholePlan } from '../plan/plan.ts';
import { settlementResult } from '../result.ts';
import { difference } from './difference.ts';

/** What moved each line between the ends of January and of February 2028, by identities. */
function causesIn(plan: Plan, facts: readonly Fact[]): Readonly<Record<string, string>> {
  const settled = (day: Day) =>
    settlementResult(owed(plan, facts, on(day)), { contract: 'first', language: 1 });
  const [previous, now] = [settled('2028-01-31'), settled('2028-02-29')];
  const told = difference({ now, previous, plan, facts }).map(({ line, cause }) => {
    const by = 'facts' in cause ? cause.facts.join(' and ') : 'nothing';
    return [line, cause.is === 'line' ? `${cause.line} by ${by}` : `${cause.is}: ${by}`];
  });
  return Object.fromEntries(told);
}

function comes(name: string, day: Day, words: Partial<Fact> = {}): Fact {
  const whose = { id: `${name}0`, participant: name, provider: 'Harbour', group: 'leaving' };
  return { ...happened('attached', day, whose), ...words };
}

function reaches(name: string, day: Day): Fact {
  return happened('level 2', day, { id: `${name}1`, participant: name });
}

const late = { known: dayNumber('2028-02-10') };
const lineOf = (name: string) => `Outcomes/Settled|${name}0|Harbour|1`;
const byDay = 'day: nothing';

describe('A discount', () => {
  const price = { discountFromYear: 1 };
  const plan = aPlan([anOutcome({ price }), anOutcome({ name: 'Work', price })]);
  const value = fraction(1, 10);
  const discount = (words: Partial<Fact> = {}) =>
    ofProvider('discount', '2028-01-01', { id: 'd', value, ...late, ...words });
  const facts = [comes('A', '2027-05-01'), reaches('A', '2028-01-10')];
  const both = [lineOf('A'), 'Outcomes/Work|A0|Harbour|1'] as const;

  test('about one outcome is the cause of that one, and about none of all', () => {
    expect(causesIn(plan, [...facts, discount({ about: 'Work' })])).toEqual({
      [both[1]]: 'facts: d',
    });
    expect(causesIn(plan, [...facts, discount()])).toEqual({
      [both[0]]: 'facts: d',
      [both[1]]: 'facts: d',
    });
  });

  test("of another provider is no cause of what its provider's lowers", () => {
    const other = discount({ id: 'other', provider: 'Anchor' });
    expect(causesIn(plan, [...facts, discount(), other])[both[0]]).toBe('facts: d');
  });

  test('that a line met when it came is no cause of it: its own facts are', () => {
    const two = [comes('A', '2027-05-01'), reaches('A', '2028-02-10'), discount()];
    expect(causesIn(plan, two)).toEqual({ [both[0]]: 'facts: A1', [both[1]]: 'facts: A1' });
  });
});

describe('A leaving', () => {
  const ending = { afterLeaving: { clause: 'Ending/leaving', length: length('1 week') } };
  const plan = aPlan([anOutcome()], { whole: aWhole({ ending }) });
  const left = (id: string, day: Day, provider = 'Harbour') =>
    ofProvider('left', day, { id, provider, ...late });
  const facts = [
    comes('A', '2027-05-01'),
    reaches('A', '2028-01-10'),
    comes('B', '2027-05-01'),
    reaches('B', '2028-01-05'),
  ];

  test('of its provider is the cause of what is no longer paid, and of no more', () => {
    const all = [...facts, left('l', '2028-01-01'), left('m', '2028-01-01', 'Anchor')];
    // The week after leaving ends on 8 January.
    expect(causesIn(plan, all)).toEqual({ [lineOf('A')]: 'facts: l' });
  });
});

describe('A complete record', () => {
  const condition = {
    is: 'absent',
    kinds: ['offence'],
    completeSource: 'police',
    presumed: false,
  } as const;
  const record = (id: string, about: string, words: Partial<Fact> = {}): Fact => {
    const { day, ...rest } = ofProvider('complete', '2027-05-01', { id, about, source: 'police' });
    const { provider: _, ...nobodys } = { ...rest, ...late };
    return { ...nobodys, from: day, to: dayNumber('2028-01-31'), ...words } as Fact;
  };
  const absent = anOutcome({ condition, window: within('1 month') });
  const facts = [comes('A', '2027-05-01')];

  test('about another kind is no cause', () => {
    const facts = [comes('A', '2027-05-01'), record('other', 'arrest'), record('c', 'offence')];
    expect(causesIn(aPlan([absent]), facts)).toEqual({ [lineOf('A')]: 'facts: c' });
  });

  test('is the cause of an outcome that rests on one that rests on it', () => {
    const all = anOutcome({
      name: 'Both',
      condition: { is: 'all of', outcomes: ['Settled', 'Work'] },
    });
    const plan = aPlan([absent, anOutcome({ name: 'Work' }), all]);
    const rows = [...facts, reaches('A', '2027-05-20'), record('c', 'offence')];
    expect(causesIn(plan, rows)).toEqual({
      [lineOf('A')]: 'facts: c',
      'Outcomes/Both|A0|Harbour|1': 'facts: c',
    });
  });

  test('that an outcome does not rest on is no cause of it', () => {
    const presumed = anOutcome({
      name: 'Presumed',
      condition: { is: 'absent', kinds: ['offence'], presumed: true },
      window: within('41 weeks'),
    });
    // 41 weeks from 1 May 2027 end on 11 February 2028.
    expect(causesIn(aPlan([presumed]), [...facts, record('c', 'offence')])).toEqual({
      'Outcomes/Presumed|A0|Harbour|1': byDay,
    });
  });
});

describe('Who came, where a share of all is paid', () => {
  const share = { clause: 'Limits/count', outcomes: ['Settled'], share: fraction(1, 2) } as const;
  const counts = [{ ...share, of: 'referred', per: 'contract' }] as const;
  const plan = aPlan([anOutcome()], { whole: aWhole({ counts }) });
  const referred = (name: string, day: Day) =>
    happened('referred', day, { id: `${name}r`, participant: name });

  test('is the one by whom there was room, also by a referral', () => {
    const facts = [
      comes('A', '2027-05-01'),
      comes('B', '2027-05-02'),
      reaches('A', '2028-01-10'),
      reaches('B', '2028-01-11'),
      ...(['02', '03', '04'] as const).map((date) => referred(`C${date}`, `2028-02-${date}`)),
    ];
    // Two came before, and half of two is one; with four there is room for two.
    expect(causesIn(plan, facts)).toEqual({ [lineOf('B')]: 'facts: C03r' });
  });

  test('and no cause of what is paid for another reason on that day', () => {
    const free = aPlan([anOutcome()]);
    const facts = [
      comes('A', '2027-05-01'),
      reaches('A', '2028-02-02'),
      referred('C', '2028-02-02'),
    ];
    expect(causesIn(free, facts)).toEqual({ [lineOf('A')]: 'facts: A1' });
  });
});

describe("Of what is nobody's", () => {
  const part = (first: Day, last: Day) => {
    const days = { first: dayNumber(first), last: dayNumber(last) };
    return { name: first, ...days, dueOn: days.first, amount: pounds(620) };
  };
  const parts = [part('2028-01-01', '2028-01-31'), part('2028-02-01', '2028-02-29')];
  const fee: FeePlan = {
    clause: 'Payment/grant',
    name: 'grant',
    order: 2000,
    to: { is: 'each provider' },
    on: { is: 'periods', parts },
  };
  const page = (words: Partial<WholePlan>) => aPlan([anOutcome()], { whole: aWhole(words) });
  const granted = page({ fees: [fee] });
  const grant = (month: '01' | '02', whose: string) => `Payment/grant|2028-${month}-01|${whose}|1`;
  const joined = (id: string, provider: string, day: Day, words: Partial<Fact> = {}) =>
    ofProvider('joined', day, { id, provider, ...words });
  const left = (id: string, provider: string, day: Day) =>
    ofProvider('left', day, { id, provider, ...late });

  test('who joined is the cause of its own grants, and nobody of those of another', () => {
    const facts = [joined('j1', 'Anchor', '2027-05-01'), joined('j2', 'Beech', '2028-01-01', late)];
    expect(causesIn(granted, facts)).toEqual({
      [grant('01', 'Beech')]: 'facts: j2',
      [grant('02', 'Anchor')]: byDay,
      [grant('02', 'Beech')]: 'facts: j2',
    });
  });

  test('who left is the cause of what its grant falls by, and of no new one', () => {
    const facts = [
      joined('j1', 'Anchor', '2027-05-01'),
      joined('j2', 'Beech', '2027-05-01'),
      left('l2', 'Beech', '2028-01-15'),
    ];
    expect(causesIn(granted, facts)).toEqual({
      [grant('01', 'Beech')]: 'facts: l2',
      [grant('02', 'Anchor')]: byDay,
    });
    const inFebruary = [...facts.slice(0, 2), left('l2', 'Beech', '2028-02-15')];
    expect(causesIn(granted, inFebruary)[grant('02', 'Beech')]).toBe(byDay);
  });

  test('an attachment corrected to a later day is the cause of what its grant falls by', () => {
    const first = comes('A', '2028-01-01', { known: dayNumber('2028-01-01') });
    const later = comes('A', '2028-01-17', { id: 'A2', replaces: 'A0', ...late });
    expect(causesIn(granted, [first, later])[grant('01', 'Harbour')]).toBe('facts: A2');
  });

  test('of a grant that all share whoever joined or left, its own provider first', () => {
    const shared = page({ fees: [{ ...fee, to: { is: 'all providers' } }] });
    const facts = [
      joined('j1', 'Anchor', '2027-05-01'),
      joined('j2', 'Beech', '2028-01-01', late),
      joined('j3', 'Cedar', '2028-01-01', late),
      joined('j4', 'Harbour', '2028-02-28'),
    ];
    const causes = causesIn(shared, facts);
    expect(causes[grant('01', 'Anchor')]).toBe('facts: j2 and j3');
    expect(causes[grant('01', 'Cedar')]).toBe('facts: j3');
  });

  test('of a guarantee who came to its provider, and nobody who came to another or after it', () => {
    const guarantee = {
      clause: 'Payment/guarantee',
      order: 2001,
      years: [{ ...parts[0], name: '2028-01-01', closesOn: dayNumber('2028-01-31') }],
      least: { is: 'referrals', count: 3, amountShort: pounds(400) },
    } as unknown as WholePlan['guarantees'][number];
    const facts = [
      comes('A', '2028-01-01'),
      comes('B', '2028-01-02', late),
      comes('C', '2028-01-03', { provider: 'Anchor', ...late }),
      comes('D', '2028-02-01', late),
    ];
    expect(causesIn(page({ guarantees: [guarantee] }), facts)).toMatchObject({
      'Payment/guarantee|2028-01-01|Harbour|1': 'facts: B0',
    });
  });

  test('of a deduction and of an adjustment the fact that it is for', () => {
    const deduction = { clause: 'Payment/off', order: 2001, kinds: ['missed'], amount: pounds(5) };
    const missed = (id: string, day: Day, words: Partial<Fact> = {}): Fact => {
      return { ...happened('missed', day, { id, participant: 'A' }), ...words };
    };
    const facts = [
      comes('A', '2027-05-01'),
      missed('m1', '2028-01-05'),
      missed('m2', '2028-02-05'),
      happened('withdrawn', '2028-01-05', {
        id: 'w1',
        participant: 'A',
        replaces: 'm1',
        known: '2028-02-10',
      }),
      ofProvider('adjustment', '2028-02-07', { id: 'j1', value: fraction(7) }),
    ];
    expect(causesIn(page({ deductions: [deduction] }), facts)).toEqual({
      'Payment/off|m1|Harbour|1': 'facts: w1',
      'Payment/off|m2|Harbour|1': 'facts: m2',
      'Facts/adjustment|j1|Harbour|1': 'facts: j1',
    });
  });
});

// "Difference" of docs/settlement.md, cause `facts`: facts of others that a line goes by.
import { describe, expect, test } from 'vitest';
import { causesIn } from '../../../test/support/makers/causes.ts';
import { happened } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import {
  aLimit,
  anOutcome,
  aPlan,
  length,
  pounds,
  within,
} from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import type { FeePlan } from '../plan/money-plan.ts';
import type { WholePlan } from '../plan/plan.ts';

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

  test('about another outcome is no cause, nor who joined meanwhile', () => {
    const rest = [
      discount({ id: 'w', about: 'Work' }),
      ofProvider('joined', '2027-05-01', { id: 'j', ...late }),
    ];
    expect(causesIn(plan, [...facts, discount(), ...rest])[both[0]]).toBe('facts: d');
  });

  test('is no cause of what a limit then leaves for a line at the price that it had', () => {
    const work = anOutcome({ name: 'Work', condition: { is: 'happens', kinds: ['work'] }, price });
    const page = aPlan([anOutcome({ price }), work], { limits: [aLimit(300)] });
    const gone = happened('withdrawn', '2028-02-10', { id: 'w', participant: 'A', replaces: 'A1' });
    const works = happened('work', '2028-01-11', { id: 'A2', participant: 'A' });
    const after = discount({ day: dayNumber('2028-01-20') } as Partial<Fact>);
    expect(causesIn(page, [...facts, works, gone, after])).toEqual({
      [both[0]]: 'facts: w',
      [both[1]]: `${both[0]} by w`,
    });
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
    const own = happened('left', '2028-01-15', { id: 'B2', participant: 'B', provider: 'Harbour' });
    const all = [
      ...facts,
      left('l', '2028-01-01'),
      left('m', '2028-01-01', 'Anchor'),
      { ...own, ...late },
    ];
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

  test('that is taken back is the cause of what is taken back', () => {
    const before = { ...record('c', 'offence'), known: dayNumber('2028-01-31') };
    const { provider: _, ...gone } = ofProvider('withdrawn', '2027-05-01', { id: 'w' });
    const withdrawn = { ...gone, replaces: 'c', ...late } as Fact;
    const work = anOutcome({ name: 'Work', onlyAfter: ['Settled'] });
    const rows = [...facts, reaches('A', '2027-07-01'), before, withdrawn];
    expect(causesIn(aPlan([absent, work]), rows)).toEqual({
      [lineOf('A')]: 'facts: w',
      'Outcomes/Work|A0|Harbour|1': 'facts: w',
    });
  });

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

  test('is the cause of an outcome that comes only after one that rests on it', () => {
    const work = anOutcome({ name: 'Work', onlyAfter: ['Settled'] });
    const named = 'Outcomes/Work|A0|Harbour|1';
    const rows = [...facts, reaches('A', '2027-07-01'), record('c', 'offence')];
    const ofB = { ...record('b', 'offence'), participant: 'B' };
    expect(causesIn(aPlan([absent, work]), [...rows, record('other', 'arrest'), ofB])).toEqual({
      [lineOf('A')]: 'facts: c',
      [named]: 'facts: c',
    });
  });

  test('more of which is recorded is no cause of what stays and has another price', () => {
    const price = { discountFromYear: 1 };
    const work = anOutcome({ name: 'Work', onlyAfter: ['Settled'], price });
    const before = { ...record('c', 'offence'), known: dayNumber('2028-01-31') };
    const discount = ofProvider('discount', '2027-06-01', {
      id: 'd',
      value: fraction(1, 10),
      ...late,
    });
    const rows = [...facts, reaches('A', '2027-07-01'), before, record('more', 'offence')];
    expect(causesIn(aPlan([absent, work]), [...rows, discount])).toEqual({
      'Outcomes/Work|A0|Harbour|1': 'facts: d',
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

  test('as long as there is no room nothing moves, whoever comes, waits and is gone', () => {
    const facts = [
      ...['A', 'B', 'D', 'E'].map((name) => comes(name, '2027-05-01')),
      comes('F', '2028-02-01'),
      reaches('A', '2028-01-10'),
      reaches('B', '2028-01-11'),
      reaches('E', '2028-01-20'),
      reaches('D', '2028-01-25'),
      reaches('F', '2028-02-20'),
      happened('withdrawn', '2028-02-20', { id: 'E2', participant: 'E', replaces: 'E1' }),
    ];
    // Half of four, and of five, is two; half of six is three, and D waits before F.
    expect(causesIn(plan, facts)).toEqual({});
    const sixth = referred('G', '2028-02-22');
    expect(causesIn(plan, [...facts, sixth])).toEqual({ [lineOf('D')]: 'facts: Gr' });
  });

  test('and where one that is gone made room it is that one, whatever else moved', () => {
    const facts = [
      comes('A', '2027-05-01'),
      comes('B', '2027-05-02'),
      reaches('A', '2028-01-10'),
      reaches('B', '2028-01-11'),
      happened('withdrawn', '2028-02-10', { id: 'w', participant: 'A', replaces: 'A1' }),
      happened('left', '2028-02-10', { id: 'B9', participant: 'B' }),
    ];
    expect(causesIn(plan, facts)).toEqual({
      [lineOf('A')]: 'facts: w',
      [lineOf('B')]: `${lineOf('A')} by w`,
    });
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

  test('also of one that it joined on the last day of', () => {
    const facts = [joined('j', 'Beech', '2028-01-31', late), joined('k', 'Cedar', '2028-02-29')];
    expect(causesIn(granted, facts)).toEqual({
      [grant('01', 'Beech')]: 'facts: j',
      [grant('02', 'Beech')]: 'facts: j',
      [grant('02', 'Cedar')]: 'facts: k',
    });
  });

  test('of two who left each is the cause of what its own grant or fee falls by', () => {
    for (const name of ['grant', 'fee'] as const) {
      const facts = [
        joined('j1', 'Anchor', '2027-05-01'),
        joined('j2', 'Beech', '2027-05-01'),
        left('l1', 'Anchor', '2028-01-15'),
        left('l2', 'Beech', '2028-01-20'),
      ];
      expect(causesIn(page({ fees: [{ ...fee, name }] }), facts)).toEqual({
        [grant('01', 'Anchor')]: 'facts: l1',
        [grant('01', 'Beech')]: 'facts: l2',
      });
    }
  });

  test('who left is the cause of what its grant falls by, and of no new one', () => {
    const facts = [
      joined('j1', 'Anchor', '2027-05-01'),
      joined('j2', 'Beech', '2027-05-01'),
      left('l2', 'Beech', '2028-01-15'),
      // Nothing that a grant goes by.
      ofProvider('discount', '2028-01-01', { id: 'd', provider: 'Beech', ...late }),
      comes('A', '2028-01-01', { provider: 'Beech', ...late }),
      {
        ...happened('left', '2028-01-02', { id: 'A9', participant: 'A', provider: 'Beech' }),
        ...late,
      },
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
    const discount = ofProvider('discount', '2028-01-01', { id: 'd', ...late });
    const causes = causesIn(granted, [first, later, discount]);
    expect(causes[grant('01', 'Harbour')]).toBe('facts: A2');
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
    const fees = page({ fees: [{ ...fee, name: 'fee', to: { is: 'all providers' } }] });
    expect(causesIn(fees, facts)).toEqual(causes);
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
      happened('referred', '2028-01-31', { id: 'F0', participant: 'F', provider: 'Harbour' }),
      joined('j', 'Cedar', '2028-01-31', late),
      reaches('B', '2028-01-20'),
    ].map((fact) => (fact.id === 'F0' ? { ...fact, ...late } : fact));
    expect(causesIn(page({ guarantees: [guarantee] }), facts)).toMatchObject({
      'Payment/guarantee|2028-01-01|Harbour|1': 'facts: B0 and F0',
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

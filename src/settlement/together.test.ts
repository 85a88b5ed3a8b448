// Steps 4 to 12 of docs/settlement.md where participants meet: bands, limits, gates, pots, payers.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened } from '../../test/support/makers/facts.ts';
import { anOutcomeDue, ofProvider } from '../../test/support/makers/ground.ts';
import { aLimit, anOutcome, aPlan, aVersion, pounds } from '../../test/support/makers/plan.ts';
import { aWhole } from '../../test/support/makers/whole.ts';
import { type Day, dayNumber, dayOf } from '../calendar/index.ts';
import type { Fact } from '../facts/index.ts';
import { formatMoney, fraction } from '../money/index.ts';
import { payableOfDue } from './due/due.ts';
import { shareAmongPayers } from './due/payers.ts';
import { type Owed, owed, type Plan, recomputeFromWhy, whyLine } from './index.ts';
import type { BandsPlan, WideLimitPlan } from './plan/money-plan.ts';
import type { WholePlan } from './plan/plan.ts';

const end = asAt('2032-03-31');

/** Each of these people attached on 1 April 2027 to a provider, Bright Futures unless another. */
function people(...names: readonly string[]): readonly Fact[] {
  return names.map((name) => {
    const [participant = '', provider = 'Bright Futures'] = name.split(' of ');
    return attached('2027-04-01', { id: `A-${participant}`, participant, provider });
  });
}

type Words = Readonly<{ id?: string; state?: Fact['state']; replaces?: string }>;

function achieved(participant: string, day: Day, words: Words = {}): Fact {
  const id = `F-${participant}-${day}`;
  return happened('level 2', day, { participant, ...words, id: words.id ?? id });
}

function knownLate(participant: string, day: Day, known: Day): Fact {
  return happened('level 2', day, { participant, known, id: `F-${participant}-${day}` });
}

/** "A £100, B £100, C £50": what each participant's lines come to. */
function eachOf({ lines }: Owed): string {
  const sums = new Map<string, bigint>();
  for (const { participant, outcome, provider, amount } of lines) {
    const whose = participant ?? `${outcome} ${provider}`;
    sums.set(whose, (sums.get(whose) ?? 0n) + amount);
  }
  const said = [...sums].map(
    ([name, units]) => `${name} ${formatMoney({ units, currency: 'GBP' })}`,
  );
  return said.sort().join(', ');
}

/** Every line's amount can be worked out again from its own why. */
function expectWhys(plan: Plan, facts: readonly Fact[], settled: Owed): void {
  for (const { line, amount } of settled.lines) {
    const why = whyLine({ plan, facts, asAt: settled.asAt }, line);
    expect([line, why && recomputeFromWhy(why)]).toEqual([line, amount]);
  }
}

function settledWith(plan: Plan, facts: readonly Fact[], at = end): Owed {
  const settled = owed(plan, facts, at);
  expectWhys(plan, facts, settled);
  return settled;
}

function bands(sizes: readonly (number | undefined)[], words: Partial<BandsPlan> = {}) {
  const how = { per: 'contract', over: 'contract', how: 'own', ...words } as const;
  return { clause: 'Prices/bands', sizes, ...how };
}

const rows = (...prices: readonly number[]) =>
  prices.map((price, band) => ({ with: [], band, price: pounds(price) }));

function withBands(
  sizes: readonly (number | undefined)[],
  prices: readonly number[],
  words: Partial<BandsPlan> = {},
) {
  return anOutcome({ price: { rows: rows(...prices), bands: bands(sizes, words) } });
}

describe('7 bands', () => {
  const two = aPlan([withBands([2, undefined], [100, 50])]);
  const january = [
    ...people('A', 'B', 'C'),
    achieved('A', '2028-01-10'),
    achieved('B', '2028-01-11'),
    achieved('C', '2028-01-12'),
  ];

  test('first 2 at £100, all further at £50: A £100, B £100, C £50', () => {
    expect(eachOf(settledWith(two, january))).toBe('A £100, B £100, C £50');
  });

  test('A withdrawn in February gives its place to those after it: A back £100, C up £50', () => {
    const withdrawn = happened('withdrawn', '2028-02-01', {
      participant: 'A',
      id: 'W',
      replaces: 'F-A-2028-01-10',
    });
    expect(eachOf(settledWith(two, [...january, withdrawn]))).toBe('B £100, C £100');
  });

  test('a late fact of an earlier day comes after those already payable', () => {
    const facts = january.filter(({ id }) => id !== 'F-A-2028-01-10');
    const late = knownLate('A', '2028-01-10', '2028-03-01');
    expect(eachOf(settledWith(two, [...facts, late]))).toBe('A £50, B £100, C £100');
  });

  test('all at the price of the band reached: 3 at £50 are £150, 2 are £200', () => {
    const reached = aPlan([withBands([2, undefined], [100, 50], { how: 'reached' })]);
    expect(eachOf(settledWith(reached, january))).toBe('A £50, B £50, C £50');
    expect(eachOf(settledWith(reached, january.slice(0, -1)))).toBe('A £100, B £100');
  });

  test.each([
    [369, 369 * 1100],
    [370, 370 * 1100],
    [371, 370 * 1100 + 1000],
    [409, 446_000],
    [410, 370 * 1100 + 40 * 1000],
    [411, 448_350],
  ])(
    '370 at 1,100 dollars, 40 at 1,000, all further at 1,350: %i jobs pay %i dollars',
    (jobs, sum) => {
      const plan = aPlan([withBands([370, 40, undefined], [1100, 1000, 1350])]);
      const names = Array.from({ length: jobs }, (_, at) => `P${String(at).padStart(3, '0')}`);
      const facts = [...people(...names), ...names.map((name) => achieved(name, '2028-01-10'))];
      expect(owed(plan, facts, end).total).toBe(BigInt(sum) * 100n);
    },
  );

  test('each provider counts its own, in each year of the contract', () => {
    const plan = aPlan([
      anOutcome({
        times: 9,
        price: {
          rows: rows(100, 50),
          bands: bands([1, undefined], { per: 'provider', over: 'year' }),
        },
      }),
    ]);
    const facts = [
      ...people('A', 'B of Harbour'),
      achieved('A', '2028-01-10'),
      achieved('A', '2028-01-11'),
      achieved('A', '2028-04-01'),
      achieved('B', '2028-01-12'),
    ];
    // Year 1 ends on 31 March 2028: £100 + £50, then £100 again; Harbour's first is £100.
    expect(eachOf(settledWith(plan, facts))).toBe('A £250, B £100');
  });

  test('bands come before a participant’s limit: £100 and £50, limited to £120, pay £120', () => {
    const plan = aPlan(
      [
        anOutcome({
          times: 2,
          price: { rows: rows(100, 50), bands: bands([1, undefined]) },
        }),
      ],
      { limits: [aLimit(120)] },
    );
    const facts = [...people('A'), achieved('A', '2028-01-10'), achieved('A', '2028-01-11')];
    const settled = settledWith(plan, facts);
    expect(settled.lines.map(({ gross }) => gross)).toEqual([10_000n, 5_000n]);
    expect(settled.lines.map(({ amount }) => amount)).toEqual([10_000n, 2_000n]);
  });
});

function limit(most: number, words: Partial<WideLimitPlan> = {}): WideLimitPlan {
  const per = { is: 'contract' } as const;
  return { clause: 'Limits/all', most: pounds(most), per, eachYear: false, ...words };
}

function saying(whole: Partial<WholePlan>, outcomes = [anOutcome({ times: 9 })]): Plan {
  return aPlan(outcomes, { whole: aWhole(whole) });
}

describe('10 limits', () => {
  test('a first-come limit of £300 met by a late fact of an earlier day takes nothing back', () => {
    const plan = saying({ limits: [limit(300)] });
    const before = [...people('A', 'B'), achieved('A', '2028-01-10')];
    const late = knownLate('B', '2028-01-05', '2028-03-01');
    expect(eachOf(settledWith(plan, before))).toBe('A £220');
    expect(eachOf(settledWith(plan, [...before, late]))).toBe('A £220, B £80');
  });

  test('a provider’s and an outcome’s limit act in one pass: £220, £130, then £0 and £70', () => {
    const plan = saying({
      limits: [
        limit(350, { clause: 'Limits/provider', per: { is: 'each provider' } }),
        limit(420, { clause: 'Limits/outcome', outcomes: ['Settled'] }),
      ],
    });
    const facts = [
      ...people('A', 'B', 'C', 'D of Harbour'),
      achieved('A', '2028-01-01'),
      achieved('B', '2028-01-02'),
      achieved('C', '2028-01-03'),
      achieved('D', '2028-01-04'),
    ];
    const settled = settledWith(plan, facts);
    expect(eachOf(settled)).toBe('A £220, B £130, C £0, D £70');
    expect(settled.notPaid.map(({ clause }) => clause)).toEqual([
      'Limits/provider',
      'Limits/provider',
      'Limits/outcome',
    ]);
  });

  test('a limit in each year begins again with the year of the outcome’s day', () => {
    const plan = saying({ limits: [limit(300, { eachYear: true })] });
    const facts = [
      ...people('A', 'B', 'C'),
      achieved('A', '2028-01-10'),
      achieved('B', '2028-01-11'),
      achieved('C', '2028-04-01'),
    ];
    expect(eachOf(settledWith(plan, facts))).toBe('A £220, B £80, C £220');
  });
});

test('of a limit of £300 £220 is used: of two claims that wait £80 and nothing would be paid', () => {
  const plan = saying({ limits: [limit(300)] });
  const claim = { state: 'claimed' } as const;
  const facts = [
    ...people('A', 'B', 'C'),
    achieved('A', '2028-01-10', claim),
    achieved('B', '2028-01-11'),
    achieved('C', '2028-01-12', claim),
  ];
  const settled = settledWith(plan, facts);
  expect(eachOf(settled)).toBe('A £0, B £220, C £0');
  expect(settled.notPaid.map(({ reason, amount }) => `${reason} ${amount}`)).toEqual([
    'not_verified 8000',
    'limit 14000',
    'limit 22000',
  ]);
});

describe('4 gates', () => {
  const mix = {
    name: 'Mix',
    clause: 'Measures/Mix',
    order: 1001,
    wording: 'the share of those attached with area=poor',
    core: { is: 'share having', with: ['area=poor'] },
    of: 'attached',
    cohorts: [
      {
        name: '2027-04-01',
        first: dayNumber('2027-04-01'),
        last: dayNumber('2028-03-31'),
        takenOn: dayNumber('2028-06-30'),
      },
    ],
    per: 'programme',
    unknown: 'not',
  } as const;
  const gate = {
    clause: 'Measures/gate',
    outcomes: ['Settled'],
    measures: [],
    measure: 'Mix',
    least: fraction(1, 2),
    strictly: false,
  };
  const plan = aPlan([anOutcome({ times: 9 })], {
    whole: aWhole({ measures: [mix], gates: [gate] }),
    limits: [aLimit(300)],
  });
  const poor = people('A').map((fact) => ({ ...fact, with: ['area=poor'] }));
  const facts = [...poor, ...people('B'), achieved('B', '2028-01-10'), achieved('B', '2028-01-11')];

  test('before the number is taken lines wait, and use no room in any limit', () => {
    const settled = settledWith(plan, facts, asAt('2028-06-29'));
    expect(eachOf(settled)).toBe('B £0');
    expect(settled.notPaid.map(({ reason, amount }) => `${reason} ${amount}`)).toEqual([
      'gate 22000',
      'gate 22000',
    ]);
  });

  test('1 of 2 passes a gate of 50% on its day, then the limit cuts £220 and £220 to £300', () => {
    const settled = settledWith(plan, facts);
    expect(settled.lines.map(({ payableOn = 0 }) => dayOf(payableOn))).toEqual([
      '2028-06-30',
      '2028-06-30',
    ]);
    expect(eachOf(settled)).toBe('B £300');
  });

  test('1 of 3 does not pass it: nothing is paid', () => {
    expect(eachOf(settledWith(plan, [...facts, ...people('C')]))).toBe('B £0');
  });
});

describe('5 shares of a count', () => {
  const plan = saying({
    counts: [
      {
        clause: 'Limits/count',
        outcomes: ['Settled'],
        share: fraction(5, 6),
        of: 'attached',
        per: 'contract',
      },
    ],
  });
  const six = people('A', 'B', 'C', 'D', 'E', 'F');
  const all = six.map((fact) => achieved(fact.participant ?? '', '2028-01-10'));

  test('of 6 attached 5 are paid for; the 6th waits', () => {
    expect(eachOf(settledWith(plan, [...six, ...all]))).toBe(
      'A £220, B £220, C £220, D £220, E £220, F £0',
    );
  });

  test('a 7th attached later makes no room (5/6 of 7 is 5), an 8th does (6)', () => {
    const seventh = attached('2028-02-01', { id: 'A-G', participant: 'G' });
    const eighth = attached('2028-03-01', { id: 'A-H', participant: 'H' });
    expect(owed(plan, [...six, ...all, seventh], end).total).toBe(110_000n);
    const settled = settledWith(plan, [...six, ...all, seventh, eighth]);
    expect(settled.total).toBe(132_000n);
    expect(settled.lines.map(({ payableOn = 0 }) => dayOf(payableOn)).at(-1)).toBe('2028-03-01');
  });
});

test('Troubled Families: 4,180 families at £4,000 less one sixth come to £13,933,333', () => {
  const plan = aPlan(
    [
      anOutcome({
        price: { rows: [{ with: [], price: pounds(4000) }], deadweight: fraction(1, 6) },
      }),
    ],
    { roundingOf: 'total', rounding: { unit: fraction(100), direction: 'nearest' } },
  );
  const names = Array.from({ length: 4180 }, (_, at) => `P${String(at).padStart(4, '0')}`);
  const facts = [...people(...names), ...names.map((name) => achieved(name, '2028-01-10'))];
  expect(owed(plan, facts, end).total).toBe(1_393_333_300n);
});

describe('9 a pot', () => {
  const year = {
    name: '2027-04-01',
    first: dayNumber('2027-04-01'),
    last: dayNumber('2028-03-31'),
    closesOn: dayNumber('2028-06-30'),
  };
  const plan = saying(
    {
      pots: [
        {
          clause: 'Payment/pot',
          order: 2001,
          outcomes: ['Settled'],
          periods: [year],
          size: { is: 'fixed', amount: pounds(1000) },
        },
      ],
    },
    [anOutcome({ times: 9, price: { rows: [{ with: [], price: pounds(0) }] } })],
  );
  const facts = [
    ...people('A', 'B', 'C of Harbour'),
    achieved('A', '2027-06-01'),
    achieved('B', '2027-07-01'),
    achieved('C', '2027-08-01'),
  ];

  test('before its period closes shares are forecast, and nothing of it is owed', () => {
    const settled = settledWith(plan, facts, asAt('2028-06-29'));
    expect(settled.total).toBe(0n);
    expect(settled.forecast.map(({ provider, amount }) => `${provider} ${amount}`)).toEqual([
      'Bright Futures 66667',
      'Harbour 33333',
    ]);
  });

  test('at its close £1,000 is shared 2 to 1: £666.67 and £333.33', () => {
    const settled = settledWith(plan, facts, asAt('2028-06-30'));
    expect(settled.forecast).toEqual([]);
    expect(eachOf(settled)).toContain('pot Bright Futures £666.67, pot Harbour £333.33');
  });
});

describe('12 payers', () => {
  const thirds = aWhole({
    payers: [
      {
        clause: 'Payment/shares',
        pays: {
          is: 'shares',
          shares: [
            { payer: 'Health', share: fraction(1, 3) },
            { payer: 'Police', share: fraction(1, 3) },
            { payer: 'Council', share: fraction(1, 3) },
          ],
        },
      },
    ],
  });

  test('thirds of £100 over 100,000 lines: nobody is a penny out', () => {
    const version = aVersion([], { whole: thirds });
    const plan = aPlan([], { whole: thirds });
    const dues = Array.from({ length: 100_000 }, (_, at) => ({
      ...anOutcomeDue('2028-01-10', 100, { version }),
      line: `Outcomes/Settled|A${at}|Harbour|1`,
    }));
    const sums = new Map<string, bigint>();
    for (const { due, payers = [] } of shareAmongPayers(dues, plan)) {
      expect(payers.reduce((sum, { amount }) => sum + amount, 0n)).toBe(payableOfDue(due));
      for (const { payer, amount } of payers) sums.set(payer, (sums.get(payer) ?? 0n) + amount);
    }
    expect([...sums.values()]).toEqual([333_333_333n, 333_333_334n, 333_333_333n]);
  });

  test('the first £300 is Health’s, the rest the commissioner’s', () => {
    const first = { is: 'first', payer: 'Health', sum: pounds(300), eachYear: false } as const;
    const plan = saying({
      payers: [{ clause: 'Payment/first', pays: { ...first, rest: 'Northshire Council' } }],
    });
    const facts = [...people('A', 'B'), achieved('A', '2028-01-01'), achieved('B', '2028-01-02')];
    expect(settledWith(plan, facts).lines.map(({ payers }) => payers)).toEqual([
      [{ payer: 'Health', amount: 22_000n }],
      [
        { payer: 'Health', amount: 8_000n },
        { payer: 'Northshire Council', amount: 14_000n },
      ],
    ]);
  });

  test('beyond a payer’s own limit another pays, or nobody', () => {
    const most = { clause: 'Payment/most', payer: 'Northshire Council', most: pounds(300) };
    const facts = [...people('A', 'B'), achieved('A', '2028-01-01'), achieved('B', '2028-01-02')];
    const unpaid = saying({ payerLimits: [{ ...most, eachYear: false }] });
    const settled = settledWith(unpaid, facts);
    expect(eachOf(settled)).toBe('A £220, B £80');
    expect(settled.notPaid).toEqual([
      {
        line: 'Outcomes/Settled|A-B|Bright Futures|1',
        reason: 'limit',
        amount: 14_000n,
        clause: 'Payment/most',
      },
    ]);
    const other = saying({ payerLimits: [{ ...most, eachYear: false, beyond: 'Health' }] });
    expect(settledWith(other, facts).lines.at(-1)?.payers).toEqual([
      { payer: 'Northshire Council', amount: 8_000n },
      { payer: 'Health', amount: 14_000n },
    ]);
  });
});

describe('8 prices', () => {
  test('the provider pays the price of what is paid the other way', () => {
    const plan = aPlan([anOutcome({ price: { reverse: { clause: 'Prices/reverse' } } })]);
    const facts = [...people('A'), achieved('A', '2028-01-10')];
    expect(eachOf(settledWith(plan, facts))).toBe('A -£220');
  });

  test('£220 less a half and £30 more is £140: a fixed sum is added after every factor', () => {
    const additions = [{ clause: 'Prices/addition', with: ['care=yes'], amount: pounds(30) }];
    const plan = aPlan([anOutcome({ price: { deadweight: fraction(1, 2), additions } })]);
    const [a] = people('A');
    const facts = [{ ...(a as Fact), with: ['care=yes'] }, achieved('A', '2028-01-10')];
    expect(eachOf(settledWith(plan, facts))).toBe('A £140');
  });

  test('once £400 has been earned each one after that pays half: £220, £220, £110', () => {
    const later = { clause: 'Prices/later', sum: pounds(400), per: 'contract' } as const;
    const plan = saying({
      laterRates: [{ ...later, outcomes: ['Settled'], share: fraction(1, 2) }],
    });
    const facts = [
      ...people('A'),
      achieved('A', '2028-01-10'),
      achieved('A', '2028-01-11'),
      achieved('A', '2028-01-12'),
    ];
    expect(settledWith(plan, facts).lines.map(({ amount }) => amount)).toEqual([
      22_000n,
      22_000n,
      11_000n,
    ]);
  });
});

describe('1 in time', () => {
  const within = { clause: 'Payment/known within', length: { count: 30, unit: 'day' } } as const;

  test('a fact known too late changes nothing and is shown', () => {
    const plan = saying({ timeliness: { within } });
    const facts = [...people('A'), knownLate('A', '2028-01-01', '2028-01-31')];
    const settled = settledWith(plan, facts);
    expect(eachOf(settled)).toBe('A £0');
    expect(settled.notPaid.map(({ reason, clause }) => `${reason} ${clause}`)).toEqual([
      'too_late Payment/known within',
    ]);
    const inTime = [...people('A'), knownLate('A', '2028-01-01', '2028-01-30')];
    expect(eachOf(settledWith(plan, inTime))).toBe('A £220');
  });

  test('a claim that nobody decides in 10 days counts from the 11th', () => {
    const deemed = { clause: 'Payment/undecided', length: { count: 10, unit: 'day' } } as const;
    const plan = saying({ timeliness: { deemed } });
    const facts = [...people('A'), achieved('A', '2028-01-01', { state: 'claimed' })];
    expect(eachOf(settledWith(plan, facts, asAt('2028-01-11')))).toBe('A £0');
    const settled = settledWith(plan, facts, asAt('2028-01-12'));
    expect(settled.lines.map(({ payableOn = 0 }) => dayOf(payableOn))).toEqual(['2028-01-12']);
    const rejected = achieved('A', '2028-01-01', {
      id: 'R',
      state: 'rejected',
      replaces: 'F-A-2028-01-01',
    });
    const decided = { ...rejected, known: dayNumber('2028-01-11') };
    expect(eachOf(settledWith(plan, [...facts, decided]))).toBe('');
  });
});

test('a provider that leaves is paid in full for so long after it, and not beyond', () => {
  const afterLeaving = { clause: 'Market/after', length: { count: 26, unit: 'week' } } as const;
  const plan = saying({ ending: { afterLeaving } });
  const facts = [
    ...people('A'),
    ofProvider('left', '2027-06-30', { provider: 'Bright Futures' }),
    achieved('A', '2027-12-29'),
    achieved('A', '2027-12-30'),
  ];
  // 26 weeks from 1 July 2027 end on 29 December.
  expect(settledWith(plan, facts).lines.map(({ amount }) => amount)).toEqual([22_000n, 0n]);
});

test('on a subcontract’s page only those attached to the prime with its mark count, as its own', () => {
  const plan = saying({
    attachedHere: [{ provider: 'Bright Futures', with: ['team=north'], to: 'North Team' }],
  });
  const [a, b] = people('A', 'B');
  const facts = [
    { ...(a as Fact), with: ['team=north'] },
    b as Fact,
    achieved('A', '2028-01-10'),
    achieved('B', '2028-01-10'),
  ];
  expect(settledWith(plan, facts).lines.map(({ provider }) => provider)).toEqual(['North Team']);
});

test('a price change counts by the outcome’s day, whether it was known before or after it', () => {
  const dearer = anOutcome({ times: 9, price: { rows: [{ with: [], price: pounds(300) }] } });
  const [first] = aPlan([anOutcome({ times: 9 })]).versions;
  const second = aVersion([dearer], {
    version: 2,
    hash: 'second',
    countsFrom: dayNumber('2028-01-01'),
  });
  const plan = { ...aPlan([]), versions: [first as typeof second, second] };
  const facts = [
    ...people('A'),
    achieved('A', '2027-12-31'),
    achieved('A', '2028-01-01'),
    knownLate('A', '2027-12-30', '2028-02-01'),
  ];
  const { lines } = settledWith(plan, facts);
  expect(lines.map(({ day, amount }) => `${dayOf(day)} ${amount}`).sort()).toEqual([
    '2027-12-30 22000',
    '2027-12-31 22000',
    '2028-01-01 30000',
  ]);
});

test('settled lines of an erased participant stay, with their place, band and room', () => {
  const plan = aPlan([withBands([1, undefined], [100, 50])], {
    whole: aWhole({
      limits: [limit(140)],
      payers: [
        {
          clause: 'Payment/first',
          pays: {
            is: 'first',
            payer: 'Health',
            sum: pounds(120),
            eachYear: false,
            rest: 'Council',
          },
        },
      ],
    }),
  });
  const facts = [
    ...people('A', 'B', 'C'),
    achieved('A', '2028-01-10'),
    achieved('B', '2028-01-11'),
    achieved('C', '2028-01-12'),
  ];
  const settled = settledWith(plan, facts);
  expect(eachOf(settled)).toBe('A £100, B £40, C £0');
  for (const erased of ['A', 'B', 'C']) {
    const given = settled.lines
      .filter(({ participant }) => participant === erased)
      .map((line) => ({
        line,
        notPaid: settled.notPaid.filter((each) => each.line === line.line),
      }));
    const left = facts.filter(({ participant }) => participant !== erased);
    const later = owed(plan, left, { ...end, given });
    expect(later.lines).toEqual(settled.lines);
    expect(later.notPaid).toEqual(settled.notPaid);
    const asAtEnd = { ...end, given };
    for (const { line, amount } of later.lines) {
      const why = whyLine({ plan, facts: left, asAt: asAtEnd }, line);
      expect(why && recomputeFromWhy(why)).toBe(amount);
    }
  }
});

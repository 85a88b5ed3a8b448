import { expect, test } from 'vitest';
import { type Day, dayNumber, dayOf, workingDaysOf } from '../../src/calendar/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import { fraction } from '../../src/money/index.ts';
import type { CohortPlan, MeasurePlan } from '../../src/settlement/plan/measure-plan.ts';
import type { OutcomePlan, Plan, WholePlan } from '../../src/settlement/plan/plan.ts';
import { aFact, anOutcome, aPlan, asAt, attached } from './by-hand.ts';
import { owedByOracle } from './oracle.ts';

// The small cases of several participants, each worked by hand.

const days = ['2027-01-01', '2027-12-31'] as const;
const job = anOutcome({
  name: 'Job',
  condition: { is: 'happens', kinds: ['job'] },
  pounds: 100,
  times: 'any',
});

/** Somebody attached on the first day, with whom else it is said. */
function someone(participant: string, provider = 'Bright Futures'): Fact {
  return { ...attached('2027-01-01'), id: `A-${participant}`, participant, provider };
}

function gotJob(participant: string, day: Day, known: Day = day): Fact {
  return { ...aFact('job', { day }), participant, known: dayNumber(known) };
}

function contract(whole: Partial<WholePlan>, outcomes: readonly OutcomePlan[] = [job]): Plan {
  return aPlan(days, outcomes, whole);
}

/** What each line pays, in pounds, by participant or by what it is for. */
function paid(plan: Plan, facts: readonly Fact[], day: Day): string {
  return owedByOracle(plan, facts, asAt(day))
    .lines.map((line) => `${line.participant ?? line.outcome} ${Number(line.amount) / 100}`)
    .join(', ');
}

function pounds(amount: number) {
  return fraction(amount * 100);
}

function period(first: Day, last: Day) {
  return { name: first, first: dayNumber(first), last: dayNumber(last) };
}

const bands: OutcomePlan = {
  ...job,
  price: {
    ...job.price,
    rows: [
      { with: [], band: 0, price: pounds(100) },
      { with: [], band: 1, price: pounds(50) },
    ],
    bands: {
      clause: 'Prices/bands',
      sizes: [2, undefined],
      per: 'contract',
      over: 'contract',
      how: 'own',
    },
  },
};

const ABC = [
  ...['A', 'B', 'C'].map((each) => someone(each)),
  gotJob('A', '2027-01-10'),
  gotJob('B', '2027-01-11'),
  gotJob('C', '2027-01-12'),
];

test('two at £100, then £50; with A withdrawn C is one of two, and goes up by £50', () => {
  const plan = contract({}, [bands]);
  expect(paid(plan, ABC, '2027-01-31')).toBe('A 100, B 100, C 50');
  const [first] = ABC.filter(({ kind }) => kind === 'job') as [Fact];
  const withdrawn = { ...aFact('withdrawn', { day: '2027-02-10' }), participant: 'A' };
  const facts = [...ABC, { ...withdrawn, replaces: first.id }];
  expect(paid(plan, facts, '2027-02-28')).toBe('B 100, C 100');
});

test('a limit of £300, used up by three, gives a late fact of an earlier day nothing', () => {
  const limit = {
    clause: 'L',
    most: pounds(300),
    per: { is: 'contract' },
    eachYear: false,
  } as const;
  const facts = [...ABC, someone('D'), gotJob('D', '2027-01-02', '2027-03-01')];
  expect(paid(contract({ limits: [limit] }), facts, '2027-03-31')).toBe('A 100, B 100, C 100, D 0');
});

test('bands come before the limit of a participant: £100, then £20 of the £50 that band two pays', () => {
  const plan = contract({}, [bands]);
  const [version] = plan.versions;
  const limit = { clause: 'Own', most: pounds(120), per: 'participant', eachYear: false } as const;
  const group = { group: 'all', outcomes: [bands], limits: [limit] };
  const limited = { ...plan, versions: [{ ...version, groups: new Map([['all', group]]) }] };
  const facts = [someone('A'), someone('B'), gotJob('B', '2027-01-02')];
  const two = [gotJob('A', '2027-01-03'), gotJob('A', '2027-01-04')];
  expect(paid(limited as Plan, [...facts, ...two], '2027-01-31')).toBe('B 100, A 100, A 20');
});

test('£250 for a provider and £150 for an outcome over the same lines: each uses both, £100 and £50', () => {
  const plan = contract({
    limits: [
      { clause: 'P', most: pounds(250), per: { is: 'each provider' }, eachYear: false },
      {
        clause: 'O',
        most: pounds(150),
        per: { is: 'contract' },
        outcomes: ['Job'],
        eachYear: false,
      },
    ],
  });
  expect(paid(plan, ABC, '2027-01-31')).toBe('A 100, B 50, C 0');
});

test('one in two of three people: the first is payable with the second of them, the second never', () => {
  const count = { clause: 'N', outcomes: ['Job'], share: fraction(1, 2) } as const;
  const plan = contract({ counts: [{ ...count, of: 'attached', per: 'contract' }] });
  const late = { ...someone('C'), day: dayNumber('2027-02-01'), known: dayNumber('2027-02-01') };
  const facts = [someone('A'), late, gotJob('A', '2027-01-10'), gotJob('A', '2027-01-11')];
  const { lines } = owedByOracle(plan, facts, asAt('2027-03-31'));
  const told = lines.map(({ payableOn, amount }) => [payableOn && dayOf(payableOn), amount]);
  expect(told).toEqual([
    ['2027-02-01', 10_000n],
    [null, 0n],
  ]);
});

test('a pot of £100 at the close, by two and one: £66.67 and £33.33; before it there is none', () => {
  const closed = { ...period('2027-01-01', '2027-06-30'), closesOn: dayNumber('2027-07-31') };
  const plan = contract({
    pots: [
      {
        clause: 'Pot',
        order: 9,
        outcomes: ['Job'],
        periods: [closed],
        size: { is: 'fixed', amount: pounds(100) },
      },
    ],
  });
  const other = [someone('D', 'Clear Path'), gotJob('D', '2027-03-01')];
  const facts = [someone('A'), gotJob('A', '2027-01-10'), gotJob('A', '2027-01-11'), ...other];
  expect(paid(plan, facts, '2027-07-30')).toBe('A 100, A 100, D 100');
  expect(paid(plan, facts, '2027-07-31')).toContain('pot 66.67, pot 33.33');
});

test('thirds of 100 lines of £100: each pays £3,333.33 or £3,333.34 in all, not £3,333 or £3,334', () => {
  const shares = ['Council', 'Board', 'Fund'].map((payer) => ({ payer, share: fraction(1, 3) }));
  const plan = contract({ payers: [{ clause: 'Payers', pays: { is: 'shares', shares } }] });
  const jobs = Array.from({ length: 100 }, (_, index) => {
    const day = dayOf(dayNumber('2027-01-02') + index);
    return gotJob('A', day);
  });
  const { lines } = owedByOracle(plan, [someone('A'), ...jobs], asAt('2027-12-31'));
  const sums = shares.map(({ payer }) =>
    lines
      .flatMap(({ payers }) => payers)
      .reduce((sum, each) => (each.payer === payer ? sum + each.amount : sum), 0n),
  );
  expect(sums).toEqual([333_333n, 333_334n, 333_333n]);
});

const cohort = (first: Day, last: Day): CohortPlan => ({
  ...period(first, last),
  takenOn: dayNumber('2027-11-01'),
});

const half: MeasurePlan = {
  name: 'Half',
  clause: 'Measures/Half',
  order: 1000,
  wording: 'the share of those attached who achieve Job',
  core: { is: 'share', outcomes: ['Job'] },
  of: 'attached',
  cohorts: [cohort('2027-01-01', '2027-06-30'), cohort('2027-07-01', '2027-10-31')],
  per: 'programme',
  unknown: 'not',
};

test('a gate at 50%: one of two is enough, one of three is not, and nothing of any limit is used', () => {
  const gate = { clause: 'Gate', outcomes: ['Job'], measures: [], measure: 'Half' } as const;
  const gates = [{ ...gate, least: fraction(1, 2), strictly: false }];
  const plan = contract({ measures: [half], gates });
  const two = [someone('A'), someone('B'), gotJob('A', '2027-02-01')];
  expect(paid(plan, two, '2027-10-31')).toBe('A 0');
  expect(paid(plan, two, '2027-11-01')).toBe('A 100');
  expect(paid(plan, [...two, someone('C')], '2027-11-01')).toBe('A 0');
});

test('a cohort paid early (1 of 1) is not paid again by the pooled test (1 of 2); the other is', () => {
  const first = { least: fraction(1), amount: pounds(1000) };
  const all = { ...cohort('2027-01-01', '2027-10-31'), name: 'pooled' };
  const pooled = { ...half, name: 'Pooled', clause: 'Measures/Pooled', cohorts: [all] };
  const own = { order: 1001, to: { is: 'own' } } as const;
  const plan = contract(
    {
      measures: [half, pooled],
      measurePayments: [
        {
          ...own,
          measure: 'Half',
          clause: 'Measures/Half',
          pays: { is: 'rows', rows: [{ under: first.least, amount: fraction(0) }, first] },
        },
        {
          ...own,
          measure: 'Pooled',
          clause: 'Measures/Pooled',
          pays: {
            is: 'each cohort unpaid',
            of: 'Half',
            least: fraction(1, 2),
            amount: pounds(700),
          },
        },
      ],
    },
    [{ ...job, price: { ...job.price, rows: [{ with: [], price: fraction(0) }] } }],
  );
  const second = { ...someone('B'), day: dayNumber('2027-08-01'), known: dayNumber('2027-08-01') };
  const facts = [someone('A'), gotJob('A', '2027-02-01'), second];
  expect(paid(plan, facts, '2027-11-01')).toBe('A 0, Half 1000, Half 0, Pooled 700');
});

test('an advance of £10,000 worked off by half of £12,345.67: £6,172.84 comes off', () => {
  const price = { ...job.price, rows: [{ with: [], price: fraction(1_234_567) }] };
  const advance = { clause: 'Advance', order: 9, amount: pounds(10_000), share: fraction(1, 2) };
  const plan = contract({ advances: [{ ...advance, on: { is: 'joining' } }] }, [{ ...job, price }]);
  const facts = [someone('A'), gotJob('A', '2027-02-01')];
  expect(paid(plan, facts, '2027-02-28')).toBe('advance 10000, advance -6172.84, A 12345.67');
});

test('a grant of £10,000 in thirds, from 1 April: £0 of January, 91 of 91 days of the next', () => {
  const part = (first: Day, last: Day) => ({
    ...period(first, last),
    amount: fraction(1_000_000, 3),
    dueOn: dayNumber(first),
  });
  const parts = [part('2027-01-01', '2027-03-31'), part('2027-04-01', '2027-06-30')];
  const fee = { clause: 'Grant', name: 'grant', order: 9, to: { is: 'each provider' } } as const;
  const plan = contract({ fees: [{ ...fee, on: { is: 'periods', parts } }] });
  const joined = { ...aFact('joined', { day: '2027-04-01' }), provider: 'Bright Futures' };
  const { participant: _sam, ...fact } = joined;
  expect(paid(plan, [fact], '2027-06-30')).toBe('grant 3333.33');
});

test('a guarantee of 10 referrals at £50 each, 3 had: 7 short, £350', () => {
  const year = { ...period(...days), closesOn: dayNumber(days[1]) };
  const least = { is: 'referrals', count: 10, amountShort: pounds(50) } as const;
  const plan = contract({ guarantees: [{ clause: 'G', order: 9, years: [year], least }] });
  const facts = [someone('A'), someone('B'), someone('C')];
  expect(paid(plan, facts, '2027-12-30')).toBe('');
  expect(paid(plan, facts, '2027-12-31')).toBe('guarantee 350');
});

test('a claim of Friday 8 January, not decided in 15 working days, counts from 30 January', () => {
  const working = workingDaysOf('England');
  if (working === undefined) throw new Error('England has working days');
  const deemed = { clause: 'D', length: { count: 15, unit: 'working day' } } as const;
  const plan = contract({ timeliness: { deemed, working } });
  const claim = { ...gotJob('A', '2027-01-08'), state: 'claimed' } as const;
  expect(paid(plan, [someone('A'), claim], '2027-01-29')).toBe('A 0');
  expect(paid(plan, [someone('A'), claim], '2027-01-30')).toBe('A 100');
});

test('£30 off for each complaint, after a limit of £50, which it frees nothing of', () => {
  const limit = {
    clause: 'L',
    most: pounds(50),
    per: { is: 'contract' },
    eachYear: false,
  } as const;
  const deduction = { clause: 'D', order: 9, kinds: ['complaint'], amount: pounds(30) };
  const plan = contract({ limits: [limit], deductions: [deduction] });
  const complaint = { ...aFact('complaint', { day: '2027-01-20' }), participant: 'A' };
  const facts = [someone('A'), gotJob('A', '2027-01-10'), complaint];
  expect(paid(plan, facts, '2027-01-31')).toBe('A 50, deduction -30');
});

const shared = {
  clause: 'L',
  per: { is: 'contract' },
  eachYear: false,
  shared: [{ ...period(...days), closesOn: dayNumber('2028-01-31') }],
} as const;

const threeToOne = [
  someone('A'),
  someone('B', 'Clear Path'),
  ...['2027-01-10', '2027-01-11', '2027-01-12'].map((day) => gotJob('A', day as Day)),
  gotJob('B', '2027-02-01'),
];

test('£200 shared by earnings of £300 and £100: £150 and £50 at the close, and nothing before', () => {
  const plan = contract({ limits: [{ ...shared, most: pounds(200) }] });
  expect(paid(plan, threeToOne, '2028-01-30')).toBe('');
  expect(paid(plan, threeToOne, '2028-01-31')).toBe('A 50, A 50, A 50, B 50');
  const { forecast } = owedByOracle(plan, threeToOne, asAt('2027-03-01'));
  expect(forecast.map(({ amount }) => amount)).toEqual([5000n, 5000n, 5000n, 5000n]);
});

test('£100 shared by three equal lines: £33.34, £33.33 and £33.33; £300 leaves each whole', () => {
  const limited = (most: number) => contract({ limits: [{ ...shared, most: pounds(most) }] });
  expect(paid(limited(100), ABC, '2028-02-01')).toBe('A 33.34, B 33.33, C 33.33');
  expect(paid(limited(300), ABC, '2028-02-01')).toBe('A 100, B 100, C 100');
});

test('what is learnt after the close makes the shares anew and stands in line on its own day', () => {
  const plan = contract({ limits: [{ ...shared, most: pounds(100) }] });
  const facts = [...ABC, gotJob('A', '2027-01-02', '2028-03-01')];
  expect(paid(plan, facts, '2028-02-29')).toBe('A 33.34, B 33.33, C 33.33');
  expect(paid(plan, facts, '2028-03-01')).toBe('A 25, B 25, C 25, A 25');
});

test('what a limit first come cuts besides is not shared out again: £75, £75, £10, £0 of £300', () => {
  const firstCome = {
    clause: 'F',
    most: pounds(160),
    per: { is: 'each provider' },
    eachYear: false,
  } as const;
  const plan = contract({ limits: [{ ...shared, most: pounds(300) }, firstCome] });
  const four = [...ABC, someone('D'), gotJob('D', '2027-02-01')];
  expect(paid(plan, four, '2028-02-01')).toBe('A 75, B 75, C 10, D 0');
});

test('of two shared limits over a line the lesser share, once both have closed', () => {
  const later = { ...shared.shared[0], closesOn: dayNumber('2028-06-30') };
  const jobs = { ...shared, clause: 'J', most: pounds(60), outcomes: ['Job'], shared: [later] };
  const plan = contract({ limits: [{ ...shared, most: pounds(150) }, jobs] });
  expect(paid(plan, ABC, '2028-06-29')).toBe('');
  expect(paid(plan, ABC, '2028-06-30')).toBe('A 20, B 20, C 20');
});

test('each year has its own, and what is not verified takes no part', () => {
  const half = period('2027-07-01', '2027-12-31');
  const years = [
    { ...period('2027-01-01', '2027-06-30'), closesOn: dayNumber('2027-06-30') },
    { ...half, closesOn: half.last },
  ];
  const plan = contract({
    limits: [{ ...shared, most: pounds(100), eachYear: true, shared: years }],
  });
  const claimed = { ...gotJob('C', '2027-01-20'), state: 'claimed' } as const;
  const facts = [...ABC, claimed, gotJob('A', '2027-08-01')];
  expect(paid(plan, facts, '2027-08-31')).toBe('A 33.34, B 33.33, C 33.33, C 0');
  expect(paid(plan, facts, '2027-12-31')).toContain('C 33.33, A 100');
});

test('of a claim nothing waits before the close, and then what the limit has left: £50 of £250', () => {
  const plan = contract({ limits: [{ ...shared, most: pounds(250) }] });
  const claimed = { ...gotJob('C', '2027-01-20'), state: 'claimed' } as const;
  const facts = [...ABC.slice(0, 5), claimed];
  const notPaid = (day: Day) =>
    owedByOracle(plan, facts, asAt(day)).lines.flatMap((line) =>
      line.notPaid.map(({ reason, amount }) => `${line.participant} ${reason} ${amount}`),
    );
  expect(notPaid('2028-01-30')).toEqual(['C limit 10000']);
  expect(notPaid('2028-01-31')).toEqual(['C not_verified 5000', 'C limit 5000']);
});

// Step 12 of docs/settlement.md: who pays how much of each line.
import { describe, expect, test } from 'vitest';
import { asAt } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import {
  achieved,
  attachedAtFirst,
  erasing,
  paidInLine,
  payersInLine,
  saying,
  unpaidInLine,
} from '../../../test/support/makers/many.ts';
import { anOutcome, aVersion, planFrom, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { dayNumber } from '../../calendar/index.ts';
import { fraction } from '../../money/index.ts';
import { type OutcomePlan, owed } from '../index.ts';
import type { PayerLimitPlan, PayerPlan, WideLimitPlan } from '../plan/money-plan.ts';

const end = asAt('2032-03-31');
const settled = anOutcome({ times: 9 });
const qualified = anOutcome({
  name: 'Qualified',
  times: 9,
  condition: { is: 'happens', kinds: ['qualified'] },
});
const council = 'Northshire Council';

const three = [
  ...attachedAtFirst('A'),
  achieved('A', '2027-06-01'),
  achieved('A', '2027-06-02'),
  achieved('A', '2027-06-03'),
];
const mixed = [
  ...attachedAtFirst('A'),
  achieved('A', '2027-06-01'),
  achieved('A', '2027-06-02', { kind: 'qualified' }),
  achieved('A', '2027-06-03'),
];

/** The same outcome, paid the other way. */
function takenBack(outcome: OutcomePlan): OutcomePlan {
  return { ...outcome, price: { ...outcome.price, reverse: { clause: 'Prices/reverse' } } };
}

function costing(outcome: OutcomePlan, pence: number): OutcomePlan {
  return { ...outcome, price: { ...outcome.price, rows: [{ with: [], price: fraction(pence) }] } };
}

function rule(pays: PayerPlan['pays'], words: Partial<PayerPlan> = {}): PayerPlan {
  return { clause: 'Payment/payers', pays, ...words };
}

/** A payer, and its share: so much over so much. */
type Part = readonly [string, number, number];

function shared(...parts: readonly Part[]): PayerPlan['pays'] {
  const shares = parts.map(([payer, over, under]) => ({ payer, share: fraction(over, under) }));
  return { is: 'shares', shares };
}

function first(sum: number, words: Readonly<{ eachYear?: boolean }> = {}): PayerPlan['pays'] {
  const { eachYear = false } = words;
  return { is: 'first', payer: 'Health', sum: pounds(sum), eachYear, rest: 'Police' };
}

function fixed(amount: number): PayerPlan['pays'] {
  return { is: 'fixed', payer: 'Health', amount: pounds(amount), rest: 'Police' };
}

describe('shares', () => {
  const halves = rule(shared(['Health', 1, 2], ['Police', 1, 2]));

  test('of what is left the commissioner pays the rest, if there is any', () => {
    const paid = (...parts: readonly Part[]) =>
      payersInLine(owed(saying({ payers: [rule(shared(...parts))] }), three.slice(0, 2), end));
    expect(paid(['Health', 1, 4])).toEqual([`Health £55, ${council} £165`]);
    expect(paid(['Health', 1, 4], ['Police', 3, 4])).toEqual(['Health £55, Police £165']);
    expect(paid([council, 1, 4])).toEqual([`${council} £220`]);
  });

  test('of the running total each pays what its rounded share grew by: 1p by halves', () => {
    const plan = saying({ payers: [halves] }, [costing(settled, 1)]);
    // Half of 1p is rounded to 1p, of 2p it is 1p, of 3p it is 2p.
    expect(payersInLine(owed(plan, three, end))).toEqual([
      'Health £0.01',
      'Police £0.01',
      'Health £0.01',
    ]);
  });

  test('each clause, provider, payee and sentence has its own running total', () => {
    const shares = [{ payee: 'College', share: fraction(1, 2), clause: 'Prices/share' }];
    const two = costing(settled, 2);
    const outcome = { ...two, price: { ...two.price, shares } };
    const plan = saying({ payers: [halves] }, [outcome, costing(qualified, 1)]);
    const facts = [
      ...attachedAtFirst('A', 'B of Harbour'),
      achieved('A', '2027-06-01'),
      achieved('B', '2027-06-02'),
      achieved('A', '2027-06-03', { kind: 'qualified' }),
      achieved('A', '2027-06-04'),
    ];
    expect(payersInLine(owed(plan, facts, end))).toEqual([
      'Health £0.01',
      'Health £0.01',
      'Health £0.01',
      'Health £0.01',
      'Health £0.01',
      'Police £0.01',
      'Police £0.01',
    ]);
  });

  test('the first sentence that covers a line divides it; what none covers the commissioner pays', () => {
    const own = rule(shared(['Health', 1, 2]), { outcomes: ['Qualified'] });
    const all = rule(shared(['Police', 1, 2]), { clause: 'Payment/payers 2' });
    const paid = (payers: readonly PayerPlan[]) =>
      payersInLine(owed(saying({ payers }, [settled, qualified]), mixed, end));
    expect(paid([own, all])).toEqual([
      `Police £110, ${council} £110`,
      `Health £110, ${council} £110`,
      `Police £110, ${council} £110`,
    ]);
    expect(paid([all, own])).toEqual(Array(3).fill(`Police £110, ${council} £110`));
    expect(paid([own])).toEqual([
      `${council} £220`,
      `Health £110, ${council} £110`,
      `${council} £220`,
    ]);
  });

  test('a page that names no payers names none on its lines', () => {
    const all = owed(saying({}), three, end);
    expect(all.lines.map(({ payers }) => payers)).toEqual([undefined, undefined, undefined]);
  });

  test('a line of nothing is paid by nobody', () => {
    const plan = saying({ payers: [halves] }, [costing(settled, 0)]);
    expect(owed(plan, three.slice(0, 2), end).lines.map(({ payers }) => payers)).toEqual([[]]);
  });

  test('of what is paid, limits deducted', () => {
    const limit: WideLimitPlan = {
      clause: 'Limits/all',
      most: pounds(300),
      per: { is: 'contract' },
      eachYear: false,
    };
    const plan = saying({ payers: [halves], limits: [limit] });
    expect(payersInLine(owed(plan, three.slice(0, 3), end))).toEqual([
      'Health £110, Police £110',
      'Health £40, Police £40',
    ]);
  });
});

describe('the first so much', () => {
  test('in all or in each year, by the year of the outcome’s day', () => {
    const facts = [
      ...attachedAtFirst('A'),
      achieved('A', '2028-03-30'),
      achieved('A', '2028-03-31'),
      achieved('A', '2028-04-01'),
    ];
    const paid = (eachYear: boolean) =>
      payersInLine(owed(saying({ payers: [rule(first(300, { eachYear }))] }), facts, end));
    expect(paid(false)).toEqual(['Health £220', 'Health £80, Police £140', 'Police £220']);
    expect(paid(true)).toEqual(['Health £220', 'Health £80, Police £140', 'Health £220']);
  });

  test('what is taken back makes room again', () => {
    const plan = saying({ payers: [rule(first(300))] }, [settled, takenBack(qualified)]);
    expect(payersInLine(owed(plan, mixed, end))).toEqual([
      'Health £220',
      'Health -£220',
      'Health £220',
    ]);
    const small = saying({ payers: [rule(first(100))] }, [settled, takenBack(qualified)]);
    expect(payersInLine(owed(small, mixed, end))).toEqual([
      'Health £100, Police £120',
      'Health -£100, Police -£120',
      'Health £100, Police £120',
    ]);
  });

  test('of the outcomes named in one sentence together, of each sentence its own', () => {
    const both = rule(first(300), { outcomes: ['Settled', 'Qualified'] });
    const own = rule(first(300), { outcomes: ['Settled'] });
    const other = rule(first(100), { outcomes: ['Qualified'] });
    const paid = (payers: readonly PayerPlan[]) =>
      payersInLine(owed(saying({ payers }, [settled, qualified]), mixed, end));
    expect(paid([both])).toEqual(['Health £220', 'Health £80, Police £140', 'Police £220']);
    expect(paid([own, other])).toEqual([
      'Health £220',
      'Health £100, Police £120',
      'Health £80, Police £140',
    ]);
  });

  test('the sum goes on in the next version under the same clause', () => {
    const version = (number: number, from: '2027-04-01' | '2027-06-02') =>
      aVersion([settled], {
        version: number,
        hash: String(number),
        countsFrom: dayNumber(from),
        whole: aWhole({ payers: [rule(first(300))] }),
      });
    const plan = planFrom([version(1, '2027-04-01'), version(2, '2027-06-02')]);
    expect(payersInLine(owed(plan, three.slice(0, 3), end))).toEqual([
      'Health £220',
      'Health £80, Police £140',
    ]);
  });
});

test('so much of each line is one payer’s, never less than nothing, the rest another’s', () => {
  const paid = (amount: number, outcome = settled) =>
    payersInLine(
      owed(saying({ payers: [rule(fixed(amount))] }, [outcome]), three.slice(0, 2), end),
    );
  expect(paid(150)).toEqual(['Health £150, Police £70']);
  expect(paid(220)).toEqual(['Health £220']);
  expect(paid(250)).toEqual(['Health £220']);
  expect(paid(150, takenBack(settled))).toEqual(['Police -£220']);
});

describe('the most that a payer pays', () => {
  const most = (sum: number, words: Partial<PayerLimitPlan> = {}): PayerLimitPlan => ({
    clause: 'Payment/most',
    payer: 'Health',
    most: pounds(sum),
    eachYear: false,
    ...words,
  });
  const half = [rule(shared(['Health', 1, 2]))];

  test('is of its own portions; beyond it another pays, or nobody', () => {
    const shown = (limit: PayerLimitPlan) => {
      const all = owed(saying({ payers: half, payerLimits: [limit] }), three, end);
      return [...payersInLine(all), ...unpaidInLine(all)];
    };
    expect(shown(most(150, { beyond: 'Police' }))).toEqual([
      `Health £110, ${council} £110`,
      `Health £40, ${council} £110, Police £70`,
      `${council} £110, Police £110`,
    ]);
    expect(shown(most(150))).toEqual([
      `Health £110, ${council} £110`,
      `Health £40, ${council} £110`,
      `${council} £110`,
      'A limit £70',
      'A limit £110',
    ]);
    expect(shown(most(330))).toEqual(Array(3).fill(`Health £110, ${council} £110`));
  });

  test('in each year begins again with the year of the outcome’s day', () => {
    const facts = [
      ...attachedAtFirst('A'),
      achieved('A', '2028-03-30'),
      achieved('A', '2028-03-31'),
      achieved('A', '2028-04-01'),
    ];
    const paid = (eachYear: boolean) => {
      const payerLimits = [most(300, { payer: council, eachYear, beyond: 'Police' })];
      return payersInLine(owed(saying({ payerLimits }), facts, end));
    };
    const two = [`${council} £220`, `${council} £80, Police £140`];
    expect(paid(true)).toEqual([...two, `${council} £220`]);
    expect(paid(false)).toEqual([...two, 'Police £220']);
  });

  test('limits act in page order: beyond the first the second payer, beyond its own nobody', () => {
    const payerLimits = [
      most(100, { payer: council, beyond: 'Health' }),
      most(150, { clause: 'Payment/most 2' }),
    ];
    const all = owed(saying({ payerLimits }), three.slice(0, 3), end);
    expect(payersInLine(all)).toEqual([`${council} £100, Health £120`, 'Health £30']);
    expect(all.notPaid.map(({ clause, amount }) => [clause, amount])).toEqual([
      ['Payment/most 2', 19000n],
    ]);
  });

  test('two limits of one payer are two sums; of one clause each payer has its own', () => {
    const payers = [rule(shared(['Health', 1, 2], ['Police', 1, 2]))];
    const payerLimits = [
      most(150, { beyond: council }),
      most(120, { payer: 'Police', beyond: council }),
    ];
    const all = owed(saying({ payers, payerLimits }), three.slice(0, 3), end);
    expect(payersInLine(all)).toEqual([
      'Health £110, Police £110',
      `Health £40, Police £10, ${council} £170`,
    ]);
  });

  test('what is taken back goes back to who paid it, and where another pays beyond makes room', () => {
    const shown = (words: Partial<PayerLimitPlan>) => {
      const payerLimits = [most(100, { payer: council, ...words })];
      const all = owed(saying({ payerLimits }, [settled, takenBack(qualified)]), mixed, end);
      return [...payersInLine(all), ...unpaidInLine(all)];
    };
    expect(shown({ beyond: 'Police' })).toEqual([
      `${council} £100, Police £120`,
      `${council} -£100, Police -£120`,
      `${council} £100, Police £120`,
    ]);
    expect(shown({})).toEqual([
      `${council} £100`,
      `${council} -£220`,
      '',
      'A limit £120',
      'A limit £220',
    ]);
  });

  test('what it cut of a line had used room of the page’s limit, also once the line is given', () => {
    const limit = {
      clause: 'Limits/all',
      most: pounds(300),
      per: { is: 'contract' },
      eachYear: false,
    } as const;
    const plan = saying({ limits: [limit], payerLimits: [most(100, { payer: council })] });
    const facts = [
      ...attachedAtFirst('A', 'B'),
      achieved('A', '2027-06-01'),
      achieved('B', '2027-06-02'),
    ];
    const before = owed(plan, facts, end);
    // £220 and £80 of the £300; of these £100 are paid.
    const cuts = ['A limit £120', 'B limit £140', 'B limit £80'];
    expect(unpaidInLine(before)).toEqual(cuts);
    const left = facts.filter(({ participant }) => participant !== 'A');
    expect(unpaidInLine(owed(plan, left, erasing('A', before)))).toEqual(cuts);
  });

  test('what a limit of the page and that of a payer cut stands on the line with both', () => {
    const limit: WideLimitPlan = {
      clause: 'Limits/all',
      most: pounds(200),
      per: { is: 'contract' },
      eachYear: false,
    };
    const plan = saying({ limits: [limit], payerLimits: [most(150, { payer: council })] });
    const all = owed(plan, three.slice(0, 2), end);
    expect(paidInLine(all)).toEqual(['A £150']);
    expect(all.notPaid.map(({ clause, amount }) => [clause, amount])).toEqual([
      ['Limits/all', 2000n],
      ['Payment/most', 5000n],
    ]);
  });

  test('an advance and what works it off use no room and free none', () => {
    const advance = {
      clause: 'Payment/advance',
      order: 2001,
      amount: pounds(300),
      on: { is: 'joining' },
      share: fraction(1),
    } as const;
    const plan = saying({ advances: [advance], payerLimits: [most(200, { payer: council })] });
    const facts = [
      ofProvider('joined', '2027-04-01', { provider: 'Bright Futures' }),
      ...three.slice(0, 2),
    ];
    const all = owed(plan, facts, end);
    // All of the £220 works the advance off, of which nobody pays £20.
    expect(payersInLine(all)).toEqual([`${council} £300`, `${council} -£220`, `${council} £200`]);
  });

  test('versions without payers leave lines to the commissioner', () => {
    const second = aVersion([settled], {
      version: 2,
      hash: 'second',
      countsFrom: dayNumber('2027-06-02'),
      whole: aWhole({ payers: half }),
    });
    const plan = planFrom([aVersion([settled]), second]);
    expect(payersInLine(owed(plan, three.slice(0, 3), end))).toEqual([
      '',
      `Health £110, ${council} £110`,
    ]);
  });
});

describe('lines of somebody erased', () => {
  const facts = [
    ...attachedAtFirst('A', 'B'),
    achieved('A', '2027-06-01'),
    achieved('B', '2027-06-02'),
    achieved('A', '2027-06-03'),
    achieved('B', '2027-06-04'),
  ];

  test.each<[string, Parameters<typeof saying>[0]]>([
    ['shares', { payers: [rule(shared(['Health', 1, 3], ['Police', 1, 3]))] }],
    ['the first so much', { payers: [rule(first(500))] }],
    ['so much of each', { payers: [rule(fixed(150))] }],
    [
      'the first so much, of which nobody pays all',
      {
        payers: [rule(first(500))],
        payerLimits: [
          { clause: 'Payment/most', payer: 'Health', most: pounds(100), eachYear: false },
        ],
      },
    ],
    [
      'limits of payers',
      {
        payers: [rule(shared(['Health', 1, 2]))],
        payerLimits: [
          { clause: 'Payment/most', payer: 'Health', most: pounds(300), eachYear: true },
          {
            clause: 'Payment/most 2',
            payer: council,
            most: pounds(250),
            eachYear: false,
            beyond: 'Police',
          },
        ],
      },
    ],
  ])('keep their payers, and what they used of %s', (_, whole) => {
    const plan = saying(whole, [costing(settled, 22001)]);
    const before = owed(plan, facts, end);
    for (const name of ['A', 'B']) {
      const left = facts.filter(({ participant }) => participant !== name);
      const after = owed(plan, left, erasing(name, before));
      expect(after.lines).toEqual(before.lines);
      expect(after.notPaid).toEqual(before.notPaid);
    }
  });

  test('used of a sum what the page’s limits had left of them', () => {
    const limit: WideLimitPlan = {
      clause: 'Limits/all',
      most: pounds(260),
      per: { is: 'contract' },
      outcomes: ['Settled'],
      eachYear: false,
    };
    const plan = saying({ limits: [limit], payers: [rule(first(300))] }, [settled, qualified]);
    const all = [
      ...attachedAtFirst('A', 'B'),
      achieved('A', '2027-06-01'),
      achieved('B', '2027-06-02'),
      achieved('A', '2027-06-03', { kind: 'qualified' }),
    ];
    const before = owed(plan, all, end);
    expect(payersInLine(before)).toEqual(['Health £220', 'Health £40', 'Health £40, Police £180']);
    const left = all.filter(({ participant }) => participant !== 'B');
    expect(owed(plan, left, erasing('B', before)).lines).toEqual(before.lines);
  });

  test('without payers of their own they were the commissioner’s, and use its limits', () => {
    const before = owed(saying({}), facts, end);
    const payerLimits = [
      {
        clause: 'Payment/most',
        payer: council,
        most: pounds(500),
        eachYear: false,
        beyond: 'Police',
      },
    ];
    const left = facts.filter(({ participant }) => participant !== 'A');
    const after = owed(saying({ payerLimits }), left, erasing('A', before));
    expect(payersInLine(after)).toEqual([
      `${council} £220`,
      `${council} £220`,
      `${council} £220`,
      'Police £220',
    ]);
  });
});

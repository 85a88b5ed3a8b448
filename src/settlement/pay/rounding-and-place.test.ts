// Steps 6 and 8 of docs/settlement.md: place in line, and the one rounding of each amount.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import {
  achieved,
  attachedAtFirst,
  erasing,
  paidInLine,
  saying,
  unpaidInLine,
} from '../../../test/support/makers/many.ts';
import { anOutcome, aPlan, aVersion, planFrom, pounds } from '../../../test/support/makers/plan.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import { fraction, type Rounding } from '../../money/index.ts';
import { type OutcomePlan, owed, type VersionPlan } from '../index.ts';

const end = asAt('2032-03-31');
const settled = anOutcome({ times: 99 });
const qualified = anOutcome({
  name: 'Qualified',
  times: 9,
  condition: { is: 'happens', kinds: ['qualified'] },
});
const days = anOutcome({
  name: 'Days',
  condition: { is: 'each day', kinds: ['settled'], less: [] },
  times: 'any',
  price: { perUnit: true, rows: [{ with: [], price: fraction(335, 10) }] },
});

/** The same outcome at so many pence, or a part of a penny. */
function costing(outcome: OutcomePlan, pence: number, under = 1): OutcomePlan {
  const rows = [{ with: [], price: fraction(pence, under) }];
  return { ...outcome, price: { ...outcome.price, rows } };
}

function stay(participant: string, from: Day, to: Day, words: Readonly<{ known?: Day }> = {}) {
  return spell('settled', { from, to, ...words }, { participant, id: `S ${participant} ${from}` });
}

describe('6 place in line', () => {
  function names(plan: Parameters<typeof owed>[0], facts: Parameters<typeof owed>[1]) {
    return owed(plan, facts, end).lines.map(({ line }) => line.replace('|Bright Futures', ''));
  }

  test('numbers by size, the 2nd before the 10th', () => {
    const ten = Array.from({ length: 10 }, (_, at) =>
      achieved('A', '2027-06-01', { id: `L${at}` }),
    );
    expect(names(aPlan([settled]), [...attachedAtFirst('A'), ...ten])).toEqual(
      ten.map((_, at) => `Outcomes/Settled|A-A|${at + 1}`),
    );
  });

  test('by payable day, and of those by the day of the outcome', () => {
    const facts = [
      ...attachedAtFirst('A', 'B', 'C'),
      achieved('A', '2027-06-03', { known: '2027-06-04' }),
      achieved('B', '2027-06-02', { known: '2027-06-04' }),
      achieved('C', '2027-06-01', { known: '2027-06-05' }),
    ];
    expect(paidInLine(owed(aPlan([settled]), facts, end))).toEqual(['B £220', 'A £220', 'C £220']);
  });

  test('by participant before the order on the page, and by that before the number', () => {
    const facts = [
      ...attachedAtFirst('B', 'A'),
      achieved('B', '2027-06-01'),
      achieved('B', '2027-06-01', { id: 'L2' }),
      achieved('B', '2027-06-01', { kind: 'qualified' }),
      achieved('A', '2027-06-01', { kind: 'qualified' }),
    ];
    expect(names(aPlan([qualified, settled]), facts)).toEqual([
      'Outcomes/Qualified|A-A|1',
      'Outcomes/Qualified|A-B|1',
      'Outcomes/Settled|A-B|1',
      'Outcomes/Settled|A-B|2',
    ]);
  });

  test('then by the name of the line, and what waits after all others', () => {
    const facts = [
      attached('2027-04-02', { id: 'A-2', participant: 'A' }),
      attached('2027-04-01', { id: 'A-3', participant: 'A' }),
      achieved('A', '2027-06-01'),
      ...attachedAtFirst('B'),
      achieved('B', '2027-05-01', { state: 'claimed' }),
    ];
    expect(names(aPlan([settled]), facts)).toEqual([
      'Outcomes/Settled|A-2|1',
      'Outcomes/Settled|A-3|1',
      'Outcomes/Settled|A-B|1',
    ]);
  });

  test('months of one day by their names', () => {
    const facts = [
      ...attachedAtFirst('A'),
      stay('A', '2027-05-31', '2027-06-30', { known: '2027-09-01' }),
    ];
    const referral = { ...days, scope: 'participant' } as const;
    expect(names(aPlan([referral]), facts)).toEqual([
      'Outcomes/Days|A-A|2027-05',
      'Outcomes/Days|A-A|2027-06',
    ]);
  });
});

describe('8 running totals', () => {
  test('months are parts of one total: 3 days at 33.5p are £1.01, 6 are £2.01, 9 £3.02', () => {
    const facts = [
      ...attachedAtFirst('A'),
      stay('A', '2027-05-01', '2027-05-03'),
      stay('A', '2027-06-01', '2027-06-03'),
      stay('A', '2027-07-01', '2027-07-03'),
    ];
    expect(paidInLine(owed(aPlan([days]), facts, end))).toEqual(['A £1.01', 'A £1', 'A £1.01']);
  });

  test('each participant, attachment, outcome and version has its own', () => {
    const more = {
      ...days,
      name: 'More',
      clause: 'Outcomes/More',
      condition: { ...days.condition, kinds: ['working'] },
    } as OutcomePlan;
    const second = aVersion([days, more], {
      version: 2,
      hash: 'second',
      countsFrom: dayNumber('2027-06-01'),
    });
    const plan = planFrom([aVersion([days, more]), second]);
    const working = { ...stay('A', '2027-05-11', '2027-05-13'), kind: 'working', id: 'W' };
    const facts = [
      ...attachedAtFirst('A', 'B'),
      stay('A', '2027-05-01', '2027-05-03'),
      working,
      stay('B', '2027-05-01', '2027-05-03'),
      stay('A', '2027-06-01', '2027-06-03'),
    ];
    expect(paidInLine(owed(plan, facts, end))).toEqual([
      'A £1.01',
      'B £1.01',
      'A £1.01',
      'A £1.01',
    ]);
  });

  test('what is shown as another’s, or waits, is no part of the provider’s total', () => {
    const facts = [
      ...attachedAtFirst('A'),
      attached('2027-04-02', { id: 'A-2', participant: 'A', provider: 'Harbour' }),
      stay('A', '2027-05-01', '2027-05-03'),
      { ...stay('A', '2027-06-01', '2027-06-03'), state: 'claimed' as const },
      stay('A', '2027-07-01', '2027-07-03'),
    ];
    const all = owed(aPlan([days]), facts, end);
    const sure = all.lines.filter(({ amount }) => amount > 0n);
    expect(sure.map(({ amount }) => amount)).toEqual([101n, 100n]);
    expect(unpaidInLine(all)).toEqual([
      'A other_provider £1.01',
      'A other_provider £1',
      'A not_verified £1.01',
      'A not_verified £1.01',
    ]);
  });

  test('the parts of one line add up to it, month by month and payee by payee', () => {
    const shares = [{ payee: 'College', share: fraction(1, 2), clause: 'Prices/share' }];
    const plan = aPlan([{ ...days, price: { ...days.price, shares } }]);
    const facts = [
      ...attachedAtFirst('A'),
      stay('A', '2027-05-01', '2027-05-01'),
      stay('A', '2027-06-01', '2027-06-01'),
    ];
    // Of 16.75p a month each is paid 17p, and then 17p more, as 33.5p is rounded to 34p.
    expect(paidInLine(owed(plan, facts, end))).toEqual([
      'A £0.17',
      'A to College £0.17',
      'A £0.17',
      'A to College £0.17',
    ]);
    const once = costing(settled, 101);
    const three = [
      ...shares.map((each) => ({ ...each, share: fraction(1, 4) })),
      { payee: 'Mentors', share: fraction(1, 4), clause: 'Prices/share 2' },
    ];
    const shared = aPlan([{ ...once, price: { ...once.price, shares: three } }]);
    const one = [...attachedAtFirst('A'), achieved('A', '2027-06-01')];
    // 50.5p is 51p, 75.75p is 76p, and 101p is 101p.
    expect(paidInLine(owed(shared, one, end))).toEqual([
      'A £0.51',
      'A to College £0.25',
      'A to Mentors £0.25',
    ]);
  });
});

describe('8 rounding of the total', () => {
  const total = (unit: number, direction: Rounding['direction']): Partial<VersionPlan> => ({
    roundingOf: 'total',
    rounding: { unit: fraction(unit), direction },
  });
  const nearest = total(1, 'nearest');
  const bothDid = [
    ...attachedAtFirst('A'),
    achieved('A', '2027-06-01', { kind: 'qualified' }),
    achieved('A', '2027-06-02'),
  ];

  test('the odd unit goes to the line that lost most, of equals the earlier in line', () => {
    // 10.3p + 10.6p = 20.9p: 21p, of which the odd penny is that of the 10.6p.
    const tier = (area: string, pence: number) => ({
      with: [`area=${area}`],
      price: fraction(pence, 10),
    });
    const rows = [tier('a', 103), tier('b', 106), tier('c', 101)];
    const outcome = { ...settled, price: { ...settled.price, rows } };
    const people = (['a', 'b', 'c'] as const).map((area) =>
      attached('2027-04-01', {
        id: `A-${area}`,
        participant: area.toUpperCase(),
        with: [`area=${area}`],
      }),
    );
    const facts = [...people, ...['A', 'B', 'C'].map((name) => achieved(name, '2027-06-01'))];
    expect(paidInLine(owed(aPlan([outcome], nearest), facts, end))).toEqual([
      'A £0.10',
      'B £0.11',
      'C £0.10',
    ]);
    const thirds = aPlan([costing(settled, 32, 3)], nearest);
    // Three of 10 2/3p are 32p: two odd pennies.
    expect(paidInLine(owed(thirds, facts, end))).toEqual(['A £0.11', 'B £0.11', 'C £0.10']);
  });

  test('each clause, provider and payee has its own sum', () => {
    const half = [costing(settled, 1, 2), costing(qualified, 1, 2)];
    expect(paidInLine(owed(aPlan(half, nearest), bothDid, end))).toEqual(['A £0.01', 'A £0.01']);
    const facts = [
      ...attachedAtFirst('A', 'B of Harbour'),
      achieved('A', '2027-06-01'),
      achieved('B', '2027-06-02'),
    ];
    expect(paidInLine(owed(aPlan(half, nearest), facts, end))).toEqual(['A £0.01', 'B £0.01']);
    const shares = [{ payee: 'College', share: fraction(1, 2), clause: 'Prices/share' }];
    const one = costing(settled, 1);
    const shared = aPlan([{ ...one, price: { ...one.price, shares } }], nearest);
    expect(paidInLine(owed(shared, facts.slice(0, 1).concat(facts.slice(2, 3)), end))).toEqual([
      'A £0.01',
      'A to College £0.01',
    ]);
  });

  test('what is refused is not in the sum, and is rounded by itself', () => {
    const facts = [
      ...attachedAtFirst('A', 'B'),
      achieved('A', '2027-06-01'),
      achieved('B', '2027-06-02', { state: 'claimed' }),
    ];
    const all = owed(aPlan([costing(settled, 4, 10)], nearest), facts, end);
    expect(all.total).toBe(0n);
    const dear = owed(aPlan([costing(settled, 6, 10)], nearest), facts, end);
    expect(paidInLine(dear)).toEqual(['A £0.01', 'B £0']);
    expect(unpaidInLine(dear)).toEqual(['B not_verified £0.01']);
  });

  test('what the provider pays is shared in the same way, below nothing', () => {
    const price = { ...costing(settled, 32, 3).price, reverse: { clause: 'Prices/reverse' } };
    const three = (['2027-06-01', '2027-06-02', '2027-06-03'] as const).map((day) =>
      achieved('A', day),
    );
    const all = owed(
      aPlan([{ ...settled, price }], nearest),
      [...attachedAtFirst('A'), ...three],
      end,
    );
    expect(paidInLine(all)).toEqual(['A -£0.11', 'A -£0.11', 'A -£0.10']);
  });

  test.each([
    ['up', 'A £1'],
    ['down', 'A £0.99'],
    ['nearest', 'A £1'],
  ] as const)(
    'to the penny in the direction that the page says: 99.5p %s is %s',
    (direction, paid) => {
      const plan = aPlan([costing(settled, 199, 2)], total(1, direction));
      const facts = [...attachedAtFirst('A'), achieved('A', '2027-06-01')];
      expect(paidInLine(owed(plan, facts, end))).toEqual([paid]);
    },
  );

  test('what a larger unit adds or takes is a line of its own for each sum', () => {
    const shares = [{ payee: 'College', share: fraction(1, 4), clause: 'Prices/share' }];
    const dear = costing(settled, 12400);
    const outcome = { ...dear, price: { ...dear.price, shares } };
    const facts = [...attachedAtFirst('A'), achieved('A', '2027-06-01')];
    const rounded = (direction: Rounding['direction']) => {
      const all = owed(aPlan([outcome], total(1000, direction)), facts, end);
      return all.lines.map(({ line, amount, price, quantity, payee }) => {
        return [line, payee, amount, price.numerator, quantity.numerator];
      });
    };
    // £93 and £31: to £10 more or less.
    const first = 'Outcomes/Settled||Bright Futures|rounding';
    expect(rounded('up').slice(0, 2)).toEqual([
      [first, 'Bright Futures', 700n, 700n, 1n],
      [`${first}|College`, 'College', 900n, 900n, 1n],
    ]);
    expect(rounded('down').slice(0, 2)).toEqual([
      [first, 'Bright Futures', -300n, -300n, 1n],
      [`${first}|College`, 'College', -100n, -100n, 1n],
    ]);
    const even = owed(aPlan([costing(settled, 12000)], total(1000, 'up')), facts, end);
    expect(paidInLine(even)).toEqual(['A £120']);
  });

  test('a total of lines that are given is rounded of the others', () => {
    const plan = saying({}, [costing(settled, 32, 3)], nearest);
    const facts = [
      ...attachedAtFirst('A', 'B', 'C'),
      ...['A', 'B', 'C'].map((name) => achieved(name, '2027-06-01')),
    ];
    const before = owed(plan, facts, end);
    expect(paidInLine(before)).toEqual(['A £0.11', 'B £0.11', 'C £0.10']);
    const left = facts.filter(({ participant }) => participant !== 'C');
    // 21 1/3p are 21p: of the two the first takes the odd penny.
    expect(paidInLine(owed(plan, left, erasing('C', before)))).toEqual([
      'A £0.11',
      'B £0.10',
      'C £0.10',
    ]);
  });
});

describe('lines of somebody erased', () => {
  const month = { ...days, price: { ...days.price, rows: [{ with: [], price: pounds(10) }] } };
  const shares = [{ payee: 'College', share: fraction(1, 4), clause: 'Prices/share' }];

  test('are as they were, whatever they are of: days, shares, what waits and what is refused', () => {
    const shared = { ...settled, price: { ...settled.price, shares } };
    const plan = saying({}, [month, shared, qualified]);
    const facts = [
      ...attachedAtFirst('A', 'B'),
      attached('2027-05-01', { id: 'A-2', participant: 'A', provider: 'Harbour' }),
      stay('A', '2027-05-10', '2027-06-05'),
      achieved('A', '2027-06-01'),
      achieved('A', '2027-06-02', { kind: 'qualified', state: 'claimed' }),
      achieved('B', '2027-06-03'),
    ];
    const before = owed(plan, facts, end);
    const left = facts.filter(({ participant }) => participant !== 'A');
    const after = owed(plan, left, erasing('A', before));
    expect(after.lines).toEqual(before.lines);
    expect(after.notPaid).toEqual(before.notPaid);
    expect(after.total).toBe(27000n + 44000n);
  });

  test('of which pennies were shared are not rounded again', () => {
    const one = costing(settled, 1);
    const half = shares.map((each) => ({ ...each, share: fraction(1, 2) }));
    const plan = saying({}, [{ ...one, price: { ...one.price, shares: half } }]);
    const facts = [...attachedAtFirst('A'), achieved('A', '2027-06-01')];
    const before = owed(plan, facts, end);
    expect(paidInLine(before)).toEqual(['A £0.01', 'A to College £0']);
    expect(owed(plan, [], erasing('A', before)).lines).toEqual(before.lines);
  });

  test('of two groups and versions keep their own', () => {
    const second = aVersion([settled], {
      version: 2,
      hash: 'second',
      countsFrom: dayNumber('2028-01-01'),
      groups: new Map([['hard', { group: 'hard', outcomes: [qualified, settled], limits: [] }]]),
    });
    const plan = planFrom([aVersion([settled, qualified]), second]);
    const facts = [
      ...attachedAtFirst('A'),
      achieved('A', '2027-06-01'),
      happened('left', '2027-12-31', { participant: 'A' }),
      attached('2028-01-01', { id: 'A-2', participant: 'A', group: 'hard' }),
      achieved('A', '2028-06-01'),
    ];
    const before = owed(plan, facts, end);
    const after = owed(plan, [], erasing('A', before));
    expect(after.lines).toEqual(before.lines);
    expect(after.lines.map(({ group, version }) => [group, version])).toEqual([
      ['leaving', 1],
      ['hard', 2],
    ]);
  });
});

// Step 9 of docs/settlement.md: when grants and fees fall due, and how they are shared and said.
import { describe, expect, test } from 'vitest';
import { asAt as on } from '../../../test/support/makers/facts.ts';
import { aGround, aWholePlan, duesShown, ofProvider } from '../../../test/support/makers/ground.ts';
import { aVersion, planFrom, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { divide, type Fraction, formatMajor, fraction } from '../../money/index.ts';
import type { Due } from '../due/due.ts';
import { owed } from '../owed.ts';
import type { FeePart, FeePlan } from '../plan/money-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { otherLines } from './index.ts';

function aPart(first: Day, last: Day, amount: Fraction, dueOn: Day = first): FeePart {
  const days = { first: dayNumber(first), last: dayNumber(last), dueOn: dayNumber(dueOn) };
  return { name: first, ...days, amount };
}

function aGrant(parts: readonly FeePart[], words: Partial<FeePlan> = {}): FeePlan {
  return {
    clause: 'Payment/grant',
    name: 'grant',
    order: 2001,
    to: { is: 'each provider' },
    on: { is: 'periods', parts },
    ...words,
  };
}

const onJoining = (amount: number): Partial<FeePlan> => ({
  on: { is: 'joining', amount: pounds(amount) },
});

const forAll = { to: { is: 'all providers' } } as const;
const third = divide(pounds(100), fraction(3));
const threeMonths = [
  aPart('2027-04-01', '2027-04-30', third),
  aPart('2027-05-01', '2027-05-31', third),
  aPart('2027-06-01', '2027-06-30', third),
] as const;

const [anchor, harbour] = ['Anchor', 'Harbour'].map((provider) =>
  ofProvider('joined', '2027-04-01', { provider }),
) as [Fact, Fact];

function duesOf(plan: Plan, others: readonly Fact[], day: Day): readonly Due[] {
  return otherLines(aGround(plan, day, { others })).dues;
}

/** What lines come to, by whose they are and the day on which their period begins. */
function amountsOf(plan: Plan, others: readonly Fact[], day: Day = '2028-03-31') {
  return duesOf(plan, others, day).map((due) => {
    const [, period, provider] = due.line.split('|');
    return `${provider} ${period}: ${formatMajor(due.gross, 'GBP')}`;
  });
}

function said(due: Due | undefined): readonly string[] {
  return due?.basis.is === 'other' ? due.basis.explain() : [];
}

describe('A grant shared among all providers', () => {
  test('£100 in three months among two: £33.33, £33.34 and £33.33, the odd penny to the first', () => {
    // The running total rounds to £33.33, £66.67 and £100; each month's growth is halved.
    const plan = aWholePlan({ fees: [aGrant(threeMonths, forAll)] });
    expect(amountsOf(plan, [harbour, anchor])).toEqual([
      'Anchor 2027-04-01: 16.67',
      'Harbour 2027-04-01: 16.66',
      'Anchor 2027-05-01: 16.67',
      'Harbour 2027-05-01: 16.67',
      'Anchor 2027-06-01: 16.67',
      'Harbour 2027-06-01: 16.66',
    ]);
  });

  test('the total runs by days, in whatever order the page names the parts', () => {
    const named = aWholePlan({ fees: [aGrant(threeMonths.toReversed(), forAll)] });
    const usual = aWholePlan({ fees: [aGrant(threeMonths, forAll)] });
    expect([...amountsOf(named, [anchor])].sort()).toEqual(amountsOf(usual, [anchor]));
    expect(amountsOf(usual, [anchor])).toEqual([
      'Anchor 2027-04-01: 33.33',
      'Anchor 2027-05-01: 33.34',
      'Anchor 2027-06-01: 33.33',
    ]);
  });

  test('of parts that begin on one day the one that ends first comes first in the total', () => {
    const inAll = aPart('2027-04-01', '2027-06-30', third);
    for (const to of [forAll.to, { is: 'each provider' } as const]) {
      const fee = aGrant([inAll, threeMonths[0]], { to });
      const days = duesOf(aWholePlan({ fees: [fee] }), [anchor], '2028-03-31').map((due) => {
        return `${dayOf(due.day)}: ${formatMajor(due.gross, 'GBP')}`;
      });
      expect([...days].sort()).toEqual(['2027-04-30: 33.33', '2027-06-30: 33.34']);
    }
    const within = aGrant([threeMonths[1], inAll], forAll);
    expect(amountsOf(aWholePlan({ fees: [within] }), [anchor])).toEqual([
      'Anchor 2027-04-01: 33.33',
      'Anchor 2027-05-01: 33.34',
    ]);
  });

  test('it falls due on its day and no sooner, and whoever joins after that has no part in it', () => {
    const part = aPart('2027-04-01', '2027-06-30', pounds(900), '2027-05-10');
    const plan = aWholePlan({ fees: [aGrant([part], forAll)] });
    const late = ofProvider('joined', '2027-05-11', { provider: 'Lantern' });
    expect(amountsOf(plan, [anchor, harbour, late], '2027-05-09')).toEqual([]);
    expect(amountsOf(plan, [late])).toEqual([]);
    const dues = duesOf(plan, [anchor, harbour, late], '2027-05-10');
    expect(duesShown(dues)).toEqual([
      'grant 2027-04-01 to Anchor on 2027-05-10: £450',
      'grant 2027-04-01 to Harbour on 2027-05-10: £450',
    ]);
    expect(duesOf(plan, [anchor, late], '2027-12-31').map(({ basis }) => basis)).toMatchObject([
      { factors: [], facts: [anchor.id] },
    ]);
  });

  test('each is paid its part once its joining is known, and the line names all who share', () => {
    const part = aPart('2027-04-01', '2027-06-30', pounds(900));
    const plan = aWholePlan({ fees: [aGrant([part], forAll)] });
    const late = { ...harbour, known: dayNumber('2027-05-20') };
    const [first, second] = duesOf(plan, [anchor, late], '2027-06-30');
    expect([first, second].map((due) => dayOf(due?.payableOn ?? 0))).toEqual([
      '2027-04-01',
      '2027-05-20',
    ]);
    expect(said(first)).toEqual([
      'A grant of £900 for 1 April 2027 to 30 June 2027 falls due on 1 April 2027.',
      'It is shared equally among those who took part on 1 April 2027: Anchor and Harbour.',
      'That comes to £450.',
    ]);
    expect(said(second)).toEqual([
      'A grant of £900 for 1 April 2027 to 30 June 2027 falls due on 1 April 2027.',
      'It is shared equally among those who took part on 1 April 2027: Anchor and Harbour.',
      'By 20 May 2027 Harbour had joined and was known to have.',
      'That comes to £450.',
    ]);
    expect(second?.basis).toMatchObject({
      factors: [{ name: 'share', value: fraction(1, 2) }],
      facts: [anchor.id, harbour.id],
    });
  });
});

describe('A running total', () => {
  test('runs by days, in whatever order the page names the parts, and ends in the whole sum', () => {
    const plan = aWholePlan({ fees: [aGrant(threeMonths.toReversed())] });
    expect([...amountsOf(plan, [anchor])].sort()).toEqual([
      'Anchor 2027-04-01: 33.33',
      'Anchor 2027-05-01: 33.34',
      'Anchor 2027-06-01: 33.33',
    ]);
  });

  test('is of one clause and one provider: £33.33 first in each', () => {
    const other = aGrant(threeMonths.slice(0, 1), { clause: 'Payment/second grant', order: 2002 });
    const plan = aWholePlan({ fees: [aGrant(threeMonths.slice(0, 1)), other] });
    expect(amountsOf(plan, [anchor, harbour])).toEqual([
      'Anchor 2027-04-01: 33.33',
      'Harbour 2027-04-01: 33.33',
      'Anchor 2027-04-01: 33.33',
      'Harbour 2027-04-01: 33.33',
    ]);
  });

  test('counts the days that each part was earned on: a third of £100 for 15 of 30 days is £16.67', () => {
    const plan = aWholePlan({ fees: [aGrant(threeMonths)] });
    // £16 2/3 rounds to £16.67, £50 is £33.33 more, and £83 1/3 is £33.33 more.
    expect(amountsOf(plan, [ofProvider('joined', '2027-04-16')])).toEqual([
      'Harbour 2027-04-01: 16.67',
      'Harbour 2027-05-01: 33.33',
      'Harbour 2027-06-01: 33.33',
    ]);
  });
});

describe('What is said of a grant', () => {
  const parts = [aPart('2027-04-01', '2027-06-30', pounds(910))];

  test('that is whole no more than when it fell due, and of a part how many days it is of', () => {
    const plan = aWholePlan({ fees: [aGrant(parts, { name: 'fee' })] });
    const [whole] = duesOf(plan, [anchor], '2027-06-30');
    expect(said(whole)).toEqual([
      'A fee of £910 for 1 April 2027 to 30 June 2027 falls due on 1 April 2027.',
      'That comes to £910.',
    ]);
    expect(whole?.basis).toMatchObject({ factors: [] });
    const [part] = duesOf(plan, [ofProvider('joined', '2027-06-30')], '2027-06-30');
    expect(part).toMatchObject({ outcome: 'fee', order: 2001, day: dayNumber('2027-06-30') });
    expect(part?.basis).toMatchObject({ factors: [{ name: 'part', value: fraction(1, 91) }] });
  });

  test('for a named provider rests on no fact', () => {
    const to = { is: 'provider', provider: 'Lantern' } as const;
    const [due] = duesOf(aWholePlan({ fees: [aGrant(parts, { to })] }), [anchor], '2027-06-30');
    expect(due?.basis).toMatchObject({ factors: [], facts: [] });
    expect(said(due)).toEqual([
      'A grant of £910 for 1 April 2027 to 30 June 2027 falls due on 1 April 2027.',
      'That comes to £910.',
    ]);
  });
});

describe('When a grant is owed', () => {
  const part = aPart('2027-04-01', '2027-06-30', pounds(900), '2027-06-30');
  const inArrears = aWholePlan({ fees: [aGrant([part])] });

  function owedOn(plan: Plan, facts: readonly Fact[], days: readonly [Day, Day?]) {
    return owed(plan, facts, on(...days)).lines.map(({ provider, payableOn, amount }) => {
      const when = payableOn === undefined ? 'never' : dayOf(payableOn);
      return `${provider} on ${when}: ${formatMajor(amount, 'GBP')}`;
    });
  }

  test('in arrears on the last day, and not before it', () => {
    expect(owedOn(inArrears, [anchor], ['2027-06-29'])).toEqual([]);
    expect(owedOn(inArrears, [anchor], ['2027-06-30'])).toEqual(['Anchor on 2027-06-30: 900.00']);
  });

  test('it has fallen due by the day that is true by and that is known by, both', () => {
    expect(owedOn(inArrears, [anchor], ['2027-06-29', '2027-12-31'])).toEqual([]);
    expect(owedOn(inArrears, [anchor], ['2027-12-31', '2027-06-29'])).toEqual([]);
  });

  test('fallen due in June and known in July, it is owed as at June known by July', () => {
    const late = { ...anchor, known: dayNumber('2027-07-10') };
    expect(owedOn(inArrears, [late], ['2027-06-30', '2027-07-09'])).toEqual([]);
    expect(owedOn(inArrears, [late], ['2027-06-30', '2027-07-10'])).toEqual([
      'Anchor on 2027-07-10: 900.00',
    ]);
  });

  test('whoever was there for a part and left is paid for that part on its last day', () => {
    const left = ofProvider('left', '2027-04-30', { provider: 'Anchor' });
    // 30 of 91 days of £900 are £296.70.
    expect(owedOn(inArrears, [anchor, left], ['2027-06-30'])).toEqual([
      'Anchor on 2027-06-30: 296.70',
    ]);
  });

  test('whoever left before a part or joined after it is paid nothing of it', () => {
    const facts = [
      anchor,
      ofProvider('left', '2027-04-15', { provider: 'Anchor' }),
      ofProvider('joined', '2027-07-01'),
    ];
    const may = aPart('2027-05-01', '2027-06-30', pounds(900));
    expect(owedOn(aWholePlan({ fees: [aGrant([may])] }), facts, ['2027-12-31'])).toEqual([]);
  });

  test('who joined within a part in advance is paid from the day of joining, announced or not', () => {
    const inAdvance = aWholePlan({ fees: [aGrant([{ ...part, dueOn: part.first }])] });
    const announced = ofProvider('joined', '2027-06-30', { known: dayNumber('2027-04-02') });
    expect(owedOn(inAdvance, [announced], ['2027-06-29'])).toEqual([]);
    expect(owedOn(inAdvance, [announced], ['2027-06-30'])).toEqual(['Harbour on 2027-06-30: 9.89']);
    const [due] = duesOf(inAdvance, [announced], '2027-06-30');
    expect(said(due)).toEqual([
      'A grant of £900 for 1 April 2027 to 30 June 2027 falls due on 1 April 2027.',
      'Harbour took part on 1 of its 91 days: 30 June 2027.',
      'By 30 June 2027 Harbour had joined and was known to have.',
      'That comes to £9.89, as the rounded running total grew by so much.',
    ]);
  });
});

describe('A sum on joining', () => {
  test('for a named provider goes to no other', () => {
    const to = { is: 'provider', provider: 'Harbour' } as const;
    const plan = aWholePlan({ fees: [aGrant([], { ...onJoining(750), to })] });
    expect(amountsOf(plan, [anchor, harbour])).toEqual(['Harbour joining: 750.00']);
  });

  test('is payable once joining is known, and rests on the fact that says so', () => {
    const plan = aWholePlan({ fees: [aGrant([], onJoining(750))] });
    const late = { ...harbour, known: dayNumber('2027-05-20') };
    expect(duesOf(plan, [late], '2027-05-19')).toEqual([]);
    const [due] = duesOf(plan, [late], '2027-05-20');
    expect(due).toMatchObject({
      line: 'Payment/grant|joining|Harbour|1',
      period: 'joining',
      day: dayNumber('2027-04-01'),
      payableOn: dayNumber('2027-05-20'),
      order: 2001,
      basis: { factors: [], facts: [harbour.id] },
    });
  });

  test('is that of the version in force on the day of joining, whenever it was known', () => {
    const version = (number: number, countsFrom: Day, amount: number) =>
      aVersion([], {
        version: number,
        countsFrom: dayNumber(countsFrom),
        whole: aWhole({ fees: [aGrant([], onJoining(amount))] }),
      });
    const plan = planFrom([version(1, '2027-04-01', 750), version(2, '2027-07-01', 900)]);
    const before = { ...anchor, known: dayNumber('2027-08-01') };
    const after = ofProvider('joined', '2027-07-01');
    const lines = duesOf(plan, [before, after], '2028-03-31');
    expect(lines.map(({ provider, gross, version }) => [provider, gross, version.version])).toEqual(
      [
        ['Anchor', 75_000n, 1],
        ['Harbour', 90_000n, 2],
      ],
    );
  });
});

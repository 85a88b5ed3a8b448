// What holds of lines that are no participant's, whatever the facts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asAt, attached, happened } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import { anOutcome, aPlan, pounds } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { divide, fraction } from '../../money/index.ts';
import { type Owed, owed } from '../owed.ts';
import { periodsOf } from '../plan/periods-of.ts';
import { recomputeFromWhy } from '../why/recompute.ts';
import { whyLine } from '../why/why-line.ts';

const contractDays = { startsOn: dayNumber('2027-04-01'), endsOn: dayNumber('2032-03-31') };
const quarters = periodsOf(contractDays, 'quarter').map((period) => ({
  ...period,
  amount: divide(pounds(1_000), fraction(3)),
  dueOn: period.first,
}));
const years = periodsOf(contractDays, 'year').map((period) => ({
  ...period,
  closesOn: period.last + 30,
}));
const toEach = { order: 2001, name: 'grant', to: { is: 'each provider' } } as const;

const plan = aPlan([anOutcome({ times: 'any', scope: 'participant' })], {
  whole: aWhole({
    fees: [
      { ...toEach, clause: 'Payment/grant', on: { is: 'periods', parts: quarters } },
      {
        ...toEach,
        clause: 'Payment/shared fee',
        name: 'fee',
        to: { is: 'all providers' },
        on: { is: 'periods', parts: quarters },
      },
    ],
    advances: [
      {
        clause: 'Payment/advance',
        order: 2003,
        amount: pounds(1_000),
        on: { is: 'joining' },
        share: fraction(1, 3),
      },
    ],
    pots: [
      {
        clause: 'Payment/pot',
        order: 2004,
        outcomes: ['Settled'],
        periods: years,
        size: { is: 'by results', each: pounds(99.99), floor: pounds(100), ceiling: pounds(500) },
      },
    ],
    guarantees: [
      {
        clause: 'Payment/guaranteed payment',
        order: 2005,
        years,
        least: { is: 'payment', amount: pounds(3_000) },
      },
    ],
    deductions: [
      { clause: 'Payment/deduction', order: 2006, kinds: ['missed visit'], amount: pounds(12.5) },
    ],
    limits: [
      {
        clause: 'Limits/each provider',
        most: pounds(5_000),
        per: { is: 'each provider' },
        eachYear: false,
      },
    ],
  }),
});

const someDay = fc.integer({ min: -10, max: 700 }).map((n) => dayOf(contractDays.startsOn + n));
const later = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200 }));
const someProvider = fc.constantFrom('Anchor', 'Bright Futures', 'Harbour');
const known = (day: Day, late: number) => dayNumber(day) + late;

const aboutProvider = fc
  .tuple(fc.constantFrom('joined', 'joined', 'left', 'adjustment'), someDay, later, someProvider)
  .map(([kind, day, late, provider]) =>
    ofProvider(kind, day, { provider, known: known(day, late), value: fraction(-37, 2) }),
  );
const aboutSomebody = fc
  .tuple(
    fc.constantFrom('attached', 'level 2', 'level 2', 'missed visit'),
    someDay,
    later,
    fc.record({ provider: someProvider, participant: fc.constantFrom('Ali', 'Sam') }),
  )
  .map(([kind, day, late, who]): Fact => {
    const fact = kind === 'attached' ? attached(day) : happened(kind, day);
    const { provider, participant } = who;
    return {
      ...fact,
      participant,
      ...(kind === 'attached' ? { provider } : {}),
      known: known(day, late),
    };
  });
const facts = fc
  .array(fc.oneof(aboutProvider, aboutSomebody, aboutSomebody), { maxLength: 30 })
  .map((rows) => rows.map((fact, at): Fact => ({ ...fact, id: `F${at}` })));

const end = asAt('2029-06-30');

function amountsOf({ lines }: Owed, names: readonly string[]) {
  return lines.filter(({ outcome }) => names.includes(outcome));
}

test('the order of facts does not matter', () => {
  const shuffled = facts.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
  );
  const property = fc.property(shuffled, ([rows, others]) => {
    expect(owed(plan, others, end)).toEqual(owed(plan, rows, end));
  });
  fc.assert(property, { numRuns: 60 });
});

test('the amount of every line can be worked out again from its why alone', () => {
  const property = fc.property(facts, (rows) => {
    for (const { line, amount } of owed(plan, rows, end).lines) {
      const why = whyLine({ plan, facts: rows, asAt: end }, line);
      expect(why && recomputeFromWhy(why)).toBe(amount);
    }
  });
  fc.assert(property, { numRuns: 15 });
});

test('no more is worked off than was advanced, and nothing falls due after both days', () => {
  const property = fc.property(facts, fc.nat(700), (rows, n) => {
    const day = contractDays.startsOn + n;
    const settled = owed(plan, rows, { trueBy: day, knownBy: day });
    for (const provider of ['Anchor', 'Bright Futures', 'Harbour']) {
      const advances = amountsOf(settled, ['advance']).filter((line) => line.provider === provider);
      const left = advances.reduce((sum, { amount }) => sum + amount, 0n);
      expect(left).toBeGreaterThanOrEqual(0n);
    }
    for (const { payableOn } of settled.lines) expect(payableOn ?? day).toBeLessThanOrEqual(day);
  });
  fc.assert(property, { numRuns: 60 });
});

test('shares of a pot add up to so much for each, between its floor and its ceiling', () => {
  const property = fc.property(facts, (rows) => {
    const { lines, forecast } = owed(plan, rows, end);
    for (const { name, first, last } of years) {
      const counted = lines.filter(({ outcome, day, payableOn }) => {
        return outcome === 'Settled' && day >= first && day <= last && payableOn !== undefined;
      });
      const isShare = ({ line }: { line: string }) => line.startsWith(`Payment/pot|${name}|`);
      const shares = [
        ...lines.filter(isShare).map(({ gross }) => gross),
        ...forecast.filter(isShare).map(({ amount }) => amount),
      ];
      const size = Math.min(50_000, Math.max(10_000, 9_999 * counted.length));
      const sum = shares.reduce((all, each) => all + each, 0n);
      expect(sum).toBe(counted.length === 0 ? 0n : BigInt(size));
    }
  });
  fc.assert(property, { numRuns: 100 });
});

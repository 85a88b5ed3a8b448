// What holds of every settlement, whatever the facts.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attached, happened, spell } from '../../test/support/makers/facts.ts';
import {
  aLimit,
  anOutcome,
  aPlan,
  length,
  pounds,
  settledFor,
  within,
} from '../../test/support/makers/plan.ts';
import { type Day, dayNumber, dayOf } from '../calendar/index.ts';
import type { Fact } from '../facts/index.ts';
import { fraction } from '../money/index.ts';
import { owed, recomputeFromWhy, whyLine } from './index.ts';

const start = dayNumber('2027-04-01');
const limits = [aLimit(900), aLimit(400, { clause: 'Limits/Settled', outcomes: ['Settled'] })];
const plan = aPlan(
  [
    anOutcome({
      condition: settledFor('3 weeks', { gapMax: length('2 days'), less: ['custody'] }),
      times: 5,
      scope: 'participant',
      pausedBy: ['hospital'],
    }),
    anOutcome({ name: 'Qualified', times: 'any', knownWithin: length('8 weeks') }),
    anOutcome({
      name: 'Days',
      condition: { is: 'each day', kinds: ['settled'], less: ['custody'] },
      times: 'any',
      price: { rows: [{ with: [], price: fraction(1001, 3) }], perUnit: true },
    }),
    anOutcome({
      name: 'Higher',
      condition: { is: 'adds up', kinds: ['pay'], amount: fraction(500), perWeek: true },
      window: within('6 months'),
      takesThePlaceOf: ['Qualified'],
      onlyAfter: ['Qualified'],
      price: { rows: [{ with: [], price: pounds(700) }], deadweight: fraction(1, 6) },
    }),
  ],
  { limits, setAsideBy: ['died'] },
);

const someDay = fc.integer({ min: 0, max: 500 }).map((offset): Day => dayOf(start + offset));
const lag = fc.integer({ min: 0, max: 90 });
const someone = fc.constantFrom('Ali', 'Sam');
const state = fc.constantFrom<Fact['state'][]>('verified', 'verified', 'claimed', 'rejected');

const aStay = fc
  .tuple(
    fc.constantFrom('settled', 'settled', 'custody', 'hospital', 'pay'),
    someDay,
    lag,
    lag,
    state,
  )
  .map(([kind, from, days, late, said]) => {
    const to = dayOf(dayNumber(from) + days);
    const known = dayOf(dayNumber(to) + late);
    return spell(
      kind,
      { from, to, known },
      { state: said, ...(kind === 'pay' ? { value: '90' } : {}) },
    );
  });

const anEvent = fc
  .tuple(fc.constantFrom('level 2', 'level 2', 'left', 'died'), someDay, lag, state)
  .map(([kind, day, late, said]) =>
    happened(kind, day, { known: dayOf(dayNumber(day) + late), state: said }),
  );

const anAttachment = fc
  .tuple(someDay, fc.constantFrom('Bright Futures', 'Harbour'))
  .map(([day, provider]) => attached(day, { provider }));

const facts = fc
  .array(fc.tuple(fc.oneof(aStay, anEvent, anEvent, anAttachment), someone), { maxLength: 25 })
  .map((rows) =>
    rows.map(([fact, participant], index): Fact => ({ ...fact, participant, id: `F${index}` })),
  );

const asAt = fc.tuple(lag, lag).map(([before, after]) => ({
  trueBy: start + 400 + before,
  knownBy: start + 400 + after,
}));

test('the order of facts does not matter', () => {
  fc.assert(
    fc.property(facts, asAt, fc.infiniteStream(fc.nat()), (rows, at, keys) => {
      const shuffled = rows
        .map((row) => ({ row, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row);
      expect(owed(plan, shuffled, at)).toEqual(owed(plan, rows, at));
    }),
  );
});

test('gross less what is not paid is the amount, and the amounts are the total', () => {
  fc.assert(
    fc.property(facts, asAt, (rows, at) => {
      const { lines, notPaid, total } = owed(plan, rows, at);
      for (const { line, gross, amount } of lines) {
        const unpaid = notPaid.filter((each) => each.line === line);
        expect(unpaid.reduce((left, each) => left - each.amount, gross)).toBe(amount);
        expect(amount).toBeGreaterThanOrEqual(0n);
      }
      expect(lines.reduce((sum, { amount }) => sum + amount, 0n)).toBe(total);
    }),
  );
});

test('no limit is exceeded', () => {
  fc.assert(
    fc.property(facts, asAt, (rows, at) => {
      const { lines } = owed(plan, rows, at);
      for (const { most, outcomes } of limits) {
        for (const who of ['Ali', 'Sam']) {
          const own = lines.filter(
            ({ participant, outcome }) =>
              participant === who && (!outcomes || outcomes.includes(outcome)),
          );
          const paid = own.reduce((sum, { amount }) => sum + amount, 0n);
          expect(paid).toBeLessThanOrEqual(most.numerator);
        }
      }
    }),
  );
});

test('there is a status for each attachment and outcome, and one more for each further repeat', () => {
  fc.assert(
    fc.property(facts, asAt, (rows, at) => {
      const { statuses, lines } = owed(plan, rows, at);
      const counted = Object.values(statuses).reduce((sum, count) => sum + count, 0);
      const achieved = lines.filter(({ payableOn }) => payableOn !== undefined);
      const attachments = rows.filter(
        ({ kind, day, known, state: said }) =>
          kind === 'attached' &&
          said === 'verified' &&
          (day ?? 0) <= at.trueBy &&
          known <= at.knownBy,
      ).length;
      const firsts = new Set(achieved.map(({ line }) => line.split('|').slice(0, 3).join('|')))
        .size;
      expect(statuses.achieved).toBe(achieved.length);
      expect(counted).toBe(attachments * 4 + achieved.length - firsts);
    }),
  );
});

test('settled later on the same facts, every line stays with its day and its place', () => {
  fc.assert(
    fc.property(facts, asAt, (rows, at) => {
      const known = rows.map((row) => ({ ...row, known: row.to ?? row.day ?? row.known }));
      const whole = owed(plan, known, at);
      const later = owed(plan, known, { trueBy: at.trueBy + 500, knownBy: at.knownBy + 500 });
      const days = new Map(later.lines.map((line) => [line.line, line]));
      const cut = known.filter(({ known: on }) => on > at.knownBy || on > at.trueBy);
      fc.pre(cut.length === 0);
      for (const line of whole.lines) {
        expect(days.get(line.line)).toMatchObject({ day: line.day, amount: line.amount });
      }
    }),
  );
});

test('the amount of every line can be worked out again from its why alone', () => {
  fc.assert(
    fc.property(facts, asAt, (rows, at) => {
      for (const { line, amount } of owed(plan, rows, at).lines) {
        const why = whyLine({ plan, facts: rows, asAt: at }, line);
        expect(why && recomputeFromWhy(why)).toBe(amount);
      }
    }),
    { numRuns: 30 },
  );
});

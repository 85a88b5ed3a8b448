// Step 5 of docs/settlement.md, payable day, by its own words: settle anew as at each day.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attached, happened, spell } from '../../../test/support/makers/facts.ts';
import { anOutcome, aPlan, length, settledFor, within } from '../../../test/support/makers/plan.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { type Line, type Owed, owed } from '../index.ts';
import type { OutcomePlan, Plan } from '../plan/plan.ts';

const start = dayNumber('2027-05-01');
const end = start + 260;

/**
 * Days from the start, how many there are, and how long after them they became known; and how many
 * days later they were first said to be, where that was corrected.
 */
type Stay = Readonly<{
  from: number;
  days: number;
  late: number;
  kind: string;
  moved: number | undefined;
}>;

const stay: fc.Arbitrary<Stay> = fc.record({
  from: fc.integer({ min: -10, max: 120 }),
  days: fc.integer({ min: 1, max: 40 }),
  late: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 70 })),
  kind: fc.constantFrom('settled', 'settled', 'settled', 'custody', 'level 2'),
  moved: fc.option(fc.integer({ min: -20, max: 20 }), { nil: undefined, freq: 2 }),
});

const stays = fc.array(stay, { minLength: 1, maxLength: 7 });

/** When somebody else took over, if anybody did, and when the first left: days from the start. */
type Moves = Readonly<{ late: number; left?: number; moved?: number; movedLate: number }>;

const moves: fc.Arbitrary<Moves> = fc.record(
  {
    late: fc.integer({ min: 0, max: 30 }),
    left: fc.integer({ min: 5, max: 90 }),
    moved: fc.integer({ min: 5, max: 90 }),
    movedLate: fc.integer({ min: 0, max: 60 }),
  },
  { requiredKeys: ['late', 'movedLate'] },
);

function factsOf(all: readonly Stay[], { late, left, moved, movedLate }: Moves): readonly Fact[] {
  const other = { id: 'A2', provider: 'Harbour' };
  const on = (day: number) => ({ known: dayOf(start + day + movedLate) });
  return [
    attached('2027-05-01', { known: dayOf(start + late) }),
    ...(left === undefined ? [] : [happened('left', dayOf(start + left), on(left))]),
    ...(moved === undefined ? [] : [attached(dayOf(start + moved), { ...other, ...on(moved) })]),
    ...all.flatMap(({ kind, from, days, late, moved: by }, at) => {
      const first = dayOf(start + from);
      const last = start + from + days - 1;
      const id = { id: `F${at}` };
      if (kind === 'level 2')
        return [happened(kind, first, { ...id, known: knownOn(start + from, late) })];
      const told = spell(kind, { from: first, to: dayOf(last), known: knownOn(last, late) }, id);
      return by === undefined ? [told] : corrected(told, by);
    }),
  ];
}

/** A spell that was first said to be so many days later, and was put right after three weeks. */
function corrected(told: Fact, by: number): readonly Fact[] {
  const { id, from = 0, to = 0, known } = told;
  const before = { ...told, from: from + by, to: to + by, known: known + by };
  return [before, { ...told, id: `${id}b`, known: Math.max(known, known + by) + 21, replaces: id }];
}

function knownOn(day: number, late: number): Day {
  return dayOf(day + late);
}

/** The first day from its own on by which a line is there, as far as known by then. */
function payableByHand(plan: Plan, facts: readonly Fact[], line: Line): number | undefined {
  const all = namesIn(owed(plan, facts, { trueBy: end, knownBy: end }));
  const name = all.find((each) => each.startsWith(`${line.line}:`));
  for (let day = line.day; day <= end; day += 1) {
    const known = facts.filter((fact) => fact.known <= day);
    if (namesIn(owed(plan, known, { trueBy: day, knownBy: day })).includes(name ?? '')) return day;
  }
  return undefined;
}

/** Lines by their identity and why they are not paid: what fell to another is another line. */
function namesIn({ lines, notPaid }: Owed): readonly string[] {
  return lines.map(({ line }) => {
    const reasons = notPaid.filter((each) => each.line === line).map(({ reason }) => reason);
    return `${line}:${reasons.join()}`;
  });
}

const stayed = (words: Partial<OutcomePlan> = {}) =>
  anOutcome({ condition: settledFor('14 days'), times: 4, ...words });
const inTotal = anOutcome({
  name: 'Steady',
  condition: settledFor('20 days', { how: 'in total' }),
  window: within('15 weeks'),
});
const after = anOutcome({
  name: 'Further',
  condition: settledFor('7 days'),
  window: { anchor: { is: 'outcome', outcome: 'Steady' }, starts: 'the next day' },
  times: 5,
});

const plans: Readonly<Record<string, Plan>> = {
  'in one go': aPlan([stayed()]),
  'with gaps': aPlan([stayed({ condition: settledFor('14 days', { gapMax: length('3 days') }) })]),
  'in total, and on from there': aPlan([inTotal, after]),
  'less excluded days': aPlan([
    stayed({ condition: settledFor('14 days', { less: ['custody'] }) }),
  ]),
  'what pauses': aPlan([stayed({ pausedBy: ['custody'], window: within('12 weeks') })]),
  'what happens, and after it': aPlan([
    anOutcome({ name: 'Qualified', times: 3 }),
    stayed({ onlyAfter: ['Qualified'] }),
  ]),
  'months over gaps': aPlan([
    stayed({ condition: settledFor('1 month', { gapMax: length('1 month') }), times: 'any' }),
  ]),
  'while attached, and whose first': aPlan(
    [stayed({ whileAttached: true, scope: 'participant' })],
    { whose: 'first' },
  ),
  'once for the participant': aPlan([stayed({ scope: 'participant' })]),
  'while attached': aPlan([stayed({ whileAttached: true, scope: 'participant' })]),
};

describe('a line is payable on the first day on which settling would have shown it', () => {
  test.each(Object.entries(plans))('%s', (_, plan) => {
    fc.assert(
      fc.property(stays, moves, (all, moved) => {
        const facts = factsOf(all, moved);
        const { lines } = owed(plan, facts, { trueBy: end, knownBy: end });
        for (const line of lines) {
          expect(line.payableOn).toBe(payableByHand(plan, facts, line));
        }
      }),
      { numRuns: 25 },
    );
  });
});

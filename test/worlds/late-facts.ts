import type { DayNumber } from '../../src/calendar/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import { type Owed, owed } from '../../src/settlement/index.ts';
import type { Plan } from '../../src/settlement/plan/plan.ts';
import type { OracleLine } from '../oracle/line.ts';
import { isLate } from './random-facts.ts';
import { sharedOver } from './shares-kept.ts';
import { linesOf } from './told.ts';
import type { World } from './world.ts';
import { written } from './written.ts';

/** How many late facts were looked at, how many only added, and with how many of these a line grew. */
export const lateFacts = { seen: 0, onlyAdding: 0, growing: 0 };

/**
 * Whether it may say anew when a provider joined: of one that does not say so itself, its first
 * attachment does.
 */
function saysJoining({ kind, provider }: Fact, facts: readonly Fact[]): boolean {
  if (kind !== 'attached') return kind === 'joined';
  const isPlain = ({ id }: Fact) => !facts.some(({ replaces }) => replaces === id);
  return !facts.some(
    (each) => each.kind === 'joined' && each.provider === provider && isPlain(each),
  );
}

/**
 * Room in one count brings a line before others in the next; and where versions allow other shares,
 * one before others that had room without it.
 */
function countsTwice({ versions }: Plan): boolean {
  const shares = versions.map(({ whole }) => (whole?.counts ?? []).map(({ share }) => share));
  const said = new Set(shares.map((each) => each.map((one) => written(one)).join()));
  return said.size > 1 || shares.some((each) => each.length > 1);
}

/** Each late fact in turn is left out, but for those that say anew when a provider joined. */
export function lateTakes(world: World, settled: Owed): string[] {
  const { facts } = world;
  if (countsTwice(world.plan)) return [];
  const late = facts.filter(
    (fact) =>
      isLate(fact) &&
      !saysJoining(fact, facts) &&
      !facts.some(({ replaces }) => replaces === fact.id),
  );
  const after = linesOf(settled);
  return late.slice(0, 3).flatMap((fact) => {
    const others = facts.filter((each) => each !== fact);
    const before = linesOf(owed(world.plan, others, world.asAt));
    return takenBy({ fact, plan: world.plan }, before, after);
  });
}

/** A participant comes late, and with it all that can happen on a day; known after all else. */
export function oneMoreTakes({ plan, facts, asAt }: World, settled: Owed): string[] {
  const last = Math.max(...facts.map(({ known }) => known)) + 1;
  const known = Math.min(last, asAt.knownBy, asAt.trueBy);
  if (countsTwice(plan)) return [];
  const [stay] = facts.filter(
    (fact) => fact.kind === 'attached' && !fact.replaces && !saysJoining(fact, facts),
  );
  if (stay === undefined || known <= (stay.day ?? known)) return [];
  const late = { known, participant: 'P99', state: 'verified' } as const;
  const attached = { ...stay, ...late, id: 'G000' };
  const added = namesOf(plan).map((kind, index) => {
    return { ...late, id: `G${100 + index}`, kind, day: stay.day as DayNumber };
  });
  const after = linesOf(owed(plan, [...facts, attached, ...added], asAt));
  return takenBy({ fact: attached, plan }, linesOf(settled), after);
}

/** More days become known of a month that is paid by the day, after all else. */
export function moreDaysTake({ plan, facts, asAt }: World, settled: Owed): string[] {
  if (countsTwice(plan)) return [];
  const last = Math.max(...facts.map(({ known }) => known)) + 1;
  const known = Math.min(last, asAt.knownBy, asAt.trueBy);
  const before = linesOf(settled);
  const months = before.filter(({ number, payableOn, day }) => {
    return /^\d{4}-\d\d$/.test(`${number}`) && payableOn !== null && day < known;
  });
  return months.slice(0, 2).flatMap((line) => {
    const kind = daysCounted(plan, line.outcome);
    if (kind === undefined || line.participant === null) return [];
    const days = { from: line.day - 25, to: line.day };
    const fact = { id: 'G000', kind, participant: line.participant, ...days, known } as const;
    const more: Fact = { ...fact, source: 'register', state: 'verified' };
    const after = linesOf(owed(plan, [...facts, more], asAt));
    return takenBy({ fact: more, plan }, before, after);
  });
}

/** The kind of spell of which each day is paid. */
function daysCounted({ versions }: Plan, outcome: string): string | undefined {
  for (const { groups } of versions) {
    for (const { outcomes } of groups.values()) {
      const found = outcomes.find(({ name }) => name === outcome)?.condition;
      if (found?.is === 'each day' && found.kinds.length > 0) return found.kinds[0];
    }
  }
  return undefined;
}

/** Everything that happens on one day: occurrences, and claims under the name of their outcome. */
function namesOf({ versions }: Plan): string[] {
  const outcomes = versions.flatMap(({ groups }) =>
    [...groups.values()].flatMap((group) => group.outcomes),
  );
  const kinds = outcomes.flatMap(({ condition }) =>
    condition.is === 'happens' ? condition.kinds : [],
  );
  return [...new Set(kinds)].filter((kind) => kind !== 'attached' && kind !== 'referred');
}

/**
 * What was taken by a fact that only adds: where every line keeps its day, its worth and what of it is
 * not paid for another reason than a limit or a count, and only its participant's grow, nothing that was paid
 * before the fact was known is less. What did not grow keeps its place too. Only shares of a limit
 * are made anew with all that is earned under it.
 */
function takenBy(
  { fact, plan }: Readonly<{ fact: Fact; plan: Plan }>,
  before: readonly OracleLine[],
  lines: readonly OracleLine[],
): string[] {
  const after = new Map(lines.map((line) => [line.identity, line]));
  lateFacts.seen += 1;
  if (!before.every((line) => keepsOrGrows(fact, line, after.get(line.identity)))) return [];
  lateFacts.onlyAdding += 1;
  const grew = before.filter((line) => hasGrown(line, after.get(line.identity)));
  if (grew.length > 0) lateFacts.growing += 1;
  const taken = before.filter((line) => {
    if (line.payableOn === null || line.payableOn >= fact.known) return false;
    if (sharedOver(plan, line).length > 0) return false;
    const now = after.get(line.identity);
    if (now === undefined || now.amount < line.amount) return true;
    const isLater = now.payableOn === null || now.payableOn > line.payableOn;
    return isLater && !grew.includes(line);
  });
  return taken.map(({ identity }) => `${identity}, by ${fact.id}`);
}

function hasGrown(before: OracleLine, after: OracleLine | undefined): boolean {
  return after !== undefined && after.gross > before.gross;
}

function keepsOrGrows(fact: Fact, before: OracleLine, after: OracleLine | undefined): boolean {
  if (after === undefined || before.day !== after.day) return false;
  const isLess = after.gross < before.gross;
  // What others gain stands in line where they stood: of the pots, the measures and the bands that
  // all have reached. A penny more or less is what rounding a total does to some line of it.
  const isElse = before.participant !== fact.participant || after.gross === before.gross + 1n;
  if (isLess || (isElse && after.gross !== before.gross)) return false;
  return otherReasons(before) === otherReasons(after);
}

/** Why it is not paid, but for limits and counts: in these others may stand before it. */
function otherReasons({ notPaid }: OracleLine): string {
  return notPaid
    .filter(({ reason }) => reason !== 'limit' && reason !== 'count')
    .map(({ reason, amount }) => `${reason} ${amount}`)
    .join();
}

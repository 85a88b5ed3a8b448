import type { DayNumber } from '../calendar/index.ts';
import type { Fact } from '../facts/index.ts';
import type { AsAt } from './as-at.ts';
import { type Chain, chainsOf, findStanding, firstDayOf } from './chain.ts';

/** Step 1. What counts of one participant's facts, and the days on which it became known. */
export type Admitted = Readonly<{
  participant: string;
  /** Those that stand as at the two days; each may have stood otherwise before. */
  chains: readonly StandingChain[];
  /** Every day on which something of it became known, ascending. */
  knownDays: readonly DayNumber[];
}>;

export type StandingChain = Readonly<{ chain: Chain; head: Fact }>;

/** Facts that name no participant: those of providers, and records of completeness for all. */
export type FactsByParticipant = Readonly<{
  participants: ReadonlyMap<string, readonly Fact[]>;
  others: readonly Fact[];
}>;

/**
 * The facts of each participant, in the order of their references. What was recorded of a cohort
 * concerns no one participant.
 */
export function byParticipant(facts: readonly Fact[]): FactsByParticipant {
  const groups = new Map<string, Fact[]>();
  const others: Fact[] = [];
  for (const fact of facts) {
    if (fact.participant === undefined) {
      if (fact.cohort === undefined) others.push(fact);
      continue;
    }
    const group = groups.get(fact.participant);
    if (group) group.push(fact);
    else groups.set(fact.participant, [fact]);
  }
  const participants = new Map<string, readonly Fact[]>();
  for (const participant of [...groups.keys()].sort(byText)) {
    participants.set(participant, (groups.get(participant) ?? []).sort(byDayThenId));
  }
  return { participants, others: others.sort(byDayThenId) };
}

/** Admits what was true and known by the two days, less what had been replaced or withdrawn. */
export function admit(participant: string, facts: readonly Fact[], asAt: AsAt): Admitted {
  const chains: StandingChain[] = [];
  const knownDays = new Set<DayNumber>();
  for (const chain of chainsOf(facts)) {
    const head = findStanding(chain, asAt.knownBy);
    if (head === undefined || firstDayOf(head) > asAt.trueBy) continue;
    chains.push({ chain, head });
    for (const { known } of chain.members) if (known <= asAt.knownBy) knownDays.add(known);
  }
  return { participant, chains, knownDays: [...knownDays].sort((a, b) => a - b) };
}

/** By the order of their characters' codes, which is the same on every machine. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function byDayThenId(a: Fact, b: Fact): number {
  return firstDayOf(a) - firstDayOf(b) || byText(a.id, b.id);
}

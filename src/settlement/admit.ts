import type { DayNumber } from '../calendar/index.ts';
import { type Chain, chainsOf, type Fact, firstDay } from '../facts/index.ts';
import type { AsAt } from './as-at.ts';

/** Step 1. What counts of one participant's facts, and the days on which it became known. */
export type Admitted = Readonly<{
  /** Those that stand as at the two days; each may have stood otherwise before. */
  chains: readonly StandingChain[];
  /** Every day on which something of it became known, ascending. */
  knownDays: readonly DayNumber[];
}>;

/** A fact through all its replacements, known by the id of its first, and how it stands today. */
export type StandingChain = Readonly<{ id: string; chain: Chain; head: Fact }>;

/** Admits what was true and known by the two days, less what had been replaced or withdrawn. */
export function admit(facts: readonly Fact[], asAt: AsAt): Admitted {
  const chains: StandingChain[] = [];
  const knownDays = new Set<DayNumber>();
  for (const chain of chainsOf(facts)) {
    const head = findStanding(chain, asAt.knownBy);
    if (head === undefined || firstDay(head) > asAt.trueBy) continue;
    chains.push({ id: chain[0]?.id ?? head.id, chain, head });
    for (const { known } of chain) if (known <= asAt.knownBy) knownDays.add(known);
  }
  return { chains, knownDays: [...knownDays].sort((a, b) => a - b) };
}

/**
 * The one that stands for the chain on a day: the last in the chain that was known by then, even
 * where one before it became known later. Undefined where none was known, or it was withdrawn.
 */
export function findStanding(chain: Chain, knownBy: DayNumber): Fact | undefined {
  const last = chain.findLast(({ known }) => known <= knownBy);
  return last?.kind === 'withdrawn' ? undefined : last;
}

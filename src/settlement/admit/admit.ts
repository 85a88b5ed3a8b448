import type { DayNumber } from '../../calendar/index.ts';
import { type Chain, chainsOf, type Fact, firstDay, stretchesOf } from '../../facts/index.ts';
import type { AsAt } from '../as-at.ts';
import { inTime, type Timely } from './timely.ts';

/** Step 1. What counts of one participant's facts, and the days on which it became known. */
export type Admitted = Readonly<{
  /** Those that stand as at the two days; each may have stood otherwise before. */
  chains: readonly StandingChain[];
  byKind: ReadonlyMap<string, readonly StandingChain[]>;
  /** Every day on which something of it became known, ascending. */
  knownDays: readonly DayNumber[];
}>;

/** A fact through all that replaced it one after another, under its identity, as it is today. */
export type StandingChain = Readonly<{ id: string; chain: Chain; head: Fact }>;

/**
 * Admits what was true and known by the two days, less what had been replaced or withdrawn and what
 * came too late.
 */
export function admit(facts: readonly Fact[], asAt: AsAt, timely?: Timely): Admitted {
  const chains: StandingChain[] = [];
  const byKind = new Map<string, StandingChain[]>();
  for (const recorded of chainsOf(facts)) {
    for (const { identity, links } of stretchesOf(recorded, asAt.knownBy)) {
      const chain = timely ? inTime(links, timely) : links;
      const head = findStanding(chain, asAt.knownBy);
      if (head === undefined || firstDay(head) > asAt.trueBy) continue;
      const standing = { id: identity, chain, head };
      chains.push(standing);
      const sameKind = byKind.get(head.kind);
      if (sameKind) sameKind.push(standing);
      else byKind.set(head.kind, [standing]);
    }
  }
  return { chains, byKind, knownDays: knownDaysOf(chains, asAt.knownBy) };
}

/** Every day, by the day given, on which a link of any of the chains became known, ascending. */
export function knownDaysOf(
  chains: readonly StandingChain[],
  knownBy: DayNumber,
): readonly DayNumber[] {
  const days = new Set<DayNumber>();
  for (const { chain } of chains) {
    for (const { known } of chain) if (known <= knownBy) days.add(known);
  }
  return [...days].sort((a, b) => a - b);
}

/**
 * The one that stood on a day for what is one stretch today: the last that was known by then, even
 * where one before it became known later. Undefined where none was known, or it was withdrawn.
 */
export function findStanding(chain: Chain, knownBy: DayNumber): Fact | undefined {
  const last = chain.findLast(({ known }) => known <= knownBy);
  return last?.kind === 'withdrawn' ? undefined : last;
}

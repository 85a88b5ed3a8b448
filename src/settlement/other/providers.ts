import type { DayNumber } from '../../calendar/index.ts';
import { compareTexts, type Fact, firstDay } from '../../facts/index.ts';
import { admitOthers, type Sighting } from '../admit/admit-others.ts';
import { chainsIn } from '../admit/admitted.ts';
import { knownSince } from '../admit/known-since.ts';
import type { StandingChain } from '../admit/standing-rows.ts';
import type { Plan } from '../plan/plan.ts';
import type { Comer, Crowd } from '../whose/crowd.ts';

/** A provider as it takes part in the whole programme, and since when that has been known. */
export type ProviderSeen = Readonly<{
  provider: string;
  joinedOn: DayNumber;
  /** The first day by which it was known that it joined; it may be announced before. */
  knownOn: DayNumber;
  /** Its last day. */
  leftOn?: DayNumber;
  leftKnownOn?: DayNumber;
  /** Ids of the facts that say so. */
  facts: readonly string[];
}>;

/**
 * Every provider, by name, from the day on which it joined to the one on which it left. One of
 * which no fact says that it joined did so with its first attachment. On the page of a subcontract
 * only those take part to whom it attaches people: the others joined the programme above.
 */
export function providersOf(
  others: readonly Fact[],
  { attached }: Crowd,
  sighting: Sighting,
): readonly ProviderSeen[] {
  const chains = chainsIn(admitOthers(others, sighting));
  const verified = chains.filter(({ head }) => head.state === 'verified');
  const seen = new Map<string, ProviderSeen>();
  for (const standing of firstOfEach(verified, 'joined')) {
    const joined = joinedBy(standing);
    seen.set(joined.provider, joined);
  }
  for (const comer of [...attached].sort(byDayThenKnown)) {
    const { provider, day, knownOn, id } = comer;
    if (provider === undefined || seen.has(provider)) continue;
    seen.set(provider, { provider, joinedOn: day, knownOn, facts: [id] });
  }
  const left = verified.filter(({ head }) => head.kind === 'left').sort(byDayThenId);
  const isHere = isOfPage(sighting.plan);
  const here = [...seen.values()].filter(({ provider }) => isHere(provider));
  const all = here.map((each) => withLeaving(each, left));
  return all.sort((a, b) => compareTexts(a.provider, b.provider));
}

/** Whether a provider can take part by a page at all. */
export function isOfPage({ versions }: Plan): (provider: string) => boolean {
  const rules = versions.flatMap(({ whole }) => whole?.attachedHere ?? []);
  if (rules.length === 0) return () => true;
  const here = new Set(rules.map(({ to }) => to));
  return (provider) => here.has(provider);
}

function firstOfEach(chains: readonly StandingChain[], kind: string): readonly StandingChain[] {
  const first = new Map<string, StandingChain>();
  for (const each of chains.filter(({ head }) => head.kind === kind).sort(byDayThenId)) {
    const { provider = '' } = each.head;
    if (!first.has(provider)) first.set(provider, each);
  }
  return [...first.values()];
}

function joinedBy(standing: StandingChain): ProviderSeen {
  const { id, head } = standing;
  const { provider = '' } = head;
  return { provider, joinedOn: firstDay(head), knownOn: knownSince(standing), facts: [id] };
}

function withLeaving(seen: ProviderSeen, left: readonly StandingChain[]): ProviderSeen {
  const standing = left.find(
    ({ head }) => head.provider === seen.provider && firstDay(head) >= seen.joinedOn,
  );
  if (standing === undefined) return seen;
  return {
    ...seen,
    leftOn: firstDay(standing.head),
    leftKnownOn: knownSince(standing),
    facts: [...seen.facts, standing.id],
  };
}

function byDayThenId(a: StandingChain, b: StandingChain): number {
  return firstDay(a.head) - firstDay(b.head) || compareTexts(a.id, b.id);
}

function byDayThenKnown(a: Comer, b: Comer): number {
  return a.day - b.day || a.knownOn - b.knownOn || compareTexts(a.id, b.id);
}

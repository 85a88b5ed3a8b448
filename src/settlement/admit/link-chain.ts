import {
  type Chain,
  compareTexts,
  type Fact,
  firstDay,
  type Stretch,
  stretchesOf,
} from '../../facts/index.ts';
import type { AsAt } from '../as-at.ts';
import { never } from '../plan/open-days.ts';
import { findStanding } from './find-standing.ts';
import type { LinkedFact, StandingChain, StandingRows } from './standing-rows.ts';
import { inTime, type Timely } from './timely.ts';

/** What is said of facts that come late, and the kinds that are read; all where it is not told. */
export type Reads = Readonly<{ timely?: Timely | undefined; kindsRead?: ReadonlySet<string> }>;

/** As at which days facts are admitted, how, and where their rows are put down. */
export type Admitting = Reads & Readonly<{ asAt: AsAt; rows: StandingRows }>;

/** Adds what stood of a chain, and gives what stands of it today. */
export function linkChain(
  recorded: Chain,
  links: LinkedFact[],
  by: Admitting,
): readonly StandingChain[] {
  const standings: StandingChain[] = [];
  for (const stretch of stretchesOf(recorded, by.asAt.knownBy)) {
    const standing = findStretch(stretch, by);
    if (standing === undefined) continue;
    standings.push(standing);
    addLinks(links, standing);
  }
  return standings;
}

function findStretch(
  { identity, links }: Stretch,
  { asAt, timely, kindsRead }: Admitting,
): StandingChain | undefined {
  const chain = timely ? inTime(links, timely) : links;
  const head = findStanding(chain, asAt.knownBy);
  if (head === undefined || firstDay(head) > asAt.trueBy) return undefined;
  if (kindsRead?.has(head.kind) === false) return undefined;
  return { id: identity, chain, head };
}

function addLinks(links: LinkedFact[], standing: StandingChain): void {
  const { chain } = standing;
  let until = never;
  for (let at = chain.length - 1; at >= 0; at -= 1) {
    const fact = chain[at] as Fact;
    // One that was known only after what came to stand in its place never stood.
    const stood = fact.known < until;
    if (stood && fact.kind !== 'withdrawn') links.push({ fact, until, standing });
    until = Math.min(until, fact.known);
  }
}

/** Puts links into the order in which facts are read; mostly they are. */
export function putInOrder(links: LinkedFact[]): void {
  if (!areInOrder(links)) links.sort(byDayThenChain);
}

function areInOrder(links: readonly LinkedFact[]): boolean {
  for (let at = 1; at < links.length; at += 1) {
    if (byDayThenChain(links[at - 1] as LinkedFact, links[at] as LinkedFact) > 0) return false;
  }
  return true;
}

/** The order in which facts are read: by day, then by the id of the chain. */
function byDayThenChain(a: LinkedFact, b: LinkedFact): number {
  return firstDay(a.fact) - firstDay(b.fact) || compareTexts(a.standing.id, b.standing.id);
}

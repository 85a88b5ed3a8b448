import type { DayNumber } from '../../calendar/index.ts';
import {
  type Chain,
  chainsOf,
  compareTexts,
  type Fact,
  firstDay,
  type OwnFacts,
  type Stretch,
  stretchesOf,
} from '../../facts/index.ts';
import { Fault } from '../../problem/index.ts';
import type { AsAt } from '../as-at.ts';
import { admitApart } from './admit-apart.ts';
import type { Admitted } from './admitted.ts';
import {
  addLink,
  clearRows,
  type LinkedFact,
  makeRoom,
  never,
  type StandingChain,
  type StandingRows,
  standingRows,
} from './standing-rows.ts';
import { inTime, type Timely } from './timely.ts';

/** What is said of facts that come late, and the kinds that are read; all where it is not told. */
type Reads = Readonly<{ timely?: Timely | undefined; kindsRead?: ReadonlySet<string> }>;

/**
 * Admits what was true and known by the two days, less what had been replaced or withdrawn and what
 * came too late.
 */
export function admit(facts: readonly Fact[], asAt: AsAt, reading: Reads = {}): Admitted {
  return admitFacts(facts, { asAt, ...reading, rows: standingRows() });
}

/** As at which days facts are admitted, how, and where their rows are put down. */
type By = Reads & Readonly<{ asAt: AsAt; rows: StandingRows }>;

/** The same of facts in their columns, where these are; the rows given are used again. */
export function admitOwn(own: OwnFacts, by: By): Admitted {
  clearRows(by.rows);
  const { apart } = own;
  return apart === undefined || by.timely !== undefined
    ? admitFacts(own.facts(), by)
    : admitApart(apart, by);
}

function admitFacts(facts: readonly Fact[], by: By): Admitted {
  const { rows } = by;
  const links: LinkedFact[] = [];
  const chains: StandingChain[] = [];
  for (const recorded of chainsOf(facts)) {
    for (const stretch of stretchesOf(recorded, by.asAt.knownBy)) {
      const standing = findStretch(stretch, by);
      if (standing === undefined) continue;
      chains.push(standing);
      addLinks(links, standing);
    }
  }
  if (!areInOrder(links)) links.sort(byDayThenChain);
  const kinds = new Map<string, number>();
  const numberOf = (kind: string): number => {
    const number = kinds.get(kind) ?? kinds.size + 1;
    kinds.set(kind, number);
    return number;
  };
  makeRoom(rows, links.length);
  for (const link of links) addLink(rows, link, numberOf);
  return { rows, kinds, factOf: allAreMade, chains };
}

function allAreMade(): never {
  throw new Fault('every fact of a chain has been made');
}

function findStretch(
  { identity, links }: Stretch,
  { asAt, timely, kindsRead }: By,
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

/** Every day, by the day given, on which a link of any of the chains became known, ascending. */
export function knownDaysOf(
  chains: readonly StandingChain[],
  knownBy: DayNumber,
): readonly DayNumber[] {
  const days: DayNumber[] = [];
  for (const { chain } of chains) addKnownDays(days, chain, knownBy);
  return days;
}

/** Adds the days on which the links of a chain became known to days in their order. */
export function addKnownDays(days: DayNumber[], chain: Chain, knownBy: DayNumber): void {
  for (const { known } of chain) if (known <= knownBy) addDay(days, known);
}

/** Adds a day to days in their order, once. They are few. */
export function addDay(days: DayNumber[], day: DayNumber): void {
  let at = days.length;
  while (at > 0 && (days[at - 1] as DayNumber) > day) at -= 1;
  if (at > 0 && days[at - 1] === day) return;
  days.push(day);
  for (let later = days.length - 1; later > at; later -= 1) {
    days[later] = days[later - 1] as DayNumber;
  }
  days[at] = day;
}

/**
 * The one that stood on a day for what is one stretch today: the last that was known by then, even
 * where one before it became known later. Undefined where none was known, or it was withdrawn.
 */
export function findStanding(chain: Chain, knownBy: DayNumber): Fact | undefined {
  const [only] = chain;
  if (chain.length === 1 && only !== undefined) {
    return only.known <= knownBy && only.kind !== 'withdrawn' ? only : undefined;
  }
  const last = chain.findLast(({ known }) => known <= knownBy);
  return last?.kind === 'withdrawn' ? undefined : last;
}

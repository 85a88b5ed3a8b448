import type { DayNumber } from '../../calendar/index.ts';
import {
  type Chain,
  chainsOf,
  type Fact,
  type FactState,
  firstDay,
  stretchesOf,
} from '../../facts/index.ts';
import type { AsAt } from '../as-at.ts';
import { type SeenFact, seenFact } from './seen-fact.ts';
import { inTime, type Timely } from './timely.ts';

/** Step 1. What counts of one participant's facts, and the days on which it became known. */
export type Admitted = Readonly<{
  /** Those that stand as at the two days; each may have stood otherwise before. */
  chains: readonly StandingChain[];
  byKind: ReadonlyMap<string, readonly StandingChain[]>;
}>;

/** A fact through all that replaced it one after another, under its identity, as it is today. */
export type StandingChain = Readonly<{ id: string; chain: Chain; head: Fact; seen: SeenFact }>;

/** What is said of facts that come late, and the kinds that are read; all where it is not told. */
type Reads = Readonly<{ timely?: Timely | undefined; kindsRead?: ReadonlySet<string> }>;

/**
 * Admits what was true and known by the two days, less what had been replaced or withdrawn and what
 * came too late.
 */
export function admit(facts: readonly Fact[], asAt: AsAt, reading: Reads = {}): Admitted {
  const admitted: Admitting = { chains: [], byKind: new Map() };
  const { trueBy, knownBy } = asAt;
  const { timely, kindsRead } = reading;
  const by = { trueBy, knownBy, timely, kindsRead };
  for (const recorded of chainsOf(facts)) {
    const [only] = recorded;
    if (recorded.length === 1 && only !== undefined) {
      if (only.known <= knownBy) admitStretch(admitted, { id: only.id, links: recorded }, by);
      continue;
    }
    for (const { identity, links } of stretchesOf(recorded, knownBy)) {
      admitStretch(admitted, { id: identity, links }, by);
    }
  }
  return admitted;
}

/** As at which days facts are admitted, and how. */
type By = AsAt &
  Readonly<{ timely: Timely | undefined; kindsRead: ReadonlySet<string> | undefined }>;

type Admitting = Readonly<{ chains: StandingChain[]; byKind: Map<string, StandingChain[]> }>;

function admitStretch(
  { chains, byKind }: Admitting,
  { id, links }: Readonly<{ id: string; links: Chain }>,
  { trueBy, knownBy, timely, kindsRead }: By,
): void {
  const chain = timely ? inTime(links, timely) : links;
  const head = findStanding(chain, knownBy);
  if (head === undefined || firstDay(head) > trueBy) return;
  if (kindsRead?.has(head.kind) === false) return;
  const seen = seenFact({ id, fact: head, states: aloneIn[head.state] });
  const standing = { id, chain, head, seen };
  chains.push(standing);
  const sameKind = byKind.get(head.kind);
  if (sameKind) sameKind.push(standing);
  else byKind.set(head.kind, [standing]);
}

const aloneIn: Readonly<Record<FactState, readonly FactState[]>> = {
  claimed: ['claimed'],
  waiting: ['waiting'],
  'not selected': ['not selected'],
  verified: ['verified'],
  rejected: ['rejected'],
};

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

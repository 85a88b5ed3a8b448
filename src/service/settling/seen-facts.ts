import {
  builtInKinds,
  type Fact,
  type FactRows,
  firstDayIn,
  numberIn,
  type OwnFacts,
  referenceAt,
  rowReplaced,
  valueAt,
} from '../../facts/index.ts';
import { type Plan, whyNotTaken, whyNotTakenOn } from '../../settlement/index.ts';

/** What is noted of facts, to say in the end which of them change nothing. */
export type SeenFacts = Readonly<{
  /** How many there are of the kinds that may have no effect. */
  counts: ReadonlyMap<string, number>;
  providers: ReadonlySet<string>;
  /** Those with a fact of a kind that the page declares, whom nobody attached or referred. */
  neverCame: readonly string[];
  /** Attachments and referrals, as corrected, on days on which the contract takes nobody. */
  outside: readonly Fact[];
}>;

/** Facts that are being seen, all those of a participant before they are told of. */
export type Seeing = {
  readonly plan: Plan;
  readonly sorts: Map<string, KindSort>;
  readonly counts: Map<string, number>;
  readonly providers: Set<string>;
  readonly came: Set<string>;
  readonly recorded: Set<string>;
  readonly neverCame: string[];
  readonly outside: Fact[];
  readonly replaced: Set<string>;
};

/** What is noted of a fact of a kind: who came, what may have no effect, what the page declares. */
export type KindSort = 'comes' | 'counted' | 'declared' | 'other';

/**
 * Kinds that are read and kept, and on which the engine does not act so far. Who was chosen is none
 * of them: that is told to show that somebody chose, and is never paid for.
 */
export const kindsNotActedOn = ['agreed'] as const;

const kindsCounted: ReadonlySet<string> = new Set([...kindsNotActedOn, 'discount', 'disputed']);

export function openSeen(plan: Plan): Seeing {
  return {
    plan,
    sorts: new Map(),
    counts: new Map(),
    providers: new Set(),
    came: new Set(),
    recorded: new Set(),
    neverCame: [],
    outside: [],
    replaced: new Set(),
  };
}

/** Sees facts of anybody, in any order. */
export function seeFacts(seen: Seeing, facts: readonly Fact[]): void {
  for (const fact of facts) {
    const { participant, provider } = fact;
    if (provider !== undefined) seen.providers.add(provider);
    const sort = noteFact(seen, fact);
    if (participant === undefined) continue;
    if (sort === 'comes') seen.came.add(participant);
    else if (sort === 'declared') seen.recorded.add(participant);
  }
}

/** Sees all facts of one participant, whose providers are known otherwise. */
export function seeParticipant(seen: Seeing, own: OwnFacts): void {
  const { inRows } = own;
  let [hasCome, isRecorded] = [false, false];
  const see = (sort: KindSort) => {
    if (sort === 'comes') hasCome = true;
    else if (sort === 'declared') isRecorded = true;
  };
  if (inRows) {
    // Many facts of a kind come one after the other, and of most only the kind is asked.
    let before = 0;
    for (let at = 0; at < inRows.count; at += 1) {
      const row = inRows.rows[at] as number;
      const kind = numberIn(inRows.columns.kind.cells, row);
      if (kind === before) continue;
      const sort = noteRow(seen, inRows, row);
      before = sort === 'counted' || sort === 'comes' ? 0 : kind;
      see(sort);
    }
    for (const row of inRows.replacing) noteReplaced(seen, inRows, row);
  } else for (const fact of own.facts()) see(noteFact(seen, fact));
  if (isRecorded && !hasCome) seen.neverCame.push(own.whose());
}

/** Only of who came more is asked than the kind. */
function noteRow(seen: Seeing, { columns, factOf }: FactRows, row: number): KindSort {
  const kind = valueAt(columns.kind, row) as string;
  const sort = sortOf(seen, kind);
  if (sort === 'counted') return noteFact(seen, factOf(row));
  if (sort !== 'comes') return sort;
  const why = whyNotTakenOn(seen.plan, { kind, day: firstDayIn(columns, row) });
  if (why !== undefined) seen.outside.push(factOf(row));
  return sort;
}

/** Of who came alone it matters what was replaced: only that may be outside the contract. */
function noteReplaced(seen: Seeing, { columns }: FactRows, row: number): void {
  const replaced = rowReplaced(columns, row);
  const sort = sortOf(seen, valueAt(columns.kind, replaced) as string);
  if (sort === 'comes') seen.replaced.add(referenceAt(columns.id, replaced));
}

function noteFact(seen: Seeing, fact: Fact): KindSort {
  const { kind, replaces } = fact;
  const sort = sortOf(seen, kind);
  if (replaces !== undefined) seen.replaced.add(replaces);
  if (sort === 'counted') seen.counts.set(kind, (seen.counts.get(kind) ?? 0) + 1);
  else if (sort === 'comes' && whyNotTaken(seen.plan, fact) !== undefined) seen.outside.push(fact);
  return sort;
}

function sortOf({ sorts }: Seeing, kind: string): KindSort {
  const known = sorts.get(kind);
  if (known !== undefined) return known;
  const sort = sortOfKind(kind);
  sorts.set(kind, sort);
  return sort;
}

export function sortOfKind(kind: string): KindSort {
  if (kind === 'attached' || kind === 'referred') return 'comes';
  if (kindsCounted.has(kind)) return 'counted';
  return builtInKinds.has(kind) ? 'other' : 'declared';
}

/** What has been seen of all facts of some participants. */
export function seenOf({ counts, providers, came, recorded, ...rest }: Seeing): SeenFacts {
  const never = [...recorded].filter((participant) => !came.has(participant));
  return {
    counts,
    providers,
    neverCame: [...rest.neverCame, ...never],
    outside: rest.outside.filter(({ id }) => !rest.replaced.has(id)),
  };
}

/** What has been seen of several sets of participants, together. */
export function joinSeen(parts: readonly SeenFacts[]): SeenFacts {
  const counts = new Map<string, number>();
  for (const [kind, count] of parts.flatMap((part) => [...part.counts])) {
    counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return {
    counts,
    providers: new Set(parts.flatMap(({ providers }) => [...providers])),
    neverCame: parts.flatMap(({ neverCame }) => neverCame),
    outside: parts.flatMap(({ outside }) => outside),
  };
}

import type { DayNumber } from '../../calendar/index.ts';
import { compareTexts } from '../../facts/index.ts';
import { type Admitted, seenIn } from './admitted.ts';
import type { WantedDays } from './counted-facts.ts';
import type { Days } from './day-rows.ts';
import type { SeenFact } from './seen-fact.ts';
import type { StandingRows } from './standing-rows.ts';

/**
 * How facts are read. `firm`: only the states the page names count. `claimed`: so do those not yet
 * verified, to show what waits for it. `hopeful`: besides, whatever is still open, unread or not
 * recorded complete turns out well, to tell what is not known from what is not achieved.
 */
export type Reading = 'firm' | 'claimed' | 'hopeful';

/** The facts of one participant as they were true and known by two days, ready to be asked. */
export type View = Readonly<{
  admitted: Admitted;
  reading: Reading;
  /** The day by which what is seen was known. */
  knownBy: DayNumber;
  /** The last day of which anything is known: nothing after it has happened yet. */
  horizon: DayNumber;
  ranks: ReadonlyMap<string, readonly string[]> | undefined;
  /** What was asked for so far, so that it is worked out once. */
  known: Known;
}>;

// Few things are asked of a view and many views are made: a chain of them takes the least room.
type Known = { facts: KnownFacts | undefined; days: KnownDays | undefined };

type KnownFacts = Readonly<{
  kind: string;
  seen: readonly SeenFact[];
  next: KnownFacts | undefined;
}>;

type KnownDays = Readonly<{
  wanted: WantedDays;
  days: Days;
  next: KnownDays | undefined;
}>;

/** What a view is made from, so that the same facts can be seen up to an earlier day. */
export type Sight = Readonly<{ horizon: DayNumber; knownBy: DayNumber; reading: Reading }>;

/**
 * Looks at the facts that stand today as they stood when this much was known. One counts only if it
 * counts in both states: the one it had then and the one it has today.
 */
export function viewOf(
  admitted: Admitted,
  sight: Sight,
  ranks?: ReadonlyMap<string, readonly string[]>,
): View {
  const { reading, horizon, knownBy } = sight;
  const known: Known = { facts: undefined, days: undefined };
  return { admitted, reading, horizon, knownBy, ranks, known };
}

/** The facts of a kind in their order, looked up when they are first asked for. */
export function factsSeen(view: View, kind: string): readonly SeenFact[] {
  const { admitted, known } = view;
  const number = admitted.kinds.get(kind);
  if (number === undefined) return nothing;
  for (let at = known.facts; at !== undefined; at = at.next) if (at.kind === kind) return at.seen;
  const seen = lookFor(number, admitted, view);
  known.facts = { kind, seen, next: known.facts };
  return seen;
}

const nothing: readonly SeenFact[] = [];

function lookFor(
  number: number,
  admitted: Admitted,
  sight: Pick<Sight, 'knownBy' | 'horizon'>,
): readonly SeenFact[] {
  const { rows } = admitted;
  let seen: SeenFact[] | undefined;
  for (let row = 0; row < rows.count; row += 1) {
    if (rows.kind[row] !== number || !isSeen(rows, row, sight)) continue;
    const next = seenIn(admitted, row);
    if (seen) seen.push(next);
    else seen = [next];
  }
  return seen ?? nothing;
}

/** Whether a row stood by the day by which all is known, and had begun to be true. */
export function isSeen(
  { known, until, first }: StandingRows,
  row: number,
  { knownBy, horizon }: Pick<Sight, 'knownBy' | 'horizon'>,
): boolean {
  return (
    (known[row] as number) <= knownBy &&
    (until[row] as number) > knownBy &&
    (first[row] as number) <= horizon
  );
}

/** The order in which facts are read: by day, then by the id of the chain. */
export function byDayThenChain(a: SeenFact, b: SeenFact): number {
  return a.first - b.first || compareTexts(a.id, b.id);
}

import type { DayNumber } from '../../calendar/index.ts';
import { type Fact, type FactColumns, type FactState, firstDay } from '../../facts/index.ts';
import { type DayRows, dayRows } from './day-rows.ts';
import { lastDayOfEvidence, type SeenFact } from './seen-fact.ts';

/** A fact through all that replaced it one after another, under its identity, as it is today. */
export type StandingChain = Readonly<{ id: string; chain: readonly Fact[]; head: Fact }>;

/**
 * What stands of one participant's facts, by column: a row for each fact and, where one was
 * corrected, for each it was before. A row is seen from the day on which it became known until the
 * day on which what took its place did. Rows stand in the order of their first days.
 *
 * Views ask the same few numbers of all rows again and again; what else a fact says is asked of the
 * fact itself, which is made when somebody does.
 */
export type StandingRows = {
  count: number;
  /** The number of its kind today, by which it is looked up, and of the kind that it had then. */
  kind: Int32Array;
  ownKind: Int32Array;
  first: Int32Array;
  /** The last day of which it is evidence: of none after the day on which it became known. */
  last: Int32Array;
  known: Int32Array;
  /** The day on which something else came to stand in its place. */
  until: Int32Array;
  /** The states it had then and has today, a bit each. */
  states: Uint8Array;
  /** Whether it is a spell without an end. */
  isOpen: Uint8Array;
  /** Whether it is what stands today. */
  isHead: Uint8Array;
  facts: (Fact | undefined)[];
  /** The row of its source from which a fact can be made; -1 for a link of what was corrected. */
  sources: Int32Array;
  chains: (StandingChain | undefined)[];
  /** The same as it is seen, where it has been looked at. */
  seen: (SeenFact | undefined)[];
  /** Days that were counted over them. */
  readonly days: DayRows;
  /** What the numbers in the columns mean from which they came, where they did. */
  cells: CellsRead | undefined;
};

/** By the number of a kind whether it is read, and by that of a state its bit. */
export type CellsRead = Readonly<{
  columns: FactColumns;
  kindsRead: ReadonlySet<string> | undefined;
  isRead: Uint8Array;
  bits: Uint8Array;
}>;

const roomFirst = 16;

export function standingRows(room = roomFirst): StandingRows {
  return { count: 0, days: dayRows(), cells: undefined, ...columnsOf(room) };
}

function columnsOf(room: number): Omit<StandingRows, 'count' | 'days' | 'cells'> {
  return {
    kind: new Int32Array(room),
    ownKind: new Int32Array(room),
    first: new Int32Array(room),
    last: new Int32Array(room),
    known: new Int32Array(room),
    until: new Int32Array(room),
    states: new Uint8Array(room),
    isOpen: new Uint8Array(room),
    isHead: new Uint8Array(room),
    sources: new Int32Array(room),
    facts: noneYet(room),
    chains: noneYet(room),
    seen: noneYet(room),
  };
}

function noneYet<Value>(room: number): (Value | undefined)[] {
  return new Array<Value | undefined>(room).fill(undefined);
}

/** Forgets all rows, so that those of another participant take their room. */
export function clearRows(rows: StandingRows): void {
  const { facts, chains, seen, days } = rows;
  for (let row = 0; row < rows.count; row += 1) {
    facts[row] = undefined;
    chains[row] = undefined;
    seen[row] = undefined;
  }
  rows.count = 0;
  days.count = 0;
}

/** Makes room for so many rows more. Those that there are must be none. */
export function makeRoom(rows: StandingRows, count: number): void {
  if (count > rows.kind.length) Object.assign(rows, columnsOf(2 * count));
}

/** A bit for each state. */
export const stateBits: Readonly<Record<FactState, number>> = {
  claimed: 1,
  waiting: 2,
  'not selected': 4,
  verified: 8,
  rejected: 16,
};

/** The bits of all these states. */
export function bitsOf(states: readonly FactState[]): number {
  let bits = 0;
  for (const state of states) bits |= stateBits[state];
  return bits;
}

/** A fact as a row: today's or one that stood in its place, seen until a day. */
export type LinkedFact = Readonly<{
  fact: Fact;
  until: DayNumber;
  standing: StandingChain;
}>;

/** Puts down one link of a chain. */
export function addLink(
  rows: StandingRows,
  { fact, until, standing }: LinkedFact,
  numberOf: (kind: string) => number,
): void {
  const { head } = standing;
  const row = rows.count;
  rows.count += 1;
  rows.kind[row] = numberOf(head.kind);
  rows.ownKind[row] = numberOf(fact.kind);
  rows.first[row] = firstDay(fact);
  rows.last[row] = lastDayOfEvidence(fact);
  rows.known[row] = fact.known;
  rows.until[row] = until;
  rows.states[row] = stateBits[fact.state] | stateBits[head.state];
  rows.isOpen[row] = fact.from !== undefined && fact.to === undefined ? 1 : 0;
  rows.isHead[row] = fact === head ? 1 : 0;
  rows.facts[row] = fact;
  rows.sources[row] = -1;
  rows.chains[row] = standing;
}

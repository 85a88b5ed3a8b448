import { compareTexts, type Ends, numberIn, referenceAt } from '../../facts/index.ts';
import { lineAt } from '../columns/line-at.ts';
import { rowsInLine } from '../columns/rows-in-line.ts';
import { standAlone } from '../due/stand-apart.ts';
import type { OwedByColumn } from '../owed.ts';
import { type ResultNotPaid, type SettlementResult, settlementResult } from '../result.ts';
import { isNamed } from './is-named.ts';
import { isSameLine, linesByName, type SeenLine } from './moved-lines.ts';
import { seenLineMaker } from './seen-lines.ts';
import type { DifferingLines } from './since-lines.ts';

/** The lines of some participants that differ, as data that another thread can be given. */
export type DifferingBatch = Readonly<{
  /** The participants from one to another; between them stand others of whom nothing differs. */
  whose: Ends;
  now: SettlementResult;
  previous: SettlementResult;
  /** Where each line of both stands among all that differ. */
  placesNow: Int32Array;
  placesBefore: Int32Array;
  /** The lines of both as they are today as at the days before, where that is known. */
  anew?: SettlementResult;
  /** Whether all of them are as they were settled, so that nothing has to be settled anew. */
  isAsSettled: boolean;
}>;

/** How many there are; each is made when it is asked for. */
export type DifferingBatches = Readonly<{ count: number; batchAt: (at: number) => DifferingBatch }>;

/** So many participants that what is made for them is small beside all facts. */
const participantsMost = 1024;

/**
 * Parts the lines that differ by participant. Undefined where what moved a line may be another's
 * doing, or there are lines that are nobody's.
 */
export function differingBatches(
  differing: DifferingLines,
  size = participantsMost,
): DifferingBatches | undefined {
  const { owed, settlement, rows, previous, unread, given = [], isAsSettled = false } = differing;
  const again = isAsSettled ? undefined : differing.before;
  if (!standAlone(owed.plan) || unread.length + given.length > 0) return undefined;
  const own = Array.from(rows, (row) => participantOf(owed, row));
  const before = previous.lines.map(({ participant }) => participant);
  if (![...own, ...before].every((participant) => participant !== undefined)) return undefined;
  const whose = [...new Set([...own, ...before] as string[])].sort(compareTexts);
  const batchOf = new Map(whose.map((each, at) => [each, Math.floor(at / size)]));
  const count = Math.ceil(whose.length / size);
  const placesNow = placesByBatch(own as string[], batchOf, count);
  const placesBefore = placesByBatch(before as string[], batchOf, count);
  const unpaid = unpaidByLine(previous);
  const seenAt = seenLineMaker(owed, { keepsNames: false });
  const summary = settlementResult({ ...owed, lines: [], notPaid: [] }, settlement);
  const anewAt = again && anewLines(again, batchOf, count);
  const summaryAnew = again && settlementResult({ ...again, lines: [], notPaid: [] }, settlement);
  return {
    count,
    batchAt: (at) => {
      const [now, was] = [placesNow[at] as Int32Array, placesBefore[at] as Int32Array];
      const lines = Array.from(was, (place) => previous.lines[place]).filter((one) => !!one);
      const seen = Array.from(now, (place) => seenAt(rows[place] as number));
      const ends = [at, at + 1].map((each) => each * size);
      const names = whose.slice(...ends);
      const part = {
        whose: { first: names[0] ?? '', last: names.at(-1) ?? '' },
        now: withLines(summary, seen),
        previous: {
          ...previous,
          lines,
          notPaid: lines.flatMap(({ line }) => unpaid.get(line) ?? []),
        },
        placesNow: now,
        placesBefore: was,
        isAsSettled,
      };
      if (anewAt === undefined || summaryAnew === undefined) return part;
      return { ...part, anew: withLines(summaryAnew, anewAt(at, part)) };
    },
  };
}

/** A settlement with these lines alone. */
export function withLines(summary: SettlementResult, seen: readonly SeenLine[]): SettlementResult {
  const notPaid = seen.flatMap((each) => each.notPaid);
  return { ...summary, lines: seen.map(({ line }) => line), notPaid };
}

type BothLines = Pick<DifferingBatch, 'now' | 'previous'>;

/**
 * Finds the lines of a batch among those that are owed again as at the days before. One that is as
 * it was settled is the same object, so that it is handed over once.
 */
function anewLines(
  again: OwedByColumn,
  batchOf: ReadonlyMap<string, number>,
  count: number,
): (at: number, both: BothLines) => readonly SeenLine[] {
  const { columns } = again;
  const { attached, attachment, kept } = columns;
  const ofPeople = Array.from({ length: attached.participants.rows }, (_, row) =>
    batchOf.get(referenceAt(attached.participants, row)),
  );
  const rowsOf = Array.from({ length: count }, (): number[] => []);
  for (const row of again.rows) {
    const batch = kept.has(row)
      ? batchOf.get(participantOf(again, row) ?? '')
      : ofPeople[numberIn(attached.participant, numberIn(attachment, row) - 1)];
    if (batch !== undefined) rowsOf[batch]?.push(row);
  }
  const seenAt = seenLineMaker(again, { keepsNames: false });
  return (at, { now, previous }) => {
    const settled = linesByName(previous);
    const names = new Set([...settled.keys(), ...now.lines.map(({ line }) => line)]);
    const own = Int32Array.from(rowsOf[at] ?? []).filter(isNamed(columns, names));
    return Array.from(rowsInLine(columns, own), (row) => {
      const seen = seenAt(row);
      const was = settled.get(seen.line.line);
      return was && isSameLine(was, seen) ? was : seen;
    });
  };
}

function participantOf({ columns, plan }: OwedByColumn, row: number): string | undefined {
  const { attached, attachment, kept } = columns;
  if (kept.has(row)) return lineAt(columns, row, plan).participant;
  const own = numberIn(attachment, row) - 1;
  return referenceAt(attached.participants, numberIn(attached.participant, own));
}

function placesByBatch(
  whose: readonly string[],
  batchOf: ReadonlyMap<string, number>,
  count: number,
): readonly Int32Array[] {
  const places = Array.from({ length: count }, (): number[] => []);
  for (const [place, participant] of whose.entries()) {
    places[batchOf.get(participant) as number]?.push(place);
  }
  return places.map((each) => Int32Array.from(each));
}

function unpaidByLine({
  notPaid,
}: SettlementResult): ReadonlyMap<string, readonly ResultNotPaid[]> {
  const found = new Map<string, ResultNotPaid[]>();
  for (const each of notPaid) {
    const known = found.get(each.line);
    if (known) known.push(each);
    else found.set(each.line, [each]);
  }
  return found;
}

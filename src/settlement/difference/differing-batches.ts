import { compareTexts, type Ends, numberIn, referenceAt } from '../../facts/index.ts';
import { lineAt } from '../columns/line-at.ts';
import { standAlone } from '../due/stand-apart.ts';
import type { OwedByColumn } from '../owed.ts';
import { type ResultNotPaid, type SettlementResult, settlementResult } from '../result.ts';
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
  const { owed, settlement, rows, previous, unread, given = [] } = differing;
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
  return {
    count,
    batchAt: (at) => {
      const [now, was] = [placesNow[at] as Int32Array, placesBefore[at] as Int32Array];
      const lines = Array.from(was, (place) => previous.lines[place]).filter((one) => !!one);
      const seen = Array.from(now, (place) => seenAt(rows[place] as number));
      const ends = [at, at + 1].map((each) => each * size);
      const names = whose.slice(...ends);
      return {
        whose: { first: names[0] ?? '', last: names.at(-1) ?? '' },
        now: {
          ...summary,
          lines: seen.map(({ line }) => line),
          notPaid: seen.flatMap(({ notPaid }) => notPaid),
        },
        previous: {
          ...previous,
          lines,
          notPaid: lines.flatMap(({ line }) => unpaid.get(line) ?? []),
        },
        placesNow: now,
        placesBefore: was,
      };
    },
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

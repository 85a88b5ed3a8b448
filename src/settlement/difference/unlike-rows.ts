import { referenceAt } from '../../facts/index.ts';
import type { LineColumns } from '../columns/line-columns.ts';
import type { OwedByColumn } from '../owed.ts';
import { type RowsOfEach, rowsOfEach } from './find-row.ts';
import { rowsAlike } from './rows-alike.ts';

/** The rows of two settlements, in place in line, of lines that are not alike. */
export type UnlikeRows = Readonly<{ was: Int32Array; now: Int32Array }>;

/** What was met of a row: nothing, the same line, one of the same money, or that it has moved. */
const [none, same, ofSameMoney, moved] = [0, 1, 2, 3];

/**
 * Finds by their columns the lines of the same participants, each of whom stands alone, that are
 * not alike. Those of which the same is owed are left out of whom no line has moved any money: they
 * change nothing and move nothing. Undefined where a line is kept as an object.
 */
export function unlikeRows(before: OwedByColumn, owed: OwedByColumn): UnlikeRows | undefined {
  const [was, now] = [before.columns, owed.columns];
  if (was.kept.size + now.kept.size > 0) return undefined;
  const [ofEachBefore, ofEachNow] = [rowsOfEach(was), rowsOfEach(now)];
  const { isNamed, isSame, isSameMoney } = rowsAlike(was, now);
  const met = { was: new Uint8Array(was.rows), now: new Uint8Array(now.rows) };
  const meet = (row: number, others: Int32Array): void => {
    const found = others.find((each) => met.now[each] === none && isNamed(row, each));
    if (found === undefined) return;
    const like = isSame(row, found) ? same : isSameMoney(row, found) ? ofSameMoney : moved;
    met.was[row] = like;
    met.now[found] = like;
  };
  for (const pair of inPairs(was, now)) {
    const [one, other] = [rowsIn(ofEachBefore, pair.was), rowsIn(ofEachNow, pair.now)];
    for (const row of one) meet(row, other);
    const hasMoved =
      one.some((row) => isMoved(met.was, row)) || other.some((row) => isMoved(met.now, row));
    if (!hasMoved) continue;
    for (const row of one) if (met.was[row] === ofSameMoney) met.was[row] = moved;
    for (const row of other) if (met.now[row] === ofSameMoney) met.now[row] = moved;
  }
  return {
    was: before.inLine((row) => isMoved(met.was, row)),
    now: owed.inLine((row) => isMoved(met.now, row)),
  };
}

/** A row for which no other was found has moved as well. */
function isMoved(met: Uint8Array, row: number): boolean {
  return met[row] === none || met[row] === moved;
}

/** A participant by its numbers in two settlements; -1 where it has no line. */
type Pair = Readonly<{ was: number; now: number }>;

function* inPairs(before: LineColumns, owed: LineColumns): Generator<Pair> {
  const [one, other] = [before.attached.participants, owed.attached.participants];
  const places = new Map<string, number>();
  for (let now = 0; now < other.rows; now += 1) places.set(referenceAt(other, now), now);
  for (let was = 0; was < one.rows; was += 1) {
    const name = referenceAt(one, was);
    yield { was, now: places.get(name) ?? -1 };
    places.delete(name);
  }
  for (const now of places.values()) yield { was: -1, now };
}

function rowsIn({ rows, ends }: RowsOfEach, participant: number): Int32Array {
  if (participant < 0) return noRows;
  const from = participant === 0 ? 0 : (ends[participant - 1] as number);
  return rows.subarray(from, ends[participant]);
}

const noRows = new Int32Array(0);

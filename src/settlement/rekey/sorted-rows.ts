import { compareTexts, type ReferenceColumn, referenceAt } from '../../facts/index.ts';

/** So many references are held as texts at a time. */
const rowsAtOnce = 1 << 16;

/**
 * The rows of a column in the order of their references. However many there are, no more is held
 * of them than a number for each and some thousand texts: parts are sorted, then merged in pairs.
 */
export function sortedRows(column: ReferenceColumn, atOnce = rowsAtOnce): Int32Array {
  const { rows } = column;
  let sorted = new Int32Array(rows);
  for (let from = 0; from < rows; from += atOnce) {
    sorted.set(sortedPart(column, from, Math.min(rows, from + atOnce)), from);
  }
  let merged = new Int32Array(rows > atOnce ? rows : 0);
  for (let length = atOnce; length < rows; length *= 2) {
    for (let from = 0; from < rows; from += 2 * length) {
      mergeParts(column, { from: sorted, into: merged }, [from, length]);
    }
    [sorted, merged] = [merged, sorted];
  }
  return sorted;
}

function sortedPart(column: ReferenceColumn, from: number, to: number): readonly number[] {
  const texts = Array.from({ length: to - from }, (_, at) => referenceAt(column, from + at));
  const places = Array.from(texts, (_, at) => at);
  places.sort((one, other) => compareTexts(texts[one] as string, texts[other] as string));
  return places.map((at) => from + at);
}

type Merging = Readonly<{ from: Int32Array; into: Int32Array }>;

/** Merges two parts of the same length that stand side by side; the last may be shorter. */
function mergeParts(
  column: ReferenceColumn,
  { from: sorted, into }: Merging,
  [from, length]: readonly [from: number, length: number],
): void {
  const middle = Math.min(from + length, sorted.length);
  const end = Math.min(from + 2 * length, sorted.length);
  const textAt = (at: number, before: number) =>
    at < before ? referenceAt(column, sorted[at] as number) : undefined;
  let [one, other] = [from, middle];
  let [first, second] = [textAt(one, middle), textAt(other, end)];
  for (let at = from; at < end; at += 1) {
    const isFirst = second === undefined || (first !== undefined && first < second);
    into[at] = sorted[isFirst ? one : other] as number;
    if (isFirst) {
      one += 1;
      first = textAt(one, middle);
    } else {
      other += 1;
      second = textAt(other, end);
    }
  }
}

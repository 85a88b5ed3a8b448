import type { DayNumber } from '../../calendar/index.ts';
import {
  type ColumnSource,
  dayCell,
  type FactColumns,
  type NumberColumn,
  numberIn,
  pooledNames,
  type ReferenceColumn,
  referenceAt,
  rowReplaced,
} from '../../facts/index.ts';

/** Which facts are meant: of these kinds, and known by a day. */
export type DigestOf = Readonly<{ kinds: ReadonlySet<string>; knownBy: DayNumber }>;

/**
 * A number that other facts do not have but by chance, whatever order facts come in. It tells that
 * facts are not those that were given before. It is no seal: whoever wants other facts with the
 * same number can find some.
 */
export function factsDigest(source: ColumnSource, of: DigestOf): string {
  return digestOfSums([digestSums(source, of)]);
}

/** How many facts are meant, and what they come to: two numbers that are added up by their bits. */
export type DigestSums = Readonly<{ count: number; first: number; second: number }>;

/** The digest of facts that were added up in parts, in whatever order. */
export function digestOfSums(parts: readonly DigestSums[]): string {
  let [count, first, second] = [0, 0, 0];
  for (const part of parts) {
    count += part.count;
    first = (first + part.first) | 0;
    second = (second + part.second) | 0;
  }
  return [count, hex(first), hex(second)].join('-');
}

/** Adds up the facts of the participants and those about nobody; only the latter, if asked. */
export function digestSums(source: ColumnSource, of: DigestOf, isOfNobody = false): DigestSums {
  const { columns, starts, participantCount } = source;
  const parts = [whosePart(source), ...partsOf(columns)];
  const isMeant = meantTest(columns, of);
  const begin = isOfNobody ? (starts[participantCount] as number) : 0;
  const rows = starts[participantCount + 1] as number;
  const [one, other] = [new Int32Array(rowsAtOnce), new Int32Array(rowsAtOnce)];
  let [count, first, second] = [0, 0, 0];
  for (let from = begin; from < rows; from += rowsAtOnce) {
    const length = Math.min(rowsAtOnce, rows - from);
    const sums: Sums = [one.subarray(0, length), other.subarray(0, length)];
    for (const part of parts) part(sums, from);
    for (let at = 0; at < length; at += 1) {
      if (!isMeant(from + at)) continue;
      first = (first + mixed(one[at] as number)) | 0;
      second = (second + mixed(other[at] as number)) | 0;
      count += 1;
    }
  }
  return { count, first, second };
}

/** So many rows are added up column by column, as each column is read from end to end fastest. */
const rowsAtOnce = 4096;

/**
 * Of each row two sums of what stands in it, each times a number of its column; an empty cell adds
 * nothing. Two, so that 64 bits are told apart and not 32.
 */
type Sums = Both<Int32Array>;

/** Adds what one column says of rows from a first one on; whose they are is put down first. */
type Part = (sums: Sums, from: number) => void;

/** The same for both sums, each by its number for the column in a place: odd, and unlike others. */
function forBoth<Value>(place: number, make: (factor: number) => Value): Both<Value> {
  return [make(mixed(2 * place + 1) | 1), make(mixed(~(2 * place)) | 1)];
}

type Both<Value> = readonly [Value, Value];

/** A number of which each bit counts for each of the others. */
function mixed(number: number): number {
  let own = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  own = Math.imul(own ^ (own >>> 13), 0xc2b2ae35);
  return own ^ (own >>> 16);
}

function meantTest(
  { kind, known }: FactColumns,
  { kinds, knownBy }: DigestOf,
): (row: number) => boolean {
  const isMeant = [false, ...kind.pool.values.map((each) => kinds.has(each))];
  const most = dayCell(knownBy);
  return (row) => isMeant[numberIn(kind.cells, row)] === true && numberIn(known, row) <= most;
}

/** The columns of a row, each by the place in which it stands here. */
function partsOf(columns: FactColumns): readonly Part[] {
  const { id, day, from, to, known, replaces } = columns;
  const sums = forBoth(1, (factor) => referenceSum(id, factor));
  const parts: Part[] = [referencePart(id, sums)];
  for (const [place, column] of [day, from, to, known].entries()) {
    parts.push(dayPart(column, place + 2));
  }
  for (const [place, name] of pooledNames.entries()) {
    parts.push(pooledPart(columns[name], place + 10));
  }
  if (replaces.values.length > 0) parts.push(replacedPart(columns, sums));
  return parts;
}

function dayPart({ values }: NumberColumn, place: number): Part {
  const [one, other] = forBoth(place, (factor) => factor);
  return ([first, second], from) => {
    const filled = Math.min(first.length, values.length - from);
    for (let at = 0; at < filled; at += 1) {
      const cell = values[from + at] as number;
      first[at] = (first[at] as number) + Math.imul(cell, one);
      second[at] = (second[at] as number) + Math.imul(cell, other);
    }
  };
}

function pooledPart(
  { cells: { values }, pool }: FactColumns[(typeof pooledNames)[number]],
  place: number,
): Part {
  const texts = pool.values.map(textOf);
  const [one, other] = forBoth(place, (factor) =>
    Int32Array.from([0, ...texts.map((text) => textHash(text, factor))]),
  );
  return ([first, second], from) => {
    const filled = Math.min(first.length, values.length - from);
    for (let at = 0; at < filled; at += 1) {
      const cell = values[from + at] as number;
      first[at] = (first[at] as number) + (one[cell] as number);
      second[at] = (second[at] as number) + (other[cell] as number);
    }
  };
}

/** What references add to one of the two sums: each by its stem, and its number times a factor. */
type ReferenceSum = Readonly<{ factor: number; ofStem: Int32Array }>;

function referenceSum({ stems }: ReferenceColumn, factor: number): ReferenceSum {
  const ofStem = stems.map(({ text, digits }) => textHash(text, factor + digits));
  return { factor, ofStem: Int32Array.from([0, ...ofStem]) };
}

function referencePart(column: ReferenceColumn, [one, other]: Both<ReferenceSum>): Part {
  const [stems, numbers] = [column.stem.values, column.number.values];
  return ([first, second], from) => {
    for (let at = 0; at < first.length; at += 1) {
      const row = from + at;
      const stem = stems[row] ?? 0;
      if (stem === 0) {
        first[at] = (first[at] as number) + sumAt(column, row, one);
        second[at] = (second[at] as number) + sumAt(column, row, other);
        continue;
      }
      const number = numbers[row] ?? 0;
      first[at] = (first[at] as number) + sumOf(one, stem, number);
      second[at] = (second[at] as number) + sumOf(other, stem, number);
    }
  };
}

function sumOf({ ofStem, factor }: ReferenceSum, stem: number, number: number): number {
  return (ofStem[stem] as number) + Math.imul(number, factor);
}

function sumAt(column: ReferenceColumn, row: number, sum: ReferenceSum): number {
  const stem = numberIn(column.stem, row);
  if (stem === 0) return textHash(referenceAt(column, row), sum.factor);
  return sumOf(sum, stem, numberIn(column.number, row));
}

/** What a row replaces is mixed, so that it is told from what the row is. */
function replacedPart(columns: FactColumns, [one, other]: Both<ReferenceSum>): Part {
  const { id, replaces } = columns;
  const { values } = replaces;
  return ([first, second], from) => {
    const filled = Math.min(first.length, values.length - from);
    for (let at = 0; at < filled; at += 1) {
      if (values[from + at] === 0) continue;
      const replaced = rowReplaced(columns, from + at);
      first[at] = (first[at] as number) + mixed(sumAt(id, replaced, one));
      second[at] = (second[at] as number) + mixed(sumAt(id, replaced, other));
    }
  };
}

/** Whose each row is; of facts about nobody nothing is added. Rows are asked for in their order. */
function whosePart({ columns, starts, participantCount }: ColumnSource): Part {
  const { participants } = columns;
  const [one, other] = forBoth(0, (factor) => referenceSum(participants, factor));
  let [place, end, own, ownOther] = [-1, 0, 0, 0];
  return ([first, second], from) => {
    for (let at = 0; at < first.length; at += 1) {
      while (from + at >= end) {
        place += 1;
        end = starts[place + 1] as number;
        const isSomebodys = from + at < end && place < participantCount;
        own = isSomebodys ? sumAt(participants, place, one) : 0;
        ownOther = isSomebodys ? sumAt(participants, place, other) : 0;
      }
      first[at] = own;
      second[at] = ownOther;
    }
  };
}

function textHash(text: string, seed: number): number {
  let hash = mixed(seed ^ text.length);
  for (let at = 0; at < text.length; at += 1) hash = mixed(hash ^ text.charCodeAt(at));
  return hash;
}

/** A value of a pool as a text that no other value has. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return JSON.stringify(value, (_key, each) => (typeof each === 'bigint' ? `${each}` : each));
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, '0');
}

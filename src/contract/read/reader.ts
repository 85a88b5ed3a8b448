import type { Problem, Severity } from '../../problem/index.ts';
import { placeOf, type Range, type Source } from '../page/source.ts';
import type { Names } from '../wording/names.ts';
import type { Complaint } from '../wording/place-type.ts';

/** One reading of a page: what it reads with, and what it has found so far. */
export type Reader = Readonly<{
  source: Source;
  names: Names;
  problems: Problem[];
  /** Where each part of the contract stands on the page, for the checks that come after. */
  ranges: Map<object, Range>;
}>;

export function complain(
  reader: Pick<Reader, 'source' | 'problems'>,
  range: Range,
  complaint: Complaint & Readonly<{ severity?: Severity }>,
): void {
  const { code, severity = 'error', message, help } = complaint;
  reader.problems.push({ code, severity, at: placeOf(reader.source, range), message, help });
}

/** Remembers where a part of the contract stands. */
export function standsAt<T extends object>(reader: Reader, range: Range, part: T): T {
  reader.ranges.set(part, range);
  return part;
}

export function rangeOf(reader: Reader, part: object): Range {
  return reader.ranges.get(part) ?? { from: 0, to: 0 };
}

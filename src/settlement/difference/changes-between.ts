import { dayNumber } from '../../calendar/index.ts';
import { dayCell, type FactSource, numberIn } from '../../facts/index.ts';
import type { OwedByColumn } from '../owed.ts';
import { type ResultLine, type Settlement, settlementResult } from '../result.ts';
import { differingBatches } from './differing-batches.ts';
import { linesBetween } from './lines-between.ts';
import { changeTeller, type ResultChange } from './result-change.ts';
import { placeThere, sinceBatches } from './since-batch.ts';
import type { DifferingLines } from './since-lines.ts';

/**
 * Changes in their order, and where their lines stand in line: of those that are gone where they
 * stood. Days are as `dayCell` has them; 0 where nothing is payable.
 */
export type ChangesInPlace = Readonly<{
  changes: readonly ResultChange[];
  isGone: Uint8Array;
  payableOn: Int32Array;
  day: Int32Array;
}>;

/** Two settlements of the same participants by the same terms and facts, as at two days. */
export type TwoDays = Readonly<{
  before: OwedByColumn;
  owed: OwedByColumn;
  source: FactSource;
  settlement: Settlement;
}>;

/**
 * What changed between two days, of whom nobody depends on anybody else. Undefined where a line is
 * kept as an object.
 */
export function changesBetween({
  before,
  owed,
  source,
  settlement,
}: TwoDays): ChangesInPlace | undefined {
  const summary = settlementResult({ ...before, lines: [], notPaid: [] }, settlement);
  const between = linesBetween(summary, before, owed);
  if (between === undefined) return undefined;
  const differing = { owed, settlement, ...between, source, unread: [], isAsSettled: true };
  const batches = differingBatches(differing);
  if (batches === undefined) return undefined;
  const { changes, places } = sinceBatches(owed.plan, batches, source);
  const told = changes.map(changeTeller(owed.currency));
  return { changes: told, ...daysOf(differing, places) };
}

type Placed = Pick<DifferingLines, 'owed' | 'rows' | 'previous'>;

function daysOf(
  { owed: { columns }, rows, previous }: Placed,
  places: Int32Array,
): Omit<ChangesInPlace, 'changes'> {
  const column = () => new Int32Array(places.length);
  const found = { isGone: new Uint8Array(places.length), payableOn: column(), day: column() };
  for (const [at, place] of places.entries()) {
    const there = placeThere(place);
    if (there < 0) {
      const { payableOn, day } = previous.lines[place] as ResultLine;
      found.isGone[at] = 1;
      found.payableOn[at] = payableOn === null ? 0 : dayCell(dayNumber(payableOn));
      found.day[at] = dayCell(dayNumber(day));
    } else {
      const row = rows[there] as number;
      found.payableOn[at] = numberIn(columns.payableOn, row);
      found.day[at] = numberIn(columns.day, row);
    }
  }
  return found;
}

/** The changes of several, in the order of their participants, in the order of all. */
export function joinChanges(parts: readonly ChangesInPlace[]): readonly ResultChange[] {
  const all = parts.flatMap(({ changes, isGone, payableOn, day }) =>
    changes.map((change, at) => ({
      change,
      first: isGone[at] === 1 ? 0 : 1,
      // What waits stands last.
      payableOn: payableOn[at] || Number.MAX_SAFE_INTEGER,
      day: day[at] as number,
    })),
  );
  all.sort(
    (one, other) =>
      one.first - other.first || one.payableOn - other.payableOn || one.day - other.day,
  );
  return all.map(({ change }) => change);
}

import {
  dayInCell,
  type FactState,
  type FactsApart,
  numberIn,
  valueAt,
} from '../../facts/index.ts';
import type { AsAt } from '../as-at.ts';
import type { Admitted } from './admitted.ts';
import { makeRoom, never, type StandingRows, stateBits } from './standing-rows.ts';

/** As at which days facts are admitted, of which kinds, and where their rows are put down. */
type By = Readonly<{
  asAt: AsAt;
  kindsRead?: ReadonlySet<string> | undefined;
  rows: StandingRows;
}>;

/** Facts none of which replaces another: each is a row, and none of them has to be made. */
export function admitApart(
  { rows: sources, columns, kinds, participant, factOf }: FactsApart,
  by: By,
): Admitted {
  const { rows, kindsRead } = by;
  const { trueBy, knownBy } = by.asAt;
  const { values } = columns.kind.pool;
  makeRoom(rows, sources.length);
  for (const source of sources) {
    const known = dayInCell(numberIn(columns.known, source));
    const kind = numberIn(columns.kind.cells, source);
    const name = values[kind - 1] as string;
    if (known > knownBy || name === 'withdrawn' || kindsRead?.has(name) === false) continue;
    const day = numberIn(columns.day, source);
    const from = numberIn(columns.from, source);
    const first = day || from ? dayInCell(day || from) : known;
    if (first > trueBy) continue;
    const to = numberIn(columns.to, source);
    const row = rows.count;
    rows.count += 1;
    rows.kind[row] = kind;
    rows.ownKind[row] = kind;
    rows.first[row] = first;
    rows.last[row] = from === 0 ? first : Math.min(to === 0 ? known : dayInCell(to), known);
    rows.known[row] = known;
    rows.until[row] = never;
    rows.states[row] = stateBits[valueAt(columns.state, source) as FactState];
    rows.isOpen[row] = from !== 0 && to === 0 ? 1 : 0;
    rows.isHead[row] = 1;
    rows.sources[row] = source;
  }
  return { rows, kinds, participant, factOf };
}

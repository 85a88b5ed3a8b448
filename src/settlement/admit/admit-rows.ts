import {
  type Chain,
  compareTexts,
  dayInCell,
  type Fact,
  type FactColumns,
  type FactRows,
  type FactState,
  firstDay,
  firstDayIn,
  numberIn,
  referenceAt,
  rowReplaced,
} from '../../facts/index.ts';
import { never } from '../plan/open-days.ts';
import type { Admitted, Corrected } from './admitted.ts';
import { type Admitting, linkChain, putInOrder } from './link-chain.ts';
import { addLink, type CellsRead, type LinkedFact, makeRoom, stateBits } from './standing-rows.ts';

/** Facts in columns: each is a row, and none is made but what replaces another or is replaced. */
export function admitRows(own: FactRows, by: Admitting): Admitted {
  const { kinds, factOf } = own;
  const { rows } = by;
  makeRoom(rows, own.count);
  if (own.replacing.length > 0) return admitCorrected(own, by);
  const cells = cellsFor(own, by);
  for (let at = 0; at < own.count; at += 1) addAlone(own.rows[at] as number, cells, by);
  return { rows, kinds, factOf };
}

/** What was corrected takes its places among what stands alone. */
function admitCorrected(own: FactRows, by: Admitting): Admitted {
  const { columns, kinds, factOf, replacing } = own;
  const { rows } = by;
  const replaced = replacing.map((row) => rowReplaced(columns, row));
  const { links, corrected } = linkCorrected(own, replaced, by);
  const numberOf = (kind: string): number => kinds.get(kind) as number;
  const cells = cellsFor(own, by);
  let next = 0;
  for (let at = 0; at < own.count; at += 1) {
    const source = own.rows[at] as number;
    if (replaced.includes(source) || replacing.includes(source)) continue;
    for (; next < links.length; next += 1) {
      const link = links[next] as LinkedFact;
      if (!comesBefore(link, source, columns)) break;
      addLink(rows, link, numberOf);
    }
    addAlone(source, cells, by);
  }
  for (; next < links.length; next += 1) addLink(rows, links[next] as LinkedFact, numberOf);
  return { rows, kinds, factOf, corrected };
}

type Links = Readonly<{ links: readonly LinkedFact[]; corrected: readonly Corrected[] }>;

function linkCorrected(own: FactRows, replaced: readonly number[], by: Admitting): Links {
  const links: LinkedFact[] = [];
  const corrected: Corrected[] = [];
  const { isRead } = cellsFor(own, by);
  for (let at = 0; at < own.count; at += 1) {
    const source = own.rows[at] as number;
    if (!replaced.includes(source) || own.replacing.includes(source)) continue;
    if (!hasReadLink({ source, replaced, isRead }, own)) continue;
    const chain = chainFrom(source, replaced, own);
    const first = chain[0] as Fact;
    for (const standing of linkChain(chain, links, by)) corrected.push({ first, standing });
  }
  putInOrder(links);
  return { links, corrected };
}

type Linked = Readonly<{ source: number; replaced: readonly number[]; isRead: Uint8Array }>;

/** Whether any link of a chain is of a kind that is read: of all others nothing stands. */
function hasReadLink({ source, replaced, isRead }: Linked, own: FactRows): boolean {
  const { columns, replacing } = own;
  for (let row = source; ; ) {
    if (isRead[numberIn(columns.kind.cells, row)] === 1) return true;
    const at = replaced.indexOf(row);
    if (at < 0) return false;
    row = replacing[at] as number;
  }
}

function chainFrom(
  source: number,
  replaced: readonly number[],
  { replacing, factOf }: FactRows,
): Chain {
  const chain = [factOf(source)];
  for (let at = replaced.indexOf(source); at >= 0; ) {
    const row = replacing[at] as number;
    chain.push(factOf(row));
    at = replaced.indexOf(row);
  }
  return chain;
}

/** Whether a link stands before the row of a fact: by day, then by the id of the chain. */
function comesBefore({ fact, standing }: LinkedFact, source: number, columns: FactColumns) {
  const day = firstDay(fact) - firstDayIn(columns, source);
  if (day !== 0) return day < 0;
  return compareTexts(standing.id, referenceAt(columns.id, source)) < 0;
}

/** What the numbers of kinds and states mean in the columns of one source, looked up once. */
function cellsFor({ columns, kinds }: FactRows, { rows, kindsRead }: Admitting): CellsRead {
  const { cells } = rows;
  const states = columns.state.pool.values;
  const isSame =
    cells?.columns === columns &&
    cells.kindsRead === kindsRead &&
    cells.isRead.length === kinds.size + 1 &&
    cells.bits.length === states.length + 1;
  if (isSame) return cells;
  const isRead = new Uint8Array(kinds.size + 1);
  for (const [kind, number] of kinds) {
    if (kind !== 'withdrawn' && kindsRead?.has(kind) !== false) isRead[number] = 1;
  }
  const bits = Uint8Array.of(0, ...states.map((state: FactState) => stateBits[state]));
  rows.cells = { columns, kindsRead, isRead, bits };
  return rows.cells;
}

function addAlone(source: number, { columns, isRead, bits }: CellsRead, by: Admitting): void {
  const { rows } = by;
  const { trueBy, knownBy } = by.asAt;
  const known = dayInCell(numberIn(columns.known, source));
  const kind = numberIn(columns.kind.cells, source);
  if (known > knownBy || isRead[kind] !== 1) return;
  const first = firstDayIn(columns, source);
  if (first > trueBy) return;
  const from = numberIn(columns.from, source);
  const to = numberIn(columns.to, source);
  const row = rows.count;
  rows.count += 1;
  rows.kind[row] = kind;
  rows.ownKind[row] = kind;
  rows.first[row] = first;
  rows.last[row] = from === 0 ? first : Math.min(to === 0 ? known : dayInCell(to), known);
  rows.known[row] = known;
  rows.until[row] = never;
  rows.states[row] = bits[numberIn(columns.state.cells, source)] as number;
  rows.isOpen[row] = from !== 0 && to === 0 ? 1 : 0;
  rows.isHead[row] = 1;
  rows.sources[row] = source;
}

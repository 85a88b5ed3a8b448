import { getCurrency, unitsOfMajor } from '../../money/index.ts';
import type { ResultChange } from '../../settlement/index.ts';
import type {
  ColumnChunk,
  ColumnTable,
  ColumnValues,
  TableColumn,
} from '../columns/column-table.ts';
import { pooledCells } from '../columns/pooled-cells.ts';
import { csvRow, quoted } from './line-table.ts';

/** The columns of a table of changes; `facts` and `payers` are lists in one cell. */
const textColumns = ['line', 'clause', 'outcome', 'participant', 'provider', 'payee'] as const;
const amountColumns = ['takenBack', 'paid'] as const;
const listColumns = ['payers', 'cause', 'causeLine', 'facts'] as const;

export const changeColumns = [...textColumns, ...amountColumns, ...listColumns] as const;

type ListColumn = (typeof listColumns)[number];

/** Changes as CSV, piece by piece. */
export function* changesCsv(changes: Iterable<ResultChange>): Generator<string> {
  yield csvRow(changeColumns);
  for (const change of changes) {
    yield csvRow([
      ...textColumns.map((name) => quoted(change[name] ?? '')),
      ...amountColumns.map((name) => change[name]),
      ...listColumns.map((name) => quoted(listCell(change, name) ?? '')),
    ]);
  }
}

const rowsAtOnce = 20_000;

/** Of these nearly every change has a text of its own; of the others many have the same. */
const ownColumns: readonly ChangeColumn[] = ['line', 'participant', 'causeLine', 'facts'];

/** Changes by their columns, some at a time. */
export function columnsOfChanges(changes: readonly ResultChange[], currency: string): ColumnTable {
  const { exponent: places } = getCurrency(currency);
  const filled = changeColumns.map((name): FilledColumn => {
    const textOf = (change: ResultChange) => textIn(change, name);
    if (name === 'takenBack' || name === 'paid') {
      const unitsIn = (change: ResultChange) => Number(unitsOfMajor(change[name]));
      const take = (some: readonly ResultChange[]) => Float64Array.from(some, unitsIn);
      return { column: { name, type: { is: 'decimal', places } }, take };
    }
    if (ownColumns.includes(name)) {
      return { column: { name, type: { is: 'text' } }, take: (some) => some.map(textOf) };
    }
    const { values, ...pooled } = pooledCells(changes.map(textOf));
    const take: FilledColumn['take'] = (some, from) => values.subarray(from, from + some.length);
    return { column: { name, ...pooled }, take };
  });
  return { columns: filled.map(({ column }) => column), chunks: chunksOf(changes, filled) };
}

/** A column, and what it has of some changes, of which so many come before. */
type FilledColumn = Readonly<{
  column: TableColumn;
  take: (some: readonly ResultChange[], before: number) => ColumnValues;
}>;

function* chunksOf(
  changes: readonly ResultChange[],
  filled: readonly FilledColumn[],
): Generator<ColumnChunk> {
  for (let from = 0; from < changes.length; from += rowsAtOnce) {
    const some = changes.slice(from, from + rowsAtOnce);
    yield { length: some.length, columns: filled.map(({ take }) => take(some, from)) };
  }
}

type ChangeColumn = (typeof changeColumns)[number];

function textIn(change: ResultChange, name: ChangeColumn): string | undefined {
  return isList(name) ? listCell(change, name) : change[name];
}

function isList(name: ChangeColumn): name is ListColumn {
  return (listColumns as readonly string[]).includes(name);
}

/** "Northshire Council 100.00 to 0.00; Northshire Health 0.00 to 60.00", and what moved it. */
function listCell({ payers, cause }: ResultChange, name: ListColumn): string | undefined {
  switch (name) {
    case 'payers':
      return payers.map((each) => `${each.payer} ${each.takenBack} to ${each.paid}`).join('; ');
    case 'cause':
      return cause.is;
    case 'causeLine':
      return cause.is === 'line' ? cause.line : undefined;
    case 'facts':
      return 'facts' in cause ? cause.facts.join('; ') : undefined;
  }
}

import { getCurrency, unitsOfMajor } from '../../money/index.ts';
import type { ResultChange } from '../../settlement/index.ts';
import type { ColumnChunk, ColumnTable, TableColumn } from '../columns/column-table.ts';
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

/** Changes by their columns, some at a time. */
export function columnsOfChanges(changes: readonly ResultChange[], currency: string): ColumnTable {
  const { exponent: places } = getCurrency(currency);
  const columns = changeColumns.map((name): TableColumn => {
    const isAmount = amountColumns.some((each) => each === name);
    return { name, type: isAmount ? { is: 'decimal', places } : { is: 'text' } };
  });
  return { columns, chunks: chunksOf(changes) };
}

function* chunksOf(changes: readonly ResultChange[]): Generator<ColumnChunk> {
  for (let from = 0; from < changes.length; from += rowsAtOnce) {
    const some = changes.slice(from, from + rowsAtOnce);
    yield {
      length: some.length,
      columns: [
        ...textColumns.map((name) => some.map((change) => change[name])),
        ...amountColumns.map((name) =>
          Float64Array.from(some, (change) => Number(unitsOfMajor(change[name]))),
        ),
        ...listColumns.map((name) => some.map((change) => listCell(change, name))),
      ],
    };
  }
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

import {
  type ColumnSource,
  dayInCell,
  type FactColumns,
  type NumberColumn,
  numberIn,
  type PooledName,
  pooledNames,
  referenceAt,
  rowReplaced,
} from '../../facts/index.ts';
import { formatDecimal } from '../../money/index.ts';
import type { ColumnTable, ColumnValues, TableColumn } from '../columns/column-table.ts';

/** So many facts stand in one file. */
export const factsInPart = 100_000;

type Filled = TableColumn & Readonly<{ values: ColumnValues }>;

/**
 * Some facts as a table of the columns in which facts are read, from one row to before another. All
 * parts of some facts have the same columns: those in which anything stands.
 */
export function factPart(source: ColumnSource, rows: Rows): ColumnTable {
  const { columns } = source;
  const cellsOf = (name: PooledName) => ({ name, ...pooled(columns, name, rows) });
  const daysOf = (name: DayName) => ({ name, ...days(columns[name], rows) });
  const filled: readonly Filled[] = [
    { name: 'id', ...texts(rows, (row) => referenceAt(columns.id, row)) },
    { name: 'participant', ...participantsIn(source, rows) },
    ...pooledNames.filter((name) => isFilled(columns[name].cells)).map(cellsOf),
    ...dayNames.filter((name) => isFilled(columns[name])).map(daysOf),
    ...(isFilled(columns.replaces)
      ? [{ name: 'replaces', ...texts(rows, (row) => replacedBy(columns, row)) }]
      : []),
  ];
  return {
    columns: filled.map((each) => {
      const { values: _, ...column } = each;
      return column;
    }),
    chunks: [{ length: rows.to - rows.from, columns: filled.map(({ values }) => values) }],
  };
}

function isFilled({ values }: NumberColumn): boolean {
  return values.length > 0;
}

type DayName = (typeof dayNames)[number];

const dayNames = ['day', 'from', 'to', 'known'] as const;

type Rows = Readonly<{ from: number; to: number }>;
type Cells = Omit<Filled, 'name'>;

const none = -1;

/** Texts of which each is of a few stand once; the others mostly differ from row to row. */
function pooled(columns: FactColumns, name: PooledName, rows: Rows): Cells {
  const { cells, pool } = columns[name];
  const values = Int32Array.from({ length: rows.to - rows.from }, (_, at) => {
    return numberIn(cells, rows.from + at) - 1;
  });
  const written = (pool.values as readonly unknown[]).map(textOf);
  return { type: { is: 'pooled', texts: written }, absent: none, values };
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(';');
  return typeof value === 'string'
    ? value
    : formatDecimal(value as Parameters<typeof formatDecimal>[0]);
}

/** No day that anybody writes. */
const noDay = -(2 ** 31);

function days(column: NumberColumn, rows: Rows): Cells {
  const values = Int32Array.from({ length: rows.to - rows.from }, (_, at) => {
    const cell = numberIn(column, rows.from + at);
    return cell === 0 ? noDay : dayInCell(cell);
  });
  return { type: { is: 'day' }, absent: noDay, values };
}

function texts(rows: Rows, textAt: (row: number) => string | undefined): Cells {
  const values = Array.from({ length: rows.to - rows.from }, (_, at) => textAt(rows.from + at));
  return { type: { is: 'text' }, values };
}

/** Whose each row is: rows stand participant by participant, and those about nobody last. */
function participantsIn({ columns, starts, participantCount }: ColumnSource, rows: Rows): Cells {
  let own = 0;
  let name: string | undefined;
  return texts(rows, (row) => {
    while (own < participantCount && (starts[own + 1] as number) <= row) {
      own += 1;
      name = undefined;
    }
    if (own === participantCount) return undefined;
    name ??= referenceAt(columns.participants, own);
    return name;
  });
}

function replacedBy(columns: FactColumns, row: number): string | undefined {
  if (numberIn(columns.replaces, row) === 0) return undefined;
  return referenceAt(columns.id, rowReplaced(columns, row));
}

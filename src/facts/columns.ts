/** The columns of the table of facts, in the order in which they are written; no others. */
export const columns = [
  'id',
  'kind',
  'participant',
  'cohort',
  'provider',
  'group',
  'with',
  'day',
  'from',
  'to',
  'value',
  'low',
  'high',
  'about',
  'source',
  'method',
  'known',
  'state',
  'replaces',
  'signer',
  'note',
] as const;

export type Column = (typeof columns)[number];

/** Columns that every file must have; a file may leave the others out. */
export const columnsNeeded: readonly Column[] = ['id', 'kind'];

/** Columns that hold a day. */
export const dayColumns = ['day', 'from', 'to', 'known'] as const satisfies readonly Column[];

/** Columns that hold a number. */
export const numberColumns = ['value', 'low', 'high'] as const satisfies readonly Column[];

/** The longest text that a cell may hold; `note`, which is read past, may be longer. */
export const cellLengthMax = 200;

const numbers = new Map<string, number>(columns.map((column, index) => [column, index]));

/** Where a column stands in `columns`: the place of its cell in a row as the checks see it. */
export function columnNumber(column: Column): number {
  return numbers.get(column) as number;
}

export function isColumn(name: string): name is Column {
  return numbers.has(name);
}

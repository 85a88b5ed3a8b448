import Type, { type Static } from 'typebox';
import { type Column, columns } from '../../../facts/index.ts';

/** How days are written in a sender's own export. */
export const dayWays = {
  'year-month-day': '2027-05-31',
  'day/month/year': '31/05/2027',
  'month/day/year': '05/31/2027',
  'day.month.year': '31.05.2027',
} as const;

export type DayWay = keyof typeof dayWays;

const short = Type.String({ maxLength: 200 });

/** How a sender's own columns are read. */
export const readingSchema = Type.Object(
  {
    separator: Type.Union([Type.Literal(','), Type.Literal(';'), Type.Literal('\t')]),
    columns: Type.Record(short, short, {
      description: 'Which column of the file is which of ours; those not named are passed over.',
    }),
    kinds: Type.Record(short, short, {
      description: 'What stands in the column that is read as kind, and which kind it means.',
    }),
    fixed: Type.Record(short, short, {
      description: 'What holds for every row, by our column: a kind or a source, mostly.',
    }),
    days: Type.Union([
      Type.Literal('year-month-day'),
      Type.Literal('day/month/year'),
      Type.Literal('month/day/year'),
      Type.Literal('day.month.year'),
    ]),
  },
  { additionalProperties: false },
);

export type Reading = Static<typeof readingSchema>;

export function isOurColumn(name: string): name is Column {
  return (columns as readonly string[]).includes(name);
}

/** The cells of a row in our columns; in those not read there is nothing. */
export function readCells(
  reading: Reading,
  names: readonly string[],
  row: readonly string[],
): Record<Column, string> {
  const cells = Object.fromEntries(columns.map((column) => [column, ''])) as Record<Column, string>;
  for (const [column, value] of Object.entries(reading.fixed)) {
    if (isOurColumn(column)) cells[column] = value;
  }
  for (const [at, name] of names.entries()) {
    const column = said(reading.columns, name);
    const text = (row[at] ?? '').trim();
    if (column === undefined || !isOurColumn(column) || text === '') continue;
    cells[column] = meaningOf(reading, column, text);
  }
  return cells;
}

const dayColumns: ReadonlySet<Column> = new Set(['day', 'from', 'to', 'known']);

function meaningOf(reading: Reading, column: Column, text: string): string {
  if (column === 'kind') return said(reading.kinds, text) ?? text;
  return dayColumns.has(column) ? dayOfText(text, reading.days) : text;
}

// What stands in a file may be called as what every object has.
function said(by: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(by, name) ? by[name] : undefined;
}

// A day written in another way is left as it is: the check of the row says what is wrong with it.
function dayOfText(text: string, way: DayWay): string {
  const parts = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})$/.exec(text);
  const [, one = '', two = '', three = ''] = parts ?? [];
  switch (way) {
    case 'year-month-day':
      return text;
    case 'day/month/year':
    case 'day.month.year':
      return three.length === 4 ? written(three, two, one) : text;
    case 'month/day/year':
      return three.length === 4 ? written(three, one, two) : text;
  }
}

function written(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

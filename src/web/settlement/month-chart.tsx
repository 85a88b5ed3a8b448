import type { JSX } from 'preact';
import { addMonths, type Day, dayNumber, dayOf, monthNames } from '../../calendar/index.ts';
import { Chart } from '../look/index.ts';

export type MonthChartProps = Readonly<{
  title: string;
  /** What is counted: "Lines". */
  measure: string;
  rows: readonly Readonly<{ month: string; value: number }>[];
  shown: (value: number) => string;
}>;

/** Values by month: each from the first to the last has its place, though nothing is in it. */
export function MonthChart({ title, measure, rows, shown }: MonthChartProps): JSX.Element | null {
  const months = monthsOver(rows.map(({ month }) => month));
  if (months.length < 2) return null;
  const values = new Map(rows.map(({ month, value }) => [month, value]));
  return (
    <Chart
      title={title}
      kind="columns"
      of="Month"
      at={months.map(shortMonth)}
      series={[{ name: measure, values: months.map((month) => values.get(month) ?? 0) }]}
      shown={shown}
    />
  );
}

function monthsOver(months: readonly string[]): readonly string[] {
  const [first, last] = [months.toSorted()[0], months.toSorted().at(-1)];
  if (first === undefined || last === undefined) return [];
  const all = [first];
  for (let month = first; month < last; all.push(month)) month = monthAfter(month);
  return all;
}

function monthAfter(month: string): string {
  return dayOf(addMonths(dayNumber(`${month}-01` as Day), 1)).slice(0, 7);
}

/** "Jun 27" of `2027-06`. */
function shortMonth(name: string): string {
  const [year = '', month = ''] = name.split('-');
  return `${(monthNames[Number(month) - 1] ?? month).slice(0, 3)} ${year.slice(2)}`;
}

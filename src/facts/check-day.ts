import { type DayNumber, parseDay } from '../calendar/index.ts';
import { dayWrittenAnotherWay, moneyForDay, noSuchDay, yearOutOfBounds } from './cell-problems.ts';
import { type Column, columnNumber } from './columns.ts';
import { type Row, spoil } from './row.ts';

type DayColumn = 'day' | 'from' | 'to' | 'known';

const numbers: Readonly<Record<DayColumn, number>> = {
  day: columnNumber('day'),
  from: columnNumber('from'),
  to: columnNumber('to'),
  known: columnNumber('known'),
};

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;
const year = /^(?:19|2[01])/;

/** Signs of money, or a figure with two places. */
const money = /^[-+]?\s*\p{Sc}|\p{Sc}\s*$|^[-+]?[\d,]+\.\d{1,2}$/u;

/** Reads days and remembers them: a file of millions of rows has a few thousand different days. */
export type DayReader = (row: Row, column: DayColumn) => DayNumber | undefined;

export function dayReader(): DayReader {
  const days = new Map<string, DayNumber>();
  return (row, column) => {
    const text = row.cells[numbers[column]] as string;
    if (text === '') return undefined;
    const seen = days.get(text);
    if (seen !== undefined) return seen;
    const day = parseDay(text);
    if (day === undefined) spoilDay(row, column, text);
    else days.set(text, day);
    return day;
  };
}

function spoilDay(row: Row, column: Column, text: string): void {
  spoil(row, column, (at) => {
    if (iso.test(text)) {
      return year.test(text) ? noSuchDay(at, text) : yearOutOfBounds(at, text);
    }
    return money.test(text) ? moneyForDay(at, text) : dayWrittenAnotherWay(at, text);
  });
}

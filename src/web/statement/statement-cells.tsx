import type { ComponentChildren, JSX } from 'preact';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { ReadStatement } from '../../service/money/index.ts';
import { Day, type TableColumn } from '../look/index.ts';
import { capital, Reference } from '../settlement/money-words.tsx';

type Heading = Readonly<{ heading: string; side: string }>;

/**
 * Where each column stands on a phone; those that are not named, under the name of the row. What
 * others there say as well stands nowhere: the whole is a table away.
 */
const onPhone: Readonly<Record<string, Partial<TableColumn>>> = {
  '#': { inLine: 'nowhere' },
  payable: { inLine: 'nowhere' },
  number: { isSaidInLine: true },
  quantity: { isSaidInLine: true },
  price: { inLine: 'nowhere' },
  lines: { isSaidInLine: true },
  gross: { isSaidInLine: true },
  owed: { inLine: 'end' },
  amount: { inLine: 'end' },
  'your part': { inLine: 'end' },
  'not paid': { inLine: 'across', isSaidInLine: true },
  from: { inLine: 'across' },
};

/** A column of a statement as a table has it. */
export function tableColumn({ heading, side }: Heading): TableColumn {
  return { label: capital(heading), isNumber: side === 'right', ...onPhone[heading] };
}

/** A cell of a line: days and references as they read on every other screen. */
export function cellIn(columns: ReadStatement['columns']) {
  return (cell: string, at: number): ComponentChildren => {
    const heading = columns[at]?.heading;
    if (heading === 'participant') return cell === '–' ? cell : <Reference key={at} of={cell} />;
    if (heading === 'outcome') return capital(cell);
    if ((heading === 'day' || heading === 'payable') && cell !== '–') {
      return <Day key={at} day={cell as CalendarDay} />;
    }
    return figureIn(columns)(cell, at);
  };
}

/** Figures stand in figures of one width, and words as they are. */
export function figureIn(columns: readonly Heading[]) {
  return (cell: string, at: number): ComponentChildren =>
    columns[at]?.side === 'right' && cell !== '–' ? <Figure key={`${at}`}>{cell}</Figure> : cell;
}

/** Figures that are written already stand in figures of one width too. */
export function Figure({ children }: Readonly<{ children: string }>): JSX.Element {
  return <span class="money">{children}</span>;
}

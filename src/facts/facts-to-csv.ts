import { dayOf } from '../calendar/index.ts';
import { type Fraction, formatDecimal } from '../money/index.ts';
import { assert } from '../problem/index.ts';
import { isFormula } from './check-text.ts';
import { type Column, columns, columnsNeeded } from './columns.ts';
import type { Fact } from './fact.ts';

/** Facts as CSV with the columns they use, in the order they are given, ending in a line feed. */
export function factsToCsv(facts: readonly Fact[]): string {
  const rows = facts.map(factCells);
  const used = columns.filter(
    (column) => columnsNeeded.includes(column) || rows.some((row) => row[column] !== undefined),
  );
  const lines = rows.map((row) => used.map((column) => written(row[column] ?? '')).join(','));
  return [used.join(','), ...lines, ''].join('\n');
}

type Cells = Partial<Record<Column, string>>;

/**
 * The filled cells of a fact as a row has them. What would be read anyway from an empty cell is
 * left out: `known` and `state` mostly are.
 */
export function factCells(fact: Fact): Cells {
  const isKnownAnyway = fact.known === (fact.day ?? fact.to);
  return {
    ...textsOf(fact),
    ...present('with', fact.with?.join(';')),
    ...present('day', dayText(fact.day)),
    ...present('from', dayText(fact.from)),
    ...present('to', dayText(fact.to)),
    ...present('value', numberText(fact.value)),
    ...present('low', numberText(fact.low)),
    ...present('high', numberText(fact.high)),
    ...present('known', isKnownAnyway ? undefined : dayText(fact.known)),
    ...present('state', fact.state === 'verified' ? undefined : fact.state),
  };
}

const texts = [
  'id',
  'kind',
  'participant',
  'cohort',
  'provider',
  'group',
  'about',
  'source',
  'method',
  'replaces',
  'signer',
] as const;

function textsOf(fact: Fact): Cells {
  return Object.assign({}, ...texts.map((column) => present(column, fact[column])));
}

function present(column: Column, text: string | undefined): Cells {
  return text === undefined ? {} : { [column]: text };
}

function dayText(day: number | undefined): string | undefined {
  return day === undefined ? undefined : dayOf(day);
}

function numberText(value: Fraction | undefined): string | undefined {
  return value === undefined ? undefined : formatDecimal(value);
}

function written(cell: string): string {
  assert(!isFormula(cell), 'no cell that is written would run as a formula in a spreadsheet');
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

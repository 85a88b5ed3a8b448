import { type Fraction, parseDecimal } from '../money/index.ts';
import type { FactState } from './fact.ts';
import type { PooledName } from './fact-chunk.ts';
import type { FactColumns } from './fact-columns.ts';
import { numberOf } from './value-pool.ts';

/**
 * Fills the pool of a column, which was empty, with texts that differ from each other: the first
 * gets the number 1. False where one of them says nothing that the column can hold.
 */
export function fillPool(
  columns: FactColumns,
  name: PooledName,
  texts: readonly string[],
): boolean {
  switch (name) {
    case 'value':
    case 'low':
    case 'high':
      return fillNumbers(columns[name].pool, texts);
    case 'with':
      for (const text of texts) numberOf(columns.with.pool, text, text.split(';'));
      return true;
    case 'state':
      for (const text of texts) numberOf(columns.state.pool, text, text as FactState);
      return true;
    case 'kind':
    case 'cohort':
    case 'provider':
    case 'group':
    case 'about':
    case 'source':
    case 'method':
    case 'signer':
      for (const text of texts) numberOf(columns[name].pool, text, text);
      return true;
  }
}

function fillNumbers(pool: FactColumns['value']['pool'], texts: readonly string[]): boolean {
  const numbers = texts.map(parseDecimal);
  if (numbers.includes(undefined)) return false;
  for (const [at, text] of texts.entries()) numberOf(pool, text, numbers[at] as Fraction);
  return true;
}

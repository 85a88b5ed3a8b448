import { numberIn } from '../../facts/index.ts';
import { formatMajor } from '../../money/index.ts';
import type { OwedByColumn } from '../owed.ts';
import { owedLines } from '../owed-lines.ts';
import { resultNotPaid, unpaidText } from '../result.ts';
import { amountIn } from './amount-column.ts';
import { noText } from './line-pools.ts';
import { numberOf, type ValueNumbers, valueNumbers } from './value-numbers.ts';

/** What of each line is not paid, as text: every text that there is, and which a row has. */
export type UnpaidTexts = Readonly<{
  /** All different. */
  texts: readonly string[];
  /** Its number among these, from 0; -1 where all of a line is paid. */
  numberAt: (row: number) => number;
}>;

/** Most lines of which anything is not paid have the reasons and sums of many. */
export function unpaidTexts(owed: OwedByColumn): UnpaidTexts {
  const { columns } = owed;
  const texts = valueNumbers<string>();
  const byAmount = columns.whys.values.map(() => new Map<number, number>());
  const beside = new Map<number, number>();
  const put = (row: number): void => {
    const number = numberOfRow(owed, row, texts);
    if (number !== noText) beside.set(row, number);
  };
  const { kept, unpaidBeside } = columns;
  const hasBeside = kept.size + unpaidBeside.size > 0;
  for (let at = 0; at < owed.rows.length; at += 1) {
    const row = owed.rows[at] as number;
    if (hasBeside && (kept.has(row) || unpaidBeside.has(row))) {
      put(row);
      continue;
    }
    const why = numberIn(columns.unpaidWhy, row);
    if (why === 0) continue;
    const amounts = byAmount[why - 1] as Map<number, number>;
    const amount = amountIn(columns.unpaidAmount, row);
    if (!amounts.has(amount)) amounts.set(amount, numberOf(texts, textOf(owed, why, amount)) - 1);
  }
  return {
    texts: texts.values,
    numberAt: (row) => {
      const own = beside.size > 0 ? beside.get(row) : undefined;
      if (own !== undefined) return own;
      const why = numberIn(columns.unpaidWhy, row);
      if (why === 0) return noText;
      const amounts = byAmount[why - 1];
      return amounts?.get(amountIn(columns.unpaidAmount, row)) ?? noText;
    },
  };
}

/** Of a line that is an object, or of which several parts are not paid. */
function numberOfRow(owed: OwedByColumn, row: number, texts: ValueNumbers<string>): number {
  const { notPaid } = owedLines(owed, Int32Array.of(row));
  if (notPaid.length === 0) return noText;
  return numberOf(texts, unpaidText(notPaid.map((each) => resultNotPaid(each, owed.currency)))) - 1;
}

function textOf({ columns, currency }: OwedByColumn, why: number, amount: number): string {
  const { reason = 'limit', clause = '' } = columns.whys.values[why - 1] ?? {};
  return unpaidText([{ line: '', reason, amount: formatMajor(BigInt(amount), currency), clause }]);
}

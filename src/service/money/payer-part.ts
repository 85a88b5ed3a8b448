import { unitsOfMajor } from '../../money/index.ts';
import type { Tx } from '../../store/index.ts';
import {
  listPayerLines,
  listPayerMonths,
  type PayerLine,
  type PayerStatement,
  sumPayerLines,
} from '../../store/money/index.ts';
import { columnMoney } from '../statement/money-columns.ts';
import type { StatementAsked, StatementBody } from './statement-body.ts';

const left = (heading: string) => ({ heading, side: 'left' });
const right = (heading: string) => ({ heading, side: 'right' });

const columns = [
  right('#'),
  left('day'),
  left('payable'),
  left('outcome'),
  right('number'),
  left('group'),
  right('your part'),
] as const;

/**
 * A statement as one of its payers has it: its own part of each line and of the sums. Whose line it
 * is, its price and what others pay stay with the commissioner and the payee.
 */
export async function partOfStatement(
  tx: Tx,
  { after = 0, most, ...of }: StatementAsked,
  part: PayerStatement,
): Promise<StatementBody> {
  const { currency } = part;
  const money = (major: string) => columnMoney(unitsOfMajor(major), currency);
  const range = { ...of, after, ...(most === undefined ? {} : { most: most + 1 }) };
  const found = await listPayerLines(tx, range);
  const shown = found.slice(0, most);
  const sums = await sumPayerLines(tx, of);
  const months = await listPayerMonths(tx, of);
  return {
    statement: shownPart(part),
    payer: part.payer,
    sums: sums.map(({ outcome, group, count, amount }) => {
      const own = money(amount);
      return [outcome, group ?? '', count.toLocaleString('en-GB'), own, '–', own];
    }),
    reasons: [],
    payable: [
      { what: 'your part of what changed', amount: money(part.now) },
      { what: 'to pay', amount: money(part.pays) },
    ],
    columns,
    lines: shown.map((line) => [String(line.at), ...cellsOf(line, money)]),
    names: [],
    groups: months.map(({ amount, ...group }) => ({ ...group, owed: amount })),
    notWorkedOut: [],
    ...(found.length > shown.length ? { after: after + shown.length } : {}),
  };
}

function cellsOf(line: PayerLine, money: (major: string) => string): readonly string[] {
  const { day, payableOn, outcome, number, group, amount } = line;
  return [day, payableOn ?? '–', outcome, number, group ?? '–', money(amount)];
}

function shownPart(part: PayerStatement): StatementBody['statement'] {
  const { payee, reference, lines, owed, now, pays, payBy, questionBy, payer } = part;
  return {
    payee,
    reference,
    lines,
    owed,
    due: now,
    paid: pays,
    payers: [{ payer, now, pays }],
    ...(payBy === null ? {} : { payBy }),
    ...(questionBy === null ? {} : { questionBy }),
  };
}

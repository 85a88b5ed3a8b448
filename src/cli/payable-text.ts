import { dayNumber, formatDate } from '../calendar/index.ts';
import { formatPercent, parseFraction, zero } from '../money/index.ts';
import {
  columnMoney,
  type PaidResult,
  payableRows,
  payerRows,
  payHeading,
  unitsOf,
} from '../service/index.ts';
import type { Paint } from './screen.ts';
import { textTable } from './table.ts';

type Payable = NonNullable<PaidResult['payable']>;
type PaidTo = Payable['statements'][number];

const right = 'right' as const;

/** What is paid now, to everybody or to one payee, and by whom; nothing where none was before. */
export function payableText(result: PaidResult, paint: Paint, payee?: string): string[] {
  const { payable } = result;
  if (payable === undefined) return [];
  const statements = payable.statements.filter((each) => !payee || each.payee === payee);
  return [
    paint('bold', payHeading(payable)),
    statements.length === 0 ? 'Nothing.' : statementsTable(statements, result, payee),
    ...carriedText(result, payee),
    ...besideText(payable),
    '',
  ];
}

function statementsTable(
  statements: readonly PaidTo[],
  result: PaidResult,
  payee: string | undefined,
): string {
  const money = (units: bigint) => columnMoney(units, result.currency);
  const rows = statements.flatMap((statement) => {
    const own = payableRows(statement, result);
    return [...own, ...payerRows(result, statement.payee)].map(({ what, amount }, at) => {
      return [at === 0 ? statement.payee : '', what, money(amount)];
    });
  });
  const all = { what: 'paid', amount: unitsOf(result.payable?.paid ?? '0') };
  const foot = [all, ...payerRows(result)].map(({ what, amount }, at) => {
    return [at === 0 ? 'Total' : '', what, money(amount)];
  });
  const columns = [{ heading: 'to' }, { heading: '' }, { heading: 'amount', side: right }];
  return textTable({ columns, rows, ...(payee === undefined ? { foot } : {}) });
}

/** What there was too little to take from, and is carried to the next settlement. */
function carriedText({ outstanding, currency }: PaidResult, payee: string | undefined): string[] {
  const sums = new Map<string, bigint>();
  for (const debt of outstanding?.debts ?? []) {
    if (payee !== undefined && debt.payee !== payee) continue;
    sums.set(debt.payee, (sums.get(debt.payee) ?? 0n) + unitsOf(debt.amount));
  }
  return [...sums].map(([name, sum]) => {
    return `${columnMoney(sum, currency)} of ${name} is still to be taken, and carried forward.`;
  });
}

function besideText({ questionBy, interest }: Payable): string[] {
  const question =
    questionBy === null
      ? []
      : [`A statement may be questioned until ${formatDate(dayNumber(questionBy))}.`];
  const over = interest?.over ? ` over ${interest.over}` : '';
  const late = interest
    ? [`What is paid late bears interest at ${rateWords(interest.rate)} a year${over}.`]
    : [];
  return [...question, ...late];
}

function rateWords(rate: string): string {
  return formatPercent(parseFraction(rate) ?? zero);
}

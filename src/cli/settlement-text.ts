import { shownText } from '../problem/index.ts';
import {
  columnMoney,
  commissionerOf,
  type LeftOut,
  type PaidResult,
  type ResultWithoutLines,
  reasonCells,
  reasonColumns,
  type Settled,
  type SettlementSums,
  sumCells,
  sumColumns,
  totalCells,
  unitsOf,
  whoOwesOf,
  withoutNothing,
  wordsOfDays,
} from '../service/index.ts';
import { changesText } from './changes-text.ts';
import { counted, owe } from './report.ts';
import type { Paint } from './screen.ts';
import { textTable } from './table.ts';
import { togetherText } from './together-text.ts';

/** A settlement as it is told: its result but for the lines, and what these come to. */
export type Told = Omit<Settled, 'result' | 'previous'> &
  Readonly<{ result: PaidResult | ResultWithoutLines; sums: SettlementSums }>;

/** A settlement for a person: what is owed by outcome and by provider, what is not, and why. */
export function settlementText(
  { result, sums, page, notWorkedOut, shares, leftOut }: Told,
  manner: Readonly<{ paint: Paint; isAll: boolean }>,
): string {
  const { contract } = page.read;
  const { paint, isAll } = manner;
  const { currency } = result;
  const owing = whoOwesOf(sums.payers, commissionerOf(contract));
  return [
    paint('bold', shownText(contract.title)),
    shownText(`${owe(owing)}, ${wordsOfDays(result)}:`),
    '',
    sumsText(sums.clauses, currency, isAll),
    '',
    ...providersText(sums.payees, currency),
    ...notPaidText(sums.notPaid, currency),
    ...togetherText({ result, payers: sums.payers, shares }),
    ...statusesText(result),
    ...reservedText(result),
    ...changesText(result, manner),
    ...besideText(notWorkedOut),
    ...leftOutText(leftOut, paint),
    paint('soft', `Terms ${result.contract}`),
    paint('soft', `Engine ${result.engine}, language ${result.language}`),
  ].join('\n');
}

function sumsText(sums: SettlementSums['clauses'], currency: string, isAll: boolean): string {
  const rows = (isAll ? sums : withoutNothing(sums)).map((sum) => sumCells(sum, currency));
  return textTable({ columns: sumColumns, rows, foot: [totalCells(sums, currency)] });
}

function providersText(sums: SettlementSums['payees'], currency: string): string[] {
  if (sums.length < 2) return [];
  const rows = sums.map(({ payee, count, amount }) => {
    return [payee, count.toLocaleString('en-GB'), columnMoney(amount, currency)];
  });
  const right = 'right' as const;
  const columns = [
    { heading: 'to' },
    { heading: 'lines', side: right },
    { heading: 'owed', side: right },
  ];
  return [textTable({ columns, rows }), ''];
}

function notPaidText(sums: SettlementSums['notPaid'], currency: string): string[] {
  if (sums.length === 0) return [];
  const columns = [{ heading: 'not paid, and why' }, ...reasonColumns.slice(1)];
  return [textTable({ columns, rows: sums.map((sum) => reasonCells(sum, currency)) }), ''];
}

function statusesText({ statuses }: ResultWithoutLines): string[] {
  const parts = [
    [statuses.achieved, 'achieved'],
    [statuses.notAchieved, 'not achieved'],
    [statuses.notYetDue, 'not yet due'],
    [statuses.notKnown, 'not known'],
    [statuses.setAside, 'set aside'],
  ] as const;
  const said = parts.map(([count, words]) => `${count.toLocaleString('en-GB')} ${words}`);
  return [`Outcomes of those attached: ${said.join(', ')}.`, ''];
}

function reservedText({ reserved, currency }: ResultWithoutLines): string[] {
  if (reserved === undefined) return [];
  const { attachments, amount, left } = reserved;
  const money = (major: string) => columnMoney(unitsOf(major), currency);
  const rest = left === null ? '' : `; ${money(left)} is left`;
  const open = counted(attachments, 'open attachment');
  return [`Reserved for ${open}: ${money(amount)}${rest}.`, ''];
}

/** What the page says and the totals do not reflect so far. */
export function besideText(notWorkedOut: Settled['notWorkedOut']): string[] {
  if (notWorkedOut.length === 0) return [];
  const sentences = notWorkedOut.map((sentence) => shownText(`  ${sentence}`));
  return ['Not worked out so far, though the page says it:', ...sentences, ''];
}

/** What a settlement does without, said plainly. */
export function leftOutText({ rows, problems }: LeftOut, paint: Paint): string[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (rows === 0 && errors.length === 0) return [];
  const what = counted(rows, 'row of facts was', 'rows of facts were');
  const them = rows === 1 ? 'it' : 'them';
  const heading = `${what} set aside, and this settlement does without ${them}:`;
  const shown = errors.slice(0, linesShownMax).map(({ at, message }) => {
    const place = at.line > 0 ? `${at.source}:${at.line}` : at.source;
    return shownText(`  ${place}  ${message}`);
  });
  const more = errors.length - shown.length;
  const rest = more > 0 ? [`  and ${counted(more, 'problem')} more.`] : [];
  return [paint('yellow', heading), ...shown, ...rest, ''];
}

const linesShownMax = 20;

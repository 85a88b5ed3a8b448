import { dayNumber, formatDate } from '../calendar/index.ts';
import { formatPercent, parseFraction, zero } from '../money/index.ts';
import { columnMoney, type PaidResult, type ResultChange, unitsOf } from '../service/index.ts';
import { counted } from './report.ts';
import type { Paint } from './screen.ts';
import { textTable } from './table.ts';

type Payable = NonNullable<PaidResult['payable']>;

const right = 'right' as const;
const rowsShownMax = 30;

/** What changed since the settlement before and why, and what is paid now; nothing without one. */
export function changesText(result: PaidResult, paint: Paint): string[] {
  const { changes, payable, currency } = result;
  if (changes === undefined || payable === undefined) return [];
  const isFirst = changes.every(({ cause }) => cause.is === 'first');
  return [
    ...(isFirst && changes.length > 0 ? [] : sinceText(result, paint)),
    paint('bold', payHeading(payable)),
    payable.statements.length === 0 ? 'Nothing.' : payableText(payable, currency),
    ...besideText(payable),
    '',
  ];
}

function sinceText(result: PaidResult, paint: Paint): string[] {
  const heading = paint('bold', 'Since the settlement before');
  if (result.changes?.length === 0) return [`${heading} nothing has changed.`, ''];
  return [heading, ...changed(result), ''];
}

function changed({ changes = [], currency }: PaidResult): string[] {
  const money = (major: string) => columnMoney(unitsOf(major), currency);
  const rows = changes
    .slice(0, rowsShownMax)
    .map(({ line, takenBack, paid, cause }) => [
      line,
      money(takenBack),
      money(paid),
      wordsOfCause(cause),
    ]);
  const columns = [
    { heading: 'line' },
    { heading: 'taken back', side: right },
    { heading: 'paid', side: right },
    { heading: 'because of' },
  ];
  const more = changes.length - rows.length;
  const rest = more > 0 ? [`and ${counted(more, 'more line')}.`] : [];
  return [textTable({ columns, rows }), ...rest];
}

const namesShownMax = 3;

/** What moved a line, in a few words. */
export function wordsOfCause(cause: ResultChange['cause']): string {
  switch (cause.is) {
    case 'first':
      return 'nothing settled before';
    case 'facts':
      return factsWords(cause.facts);
    case 'line':
      return `${factsWords(cause.facts)}, through ${cause.line}`;
    case 'day':
      return 'the days that have passed';
    case 'version':
      return cause.engine ? 'other terms, or another engine' : 'other terms';
    case 'engine':
      return 'another engine';
    case 'facts given':
      return 'other facts for the same days';
  }
}

function factsWords(ids: readonly string[]): string {
  const shown = ids.slice(0, namesShownMax).join(', ');
  const more = ids.length - namesShownMax;
  return `${ids.length === 1 ? 'fact' : 'facts'} ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}

function payHeading({ payBy }: Payable): string {
  return payBy === null ? 'To pay now' : `To pay by ${formatDate(dayNumber(payBy))}`;
}

const words: Readonly<Record<Payable['statements'][number]['items'][number]['is'], string>> = {
  held: 'held, as it is disputed',
  released: 'held before, and no longer',
  'on account': 'on account of claims',
  'on account settled': 'set against claims decided',
  recoverable: 'to be recovered, and not taken back here',
  recovered: 'recovered',
  'written off': 'written off, of what was to be recovered',
  'write-off reversed': 'set against what was written off',
};

const minus: ReadonlySet<string> = new Set([
  'held',
  'on account settled',
  'recovered',
  'write-off reversed',
]);

function payableText({ statements, paid }: Payable, currency: string): string {
  const money = (units: bigint) => columnMoney(units, currency);
  const rows = statements.flatMap((statement) => {
    const sums = new Map<keyof typeof words, bigint>();
    for (const { is, amount } of statement.items) {
      sums.set(is, (sums.get(is) ?? 0n) + unitsOf(amount));
    }
    const items = [...sums].map(([is, sum]) => {
      return ['', words[is], money(minus.has(is) ? -sum : sum)];
    });
    const due = [statement.payee, 'due for its lines', money(unitsOf(statement.due))];
    return [due, ...items, ['', 'paid', money(unitsOf(statement.paid))]];
  });
  const columns = [{ heading: 'to' }, { heading: '' }, { heading: 'amount', side: right }];
  return textTable({ columns, rows, foot: [['Total', 'paid', money(unitsOf(paid))]] });
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

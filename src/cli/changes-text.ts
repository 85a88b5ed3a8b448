import {
  columnMoney,
  type PaidResult,
  type ResultChange,
  type ResultWithoutLines,
  unitsOf,
} from '../service/index.ts';
import { payableText } from './payable-text.ts';
import { counted } from './report.ts';
import type { Paint } from './screen.ts';
import { textTable } from './table.ts';

const right = 'right' as const;
const rowsShownMax = 30;

/** What changed since the settlement before and why, and what is paid now; nothing without one. */
export function changesText(result: PaidResult | ResultWithoutLines, manner: Manner): string[] {
  const { changes } = result;
  if (changes === undefined) return [];
  const isFirst = changes.every(({ cause }) => cause.is === 'first');
  return [
    ...(isFirst && changes.length > 0 ? [] : sinceText(result, manner)),
    ...('lines' in result ? payableText(result, manner.paint) : [resultNeeded, '']),
  ];
}

const resultNeeded =
  'What is paid of it now needs the result before: give its JSON with --previous.';

type Manner = Readonly<{ paint: Paint; isAll: boolean }>;

function sinceText(result: ResultWithoutLines, { paint, isAll }: Manner): string[] {
  const heading = paint('bold', 'Since the settlement before');
  if (result.changes?.length === 0) return [`${heading} nothing has changed.`, ''];
  return [heading, ...changed(result, isAll), ''];
}

function changed({ changes = [], currency }: ResultWithoutLines, isAll: boolean): string[] {
  const money = (major: string) => columnMoney(unitsOf(major), currency);
  const rows = changes
    .slice(0, isAll ? changes.length : rowsShownMax)
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
  const rest = more > 0 ? [`and ${counted(more, 'line')} more: --all shows them.`] : [];
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

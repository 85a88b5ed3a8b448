import { shownText } from '../problem/index.ts';
import { type Compared, columnMoney, type MoneyBetween, type MoneyPair } from '../service/index.ts';
import { counted } from './report.ts';
import type { Paint } from './screen.ts';
import { textTable } from './table.ts';

const right = 'right' as const;
const linesShownMax = 10;

/** How two pages differ, for a person: sentence by sentence, then in money. */
export function compareText(compared: Compared, paint: Paint): string {
  const { alone, together, currency } = compared;
  const money =
    together === undefined
      ? moneyText('Paid for the same facts', alone, { currency, paint })
      : [
          ...moneyText('Paid if the second counts from its day', together, { currency, paint }),
          ...moneyText('Paid if it had held from the first day', alone, { currency, paint }),
        ];
  return [...termsText(compared, paint), ...money].join('\n').trimEnd();
}

function termsText({ terms, was, now }: Compared, paint: Paint): string[] {
  const heading = paint('bold', `${shownText(was.name)} and ${shownText(now.name)}`);
  if (terms.length === 0) return [heading, 'They say the same.', ''];
  let section: string | undefined;
  const lines = terms.flatMap((term) => {
    const title = term.section === section ? [] : ['', term.section || 'Under the title'];
    section = term.section;
    return [
      ...title,
      ...(term.was === undefined ? [] : [paint('red', `- ${shownText(term.was)}`)]),
      ...(term.now === undefined ? [] : [paint('green', `+ ${shownText(term.now)}`)]),
    ];
  });
  return [heading, ...lines, ''];
}

type Manner = Readonly<{ currency: string; paint: Paint }>;

function moneyText(heading: string, money: MoneyBetween, { currency, paint }: Manner): string[] {
  const total = { name: 'Total', ...money.total };
  const lines = money.lines.slice(0, linesShownMax);
  const more = money.lines.length - lines.length;
  return [
    paint('bold', heading),
    pairsText('outcome', { pairs: money.outcomes, foot: [total] }, currency),
    '',
    pairsText('to', { pairs: money.providers, foot: [] }, currency),
    '',
    ...(lines.length === 0
      ? ['No line differs.']
      : [pairsText('line', { pairs: lines, foot: [] }, currency)]),
    ...(more > 0 ? [`and ${counted(more, 'more line')}.`] : []),
    '',
  ];
}

type Pairs = Readonly<{ pairs: readonly MoneyPair[]; foot: readonly MoneyPair[] }>;

function pairsText(name: string, { pairs, foot }: Pairs, currency: string): string {
  const cells = ({ name: what, was, now }: MoneyPair) => [
    what,
    columnMoney(was, currency),
    columnMoney(now, currency),
    was === now ? '–' : columnMoney(now - was, currency),
  ];
  const columns = [
    { heading: name },
    { heading: 'first', side: right },
    { heading: 'second', side: right },
    { heading: 'difference', side: right },
  ];
  return textTable({ columns, rows: pairs.map(cells), foot: foot.map(cells) });
}

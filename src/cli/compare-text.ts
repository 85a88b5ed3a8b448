import { shownText } from '../problem/index.ts';
import { type Compared, columnMoney, type MoneyBetween, type MoneyPair } from '../service/index.ts';
import { counted } from './report.ts';
import type { Paint } from './screen.ts';
import { textTable } from './table.ts';

const right = 'right' as const;
const linesShownMax = 10;

/** How two pages differ, for a person: sentence by sentence, then in money. */
export function compareText(
  compared: Compared,
  { paint, isAll }: Readonly<{ paint: Paint; isAll: boolean }>,
): string {
  const { alone, together, currency } = compared;
  const manner = { currency, paint, isAll };
  const money =
    together === undefined
      ? moneyText('Paid for the same facts', alone, manner)
      : [
          ...moneyText('Paid if the second counts from its day', together, manner),
          ...moneyText('Paid if it had held from the first day', alone, manner),
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

type Manner = Readonly<{ currency: string; paint: Paint; isAll: boolean }>;

function moneyText(heading: string, money: MoneyBetween, manner: Manner): string[] {
  const { currency, paint, isAll } = manner;
  const table = (name: string, pairs: readonly MoneyPair[], foot: readonly MoneyPair[] = []) =>
    pairsText(name, { pairs: isAll ? pairs : withoutNothing(pairs), foot }, currency);
  const from = money.payers.length > 1 ? [table('from', money.payers), ''] : [];
  return [
    paint('bold', heading),
    table('outcome', money.outcomes, [{ name: 'Total', ...money.total }]),
    '',
    table('to', money.providers),
    '',
    ...from,
    ...linesText(money, manner),
    '',
  ];
}

/** Rows of nothing in both, of which there may be many, as one. */
function withoutNothing(pairs: readonly MoneyPair[]): readonly MoneyPair[] {
  const isNothing = ({ was, now }: MoneyPair) => was === 0n && now === 0n;
  const count = pairs.filter(isNothing).length;
  if (count < 2) return pairs;
  const rest = { name: `${counted(count, 'other')} of nothing`, was: 0n, now: 0n };
  return [...pairs.filter((pair) => !isNothing(pair)), rest];
}

/** Lines that differ, each with the payers who pay otherwise. */
function linesText({ lines }: MoneyBetween, { currency, isAll }: Manner): string[] {
  if (lines.length === 0) return ['No line differs.'];
  const shown = isAll ? lines : lines.slice(0, linesShownMax);
  const pairs = shown.flatMap(({ payers, ...line }) => [
    line,
    ...payers.map((payer) => ({ ...payer, name: `  by ${payer.name}` })),
  ]);
  const more = lines.length - shown.length;
  const rest = more > 0 ? [`and ${counted(more, 'line')} more: --all shows them.`] : [];
  return [pairsText('line', { pairs, foot: [] }, currency), ...rest];
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

import { formatPercent, parseFraction, zero } from '../money/index.ts';
import { shownText } from '../problem/index.ts';
import {
  columnMoney,
  type PayerSum,
  type ResultWithoutLines,
  type Settled,
  unitsOf,
} from '../service/index.ts';
import { textTable } from './table.ts';

const right = 'right' as const;

/** What is not about one participant: the numbers of cohorts, what is forecast, and who pays. */
export function togetherText({ result, payers, shares }: Together): string[] {
  return [
    ...payersText(payers, result.currency),
    ...measuresText(result, shares),
    ...forecastText(result),
  ];
}

type Together = Readonly<{
  result: ResultWithoutLines;
  payers: readonly PayerSum[];
  shares: Settled['shares'];
}>;

/** Where the page names payers: how much each owes in all. */
function payersText(payers: readonly PayerSum[], currency: string): string[] {
  if (payers.length === 0) return [];
  const rows = payers.map(({ payer, owed }) => [payer, columnMoney(owed, currency)]);
  const columns = [{ heading: 'from' }, { heading: 'owed', side: right }];
  return [textTable({ columns, rows }), ''];
}

function measuresText(
  { measures = [], asAt, knownAt }: ResultWithoutLines,
  shares: Settled['shares'],
): string[] {
  if (measures.length === 0) return [];
  const columns = [
    { heading: 'measure' },
    { heading: 'cohort' },
    { heading: 'of' },
    { heading: 'taken on' },
    { heading: 'value', side: right },
  ];
  const until = asAt < knownAt ? asAt : knownAt;
  const rows = measures.map(({ measure, cohort, provider = 'all', takenOn, value }) => {
    const none = takenOn > until ? 'not taken yet' : 'not known';
    const words = value === null ? none : valueWords(value, shares.has(measure));
    return [measure, cohort, provider, takenOn, words];
  });
  return [textTable({ columns, rows: rows.map((row) => row.map(shownText)) }), ''];
}

/** A decimal as it is; what does not end with what it is near. A share is in per cent. */
function valueWords(value: string, isShare: boolean): string {
  const [numerator = '', denominator] = value.split('/');
  if (denominator === undefined)
    return isShare ? formatPercent(parseFraction(value) ?? zero) : value;
  const nearly = Number(numerator) / Number(denominator);
  const words = isShare ? `${(nearly * 100).toPrecision(4)}%` : nearly.toPrecision(4);
  return `${value}, about ${words}`;
}

/** What is forecast for one payee, outcome and close together. */
function forecastText({ forecast = [], currency }: ResultWithoutLines): string[] {
  if (forecast.length === 0) return [];
  const columns = [
    { heading: 'forecast, owed when it closes' },
    { heading: 'to' },
    { heading: 'closes on' },
    { heading: 'amount', side: right },
  ];
  const sums = new Map<string, Readonly<{ cells: string[]; sum: bigint }>>();
  for (const { outcome, period, provider, payee = provider, closesOn, amount } of forecast) {
    const cells = [shownText(`${outcome}, ${period}`), shownText(payee), closesOn];
    const key = JSON.stringify(cells);
    sums.set(key, { cells, sum: (sums.get(key)?.sum ?? 0n) + unitsOf(amount) });
  }
  const rows = [...sums.values()].map(({ cells, sum }) => [...cells, columnMoney(sum, currency)]);
  return [textTable({ columns, rows }), ''];
}

import { shownText } from '../problem/index.ts';
import {
  columnMoney,
  payersOf,
  type Settled,
  type SettlementResult,
  unitsOf,
} from '../service/index.ts';
import { textTable } from './table.ts';

const right = 'right' as const;

/** What is not about one participant: the numbers of cohorts, what is forecast, and who pays. */
export function togetherText(result: SettlementResult): string[] {
  return [...payersText(result), ...measuresText(result), ...forecastText(result)];
}

/** Where the page names payers: how much each owes in all. */
function payersText(result: SettlementResult): string[] {
  const payers = payersOf(result);
  if (payers.length === 0) return [];
  const rows = payers.map(({ payer, owed }) => [payer, columnMoney(owed, result.currency)]);
  const columns = [{ heading: 'from' }, { heading: 'owed', side: right }];
  return [textTable({ columns, rows }), ''];
}

function measuresText({ measures = [] }: SettlementResult): string[] {
  if (measures.length === 0) return [];
  const columns = [
    { heading: 'measure' },
    { heading: 'cohort' },
    { heading: 'of' },
    { heading: 'taken on' },
    { heading: 'value', side: right },
  ];
  const rows = measures.map(({ measure, cohort, provider = 'all', takenOn, value }) => {
    return [measure, cohort, provider, takenOn, value === null ? 'not known' : valueWords(value)];
  });
  return [textTable({ columns, rows: rows.map((row) => row.map(shownText)) }), ''];
}

/** A decimal as it is; a fraction that does not end with what it is near. */
function valueWords(value: string): string {
  const [numerator = '', denominator] = value.split('/');
  if (denominator === undefined) return value;
  return `${value}, about ${(Number(numerator) / Number(denominator)).toPrecision(4)}`;
}

function forecastText({ forecast = [], currency }: Settled['result']): string[] {
  if (forecast.length === 0) return [];
  const columns = [
    { heading: 'forecast, owed when it closes' },
    { heading: 'to' },
    { heading: 'closes on' },
    { heading: 'amount', side: right },
  ];
  const rows = forecast.map(({ outcome, period, provider, closesOn, amount }) => {
    const what = shownText(`${outcome}, ${period}`);
    return [what, shownText(provider), closesOn, columnMoney(unitsOf(amount), currency)];
  });
  return [textTable({ columns, rows }), ''];
}

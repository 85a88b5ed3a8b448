import { type Day, dayOf } from '../calendar/index.ts';
import { formatDecimal, formatMajor, getCurrency } from '../money/index.ts';
import type { StatusCounts } from './achieve/statuses.ts';
import type { Line } from './due/line.ts';
import { engineVersion } from './engine-version.ts';
import type { MeasureValue } from './measure/index.ts';
import type { Forecast } from './other/index.ts';
import type { NotPaid, Owed } from './owed.ts';
import type { Reason } from './pay/draft.ts';
import { inMajor } from './pay/price.ts';

/** What is owed, as other programs read it: days are ISO, money is text in whole units. */
export type SettlementResult = Readonly<{
  /** The hash of the terms. */
  contract: string;
  /** The version of the language of the page. */
  language: number;
  engine: string;
  currency: string;
  asAt: Day;
  knownAt: Day;
  total: string;
  lines: readonly ResultLine[];
  notPaid: readonly ResultNotPaid[];
  statuses: StatusCounts;
  /** What cohorts came to, where the page has measures. */
  measures?: readonly ResultMeasure[];
  /** What will be owed when open periods close, as far as it can be seen, where there is any. */
  forecast?: readonly ResultForecast[];
}>;

export type ResultMeasure = Readonly<{
  measure: string;
  cohort: string;
  provider?: string;
  /** Exact, as text; null while it is not known. */
  value: string | null;
  takenOn: Day;
}>;

export type ResultForecast = Readonly<{
  line: string;
  clause: string;
  outcome: string;
  participant?: string;
  provider: string;
  payee?: string;
  period: string;
  amount: string;
  closesOn: Day;
  /** The limit that is shared then; absent of pots and guarantees. */
  limit?: string;
}>;

export type ResultLine = Readonly<{
  line: string;
  clause: string;
  participant?: string;
  cohort?: string;
  period?: string;
  provider: string;
  payer: string;
  payee: string;
  outcome: string;
  number: number | string;
  group?: string;
  day: Day;
  payableOn: Day | null;
  /** Its own day, where a limit made it payable at its close, and no sooner. */
  earnedOn?: Day;
  quantity: string;
  price: string;
  gross: string;
  amount: string;
  version: number;
  /** Who pays how much of the amount, where the page names payers. */
  payers?: readonly Readonly<{ payer: string; amount: string }>[];
}>;

export type ResultNotPaid = Readonly<{
  line: string;
  reason: Reason;
  amount: string;
  clause: string;
  /** Of a gate whose number has not been taken yet: what it is, and when it is. */
  waitsFor?: Readonly<{ measure: string; takenOn: Day }>;
}>;

/** Which contract was settled, and in which version of the language it is written. */
export type Settlement = Readonly<{ contract: string; language: number }>;

/** The result of a settlement, with documented keys that do not change (docs/settlement.md). */
export function settlementResult(owed: Owed, { contract, language }: Settlement): SettlementResult {
  const { currency, asAt, lines, notPaid, statuses, total } = owed;
  return {
    contract,
    language,
    engine: engineVersion,
    currency,
    asAt: dayOf(asAt.trueBy),
    knownAt: dayOf(asAt.knownBy),
    total: formatMajor(total, currency),
    lines: lines.map((line) => resultLine(line, currency)),
    notPaid: notPaid.map((each) => resultNotPaid(each, currency)),
    statuses,
    ...(owed.measures.length > 0 ? { measures: owed.measures.map(resultMeasure) } : {}),
    ...(owed.forecast.length > 0
      ? { forecast: owed.forecast.map((each) => resultForecast(each, currency)) }
      : {}),
  };
}

function resultMeasure({ measure, cohort, provider, value, takenOn }: MeasureValue): ResultMeasure {
  return {
    measure,
    cohort,
    ...(provider === undefined ? {} : { provider }),
    value: value === undefined ? null : formatDecimal(value),
    takenOn: dayOf(takenOn),
  };
}

function resultForecast(forecast: Forecast, currency: string): ResultForecast {
  const { amount, closesOn, ...rest } = forecast;
  return { ...rest, amount: formatMajor(amount, currency), closesOn: dayOf(closesOn) };
}

type Written = { -readonly [Key in keyof ResultLine]?: ResultLine[Key] };

/** One line as other programs read it. Its keys stand in one order, whichever of them it has. */
export function resultLine(line: Line, currency: string): ResultLine {
  const { exponent } = getCurrency(currency);
  const { participant, cohort, period, group, payableOn, earnedOn, payers } = line;
  const written: Written = { line: line.line, clause: line.clause };
  if (participant !== undefined) written.participant = participant;
  if (cohort !== undefined) written.cohort = cohort;
  if (period !== undefined) written.period = period;
  written.provider = line.provider;
  written.payer = line.payer;
  written.payee = line.payee;
  written.outcome = line.outcome;
  written.number = line.number;
  if (group !== undefined) written.group = group;
  written.day = dayOf(line.day);
  written.payableOn = payableOn === undefined ? null : dayOf(payableOn);
  if (earnedOn !== undefined) written.earnedOn = dayOf(earnedOn);
  written.quantity = formatDecimal(line.quantity);
  written.price = formatDecimal(inMajor(line.price, exponent));
  written.gross = formatMajor(line.gross, currency);
  written.amount = formatMajor(line.amount, currency);
  written.version = line.version;
  if (payers) {
    written.payers = payers.map(({ payer, amount }) => {
      return { payer, amount: formatMajor(amount, currency) };
    });
  }
  return written as ResultLine;
}

/** What of a line is not paid, as other programs read it. */
export function resultNotPaid(notPaid: NotPaid, currency: string): ResultNotPaid {
  const { line, reason, amount, clause, waitsFor } = notPaid;
  return {
    line,
    reason,
    amount: formatMajor(amount, currency),
    clause,
    ...(waitsFor ? { waitsFor: { ...waitsFor, takenOn: dayOf(waitsFor.takenOn) } } : {}),
  };
}

/** What of one line is not paid, as JSON in a cell of its own. */
export function unpaidText(notPaid: readonly ResultNotPaid[]): string {
  const parts = notPaid.map((each) => {
    const { line: _, ...part } = each;
    return part;
  });
  return JSON.stringify(parts);
}

/** All of a result but its lines and what is not paid of each: what a table of lines is of. */
export type ResultSummary = Omit<SettlementResult, 'lines' | 'notPaid'>;

/** Nothing that has as many parts as there are lines, or that another settlement is needed for. */
export function resultSummary(result: ResultSummary): ResultSummary {
  const { contract, language, engine, currency, asAt, knownAt, total, statuses } = result;
  const { measures, forecast } = result;
  return {
    contract,
    language,
    engine,
    currency,
    asAt,
    knownAt,
    total,
    statuses,
    ...(measures ? { measures } : {}),
    ...(forecast ? { forecast } : {}),
  };
}

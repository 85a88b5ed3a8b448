import { type Day, type DayNumber, dayOf } from '../../calendar/index.ts';
import { dayInCell, numberIn, referenceAt } from '../../facts/index.ts';
import { formatDecimal, formatMajor, getCurrency } from '../../money/index.ts';
import { amountIn } from '../columns/amount-column.ts';
import { nameAt, notPaidAt } from '../columns/line-at.ts';
import { valueAmong } from '../columns/value-numbers.ts';
import type { OwedByColumn } from '../owed.ts';
import { owedLines } from '../owed-lines.ts';
import { inMajor } from '../pay/price.ts';
import { type ResultLine, resultLine, resultNotPaid, type SettlementResult } from '../result.ts';
import { linesByName, type SeenLine } from './moved-lines.ts';

/** A settlement whose lines are looked at in turn, however they are held. */
export type SettlementSeen = Pick<SettlementResult, 'currency' | 'asAt' | 'knownAt'> &
  Readonly<{
    /** Every line in place in line, with what of it is not paid. */
    seen: () => Iterable<SeenLine>;
    /** Those of which something is not paid. */
    seenUnpaid: () => Iterable<SeenLine>;
  }>;

/** A result whose lines are objects. */
export function seenOfResult(result: SettlementResult): SettlementSeen {
  const { currency, asAt, knownAt } = result;
  const seen = () => linesByName(result).values();
  const seenUnpaid = () => [...seen()].filter(({ notPaid }) => notPaid.length > 0);
  return { currency, asAt, knownAt, seen, seenUnpaid };
}

/** Lines by column, each of which is made only while it is looked at. */
export function seenOfOwed(owed: OwedByColumn): SettlementSeen {
  const { currency, inLine, asAt, columns } = owed;
  const seenAt = seenLineMaker(owed);
  const isUnpaid = (row: number) => columns.kept.has(row) || numberIn(columns.unpaidWhy, row) !== 0;
  return {
    currency,
    asAt: dayOf(asAt.trueBy),
    knownAt: dayOf(asAt.knownBy),
    *seen() {
      for (const row of inLine()) yield seenAt(row);
    },
    *seenUnpaid() {
      for (const row of inLine(isUnpaid)) yield seenAt(row);
    },
  };
}

const allPaid: SeenLine['notPaid'] = [];

/**
 * The line of a row as other programs read it; what many lines say is written once for all. Names
 * are kept where rows are looked at again.
 */
export function seenLineMaker(
  owed: OwedByColumn,
  { keepsNames }: Readonly<{ keepsNames: boolean }> = { keepsNames: true },
): (row: number) => SeenLine {
  const { columns, currency, plan } = owed;
  const { attached } = columns;
  const dayText = daysOnce();
  const termsOf = columns.termsKnown.values.map(({ version, group, placed: { outcome } }) => {
    return { ...outcome, group: group.group, version: version.version };
  });
  const worthOf = worthTexts(owed);
  // Lines are looked at again and again, and what is left of them goes by their names.
  const names = new Array<string | undefined>(keepsNames ? columns.rows : 0);
  const notPaid = (row: number, name: string) =>
    notPaidAt(columns, row, name).map((each) => resultNotPaid(each, currency));
  return (row) => {
    if (columns.kept.has(row)) return keptSeen(owed, row);
    const attachment = numberIn(columns.attachment, row) - 1;
    const { clause, name, group, version } = termsOf[numberIn(columns.terms, row) - 1] as Terms;
    const provider = valueAmong(attached.providers, numberIn(attached.provider, attachment));
    const worth = worthOf[numberIn(columns.worth, row) - 1] as WorthTexts;
    const payable = numberIn(columns.payableOn, row);
    const unpaid = amountIn(columns.unpaidAmount, row);
    const own = names[row] ?? nameAt(columns, row);
    if (keepsNames) names[row] = own;
    const line: ResultLine = {
      line: own,
      clause,
      participant: referenceAt(attached.participants, numberIn(attached.participant, attachment)),
      provider,
      payer: plan.payer,
      payee: provider,
      outcome: name,
      number: valueAmong(columns.numbers, numberIn(columns.number, row)),
      group,
      day: dayText(dayInCell(numberIn(columns.day, row))),
      payableOn: payable === 0 ? null : dayText(dayInCell(payable)),
      quantity: worth.quantity,
      price: worth.price,
      gross: worth.gross,
      amount: unpaid === 0 ? worth.gross : formatMajor(worth.units - BigInt(unpaid), currency),
      version,
    };
    const isPaid = numberIn(columns.unpaidWhy, row) === 0;
    return { line, notPaid: isPaid ? allPaid : notPaid(row, line.line) };
  };
}

type Terms = Readonly<{ clause: string; name: string; group: string; version: number }>;

type WorthTexts = Readonly<{ quantity: string; price: string; gross: string; units: bigint }>;

function worthTexts({ columns, currency }: OwedByColumn): readonly WorthTexts[] {
  const { exponent } = getCurrency(currency);
  return columns.worths.values.map(({ quantity, price, gross }) => ({
    quantity: formatDecimal(quantity),
    price: formatDecimal(inMajor(price, exponent)),
    gross: formatMajor(gross, currency),
    units: gross,
  }));
}

function keptSeen(owed: OwedByColumn, row: number): SeenLine {
  const { lines, notPaid } = owedLines(owed, Int32Array.of(row));
  const [line] = lines.map((each) => resultLine(each, owed.currency));
  return {
    line: line as ResultLine,
    notPaid: notPaid.map((each) => resultNotPaid(each, owed.currency)),
  };
}

/** Days are the same few thousand again and again. */
function daysOnce(): (day: DayNumber) => Day {
  const texts = new Map<DayNumber, Day>();
  return (day) => {
    const known = texts.get(day) ?? dayOf(day);
    texts.set(day, known);
    return known;
  };
}

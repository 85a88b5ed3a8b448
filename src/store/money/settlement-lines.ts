import { formatMajor } from '../../money/index.ts';
import type { ResultLine, ResultNotPaid } from '../../settlement/index.ts';
import { findRow, rows, type Tx } from '../tx.ts';
import type { Of } from './settlements.ts';

/** A line as it is stored: with its place, and when more was last paid for it. */
export type StoredLine = Readonly<{ place: number; line: ResultLine; paidOn: string | null }>;

/** A line as its table has it. */
export type LineRow = Readonly<{
  place: number;
  line: string;
  clause: string;
  participant: string | null;
  cohort: string | null;
  period: string | null;
  provider: string;
  payer: string;
  payee: string;
  outcome: string;
  number: string;
  group: string | null;
  day: ResultLine['day'];
  payableOn: ResultLine['payableOn'];
  earnedOn: ResultLine['day'] | null;
  quantity: string;
  price: string;
  gross: bigint;
  amount: bigint;
  version: number;
  payers: ResultLine['payers'] | null;
  paidOn: string | null;
}>;

const asLine = `place, line, clause, participant, cohort, period, provider, payer, payee, outcome,
  number, group_name as "group", day, payable_on as "payableOn", earned_on as "earnedOn",
  quantity, price, gross_units as gross, amount_units as amount, version, payers,
  last_paid_on as "paidOn"`;

/**
 * Some of the lines of a settlement: from after a place on; of one payee, one outcome, or one month
 * of their days (2027-06) where it is named.
 */
export type LinesAsked = Of &
  Readonly<{
    currency: string;
    payee?: string;
    outcome?: string;
    month?: string;
    after?: number;
    most?: number;
  }>;

const asked = `programme = $1 and settlement = $2 and place > $3
  and ($4::text is null or payee = $4) and ($6::text is null or outcome = $6)
  and ($7::text is null or to_char(day, 'YYYY-MM') = $7)`;

function givenFor({ programme, settlement, payee, after, most, ...asked }: LinesAsked) {
  const { outcome = null, month = null } = asked;
  return [programme, settlement, after ?? 0, payee ?? null, most ?? null, outcome, month];
}

/** Lines in place in line, as far as they are reached. */
export async function listLines(tx: Tx, which: LinesAsked): Promise<readonly StoredLine[]> {
  const found = await rows<LineRow>(
    tx,
    `select ${asLine} from settlement_line where ${asked} order by place limit $5`,
    givenFor(which),
  );
  return found.map((row) => lineFrom(row, which.currency));
}

/** One line by its identity. */
export async function findLine(
  tx: Tx,
  { programme, settlement, currency, line }: LinesAsked & Readonly<{ line: string }>,
): Promise<StoredLine | undefined> {
  const row = await findRow<LineRow>(
    tx,
    `select ${asLine} from settlement_line where programme = $1 and settlement = $2
      and md5(line) = md5($3) and line = $3`,
    [programme, settlement, line],
  );
  return row && lineFrom(row, currency);
}

// A number of a line is the how-manieth, or a word: no word is made of digits alone.
/** The line of a row. */
export function lineFrom(row: LineRow, currency: string): StoredLine {
  const { place, paidOn, participant, cohort, period, group, earnedOn, payers, ...rest } = row;
  const { line, clause, number, gross, amount, version, quantity, price, day, payableOn } = rest;
  const { provider, payer, payee, outcome } = rest;
  return {
    place,
    paidOn,
    line: {
      line,
      clause,
      ...(participant === null ? {} : { participant }),
      ...(cohort === null ? {} : { cohort }),
      ...(period === null ? {} : { period }),
      provider,
      payer,
      payee,
      outcome,
      number: /^\d+$/.test(number) ? Number(number) : number,
      ...(group === null ? {} : { group }),
      day,
      payableOn,
      ...(earnedOn === null ? {} : { earnedOn }),
      quantity,
      price,
      gross: formatMajor(gross, currency),
      amount: formatMajor(amount, currency),
      version,
      ...(payers ? { payers } : {}),
    },
  };
}

/** What of the lines asked for is not paid, in the order of the result. */
export async function listUnpaid(tx: Tx, which: LinesAsked): Promise<readonly ResultNotPaid[]> {
  const found = await rows<
    Readonly<{
      line: string;
      reason: ResultNotPaid['reason'];
      amount: bigint;
      clause: string;
      waitsFor: NonNullable<ResultNotPaid['waitsFor']> | null;
    }>
  >(
    tx,
    `with asked as (select place, line from settlement_line where ${asked} order by place limit $5)
      select asked.line, reason, amount_units as amount, clause, waits_for as "waitsFor"
      from settlement_unpaid unpaid join asked on asked.place = unpaid.line
      where programme = $1 and settlement = $2 order by unpaid.place`,
    givenFor(which),
  );
  return found.map(({ line, reason, amount, clause, waitsFor }) => ({
    line,
    reason,
    amount: formatMajor(amount, which.currency),
    clause,
    ...(waitsFor === null ? {} : { waitsFor }),
  }));
}

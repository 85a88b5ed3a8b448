import { formatMajor, unitsOfMajor } from '../../money/index.ts';
import type { ResultLine, ResultNotPaid } from '../../settlement/index.ts';
import { insertRows } from '../insert-rows.ts';
import { findRow, rows, type Tx } from '../tx.ts';
import type { Of } from './settlements.ts';

const lineColumns = [
  ['programme', 'uuid'],
  ['settlement', 'uuid'],
  ['place', 'integer'],
  ['line', 'text'],
  ['clause', 'text'],
  ['participant', 'uuid'],
  ['cohort', 'text'],
  ['period', 'text'],
  ['provider', 'text'],
  ['payer', 'text'],
  ['payee', 'text'],
  ['outcome', 'text'],
  ['number', 'text'],
  ['group_name', 'text'],
  ['day', 'date'],
  ['payable_on', 'date'],
  ['earned_on', 'date'],
  ['quantity', 'text'],
  ['price', 'text'],
  ['gross_units', 'bigint'],
  ['amount_units', 'bigint'],
  ['version', 'integer'],
  ['payers', 'json'],
  ['last_paid_on', 'date'],
] as const;

/** Lines in place in line, each with the day on which more was last paid for it. */
export async function insertLines(
  tx: Tx,
  of: Of,
  { lines, paidOn }: Readonly<{ lines: readonly ResultLine[]; paidOn: PaidOn }>,
): Promise<void> {
  const cells = function* () {
    for (const [at, line] of lines.entries()) {
      yield [
        of.programme,
        of.settlement,
        at + 1,
        line.line,
        line.clause,
        line.participant ?? null,
        line.cohort ?? null,
        line.period ?? null,
        line.provider,
        line.payer,
        line.payee,
        line.outcome,
        line.number,
        line.group ?? null,
        line.day,
        line.payableOn,
        line.earnedOn ?? null,
        line.quantity,
        line.price,
        unitsOfMajor(line.gross),
        unitsOfMajor(line.amount),
        line.version,
        line.payers === undefined ? null : JSON.stringify(line.payers),
        paidOn.get(line.line) ?? null,
      ];
    }
  };
  await insertRows(tx, { table: 'settlement_line', columns: lineColumns }, cells());
}

/** The day of the settlement with which more was last paid for a line. */
export type PaidOn = ReadonlyMap<string, string>;

/** A line as it is stored: with its place, and when more was last paid for it. */
export type StoredLine = Readonly<{ place: number; line: ResultLine; paidOn: string | null }>;

type LineRow = Readonly<{
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

/** Some of the lines of a settlement: from after a place on, of one payee where one is named. */
export type LinesAsked = Of &
  Readonly<{ currency: string; payee?: string; after?: number; most?: number }>;

/** Lines in place in line, as far as they are reached. */
export async function listLines(tx: Tx, asked: LinesAsked): Promise<readonly StoredLine[]> {
  const { programme, settlement, payee = null, after = 0, most = null, currency } = asked;
  const found = await rows<LineRow>(
    tx,
    `select ${asLine} from settlement_line
      where programme = $1 and settlement = $2 and place > $3 and ($4::text is null or payee = $4)
      order by place limit $5`,
    [programme, settlement, after, payee, most],
  );
  return found.map((row) => lineFrom(row, currency));
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
function lineFrom(row: LineRow, currency: string): StoredLine {
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

const unpaidColumns = [
  ['programme', 'uuid'],
  ['settlement', 'uuid'],
  ['place', 'integer'],
  ['line', 'integer'],
  ['reason', 'text'],
  ['amount_units', 'bigint'],
  ['clause', 'text'],
  ['waits_for', 'json'],
] as const;

/** What of the lines is not paid; each names its line, which stands among those given. */
export async function insertUnpaid(
  tx: Tx,
  { programme, settlement }: Of,
  { lines, notPaid }: Readonly<{ lines: readonly ResultLine[]; notPaid: readonly ResultNotPaid[] }>,
): Promise<void> {
  const places = new Map(lines.map(({ line }, at) => [line, at + 1]));
  const cells = notPaid.map(({ line, reason, amount, clause, waitsFor }, at) => [
    programme,
    settlement,
    at + 1,
    places.get(line) ?? null,
    reason,
    unitsOfMajor(amount),
    clause,
    waitsFor === undefined ? null : JSON.stringify(waitsFor),
  ]);
  await insertRows(tx, { table: 'settlement_unpaid', columns: unpaidColumns }, cells);
}

/** What of the lines asked for is not paid, in the order of the result. */
export async function listUnpaid(tx: Tx, asked: LinesAsked): Promise<readonly ResultNotPaid[]> {
  const { programme, settlement, payee = null, after = 0, most = null, currency } = asked;
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
    `with asked as (select place, line from settlement_line
        where programme = $1 and settlement = $2 and place > $3 and ($4::text is null or payee = $4)
        order by place limit $5)
      select asked.line, reason, amount_units as amount, clause, waits_for as "waitsFor"
      from settlement_unpaid unpaid join asked on asked.place = unpaid.line
      where programme = $1 and settlement = $2 order by unpaid.place`,
    [programme, settlement, after, payee, most],
  );
  return found.map(({ line, reason, amount, clause, waitsFor }) => ({
    line,
    reason,
    amount: formatMajor(amount, currency),
    clause,
    ...(waitsFor === null ? {} : { waitsFor }),
  }));
}

/** What lines of one kind come to. */
export type LineSum = Readonly<{
  by: string;
  lines: bigint;
  gross: bigint;
  amount: bigint;
}>;

const groupings = {
  provider: 'provider',
  payee: 'payee',
  outcome: 'outcome',
  month: `to_char(day, 'YYYY-MM')`,
} as const;

/** What the lines of a settlement come to by provider, payee, outcome or month of their day. */
export async function sumLines(
  tx: Tx,
  { programme, settlement }: Of,
  by: keyof typeof groupings,
): Promise<readonly LineSum[]> {
  return rows(
    tx,
    `select ${groupings[by]} as by, count(*) as lines, sum(gross_units)::bigint as gross,
        sum(amount_units)::bigint as amount
      from settlement_line where programme = $1 and settlement = $2 group by 1 order by 1`,
    [programme, settlement],
  );
}

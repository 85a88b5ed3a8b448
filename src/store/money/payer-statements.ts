import { findRow, rows, type Tx } from '../tx.ts';

// What a payer that is not the commissioner is given: its own part, by functions that give out
// nothing else (0067-payers.sql).

/** An approved statement as far as one payer has a part in it. */
export type PayerStatement = Readonly<{
  settlement: string;
  number: number;
  asAt: string;
  currency: string;
  payee: string;
  reference: string;
  payBy: string | null;
  questionBy: string | null;
  payer: string;
  /** In how many lines it has a part, and what those come to, to date. */
  lines: number;
  owed: string;
  /** What its part has changed by, and what it is told to pay. */
  now: string;
  pays: string;
  /** What its bank has paid on it so far. */
  confirmedUnits: bigint;
}>;

const columns = `settlement, number, as_at as "asAt", currency, payee, reference, pay_by as "payBy",
  question_by as "questionBy", payer, lines, owed, now, pays, confirmed_units as "confirmedUnits"`;

/** The payer's part of the statements of one settlement, in their order. */
export async function listPayerStatements(
  tx: Tx,
  { programme, settlement }: Readonly<{ programme: string; settlement: string }>,
): Promise<readonly PayerStatement[]> {
  return rows(
    tx,
    `select ${columns} from payer_statements($1) where settlement = $2 order by place`,
    [programme, settlement],
  );
}

/** The payer's part of one statement. */
export async function findPayerStatement(
  tx: Tx,
  { programme, settlement, payee }: PayerAsked,
): Promise<PayerStatement | undefined> {
  return findRow(
    tx,
    `select ${columns} from payer_statements($1) where settlement = $2 and payee = $3`,
    [programme, settlement, payee],
  );
}

/** Which statement is asked for. */
export type PayerAsked = Readonly<{ programme: string; settlement: string; payee: string }>;

/** A line, and how much of it the payer pays. */
export type PayerLine = Readonly<{
  /** The how-manieth it is of those on the statement in which the payer has a part. */
  at: number;
  day: string;
  payableOn: string | null;
  clause: string;
  outcome: string;
  number: string;
  group: string | null;
  provider: string;
  amount: string;
}>;

/** The lines in which the payer has a part, in place in line, after so many of them. */
export async function listPayerLines(
  tx: Tx,
  asked: PayerAsked & LinesOfGroup & Readonly<{ after?: number; most?: number }>,
): Promise<readonly PayerLine[]> {
  const { programme, settlement, payee, after = 0, most = null } = asked;
  const { outcome = null, month = null } = asked;
  return rows(
    tx,
    `select at, day, payable_on as "payableOn", clause, outcome, number, group_name as "group",
        provider, amount
      from (select own.*, (row_number() over (order by place))::integer as at
        from payer_lines($1, $2, $3) own) numbered
      where ($6::text is null or outcome = $6)
        and ($7::text is null or to_char(day, 'YYYY-MM') = $7)
      order by at offset $4 limit $5`,
    [programme, settlement, payee, after, most, outcome, month],
  );
}

/** Lines of one outcome, or of one month of their days (2027-06), where it is named. */
type LinesOfGroup = Readonly<{ outcome?: string; month?: string }>;

/** The payer's part of a statement by outcome and month. */
export async function listPayerMonths(
  tx: Tx,
  { programme, settlement, payee }: PayerAsked,
): Promise<readonly PayerMonth[]> {
  return rows(
    tx,
    `select outcome, to_char(day, 'YYYY-MM') as month, count(*)::integer as lines,
        sum(amount::numeric)::text as amount
      from payer_lines($1, $2, $3) group by outcome, month order by month, outcome`,
    [programme, settlement, payee],
  );
}

/** What the payer's part of the lines of one outcome and month comes to. */
export type PayerMonth = Readonly<{
  outcome: string;
  month: string;
  lines: number;
  amount: string;
}>;

/** What the payer's part of the lines of one clause and group comes to. */
export type PayerSum = Readonly<{
  clause: string;
  outcome: string;
  group: string | null;
  count: number;
  amount: string;
}>;

/** The payer's part of a statement by clause and group. */
export async function sumPayerLines(
  tx: Tx,
  { programme, settlement, payee }: PayerAsked,
): Promise<readonly PayerSum[]> {
  return rows(
    tx,
    `select clause, outcome, group_name as "group", count(*)::integer as count,
        sum(amount::numeric)::text as amount
      from payer_lines($1, $2, $3) group by clause, outcome, group_name order by min(place)`,
    [programme, settlement, payee],
  );
}

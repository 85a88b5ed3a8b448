import { insertRows } from '../insert-rows.ts';
import { findRow, rows, type Tx } from '../tx.ts';
import type { Of, SettlementState } from './settlements.ts';

/** How much of a statement one payer pays now. */
export type PayerNow = Readonly<{ payer: string; now: string }>;

/** A settlement as one payee receives it, without its lines. */
export type StoredStatement = Readonly<{
  programme: string;
  settlement: string;
  place: number;
  payee: string;
  /** What the bank is told. */
  reference: string;
  lines: number;
  /** To date. */
  owedUnits: bigint;
  /** None where nothing moved. */
  dueUnits: bigint | null;
  paidUnits: bigint | null;
  payers: readonly PayerNow[];
  payBy: string | null;
  questionBy: string | null;
}>;

/** What stands between what is due on a statement and what is paid. */
export type StatementItem = Readonly<{
  payee: string;
  what: string;
  line: string;
  amountUnits: bigint;
  clause: string | null;
}>;

const columns = [
  ['programme', 'uuid'],
  ['settlement', 'uuid'],
  ['place', 'integer'],
  ['payee', 'text'],
  ['reference', 'text'],
  ['lines', 'integer'],
  ['owed_units', 'bigint'],
  ['due_units', 'bigint'],
  ['paid_units', 'bigint'],
  ['payers', 'json'],
  ['pay_by', 'date'],
  ['question_by', 'date'],
] as const;

const itemColumns = [
  ['programme', 'uuid'],
  ['settlement', 'uuid'],
  ['payee', 'text'],
  ['place', 'integer'],
  ['what', 'text'],
  ['line', 'text'],
  ['amount_units', 'bigint'],
  ['clause', 'text'],
] as const;

type Items = readonly StatementItem[];

/** Keeps the statements of a settlement and their items, each in its order. */
export async function insertStatements(
  tx: Tx,
  { programme, settlement }: Of,
  { statements, items }: Readonly<{ statements: readonly StoredStatement[]; items: Items }>,
): Promise<void> {
  const cells = statements.map((each) => [
    programme,
    settlement,
    each.place,
    each.payee,
    each.reference,
    each.lines,
    each.owedUnits,
    each.dueUnits,
    each.paidUnits,
    JSON.stringify(each.payers),
    each.payBy,
    each.questionBy,
  ]);
  await insertRows(tx, { table: 'statement', columns }, cells);
  const places = new Map<string, number>();
  const itemCells = items.map(({ payee, what, line, amountUnits, clause }) => {
    const place = (places.get(payee) ?? 0) + 1;
    places.set(payee, place);
    return [programme, settlement, payee, place, what, line, amountUnits, clause];
  });
  await insertRows(tx, { table: 'statement_item', columns: itemColumns }, itemCells);
}

const asStatement = `statement.programme, statement.settlement, place, payee, reference, lines,
  owed_units as "owedUnits", due_units as "dueUnits", paid_units as "paidUnits", payers,
  pay_by as "payBy", question_by as "questionBy"`;

/** The statements of a settlement, as far as they are reached. */
export async function listStatements(
  tx: Tx,
  { programme, settlement }: Of,
): Promise<readonly StoredStatement[]> {
  return rows(
    tx,
    `select ${asStatement} from statement
      where programme = $1 and settlement = $2 order by place`,
    [programme, settlement],
  );
}

/** One payee's statement. */
export async function findStatement(
  tx: Tx,
  { programme, settlement, payee }: Of & Readonly<{ payee: string }>,
): Promise<StoredStatement | undefined> {
  return findRow(
    tx,
    `select ${asStatement} from statement
      where programme = $1 and settlement = $2 and payee = $3`,
    [programme, settlement, payee],
  );
}

/** A statement with where its settlement stands. */
export type DatedStatement = StoredStatement &
  Readonly<{
    asAt: string;
    number: number;
    state: SettlementState;
    currency: string;
    /** What the bank has paid on it so far. */
    confirmedUnits: bigint;
  }>;

const asDated = `${asStatement}, settlement.as_at as "asAt", settlement.number, settlement.state,
  settlement.currency,
  coalesce((select sum(amount_units) from payment where payment.programme = statement.programme
    and payment.settlement = statement.settlement and payment.payee = statement.payee), 0)::bigint
    as "confirmedUnits"`;

/** Approved statements of a programme, newest first; of one payee where one is named. */
export async function listApprovedStatements(
  tx: Tx,
  { programme, payee = null }: Readonly<{ programme: string; payee?: string | null }>,
): Promise<readonly DatedStatement[]> {
  return rows(
    tx,
    `select ${asDated} from statement join settlement
        on settlement.programme = statement.programme and settlement.id = statement.settlement
      where statement.programme = $1 and settlement.state = 'approved'
        and ($2::text is null or payee = $2)
      order by settlement.number desc, place`,
    [programme, payee],
  );
}

/** An approved statement by what the bank was told. */
export async function findStatementByReference(
  tx: Tx,
  { programme, reference }: Readonly<{ programme: string; reference: string }>,
): Promise<DatedStatement | undefined> {
  return findRow(
    tx,
    `select ${asDated} from statement join settlement
        on settlement.programme = statement.programme and settlement.id = statement.settlement
      where statement.programme = $1 and reference = $2 and settlement.state = 'approved'`,
    [programme, reference],
  );
}

/** The items of one statement, or of all of a settlement, each in its order. */
export async function listStatementItems(
  tx: Tx,
  { programme, settlement, payee = null }: Of & Readonly<{ payee?: string | null }>,
): Promise<Items> {
  return rows(
    tx,
    `select payee, what, line, amount_units as "amountUnits", clause from statement_item
      where programme = $1 and settlement = $2 and ($3::text is null or payee = $3)
      order by payee, place`,
    [programme, settlement, payee],
  );
}

import { insertRows } from '../insert-rows.ts';
import { findRow, rows, type Tx } from '../tx.ts';
import type { Of, SettlementState } from './settlements.ts';

/**
 * How much of a statement is one payer's: what its part of the lines comes to and has changed by,
 * and what it is told to pay. Of statements that were kept before, what changed alone is known.
 */
export type PayerPart = Readonly<{
  payer: string;
  now: string;
  lines?: number;
  owed?: string;
  pays?: string;
}>;

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
  payers: readonly PayerPart[];
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

/** An approved statement, and which part of it is whose who asks: all of it, or one payer's. */
export type ReachedStatement = DatedStatement & Readonly<{ payer: string | null }>;

/** Which approved statements: of one payee, after one, those that are not paid as they say. */
export type StatementsAsked = Readonly<{
  programme: string;
  payee?: string | undefined;
  isOpen?: boolean | undefined;
  after?: Readonly<{ number: number; place: number }> | undefined;
  most: number;
}>;

const units = (major: string) => `replace(${major}, '.', '')::bigint`;

// A payer's own part stands in for the whole: lines, owed, due, paid and confirmed are its own.
const reached = `(select ${asDated}, null as payer from statement join settlement
      on settlement.programme = statement.programme and settlement.id = statement.settlement
    where statement.programme = $1 and settlement.state = 'approved'
  union all
  select $1::uuid, settlement, place, payee, reference, lines, ${units('owed')}, ${units('now')},
      ${units('pays')}, json_build_array(json_build_object('payer', payer, 'now', now,
        'lines', lines, 'owed', owed, 'pays', pays)), pay_by, question_by, as_at, number,
      'approved', currency, confirmed_units, payer
    from payer_statements($1) own
    where not exists (select from statement where statement.programme = $1
      and statement.settlement = own.settlement and statement.payee = own.payee)) reached`;

/** Approved statements of a programme, newest first. */
export async function listApprovedStatements(
  tx: Tx,
  { programme, payee, isOpen = false, after, most }: StatementsAsked,
): Promise<readonly ReachedStatement[]> {
  return rows(
    tx,
    `select * from ${reached}
      where ($2::text is null or payee = $2)
        and (not $3 or coalesce("paidUnits", 0) <> "confirmedUnits")
        and ($4::integer is null or number < $4 or number = $4 and place > $5)
      order by number desc, place limit $6`,
    [programme, payee ?? null, isOpen, after?.number ?? null, after?.place ?? null, most],
  );
}

/** Approved statements by what the bank was told. */
export async function findStatementsByReference(
  tx: Tx,
  { programme, references }: Readonly<{ programme: string; references: readonly string[] }>,
): Promise<readonly ReachedStatement[]> {
  return rows(tx, `select * from ${reached} where reference = any($2)`, [programme, references]);
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

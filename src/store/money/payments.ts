import { change, findRow, rows, type Tx } from '../tx.ts';

/** What a payer's bank or ledger says was paid. */
export type Payment = Readonly<{
  programme: string;
  id: string;
  payer: string;
  payee: string;
  /** The bank's own. */
  bankReference: string;
  /** Ours, as the bank had it. */
  statementReference: string;
  amountUnits: bigint;
  currency: string;
  day: string;
  /** Of the statement that it pays. */
  settlement: string;
  recordedBy: string;
  recordedAt: string;
}>;

const columns = `programme, id, payer, payee, bank_reference as "bankReference",
  statement_reference as "statementReference", amount_units as "amountUnits", currency, day,
  settlement, recorded_by as "recordedBy", recorded_at as "recordedAt"`;

/** Records a payment; whether the bank's reference is new for this payer. */
export async function insertPayment(tx: Tx, payment: Payment): Promise<boolean> {
  const added = await change(
    tx,
    `insert into payment (programme, id, payer, payee, bank_reference, statement_reference,
        amount_units, currency, day, settlement, recorded_by, recorded_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
    [
      payment.programme,
      payment.id,
      payment.payer,
      payment.payee,
      payment.bankReference,
      payment.statementReference,
      payment.amountUnits,
      payment.currency,
      payment.day,
      payment.settlement,
      payment.recordedBy,
      payment.recordedAt,
    ],
  );
  return added === 1;
}

/** The payment that a bank names. */
export async function findPayment(
  tx: Tx,
  { programme, payer, bankReference }: Pick<Payment, 'programme' | 'payer' | 'bankReference'>,
): Promise<Payment | undefined> {
  return findRow(
    tx,
    `select ${columns} from payment
      where programme = $1 and payer = $2 and bank_reference = $3`,
    [programme, payer, bankReference],
  );
}

/** How much of each statement one payer's bank has paid so far. */
export type PaidBy = Readonly<{ settlement: string; payee: string; units: bigint }>;

/** What one payer's bank has paid on statements of a programme. */
export async function findPaidBy(
  tx: Tx,
  { programme, payer, references }: PaidByAsked,
): Promise<readonly PaidBy[]> {
  return rows(
    tx,
    `select settlement, payee, sum(amount_units)::bigint as units from payment
      where programme = $1 and payer = $2 and statement_reference = any($3)
      group by settlement, payee`,
    [programme, payer, references],
  );
}

type PaidByAsked = Readonly<{ programme: string; payer: string; references: readonly string[] }>;

/** Some of a list, newest first: from after one of its own, or from the first on. */
export type Stretch = Readonly<{ programme: string; after: string | null; most: number }>;

/** Payments of a programme as far as they are reached, newest first. */
export async function listPayments(
  tx: Tx,
  { programme, after, most }: Stretch,
): Promise<readonly Payment[]> {
  return rows(
    tx,
    `select ${columns} from payment
      where programme = $1 and settlement is not null and ($2::uuid is null
        or (day, recorded_at, id) < (select day, recorded_at, id from payment
          where programme = $1 and id = $2))
      order by day desc, recorded_at desc, id desc limit $3`,
    [programme, after, most],
  );
}

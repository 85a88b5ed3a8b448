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
  settlement: string | null;
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

/** Payments of a programme as far as they are reached, by day. */
export async function listPayments(tx: Tx, programme: string): Promise<readonly Payment[]> {
  return rows(
    tx,
    `select ${columns} from payment where programme = $1 order by day, recorded_at, id`,
    [programme],
  );
}

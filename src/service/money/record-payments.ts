import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import type { Day } from '../../calendar/index.ts';
import { formatMajor, getCurrency, unitsOfMajor } from '../../money/index.ts';
import { assert, type Problem, type Result } from '../../problem/index.ts';
import {
  type DatedStatement,
  findPayment,
  findStatementByReference,
  insertEntries,
  insertPayment,
  listPayments,
  type Payment,
} from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import {
  dayShape,
  idShape,
  listOf,
  moneyShape,
  nothingElse,
  problemShape,
} from '../programmes/shapes.ts';
import { ownPayers, type PayingGround } from './own-payers.ts';
import {
  payerNotThere,
  paymentAmountOtherwise,
  paymentLater,
  paymentOtherwise,
  paymentsBesideStatement,
  paymentTwice,
} from './problems.ts';
import { nameShape } from './shapes.ts';
import { payingFor } from './who-sees.ts';

/** A payment as a bank or a ledger tells it. */
export const givenPayment = Type.Object(
  {
    /** The bank's own reference: nothing is recorded twice under it. */
    bankReference: Type.String({ minLength: 1, maxLength: 140 }),
    /** Ours, as the bank had it. */
    reference: Type.String({ maxLength: 140 }),
    amount: Type.String({ maxLength: 40 }),
    day: dayShape,
    payer: Type.Optional(nameShape),
    payee: Type.Optional(nameShape),
  },
  nothingElse,
);

type GivenPayment = Readonly<{
  bankReference: string;
  reference: string;
  amount: string;
  day: string;
  payer?: string;
  payee?: string;
}>;

export const recordedOutput = Type.Object(
  {
    recorded: Type.Integer(),
    /** Payments that had been recorded before as they are. */
    knownBefore: Type.Integer(),
    /** Payments of which the reference is that of no approved statement. */
    unmatched: Type.Integer(),
    /** Statements on which the bank has not paid what they say. */
    problems: listOf(problemShape),
  },
  nothingElse,
);

/**
 * Records what a payer's bank or ledger says was paid: all of it or nothing. Each is matched with
 * the statement that its reference names, and booked as a memorandum beside what was settled.
 */
export const recordPayments = action({
  ...payingFor,
  kind: 'change',
  name: 'money.record_payments',
  summary: 'Records payments as the payer’s bank or ledger tells them, matched with statements.',
  input: Type.Object(
    {
      programme: idShape,
      payments: Type.Array(givenPayment, { minItems: 1, maxItems: 1000 }),
    },
    nothingElse,
  ),
  output: recordedOutput,
  run: async (work, { programme, payments }) => recordGiven(work, programme, payments),
});

type Recorded = { recorded: number; knownBefore: number; unmatched: number };

/** Records payments that were read from a form or a file. */
export async function recordGiven(work: Work, programme: string, given: readonly GivenPayment[]) {
  const ground = await ownPayers(work, programme);
  if (!ground.ok) return ground;
  const problems = given.flatMap((each, at) => problemsOf(each, { at, given, work }, ground.value));
  if (problems.length > 0) return { ok: false, problems } as const;
  const counted: Recorded = { recorded: 0, knownBefore: 0, unmatched: 0 };
  const touched = new Map<string, DatedStatement>();
  for (const each of given) {
    const done = await recordOne(work, { programme, each, ground: ground.value });
    if (!done.ok) return done;
    counted[done.value.is] += 1;
    const { statement } = done.value;
    if (statement === undefined) counted.unmatched += 1;
    else touched.set(statement.reference, statement);
  }
  work.note({ programme, about: { ...counted, given: given.length } });
  const value = { ...counted, problems: await besides(work, programme, touched) };
  return { ok: true, value } as const;
}

type Row = Readonly<{ at: number; given: readonly GivenPayment[]; work: Work }>;

function problemsOf(
  { bankReference, amount, day, payer }: GivenPayment,
  { at, given, work }: Row,
  { payers, currency }: PayingGround,
): readonly Problem[] {
  const { exponent } = getCurrency(currency);
  const places = exponent === 0 ? '' : `\\.\\d{${exponent}}`;
  const isMoney = new RegExp(`^-?\\d{1,15}${places}$`).test(amount) && /[1-9]/.test(amount);
  const first = given.findIndex((each) => each.bankReference === bankReference);
  return [
    ...(isMoney ? [] : [paymentAmountOtherwise(amount, currency)]),
    ...(day > work.today ? [paymentLater(day, work.today)] : []),
    ...(first < at && given[first]?.payer === payer ? [paymentTwice(bankReference, at + 1)] : []),
    ...(payer === undefined || payers.includes(payer) ? [] : [payerNotThere(payer, payers)]),
  ];
}

type One = Readonly<{ programme: string; each: GivenPayment; ground: PayingGround }>;
type Done = Readonly<{ is: 'recorded' | 'knownBefore'; statement: DatedStatement | undefined }>;

async function recordOne(work: Work, { programme, each, ground }: One): Promise<Result<Done>> {
  const { tx, actor, now } = work;
  assert(actor.kind === 'account', 'a payment is recorded by somebody');
  const reference = each.reference.trim().toUpperCase();
  const statement = await findStatementByReference(tx, { programme, reference });
  const payment: Payment = {
    programme,
    id: randomUUID(),
    payer: each.payer ?? ground.payers[0] ?? '',
    payee: statement?.payee ?? each.payee ?? '',
    bankReference: each.bankReference,
    statementReference: reference,
    amountUnits: unitsOfMajor(each.amount),
    currency: ground.currency,
    day: each.day,
    settlement: statement?.settlement ?? null,
    recordedBy: actor.account,
    recordedAt: now,
  };
  if (await insertPayment(tx, payment)) {
    if (statement !== undefined) await book(work, payment);
    return { ok: true, value: { is: 'recorded', statement } };
  }
  const before = await findPayment(tx, payment);
  const isSame =
    before !== undefined &&
    before.amountUnits === payment.amountUnits &&
    before.day === payment.day &&
    before.statementReference === reference;
  return isSame
    ? { ok: true, value: { is: 'knownBefore', statement } }
    : { ok: false, problems: [paymentOtherwise(each.bankReference)] };
}

/**
 * A memorandum, balanced against itself: what the settlement paid stands under `paid` already, and
 * beside it stands how much of that the bank has confirmed.
 */
async function book({ tx }: Work, payment: Payment): Promise<void> {
  const { programme, id, payee, day, statementReference, amountUnits: amount } = payment;
  const postings = [
    { account: ['memorandum', 'paid by the bank'], amount },
    { account: ['memorandum', 'paid by the bank', payee], amount: -amount },
  ] as const;
  const description = `${payee}, paid by the bank for ${statementReference}`;
  await insertEntries(tx, { programme, payment: id }, [{ day: day as Day, description, postings }]);
}

/** Of which statements the bank has not paid what they say. */
async function besides(
  { tx }: Work,
  programme: string,
  touched: ReadonlyMap<string, DatedStatement>,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const reference of touched.keys()) {
    const now = await findStatementByReference(tx, { programme, reference });
    const due = now?.paidUnits ?? 0n;
    if (now === undefined || now.confirmedUnits === due) continue;
    const { currency, confirmedUnits } = now;
    const paid = { units: confirmedUnits, currency };
    problems.push(paymentsBesideStatement(reference, paid, { units: due, currency }));
  }
  return problems;
}

/** What was paid, by day, as far as whoever asks may see it. */
export const listOfPayments = action({
  who: ['commissioner', 'finance_preparer', 'finance_approver', 'provider_finance', 'auditor'],
  parts: ['commissioner', 'auditor', 'provider', 'payer'],
  showsMoney: true,
  kind: 'read',
  name: 'money.list_payments',
  summary: 'Lists payments as banks told them, with the settlement each belongs to.',
  input: Type.Object({ programme: idShape }, nothingElse),
  output: Type.Object(
    {
      payments: listOf(
        Type.Object(
          {
            payment: idShape,
            payer: Type.String(),
            payee: Type.String(),
            bankReference: Type.String(),
            reference: Type.String(),
            amount: moneyShape,
            currency: Type.String(),
            day: dayShape,
            settlement: Type.Optional(idShape),
          },
          nothingElse,
        ),
      ),
    },
    nothingElse,
  ),
  run: async ({ tx }, { programme }) => {
    const found = await listPayments(tx, programme);
    return {
      ok: true,
      value: {
        payments: found.map((each) => ({
          payment: each.id,
          payer: each.payer,
          payee: each.payee,
          bankReference: each.bankReference,
          reference: each.statementReference,
          amount: formatMajor(each.amountUnits, each.currency),
          currency: each.currency,
          day: each.day,
          ...(each.settlement === null ? {} : { settlement: each.settlement }),
        })),
      },
    };
  },
});

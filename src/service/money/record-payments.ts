import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { type Day, parseDay } from '../../calendar/index.ts';
import { getCurrency, unitsOfMajor } from '../../money/index.ts';
import { assert, type Problem, type Result, shownText } from '../../problem/index.ts';
import {
  findPaidBy,
  findPayment,
  findStatementsByReference,
  insertEntries,
  insertPayment,
  type PaidBy,
  type Payment,
  type ReachedStatement,
} from '../../store/money/index.ts';
import { inputEmpty, inputOtherwise } from '../access/problems.ts';
import { action, type Work } from '../act/index.ts';
import { idShape, listOf, nothingElse, problemShape } from '../programmes/shapes.ts';
import { ownPayers, type PayingGround } from './own-payers.ts';
import {
  payerNotThere,
  paymentAmountOtherwise,
  paymentLater,
  paymentOfNoStatement,
  paymentOtherwise,
  paymentRowOtherwise,
  paymentsBesideStatement,
  paymentTwice,
} from './problems.ts';
import { nameShape } from './shapes.ts';
import { payingFor } from './who-sees.ts';

/**
 * A payment as a bank or a ledger tells it. What is wrong with its fields is looked for together
 * with what is wrong with the payment, so that all of it is told at once.
 */
export const givenPayment = Type.Object(
  {
    /** The bank's own reference: nothing is recorded twice under it. */
    bankReference: Type.String({ maxLength: 140, description: 'As the bank has it; never empty.' }),
    /** Ours, as the bank had it. */
    reference: Type.String({ maxLength: 140 }),
    amount: Type.String({ maxLength: 40 }),
    day: Type.String({ maxLength: 40, description: 'A day, written as 2027-04-01.' }),
    payer: Type.Optional(nameShape),
    /** As the bank names them; the statement says to whom it is paid. */
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
    /** Rows whose reference is that of no approved statement here: nothing of them is kept. */
    leftOut: listOf(Type.Integer()),
    /** Statements on which the bank has not paid what they say. */
    problems: listOf(problemShape),
  },
  nothingElse,
);

/**
 * Records what a payer's bank or ledger says was paid: all of it or nothing. Each is matched with
 * the statement that its reference names, and booked as a memorandum beside what was settled. What
 * names no statement is none of the programme's business: a bank's whole file tells of others too,
 * and nothing of theirs is kept or looked at.
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
  run: async (work, { programme, payments }) => {
    const rows = payments.map((payment, at) => ({ row: at + 1, payment }));
    const matched = await matchRows(work, programme, rows);
    if (matched.ok) return recordMatched(work, programme, matched.value);
    return rows.length === 1 ? alsoOfOne(work, { programme, rows, matched }) : matched;
  },
});

/** A row of what was given, by its number there. */
type GivenRow<Given> = Readonly<{ row: number; payment: Given }>;

/** The rows that are for a statement, each with it; and the numbers of the others. */
export type MatchedRows<Given> = Readonly<{
  rows: readonly (GivenRow<Given> & Readonly<{ statement: ReachedStatement }>)[];
  leftOut: readonly number[];
}>;

/** Finds the statement that each row is for. Where there is none for any, nothing can be done. */
export async function matchRows<Given extends Readonly<{ reference: string }>>(
  { tx }: Work,
  programme: string,
  given: readonly GivenRow<Given>[],
): Promise<Result<MatchedRows<Given>>> {
  const references = [...new Set(given.map(({ payment }) => asWritten(payment.reference)))];
  const found = await findStatementsByReference(tx, { programme, references });
  const byReference = new Map(found.map((statement) => [statement.reference, statement]));
  const rows = given.flatMap(({ row, payment }) => {
    const statement = byReference.get(asWritten(payment.reference));
    return statement === undefined ? [] : [{ row, payment, statement }];
  });
  const kept = new Set(rows.map(({ row }) => row));
  const leftOut = given.map(({ row }) => row).filter((row) => !kept.has(row));
  return rows.length === 0
    ? { ok: false, problems: [paymentOfNoStatement(given.length)] }
    : { ok: true, value: { rows, leftOut } };
}

type One = Readonly<{
  programme: string;
  rows: readonly GivenRow<GivenPayment>[];
  matched: Readonly<{ ok: false; problems: readonly Problem[] }>;
}>;

/** A single payment is meant for here: what else is wrong with it is said at once. */
async function alsoOfOne(
  work: Work,
  { programme, rows, matched }: One,
): Promise<Readonly<{ ok: false; problems: readonly Problem[] }>> {
  const ground = await ownPayers(work, programme);
  if (!ground.ok) return ground;
  const others = problemsOf(rows, { today: work.today, ground: ground.value, isOne: true });
  return { ok: false, problems: [...matched.problems, ...others] };
}

function asWritten(reference: string): string {
  return reference.trim().toUpperCase();
}

/** Records payments that were read from a form or a file, each for a statement. */
export async function recordMatched(
  work: Work,
  programme: string,
  { rows, leftOut }: MatchedRows<GivenPayment>,
) {
  const ground = await ownPayers(work, programme);
  if (!ground.ok) return ground;
  const isOne = rows.length + leftOut.length === 1;
  const problems = [...problemsOf(rows, { today: work.today, ground: ground.value, isOne })];
  const counted = { recorded: 0, knownBefore: 0 };
  for (const each of problems.length > 0 ? [] : rows) {
    const done = await recordOne(work, { programme, each, ground: ground.value });
    if (done.ok) counted[done.value] += 1;
    else problems.push(...(isOne ? done.problems : inRow(each.row, done.problems)));
  }
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, problemsMost) } as const;
  work.note({ programme, about: { ...counted, leftOut: leftOut.length } });
  const value = { ...counted, leftOut, problems: await besides(work, { programme, rows, ground }) };
  return { ok: true, value } as const;
}

// More than that nobody mends in one go.
const problemsMost = 100;

type Rows = MatchedRows<GivenPayment>['rows'];

type Judged = Readonly<{ today: string; ground: PayingGround; isOne: boolean }>;

/** What is wrong with rows, of which the first of those alike is right. */
function problemsOf(
  rows: readonly GivenRow<GivenPayment>[],
  { today, ground: { payers, currency }, isOne }: Judged,
): readonly Problem[] {
  const seen = new Set<string>();
  return rows.flatMap(({ row, payment }) => {
    const { bankReference, amount, day, payer } = payment;
    const named = JSON.stringify([payer ?? payers[0], bankReference]);
    const isAgain = bankReference !== '' && seen.has(named);
    seen.add(named);
    const own = [
      ...(amount === '' || isSumIn(currency, amount)
        ? []
        : [paymentAmountOtherwise(amount, currency)]),
      ...(isDay(day) && day > today ? [paymentLater(day, today)] : []),
      ...(isAgain ? [paymentTwice(bankReference)] : []),
      ...(payer === undefined || payers.includes(payer) ? [] : [payerNotThere(payer, payers)]),
    ];
    return isOne
      ? [...wantingIn(payment), ...own]
      : [...wantingInRow(row, payment), ...inRow(row, own)];
  });
}

function isSumIn(currency: string, amount: string): boolean {
  const { exponent } = getCurrency(currency);
  const places = exponent === 0 ? '' : `\\.\\d{${exponent}}`;
  return new RegExp(`^-?\\d{1,15}${places}$`).test(amount) && /[1-9]/.test(amount);
}

function isDay(day: string): boolean {
  return parseDay(day) !== undefined;
}

const dayRule = 'is not written as 2027-04-01';

const neverEmpty = ['bankReference', 'amount'] as const;

/** What a single payment has not said: at its field. */
function wantingIn({ day, ...rest }: GivenPayment): readonly Problem[] {
  return [
    ...neverEmpty.filter((field) => rest[field] === '').map(inputEmpty),
    ...(isDay(day) ? [] : [inputOtherwise('day', { value: `"${shownText(day)}"`, rule: dayRule })]),
  ];
}

function wantingInRow(row: number, { day, ...rest }: GivenPayment): readonly Problem[] {
  const empty = neverEmpty.filter((field) => rest[field] === '');
  return [
    ...empty.map((field) => paymentRowOtherwise(row, `its ${field} is empty`)),
    ...(isDay(day) ? [] : [paymentRowOtherwise(row, `its day ${shownText(day)} ${dayRule}`)]),
  ];
}

function inRow(row: number, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, at: { ...problem.at, line: row } }));
}

type Recording = Readonly<{ programme: string; each: Rows[number]; ground: PayingGround }>;

async function recordOne(
  work: Work,
  { programme, each, ground }: Recording,
): Promise<Result<'recorded' | 'knownBefore'>> {
  const { tx, actor, now } = work;
  assert(actor.kind === 'account', 'a payment is recorded by somebody');
  const { payment: given, statement } = each;
  const payment: Payment = {
    programme,
    id: randomUUID(),
    payer: given.payer ?? ground.payers[0] ?? '',
    payee: statement.payee,
    bankReference: given.bankReference,
    statementReference: statement.reference,
    amountUnits: unitsOfMajor(given.amount),
    currency: ground.currency,
    day: given.day,
    settlement: statement.settlement,
    recordedBy: actor.account,
    recordedAt: now,
  };
  if (await insertPayment(tx, payment)) {
    await book(work, payment);
    return { ok: true, value: 'recorded' };
  }
  const before = await findPayment(tx, payment);
  const isSame =
    before !== undefined &&
    before.amountUnits === payment.amountUnits &&
    before.day === payment.day &&
    before.statementReference === payment.statementReference;
  return isSame
    ? { ok: true, value: 'knownBefore' }
    : { ok: false, problems: [paymentOtherwise(given.bankReference)] };
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

type Recorded = Readonly<{
  programme: string;
  rows: Rows;
  ground: Readonly<{ value: PayingGround }>;
}>;

/** Of which statements a payer's bank has not paid what they tell that payer to pay. */
async function besides(
  { tx }: Work,
  { programme, rows, ground }: Recorded,
): Promise<readonly Problem[]> {
  const { payers, currency } = ground.value;
  const problems: Problem[] = [];
  for (const payer of payers) {
    const own = rows.filter(({ payment }) => (payment.payer ?? payers[0]) === payer);
    const statements = new Map(own.map(({ statement }) => [statement.reference, statement]));
    const references = [...statements.keys()];
    const paid = await findPaidBy(tx, { programme, payer, references });
    for (const statement of statements.values()) {
      const { units = 0n } = paid.find((each) => isFor(each, statement)) ?? {};
      const due = toldToPay(statement, payer);
      if (units === due) continue;
      const said = { units: due, currency };
      problems.push(paymentsBesideStatement(statement.reference, { units, currency }, said));
    }
  }
  return problems;
}

function isFor({ settlement, payee }: PaidBy, statement: ReachedStatement): boolean {
  return settlement === statement.settlement && payee === statement.payee;
}

function toldToPay({ payers }: ReachedStatement, name: string): bigint {
  const { pays, now = '0' } = payers.find(({ payer }) => payer === name) ?? {};
  return unitsOfMajor(pays ?? now);
}

import { append, assertSound, type Entry, emptyLedger, type Ledger } from '../../ledger/index.ts';
import { unitsOfMajor } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import { movedLines } from '../difference/moved-lines.ts';
import type { PaidResult } from '../payable/paid-result.ts';
import { broughtForward } from './brought-forward.ts';
import type { By } from './by.ts';
import { dayOfSettlement } from './day-of-settlement.ts';
import { type Books, openBooks } from './open-books.ts';
import { statementEntries } from './statement-entries.ts';

/** Settlements of one contract in their order; each holds everything owed to its day. */
export type Settlements = readonly [PaidResult, ...PaidResult[]];

/**
 * The ledger of a contract: what each settlement moved since the one before it. Where none says
 * what is paid on it, all that is earned stays owed.
 */
export function ledgerOf(settlements: Settlements, by: By): Ledger {
  const isPaid = settlements.some(({ payable }) => payable !== undefined);
  let ledger = emptyLedger(settlements[0].currency);
  let previous: PaidResult | undefined;
  for (const result of settlements) {
    assert(result.currency === ledger.currency, 'settlements of one contract have one currency');
    const books = openBooks(dayOfSettlement(result), by);
    for (const line of movedLines(result, previous)) books.add(line);
    ledger = append(ledger, books.owed());
    const isWhole = result.payable !== undefined && (previous !== undefined || isFirst(result));
    if (isPaid) ledger = paidIn(ledger, { result, isWhole, books }, by);
    ledger = append(ledger, books.memoranda(reservedIn(result) - reservedIn(previous)));
    previous = result;
  }
  assertSound(ledger);
  return ledger;
}

/** A settlement that says what is paid on it, and the books of what its lines moved. */
export type PaidStep = Readonly<{
  result: Pick<
    PaidResult,
    'currency' | 'asAt' | 'knownAt' | 'payable' | 'outstanding' | 'reserved'
  >;
  /** Whether it follows another, or all its changes are those of a first settlement. */
  isWhole: boolean;
  books: Books;
  /** What the settlement before it had set aside. */
  before: PaidResult['reserved'] | undefined;
}>;

/**
 * The entries that one settlement adds after those before it. After them nothing stands under what
 * is owed.
 */
export function entriesOfStep({ before, ...step }: PaidStep): readonly Entry[] {
  const { result, books } = step;
  const owed = append(emptyLedger(result.currency), books.owed());
  const paid = paidIn(owed, step, 'clause');
  const reserved = reservedIn(result) - reservedIn({ reserved: before });
  const ledger = append(paid, books.memoranda(reserved));
  assertSound(ledger);
  return ledger.entries;
}

/** Books what is paid, after which nothing is owed: what is not paid stands in another account. */
function paidIn(ledger: Ledger, { result, isWhole, books }: Omit<PaidStep, 'before'>, by: By) {
  const { payable } = result;
  const entries =
    isWhole && payable !== undefined
      ? statementEntries(books.day, payable, by)
      : broughtForward(ledger, result);
  const after = append(ledger, entries);
  for (const { account, amount } of after.balances.values()) {
    const isOwed = account[0] === 'owed' && amount !== 0n;
    assert(!isOwed, 'what is paid and what is not is all that is owed');
  }
  return after;
}

/** Whether it is the first of its series, so that its statements are of everything owed. */
function isFirst({ changes = [] }: PaidResult): boolean {
  return changes.length > 0 && changes.every(({ cause }) => cause.is === 'first');
}

function reservedIn(result: Readonly<{ reserved?: PaidResult['reserved'] }> | undefined): bigint {
  return unitsOfMajor(result?.reserved?.amount ?? '0');
}

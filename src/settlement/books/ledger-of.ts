import { append, assertSound, emptyLedger, type Ledger } from '../../ledger/index.ts';
import { assert } from '../../problem/index.ts';
import type { PaidResult } from '../payable/paid-result.ts';
import { broughtForward } from './brought-forward.ts';
import type { By } from './by.ts';
import { dayOfSettlement } from './day-of-settlement.ts';
import { memorandumEntries } from './memorandum-entries.ts';
import { owedEntries } from './owed-entries.ts';
import { statementEntries } from './statement-entries.ts';
import type { Step } from './step.ts';

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
    const step = { previous, result };
    ledger = append(ledger, owedEntries(step, by));
    if (isPaid) ledger = paidIn(ledger, step, by);
    ledger = append(ledger, memorandumEntries(step));
    previous = result;
  }
  assertSound(ledger);
  return ledger;
}

/** Books what is paid, after which nothing is owed: what is not paid stands in another account. */
function paidIn(ledger: Ledger, { previous, result }: Step, by: By): Ledger {
  const { payable } = result;
  const isWhole = payable !== undefined && (previous !== undefined || isFirst(result));
  const entries = isWhole
    ? statementEntries(dayOfSettlement(result), payable, by)
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

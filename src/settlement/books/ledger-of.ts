import { append, assertSound, emptyLedger, type Ledger } from '../../ledger/index.ts';
import { assert } from '../../problem/index.ts';
import type { SettlementResult } from '../result.ts';
import { type By, entriesOf } from './entries.ts';

/** Settlements of one contract in their order; each holds everything owed to its day. */
export type Settlements = readonly [SettlementResult, ...SettlementResult[]];

/** The ledger of a contract: what each settlement moved since the one before it. */
export function ledgerOf(settlements: Settlements, by: By): Ledger {
  let ledger = emptyLedger(settlements[0].currency);
  let previous: SettlementResult | undefined;
  for (const result of settlements) {
    assert(result.currency === ledger.currency, 'settlements of one contract have one currency');
    ledger = append(ledger, entriesOf({ previous, result }, by));
    previous = result;
  }
  assertSound(ledger);
  return ledger;
}

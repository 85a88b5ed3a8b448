import { assert } from '../problem/index.ts';
import type { Tx } from './tx.ts';

/**
 * On whose behalf a transaction runs. The database's row-level security reads it, so that a query
 * which forgets a condition finds nothing of anybody else's.
 */
export type Reach =
  | Readonly<{ reach: 'public' }>
  /** Looking up who signs in: it reaches what sign-ins are made of, whosever it is. */
  | Readonly<{ reach: 'sign-in'; account?: string }>
  /** Somebody signed in who acts for no organisation: they reach what is their own. */
  | Readonly<{ reach: 'account'; account: string }>
  /** Somebody acts for an organisation. Which duties they have there the database knows. */
  | Readonly<{ reach: 'organisation'; organisation: string; account: string }>
  /** The service's own upkeep: sweeping, and the figures that it publishes. */
  | Readonly<{ reach: 'upkeep' }>;

/** Says for this transaction alone on whose behalf it runs. */
export async function setReach(tx: Tx, reach: Reach): Promise<void> {
  await tx.client.query(reachText(reach));
}

/** The same as text, to be asked together with what begins a transaction. */
export function reachText(reach: Reach): string {
  return Object.entries(settingsOf(reach))
    .map(([name, value]) => {
      // It stands in the text itself: a setting takes no values from beside it.
      assert(/^[a-z0-9-]*$/.test(value), 'a setting is a word of ours or a reference');
      return `set local outturn.${name} = '${value}'`;
    })
    .join('; ');
}

// Whatever is not said would be what an earlier transaction of the connection had said of itself
// for longer than it lasts: each of them is always set.
function settingsOf(reach: Reach) {
  return {
    reach: reach.reach,
    organisation: reach.reach === 'organisation' ? reach.organisation : '',
    account: 'account' in reach ? (reach.account ?? '') : '',
    // The database reads them anew for each transaction that asks for them.
    duties: '',
  };
}

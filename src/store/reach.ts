import { change, type Tx } from './tx.ts';

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
  | Readonly<{
      reach: 'organisation';
      organisation: string;
      account: string;
      /** Whether the duties of who acts let amounts of money be seen. */
      seesMoney: boolean;
    }>
  /** The service's own upkeep: sweeping, and the figures that it publishes. */
  | Readonly<{ reach: 'upkeep' }>;

/** Says for this transaction alone on whose behalf it runs. */
export async function setReach(tx: Tx, reach: Reach): Promise<void> {
  await change(
    tx,
    `select set_config('outturn.reach', $1, true), set_config('outturn.organisation', $2, true),
      set_config('outturn.account', $3, true), set_config('outturn.money', $4, true)`,
    [
      reach.reach,
      reach.reach === 'organisation' ? reach.organisation : '',
      'account' in reach ? (reach.account ?? '') : '',
      reach.reach === 'organisation' && reach.seesMoney ? 'yes' : 'no',
    ],
  );
}

import { setReach } from '../reach.ts';
import { change, findRow, type Tx } from '../tx.ts';

type Settings = Readonly<{ reach: string; organisation: string; account: string; money: string }>;

/** Asks something beyond what whoever acts may see, and goes back to what they reach. */
export async function asUpkeep<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const before = await findRow<Settings>(
    tx,
    `select current_setting('outturn.reach') as reach, current_setting('outturn.money') as money,
      current_setting('outturn.organisation') as organisation,
      current_setting('outturn.account') as account`,
  );
  await setReach(tx, { reach: 'upkeep' });
  const done = await work();
  if (before !== undefined) {
    await change(
      tx,
      `select set_config('outturn.reach', $1, true), set_config('outturn.organisation', $2, true),
        set_config('outturn.account', $3, true), set_config('outturn.money', $4, true)`,
      [before.reach, before.organisation, before.account, before.money],
    );
  }
  return done;
}

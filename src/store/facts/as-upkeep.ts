import { setReach } from '../reach.ts';
import type { Tx } from '../tx.ts';

/** Asks something beyond what whoever acts may see, and goes back to what they reach. */
export async function asUpkeep<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await setReach(tx, { reach: 'upkeep' });
  const done = await work();
  await setReach(tx, tx.reach);
  return done;
}

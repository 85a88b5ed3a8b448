import { findPasswordHash, listIdentities, listPasskeys } from '../../store/accounts/index.ts';
import type { Tx } from '../../store/index.ts';

/** In how many ways somebody can sign in. */
export async function countWaysIn(tx: Tx, account: string): Promise<number> {
  const hash = await findPasswordHash(tx, account);
  const passkeys = await listPasskeys(tx, account);
  const identities = await listIdentities(tx, account);
  return (hash === undefined ? 0 : 1) + passkeys.length + identities.length;
}

import { listDuties } from '../../store/accounts/index.ts';
import type { Store } from '../../store/index.ts';
import type { AccountActor } from './actor.ts';
import type { Duty } from './duties.ts';

/**
 * Whoever asked for work that is done later, with the duties that they have now: what was taken
 * from them meanwhile they may no longer have done.
 */
export async function actorNow(
  store: Store,
  { organisation, account }: Readonly<{ organisation: string; account: string }>,
): Promise<AccountActor> {
  const held = await store.read({ reach: 'upkeep' }, async (tx) =>
    listDuties(tx, { organisation, account }),
  );
  return {
    kind: 'account',
    account,
    name: '',
    organisation: { id: organisation, name: '' },
    organisations: [],
    duties: held.map(({ duty }) => duty as Duty),
    by: { way: 'sign-in', mark: '' },
  };
}

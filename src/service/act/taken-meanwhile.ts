import { Fault, type Problem } from '../../problem/index.ts';
import { listDuties } from '../../store/accounts/index.ts';
import { findGround, refusedByFence, type Store } from '../../store/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Duty } from '../access/duties.ts';
import { mayDo, mayTakePart } from '../access/may-do.ts';
import type { Action } from './action.ts';

type Whom = Readonly<{ actor: Actor; programme: string | undefined }>;

/**
 * Whoever began something with a duty, or for an organisation with a part, that was taken from them
 * before it was kept, is told what they would be told now. Nothing where it failed for another
 * reason: the database refuses nothing that an action of ours asks of it with the duty it takes.
 */
export async function takenMeanwhile(
  store: Store,
  action: Action,
  { error, actor, programme }: Whom & Readonly<{ error: unknown }>,
): Promise<readonly Problem[]> {
  const mayBe = refusedByFence(error) || error instanceof Fault;
  if (!mayBe || actor.kind !== 'account' || actor.organisation === undefined) return [];
  const { account, organisation } = actor;
  const { parts } = action;
  const now = await store.read({ reach: 'upkeep' }, async (tx) => {
    const held = await listDuties(tx, { organisation: organisation.id, account });
    const ground = await findGround(tx, { programme, organisation: organisation.id, parts });
    return { duties: held.map(({ duty }) => duty as Duty), ground };
  });
  const fits = mayDo(action, { ...actor, duties: now.duties });
  const there = fits.ok ? mayTakePart(action, actor, now.ground) : fits;
  return there.ok ? [] : there.problems;
}

import type { Import } from '../../../store/facts/index.ts';
import { actorNow, seesMoney, seesNoMoney } from '../../access/index.ts';
import type { Work } from '../../act/index.ts';

/**
 * Whether somebody may read what stands in a file that their organisation sent. Whoever sees no
 * money reads what they sent themselves, and what a colleague sent who sees none either: a file of
 * somebody in finance may hold amounts.
 */
export async function mayReadCells(
  { actor, service }: Pick<Work, 'actor' | 'service'>,
  file: Pick<Import, 'organisation' | 'account'>,
): Promise<boolean> {
  if (!seesNoMoney(actor)) return true;
  if (actor.kind === 'account' && actor.account === file.account) return true;
  const { duties } = await actorNow(service.store, file);
  return duties.length > 0 && !seesMoney(duties);
}

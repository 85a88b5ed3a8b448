import type { Import } from '../../../store/facts/index.ts';
import { seesNoMoney } from '../../access/index.ts';
import type { Work } from '../../act/index.ts';

/**
 * Whether somebody may read what stands in a file that their organisation sent. Whoever sees no
 * money reads what they sent themselves, and what a colleague sent who saw none either: a file of
 * somebody in finance may hold amounts.
 */
export function mayReadCells(
  { actor }: Pick<Work, 'actor'>,
  file: Pick<Import, 'account' | 'mayHoldMoney'>,
): boolean {
  if (!seesNoMoney(actor)) return true;
  return !file.mayHoldMoney || (actor.kind === 'account' && actor.account === file.account);
}

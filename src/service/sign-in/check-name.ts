import { characterNumber, type Problem, unseenCharacter } from '../../problem/index.ts';
import { nameUnseen } from './problems.ts';

const unseen = new RegExp(`[\\t\\n\\r]|${unseenCharacter.source}`, 'u');

/**
 * What stands against a name that others will read. With marks of direction or spaces of no width
 * it would look like another's, and would turn round what stands beside it.
 */
export function checkName(name: string, field: 'name' | 'organisation'): readonly Problem[] {
  const [found] = unseen.exec(name.trim()) ?? [];
  return found === undefined ? [] : [nameUnseen(characterNumber(found), field)];
}

/** A name that another service vouches for, as far as it can be seen: nobody could mend it here. */
export function seenOf(name: string): string {
  return name.replace(new RegExp(unseen, 'gu'), ' ').trim();
}

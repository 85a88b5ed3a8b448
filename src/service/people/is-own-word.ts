import { listParties } from '../../store/index.ts';
import type { Work } from '../act/index.ts';
import { organisationOf } from './enter-person.ts';

/**
 * Whether it is a provider that says who came to it: then that counts only once a verifier has
 * accepted it, as nobody is paid for people by its own word alone. What a commissioner's own team
 * says of itself is the commissioner's word.
 */
export async function isOwnWord(
  work: Work,
  { programme, provider }: Readonly<{ programme: string; provider: string }>,
): Promise<boolean> {
  const here = organisationOf(work);
  if (provider !== here) return false;
  const parties = await listParties(work.tx, programme);
  return !parties.some(
    ({ organisation, part, leftAt }) =>
      organisation === here && part === 'commissioner' && leftAt === null,
  );
}

/** What an answer says where it does. */
export const waitsWords =
  'Whether it rests on the word of the provider alone, and counts once a verifier has accepted it.';

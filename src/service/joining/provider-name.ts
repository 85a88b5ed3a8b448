import type { Problem } from '../../problem/index.ts';
import { isNameTaken } from '../../store/joining/index.ts';
import type { Work } from '../act/index.ts';
import { nameNotPlain, nameTaken } from './problems.ts';

// Letters, digits and what stands in names of bodies, a single space between words: it is a cell
// of the facts, a word of the page and a part of an account.
const plain = /^(?=.{1,100}$)[\p{L}\p{N}(](?:[\p{L}\p{M}\p{N}&'’.,()/-]| (?! ))*$/u;

type Named = Readonly<{ programme: string; organisation: string; name: string }>;

/** What stands against a provider's going by a name in the facts of a programme. */
export async function checkProviderName({ tx }: Work, named: Named): Promise<readonly Problem[]> {
  if (!plain.test(named.name)) return [nameNotPlain(named.name)];
  return (await isNameTaken(tx, named)) ? [nameTaken(named.name)] : [];
}

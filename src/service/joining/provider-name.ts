import type { Problem } from '../../problem/index.ts';
import { listParties } from '../../store/index.ts';
import { isNameTaken } from '../../store/joining/index.ts';
import type { Work } from '../act/index.ts';
import { nameKept, nameNotPlain, nameTaken } from './problems.ts';

// Letters, digits and what stands in names of bodies, a single space between words: it is a cell
// of the facts, a word of the page and a part of an account.
const plain = /^(?=.{1,100}$)[\p{L}\p{N}(](?:[\p{L}\p{M}\p{N}&'’.,()/-]| (?! ))*$/u;

type Named = Readonly<{ programme: string; organisation: string; name: string }>;

/**
 * What stands against a provider's going by a name in the facts of a programme. One that comes back
 * keeps its name: under it stand its lines and statements, which would be another's that took it.
 */
export async function checkProviderName({ tx }: Work, named: Named): Promise<readonly Problem[]> {
  const { programme, organisation, name } = named;
  if (!plain.test(name)) return [nameNotPlain(name)];
  const parties = await listParties(tx, programme);
  const own = parties.find(
    (party) => party.part === 'provider' && party.organisation === organisation,
  );
  if (own !== undefined) return own.name === name ? [] : [nameKept(name, own.name)];
  return (await isNameTaken(tx, named)) ? [nameTaken(named.name)] : [];
}

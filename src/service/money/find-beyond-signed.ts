import type { Problem } from '../../problem/index.ts';
import { listParties, type Tx } from '../../store/index.ts';
import { versionsFor } from '../programmes/index.ts';
import type { ProgrammePages } from './pages-of.ts';
import { settlementBeyondSigned } from './problems.ts';

/**
 * Providers that are settled by versions which do not bind them. The engine has one chain of
 * versions for all, so it is said, and for people to put right. Where one version alone is
 * published there is none that came after what was signed.
 */
export async function findBeyondSigned(
  tx: Tx,
  programme: string,
  { versions }: Pick<ProgrammePages, 'versions'>,
): Promise<readonly Problem[]> {
  if (versions.length < 2) return [];
  const parties = await listParties(tx, programme);
  const problems: Problem[] = [];
  for (const { part, organisation, name } of parties) {
    if (part !== 'provider') continue;
    const { notBinding } = await versionsFor(tx, { programme, organisation });
    const numbers = notBinding.map(({ ownNumber }) => ownNumber);
    if (numbers.length > 0) problems.push(settlementBeyondSigned(name, numbers));
  }
  return problems;
}

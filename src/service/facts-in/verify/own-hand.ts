import type { Problem } from '../../../problem/index.ts';
import type { Besides, StoredFact } from '../../../store/facts/index.ts';
import { listParties } from '../../../store/index.ts';
import type { Work } from '../../act/index.ts';
import { claimByOwnProvider, claimByVerifier } from './problems.ts';

type Asking = Pick<Work, 'tx' | 'actor'>;

/** Why somebody has no say in a claim: nobody verifies what they wrote. */
export async function findOwnHand(
  { tx, actor }: Asking,
  programme: string,
  chain: readonly StoredFact[],
): Promise<Problem | undefined> {
  if (actor.kind !== 'account') return claimByVerifier();
  if (chain.some(({ account }) => account === actor.account)) return claimByVerifier();
  const here = actor.organisation?.id ?? '';
  if (!chain.some(({ sender, provider }) => sender === here || provider === here)) return undefined;
  return (await wasProvider({ tx, actor }, programme)) ? claimByOwnProvider() : undefined;
}

/** Whose claims are neither listed to somebody nor counted for them: they have no say in them. */
export async function leftToOthers(
  { tx, actor }: Asking,
  programme: string,
): Promise<Besides | undefined> {
  if (actor.kind !== 'account') return undefined;
  const isProvider = await wasProvider({ tx, actor }, programme);
  return {
    account: actor.account,
    provider: isProvider ? actor.organisation?.id : undefined,
  };
}

// Also one that has left: what it claimed is still paid to it.
async function wasProvider({ tx, actor }: Asking, programme: string): Promise<boolean> {
  const here = actor.kind === 'account' ? actor.organisation?.id : undefined;
  const parties = await listParties(tx, programme);
  return parties.some(({ organisation, part }) => organisation === here && part === 'provider');
}

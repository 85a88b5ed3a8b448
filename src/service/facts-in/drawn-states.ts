import { listFactsById, type StoredFact } from '../../store/facts/index.ts';
import { listParties } from '../../store/index.ts';
import type { Actor, Duty } from '../access/index.ts';
import type { Work } from '../act/index.ts';

/** The state of what is drawn to be checked, and of what is not, until somebody decides upon it. */
const drawn: ReadonlySet<string> = new Set(['waiting', 'not selected']);

/** In which state whoever claims reads what is drawn, and what is not: both alike. */
export function asClaimed(state: string): string {
  return drawn.has(state) ? 'claimed' : state;
}

/** The claim in whose place each fact stands that was drawn to be checked, or not. */
export async function claimsDrawn(
  tx: Work['tx'],
  programme: string,
  facts: readonly StoredFact[],
): Promise<(fact: StoredFact) => StoredFact | undefined> {
  const ids = facts.flatMap((fact) => (isDrawn(fact) ? [fact.replaces] : []));
  if (ids.length === 0) return () => undefined;
  const found = await listFactsById(tx, programme, [...new Set(ids)]);
  const claims = new Map(found.map((claim) => [claim.id, claim]));
  return (fact) => (isDrawn(fact) ? claims.get(fact.replaces) : undefined);
}

// What was drawn takes the place of the claim: who came by a provider's own word waits from the
// first, and that is no secret.
function isDrawn(fact: StoredFact): fact is StoredFact & Readonly<{ replaces: string }> {
  return fact.replaces !== null && drawn.has(fact.state);
}

/**
 * In which state whoever asks reads a fact, and the claim that it was drawn from. Who claims never
 * learns which claims are drawn to be checked: neither a provider or a referrer, nor whoever works
 * with people, nor of what they wrote themselves anybody else.
 */
export async function statesFor(
  { tx, actor }: Pick<Work, 'tx' | 'actor'>,
  programme: string,
): Promise<(fact: StoredFact, claim: StoredFact | undefined) => string> {
  const hidden = (fact: StoredFact) => (isDrawn(fact) ? asClaimed(fact.state) : fact.state);
  if (!(await mayKnow({ tx, actor }, programme))) return hidden;
  const me = actor.kind === 'account' ? actor.account : undefined;
  return (fact, claim) => (claim?.account === me ? hidden(fact) : fact.state);
}

const partsThatKnow: ReadonlySet<string> = new Set(['commissioner', 'verifier', 'auditor']);
const dutiesThatKnow: readonly Duty[] = ['commissioner', 'verifier', 'auditor'];
const dutiesThatClaim: readonly Duty[] = ['case_worker', 'provider_staff'];

async function mayKnow(
  { tx, actor }: Readonly<{ tx: Work['tx']; actor: Actor }>,
  programme: string,
): Promise<boolean> {
  if (actor.kind !== 'account') return false;
  const { duties, organisation } = actor;
  if (!dutiesThatKnow.some((duty) => duties.includes(duty))) return false;
  if (dutiesThatClaim.some((duty) => duties.includes(duty))) return false;
  const own = (await listParties(tx, programme)).filter(
    (party) => party.organisation === organisation?.id,
  );
  // Also one that has left: what it claimed is still drawn.
  if (own.some(({ part }) => part === 'provider')) return false;
  return own.some(({ part }) => partsThatKnow.has(part));
}

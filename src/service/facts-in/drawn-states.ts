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

/**
 * In which state whoever asks reads each of these facts. Who claims never learns which claims are
 * drawn to be checked: neither a provider or a referrer, nor whoever works with people, nor of what
 * they wrote themselves anybody else.
 */
export async function statesFor(
  { tx, actor }: Pick<Work, 'tx' | 'actor'>,
  programme: string,
  facts: readonly StoredFact[],
): Promise<(fact: StoredFact) => string> {
  // What was drawn takes the place of the claim: who came by a provider's own word waits from the
  // first, and that is no secret.
  const hidden = ({ state, replaces }: StoredFact) =>
    replaces === null ? state : asClaimed(state);
  if (!(await mayKnow({ tx, actor }, programme))) return hidden;
  const me = actor.kind === 'account' ? actor.account : undefined;
  const replaced = facts.flatMap(({ state, replaces }) =>
    drawn.has(state) && replaces !== null ? [replaces] : [],
  );
  if (replaced.length === 0) return ({ state }) => state;
  const claims = await listFactsById(tx, programme, [...new Set(replaced)]);
  const own = new Set(claims.flatMap(({ id, account }) => (account === me ? [id] : [])));
  return (fact) => (own.has(fact.replaces ?? '') ? hidden(fact) : fact.state);
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

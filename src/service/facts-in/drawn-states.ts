import type { Problem } from '../../problem/index.ts';
import {
  listDraws,
  listFactsById,
  listWrittenBy,
  type StoredFact,
} from '../../store/facts/index.ts';
import { listParties } from '../../store/index.ts';
import type { Actor, Duty } from '../access/index.ts';
import type { Work } from '../act/index.ts';
import { drawOfOwnClaims } from './verify/problems.ts';

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
  return (fact) => {
    const claim = isDrawn(fact) ? claims.get(fact.replaces) : undefined;
    return claim?.state === 'claimed' ? claim : undefined;
  };
}

// What was drawn takes the place of a claim: who came by a provider's own word waits from the
// first, and so does what corrects that; it is no secret.
function isDrawn(fact: StoredFact): fact is StoredFact & Readonly<{ replaces: string }> {
  return fact.replaces !== null && drawn.has(fact.state);
}

/**
 * In which state whoever asks reads facts, and the claim that each was drawn from. Who claims never
 * learns which claims are drawn to be checked: neither a provider or a referrer, nor whoever works
 * with people, nor anybody else of what they wrote themselves, or of what has taken its place.
 */
export async function statesFor(
  { tx, actor }: Asking,
  programme: string,
  facts: readonly StoredFact[],
): Promise<(fact: StoredFact, claim: StoredFact | undefined) => string> {
  const isKnown = await mayKnow({ tx, actor }, programme);
  // The claim and not what was drawn from it, which whoever had claims drawn wrote.
  const claimed = facts.filter(isDrawn).map(({ replaces }) => replaces);
  const own = isKnown ? await writtenBy({ tx, actor }, programme, claimed) : new Set();
  return (fact, claim) => {
    const isHidden = claim !== undefined && (!isKnown || own.has(claim.id));
    return isHidden ? asClaimed(fact.state) : fact.state;
  };
}

type Asking = Pick<Work, 'tx' | 'actor'>;

/** Those of some facts that whoever asks wrote, or of which they wrote what it replaced. */
export async function writtenBy(
  { tx, actor }: Asking,
  programme: string,
  facts: readonly string[],
): Promise<ReadonlySet<string>> {
  if (actor.kind !== 'account') return new Set();
  return listWrittenBy(tx, { programme, account: actor.account, facts });
}

/**
 * What stands against telling somebody all about some facts, as an explanation does: that they
 * wrote claims among them which were drawn to be checked, or not.
 */
export async function ownDrawnAmong(
  work: Asking,
  programme: string,
  facts: readonly string[],
): Promise<readonly Problem[]> {
  const stored = await listFactsById(work.tx, programme, [...facts]);
  const claimOf = await claimsDrawn(work.tx, programme, stored);
  const claims = stored.flatMap((fact) => claimOf(fact)?.id ?? []);
  const own = await writtenBy(work, programme, claims);
  return own.size === 0 ? [] : [drawOfOwnClaims()];
}

/** The same of a programme as a whole, of which somebody is to be given every fact. */
export async function ownDrawnIn(work: Asking, programme: string): Promise<readonly Problem[]> {
  for (const { claims } of await listDraws(work.tx, programme)) {
    if ((await writtenBy(work, programme, claims)).size > 0) return [drawOfOwnClaims()];
  }
  return [];
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

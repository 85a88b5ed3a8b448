import { type Contract, findTerm, forms, termsOf } from '../../contract/index.ts';
import { builtInKinds } from '../../facts/index.ts';

/** What a page asks of facts before they count: who verifies, and what is enough to show. */
export type Proof = Readonly<{
  /** Whether what a provider says of this kind is a claim until somebody has verified it. */
  isVerified: (kind: string) => boolean;
  /** What is enough to show a fact of this kind, in the page's words. */
  evidenceFor: (kind: string) => string | undefined;
}>;

const { proof, payment } = forms;

/** Reads the section Proof, and the sentence on claims that nobody has decided. */
export function proofOf(contract: Contract): Proof {
  const terms = contract.sections.proof ?? [];
  const isAll = findTerm(terms, proof.verifierOfAll) !== undefined;
  const named = new Set([
    ...termsOf(terms, proof.verifierOfKinds).flatMap(({ kinds }) => kinds),
    ...termsOf(terms, proof.verifierOfOutcomes).flatMap(({ outcomes }) => outcomes),
  ]);
  const claims = claimsOf(contract);
  const areClaims =
    findTerm(terms, proof.notOwnVerifier) !== undefined ||
    findTerm(terms, proof.sampling) !== undefined ||
    findTerm(contract.sections.payment ?? [], payment.undecided) !== undefined;
  const evidence = evidenceOf(contract);
  return {
    isVerified: (kind) =>
      !builtInKinds.has(kind) && (isAll || named.has(kind) || (areClaims && claims.has(kind))),
    evidenceFor: (kind) => evidence.get(kind),
  };
}

/** The kinds of fact that are a provider's claim of an outcome. */
function claimsOf(contract: Contract): ReadonlySet<string> {
  const claimed = contract.outcomes.outcomes.filter(
    ({ definition }) => definition[0]?.form === 'claimed',
  );
  return new Set(claimed.map(({ name }) => name));
}

function evidenceOf(contract: Contract): ReadonlyMap<string, string> {
  const terms = contract.sections.proof ?? [];
  const found = new Map<string, string>();
  for (const { kinds, evidence } of termsOf(terms, proof.evidenceOfKinds)) {
    for (const kind of kinds) found.set(kind, evidence);
  }
  for (const { outcomes, evidence } of termsOf(terms, proof.evidenceOfOutcomes)) {
    for (const outcome of outcomes) found.set(outcome, evidence);
  }
  return found;
}

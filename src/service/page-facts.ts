import type { Contract, ReadPage } from '../contract/index.ts';

// What the screens say about a page beside its clauses: read from the sentences of its opening.

/** The number of this version; the first page of a contract does not say one. */
export function versionOf({ contract }: Pick<ReadPage, 'contract'>): number {
  const number = openingTerm(contract, 'version')?.number;
  return typeof number === 'number' ? number : 1;
}

/** Who buys. */
export function commissionerOf(contract: Contract): string {
  return String(openingTerm(contract, 'buys')?.commissioner ?? '');
}

/** Money that the page promises beside outcomes, and that no settlement works out so far. */
export function promisedBeside(contract: Contract): readonly string[] {
  const forms = (contract.sections.payment ?? []).map(({ form }) => form);
  const isAny = (pattern: RegExp) => forms.some((form) => pattern.test(form));
  return [
    ...(isAny(/^(?:shared |named |starting )?grant$/) ? ['grants'] : []),
    ...(isAny(/^guaranteed /) ? ['guaranteed sums'] : []),
  ];
}

function openingTerm(contract: Contract, form: string) {
  return contract.opening.find((term) => term.form === form);
}

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

function openingTerm(contract: Contract, form: string) {
  return contract.opening.find((term) => term.form === form);
}

import type { Contract, ReadPage } from '../../contract/index.ts';

// What the screens say about a page beside its clauses. They know the contract as data and do not
// load the language for it.

/** The number of this version; the first page of a contract does not say one. */
export function versionOf({ contract }: Pick<ReadPage, 'contract'>): number {
  const number = openingTerm(contract, 'version')?.number;
  return typeof number === 'number' ? number : 1;
}

/** Who buys. */
export function commissionerOf(contract: Contract): string {
  const commissioner = openingTerm(contract, 'buys')?.commissioner;
  return typeof commissioner === 'string' ? commissioner : '';
}

function openingTerm({ opening }: Contract, form: string) {
  return opening.find((term) => term.form === form);
}

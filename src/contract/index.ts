export type {
  Column,
  Contract,
  Example,
  ExamplePayment,
  ExampleRow,
  Group,
  KindDeclaration,
  Note,
  Outcome,
  PlainSection,
  RateRow,
  RateTable,
  RowValue,
} from './contract.ts';
export { canonicalTerms, type Hashes, hashesOf } from './hashes.ts';
export { printContract } from './print/print-contract.ts';
export { type ReadPage, readContract } from './read/read-contract.ts';
export { engineKinds, notForPayKinds } from './reserved-kinds.ts';
export { type Section, sections } from './sections.ts';
export { findTerm, type Form, type Term, type TermOf, termsOf } from './wording/form.ts';

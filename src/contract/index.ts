export { languageVersion } from './check/check-opening.ts';
export type {
  Column,
  Contract,
  Example,
  ExamplePayment,
  ExampleRow,
  Group,
  KindDeclaration,
  Measure,
  Measures,
  Note,
  Outcome,
  PlainSection,
  RateRow,
  RateTable,
  RowValue,
  Schedule,
  ScheduleRow,
} from './contract.ts';
export { contractSchema } from './contract-schema.ts';
export * as forms from './forms/index.ts';
export { canonicalTerms, type Hashes, hashesOf } from './hashes.ts';
export { type DeclaredKind, declaredKinds, kindsNamed, kindsToRestOn } from './kinds.ts';
export { type MeasurePeople, peopleOfMeasure } from './measures.ts';
export { otherLines } from './other-lines.ts';
export { namedPayer, type PayerTerm, payerRulesOf } from './payer-rules.ts';
export { printContract, printingOf, printSentences } from './print/print-contract.ts';
export { printMeasureDefinition } from './print/print-measures.ts';
export { printDefinition } from './print/print-rate-card.ts';
export { bandSizesOf, findRowValue, type Rate, ratesOf } from './rates.ts';
export { type ReadPage, readContract } from './read/read-contract.ts';
export { engineKinds, notForPayKinds } from './reserved-kinds.ts';
export { type Section, sections } from './sections.ts';
export { type Form, findTerm, type Term, type TermOf, termsOf } from './wording/form.ts';
export { parseLevel } from './wording/measure-places.ts';
export { parseShare } from './wording/number-places.ts';
export type { Printing } from './wording/place-type.ts';
export type * from './wording/place-values.ts';

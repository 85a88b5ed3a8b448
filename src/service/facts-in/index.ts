export { addFacts, type FactCells, type FactsToAdd } from './add-facts.ts';
export type { Taken } from './close-intake.ts';
export { type LoadedFacts, loadFacts } from './load-facts.ts';

import type { FactState } from './fact.ts';

/** The five states a fact may be in, in the order in which a claim goes through them. */
export const factStates: readonly FactState[] = [
  'claimed',
  'waiting',
  'not selected',
  'verified',
  'rejected',
];

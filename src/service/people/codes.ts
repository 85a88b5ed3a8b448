import Type, { type TLiteral } from 'typebox';

// Reasons are codes, so that nothing is written of anybody in free words.

/** Why somebody's name and contacts are looked at. */
export const whyLooked = {
  'first contact': 'To make the first contact',
  appointment: 'To arrange to meet',
  safety: 'To see that they are safe',
  'asked by them': 'They asked what is kept of them',
  correction: 'To correct what is kept',
} as const;

/** Why a provider does not take somebody. */
export const whyTurnedAway = {
  'no place': 'There is no place',
  'outside area': 'They live outside the area served',
  'not for them': 'The service is not for them',
  'not reached': 'They could not be reached',
} as const;

/** Why a stay ends. */
export const whyLeft = {
  'goals reached': 'They reached their goals',
  'other provider': 'They go on with another provider',
  'moved away': 'They moved away',
  'own wish': 'They wished to stop',
  'not reached': 'They could not be reached any more',
  died: 'They died',
} as const;

/** Why somebody's facts are erased. */
export const whyErased = {
  'asked by them': 'They asked for it',
  'kept long enough': 'They were kept as long as the page says',
  'entered by mistake': 'They were entered by mistake',
} as const;

/** One of the keys of such a table. */
export function oneOf<Table extends Readonly<Record<string, string>>>(table: Table) {
  const keys = Object.keys(table) as (keyof Table & string)[];
  return Type.Union(keys.map((key): TLiteral<keyof Table & string> => Type.Literal(key)));
}

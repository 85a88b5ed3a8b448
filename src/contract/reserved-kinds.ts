/** Kinds of fact that every page has, and that no page may declare again. */
export const engineKinds = [
  'referred',
  'attached',
  'left',
  'joined',
  'bound',
  'discount',
  'complete',
  'chosen',
  'agreed',
  'adjustment',
  'withdrawn',
  'disputed',
  'released',
] as const;

/**
 * Kinds that show whether people are looked after; no price, target or deduction may rest on them.
 */
export const notForPayKinds = [
  'left',
  'offered',
  'refused',
  'waiting',
  'first contact',
  'last contact',
  'paused',
  'turned away',
  'says',
] as const;

/** Built-in kinds on which an outcome may rest: a fee for each attachment or referral. */
export const payableKinds = ['attached', 'referred'] as const;

/** What no kind of fact may be called: the built-in kinds, and what windows are counted from. */
export const builtInWords: ReadonlySet<string> = new Set([
  ...engineKinds,
  ...notForPayKinds,
  'attachment',
  'referral',
  'the start of the contract',
]);

import type { Place } from './place.ts';

/** An error stops the work; a warning is worth a look and stops nothing. */
export type Severity = 'error' | 'warning';

/**
 * Something that is somebody's to put right. It is data and is never thrown: checkers return all
 * they found. The code states the broken rule, as in `rate_card.shares_over_whole`.
 */
export type Problem = Readonly<{
  code: string;
  severity: Severity;
  at: Place;
  /** One sentence: the value at fault and the limit. */
  message: string;
  /** One thing to do next. */
  help: string;
}>;

/** What an action returns: all of it, or why none of it. */
export type Result<T> =
  | Readonly<{ ok: true; value: T }>
  | Readonly<{ ok: false; problems: readonly Problem[] }>;

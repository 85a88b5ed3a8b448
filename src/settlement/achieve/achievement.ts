import type { DayNumber, Span } from '../../calendar/index.ts';
import type { Fraction } from '../../money/index.ts';

/** Step 2. One achievement of an outcome within its instance. */
export type Achievement = Readonly<{
  /** The first day of what counted, for the facts it rests on. */
  from: DayNumber;
  /** The day of the outcome. */
  day: DayNumber;
  /** The first day on which it can be said, as its window has closed or its mark is reached. */
  certainOn: DayNumber;
  /** 1, the share of a partial outcome, a number of days, or units of a recorded value. */
  quantity: Fraction;
  /** Less than the whole: paid in proportion. */
  isPartial?: true;
  /** The one fact that it is, where it is one. */
  fact?: string;
  /** What a score came to, where prices are in tiers of it. */
  score?: Fraction;
  /** The sum it took, from the first value on. */
  sum?: Fraction;
  /** The calendar month of a line of days, such as 2027-08. */
  month?: string;
  /** Where days count without a fact: which of the month do, and from when that can be said. */
  passed?: Readonly<{ days: readonly Span[]; from: DayNumber }>;
}>;

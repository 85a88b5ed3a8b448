import type { DayNumber } from '../calendar/index.ts';

/** The two days of every question: what was true by one, as far as it was known by the other. */
export type AsAt = Readonly<{ trueBy: DayNumber; knownBy: DayNumber }>;

/** A row of facts that could not be read, as far as it was legible. */
export type Unread = Readonly<{ participant?: string; kind?: string }>;

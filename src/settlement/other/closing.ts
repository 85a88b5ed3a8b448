import type { DayNumber } from '../../calendar/index.ts';
import type { OtherLine } from '../due/due.ts';

/**
 * A line that is owed when its period has closed, and only then: until the end of `closesOn` it is
 * a forecast.
 */
export type Closing = OtherLine & Readonly<{ closesOn: DayNumber; payableOn: DayNumber }>;

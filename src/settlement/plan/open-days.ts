import type { DayNumber } from '../../calendar/index.ts';

/**
 * After every day: the last of what has no end. A whole number, as these take no room of their own
 * in what holds them, where what is infinite does.
 */
export const never: DayNumber = 0x7fffffff;

/** Before every day. */
export const always: DayNumber = -never;

/** Whether it is a day, and not the end of what has none. */
export function isDay(day: DayNumber): boolean {
  return day > always && day < never;
}

import type { JSX } from 'preact';
import { type Day as CalendarDay, dayNumber, formatDate } from '../../calendar/index.ts';

/** A day in words, "4 May 2027". */
export function Day({ day }: Readonly<{ day: CalendarDay }>): JSX.Element {
  return (
    <time class="day" dateTime={day}>
      {formatDate(dayNumber(day))}
    </time>
  );
}

/** A moment of the record, given as 2027-05-04T14:05:09Z: "4 May 2027, 14:05 UTC". */
export function Moment({ at }: Readonly<{ at: string }>): JSX.Element {
  const day = formatDate(dayNumber(at.slice(0, 10) as CalendarDay));
  return (
    <time class="day" dateTime={at}>
      {day}, {at.slice(11, 16)} UTC
    </time>
  );
}

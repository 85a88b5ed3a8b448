import { createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { type Day as CalendarDay, dayNumber, formatDate } from '../../calendar/index.ts';

/** The time zone in which the service reckons days, given to a page as a whole. */
export const TimeZone = createContext('UTC');

/** A day in words, "4 May 2027". */
export function Day({ day }: Readonly<{ day: CalendarDay }>): JSX.Element {
  return (
    <time class="day" dateTime={day}>
      {formatDate(dayNumber(day))}
    </time>
  );
}

type BetweenProps = Readonly<{
  from: CalendarDay;
  /** None while it goes on. */
  to: CalendarDay | undefined;
}>;

/** Two days and all between them, said once where they share it: "4 to 31 May 2027". */
export function DaysBetween({ from, to }: BetweenProps): JSX.Element {
  if (to === undefined) {
    return (
      <span>
        <Day day={from} /> to now
      </span>
    );
  }
  return (
    <span>
      <time class="day" dateTime={from}>
        {begunWithout(from, to)}
      </time>{' '}
      to <Day day={to} />
    </span>
  );
}

/** The first of two days, without the month and the year that the second says too. */
function begunWithout(from: CalendarDay, to: CalendarDay): string {
  const words = formatDate(dayNumber(from)).split(' ');
  const [day = '', month = ''] = words;
  if (from.slice(0, 4) !== to.slice(0, 4)) return words.join(' ');
  return from.slice(0, 7) === to.slice(0, 7) ? day : `${day} ${month}`;
}

/** The day of a moment of the record, given as 2027-05-04T14:05:09Z: "4 May 2027". */
export function DayOf({ at }: Readonly<{ at: string }>): JSX.Element {
  return (
    <time class="day" dateTime={at}>
      {inWords(at, useContext(TimeZone)).day}
    </time>
  );
}

/** A moment of the record: "4 May 2027, 14:05 UTC". */
export function Moment({ at }: Readonly<{ at: string }>): JSX.Element {
  const { day, time } = inWords(at, useContext(TimeZone));
  return (
    <time class="day" dateTime={at}>
      {day}, {time}
    </time>
  );
}

function inWords(at: string, timeZone: string) {
  const moment = Date.parse(at);
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long' });
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  return { day: day.format(moment), time: time.format(moment) };
}

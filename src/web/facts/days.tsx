import type { JSX } from 'preact';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import { Day, DaysBetween } from '../look/index.ts';

type Dated = Readonly<{
  day?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  known: string;
}>;

/** When something happened: a day, or from a day to another. */
export function Days({ fact }: Readonly<{ fact: Dated }>): JSX.Element {
  const first = (fact.day ?? fact.from ?? fact.known) as CalendarDay;
  if (fact.from === undefined) return <Day day={first} />;
  return <DaysBetween from={first} to={fact.to as CalendarDay | undefined} />;
}

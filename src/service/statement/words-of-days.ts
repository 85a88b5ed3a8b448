import { type Day, dayNumber, formatDate } from '../../calendar/index.ts';

/** "as at 31 March 2028", and by when it was known, where that is another day. */
export function wordsOfDays(days: Readonly<{ asAt: string; knownAt: string }>): string {
  const known = days.asAt === days.knownAt ? '' : `, as far as known by ${inWords(days.knownAt)}`;
  return `as at ${inWords(days.asAt)}${known}`;
}

function inWords(day: string): string {
  return formatDate(dayNumber(day as Day));
}

/**
 * The holidays of a place, as data: what has been settled under a table never changes with a
 * rule. A day added or moved by law makes a new version.
 */
export type HolidayTable = Readonly<{
  place: string;
  version: number;
  /** The law that sets the days, and where they are announced. */
  source: string;
  yearFirst: number;
  yearLast: number;
  /** For each year its holidays as month-day, those that fall on a weekend left out. */
  years: Readonly<Record<number, string>>;
}>;

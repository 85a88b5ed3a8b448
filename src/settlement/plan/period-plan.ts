import type { DayNumber } from '../../calendar/index.ts';

/**
 * A stretch of days over which something is counted, limited or paid: a year, quarter or month of
 * the contract, or a named period of Clock and endings. Known in the identity of a line by `name`:
 * the first day, as 2027-04-01, or the name that the page gives it.
 */
export type PeriodPlan = Readonly<{ name: string; first: DayNumber; last: DayNumber }>;

/** A period, and the day at the end of which what is shared or promised over it is owed. */
export type ClosingPeriod = PeriodPlan & Readonly<{ closesOn: DayNumber }>;

/**
 * Over which stretches something is reckoned. Years are those of the contract (see `Plan`); a
 * quarter is three months and a month one, from the first day of each year.
 */
export type Over = 'contract' | 'year' | 'quarter' | 'month';

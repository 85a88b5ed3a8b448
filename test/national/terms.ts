import { type DayNumber, dayNumber, yearOf } from '../../src/calendar/index.ts';

/** The outcomes of the page in its order. */
export const outcomes = ['Attached', 'Job', 'Staying'] as const;

export type Outcome = (typeof outcomes)[number];

/** What the page says of one group. Money is in pounds. */
export type GroupTerms = Readonly<{
  attached: number;
  /** Of the first 50 of a provider and year, and of all further. */
  job: Readonly<{ first: number; further: number }>;
  staying: number;
  timeInWork: number;
  stays: number;
  most: number;
}>;

/**
 * What bench/work-programme/contract-in-line.md says, written down once more by hand, so that its
 * lines can be worked out without anything that reads pages. Only what a person is paid at most is
 * less: there it is what all outcomes of one person come to, and nothing would be cut by it.
 */
export const terms = {
  startsOn: dayNumber('2011-06-01'),
  endsOn: dayNumber('2018-03-31'),
  /** Attached pays this share of its price, in per cent, by the year of the contract. */
  attachedShares: [100, 75, 50, 0],
  windowDays: 104 * 7,
  stayDays: 28,
  bandFirst: 50,
  providerYearMost: 195_000,
  groups: new Map<string, GroupTerms>([
    ['group 1', group([400, 1200, 900, 170], { timeInWork: 182, stays: 13, most: 2400 })],
    ['group 2', group([400, 1200, 900, 215], { timeInWork: 182, stays: 13, most: 2900 })],
    ['group 3', group([400, 1200, 900, 250], { timeInWork: 91, stays: 20, most: 4000 })],
    ['group 4', group([400, 1200, 900, 250], { timeInWork: 91, stays: 20, most: 4000 })],
    ['group 5', group([400, 1000, 750, 115], { timeInWork: 91, stays: 20, most: 2500 })],
    ['group 6', group([600, 1200, 900, 235], { timeInWork: 91, stays: 20, most: 4200 })],
    ['group 7', group([600, 3500, 2625, 370], { timeInWork: 91, stays: 26, most: 8000 })],
    ['group 8', group([400, 1000, 750, 145], { timeInWork: 91, stays: 13, most: 2300 })],
    ['group 9', group([300, 1200, 900, 200], { timeInWork: 182, stays: 20, most: 3300 })],
  ]),
} as const;

/** The year of the contract in which a day lies. */
export function contractYearOf(day: DayNumber): number {
  return yearOf(day, terms.startsOn);
}

type Prices = readonly [attached: number, first: number, further: number, staying: number];

function group(
  [attached, first, further, staying]: Prices,
  rest: Pick<GroupTerms, 'timeInWork' | 'stays' | 'most'>,
): GroupTerms {
  return { attached, job: { first, further }, staying, ...rest };
}

import { dayNumber } from '../../src/calendar/index.ts';
import { chance } from '../../src/chance/index.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';
import { type Cohort, cohortFacts } from './making/repeaters.ts';

const source = 'the Police National Computer';
const alike = {
  people: 1000,
  provider: 'Northmoor CRC',
  group: 'served',
  kind: 'reoffences',
  source,
} as const;

/** The first cohort has the published share who reoffend; how often they do is made up. */
export const cohorts: readonly Cohort[] = [
  {
    ...alike,
    prefix: 'A',
    repeaters: 456,
    times: 1862,
    from: dayNumber('2015-10-01'),
    to: dayNumber('2015-12-31'),
  },
  {
    ...alike,
    prefix: 'B',
    repeaters: 476,
    times: 1800,
    from: dayNumber('2016-01-01'),
    to: dayNumber('2016-03-31'),
  },
];

/** The convictions of everyone are looked up once, for the days up to the last that counts. */
const lookedUp: Draft = {
  kind: 'complete',
  about: 'reoffences',
  source,
  from: dayNumber('2015-02-01'),
  to: dayNumber('2017-03-31'),
  known: dayNumber('2017-06-15'),
};

/** Two quarters of one company: in the first fewer reoffend, in the second those who do do less. */
export function factFiles(): FactFiles {
  const seeded = chance('transforming-rehabilitation');
  const drafts = cohorts.flatMap((cohort) => cohortFacts(cohort, seeded.fork(cohort.prefix)));
  return intoFiles(
    [...drafts, lookedUp],
    [
      { name: 'starts.csv', letter: 'A', kinds: ['attached'] },
      { name: 'reoffences.csv', letter: 'R', kinds: [] },
    ],
  );
}

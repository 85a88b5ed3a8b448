import { type Day, dayNumber } from '../../src/calendar/index.ts';
import { chance } from '../../src/chance/index.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';
import { type Cohort, cohortFacts } from './making/repeaters.ts';

const alike = {
  people: 100,
  provider: 'Northmoor CRC',
  group: 'served',
  kind: 'reoffences',
  source: 'the Police National Computer',
} as const;

export const cohorts: readonly Cohort[] = [
  {
    ...alike,
    prefix: 'B',
    repeaters: 50,
    times: 200,
    from: dayNumber('2015-01-01'),
    to: dayNumber('2015-12-31'),
  },
  {
    ...alike,
    prefix: 'N',
    repeaters: 45,
    times: 190,
    from: dayNumber('2016-01-01'),
    to: dayNumber('2016-12-31'),
  },
];

/** Everyone's convictions are looked up for each cohort, for the days up to the last that counts. */
const lookedUp: readonly Draft[] = [
  recordOf('2015-01-01', '2016-12-31', '2017-06-12'),
  recordOf('2017-01-01', '2017-12-31', '2018-06-11'),
];

/** 100 people of whom 50 reoffend 200 times, and then 45 who reoffend 190 times. */
export function factFiles(): FactFiles {
  const seeded = chance('reoffences-counted-two-ways');
  const drafts = cohorts.flatMap((cohort) => cohortFacts(cohort, seeded.fork(cohort.prefix)));
  return intoFiles(
    [...drafts, ...lookedUp],
    [
      { name: 'starts.csv', letter: 'A', kinds: ['attached'] },
      { name: 'reoffences.csv', letter: 'R', kinds: [] },
    ],
  );
}

function recordOf(from: Day, to: Day, known: Day): Draft {
  const { kind: about, source } = alike;
  const days = { from: dayNumber(from), to: dayNumber(to), known: dayNumber(known) };
  return { kind: 'complete', about, source, ...days };
}

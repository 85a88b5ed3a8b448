import { type Day, dayNumber } from '../../src/calendar/index.ts';
import { chance } from '../../src/chance/index.ts';
import { fraction } from '../../src/money/index.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';
import { type Cohort, cohortFacts } from './making/repeaters.ts';

const alike = {
  people: 100,
  provider: 'One Service',
  group: 'men',
  kind: 'reconvictions',
  source: 'the Police National Computer',
} as const;

/** 142 for 100 men is published of the first cohort; 140 of the second fits its fall of 9.7%. */
export const cohorts: readonly (Cohort & Readonly<{ name: string; seen: number }>)[] = [
  {
    ...alike,
    name: 'cohort 1',
    seen: 74,
    prefix: 'A',
    repeaters: 42,
    times: 142,
    from: dayNumber('2010-09-09'),
    to: dayNumber('2012-07-01'),
  },
  {
    ...alike,
    name: 'cohort 2',
    seen: 87,
    prefix: 'B',
    repeaters: 41,
    times: 140,
    from: dayNumber('2012-07-02'),
    to: dayNumber('2014-06-30'),
  },
];

/** Everyone's convictions are looked up for each cohort, for the days up to the last that counts. */
const lookedUp: readonly Draft[] = [
  recordOf('2010-09-09', '2013-06-30', '2013-12-16'),
  recordOf('2013-07-01', '2015-06-30', '2015-12-14'),
];

/** What the assessor signed: of each cohort, and in the end of all. */
const estimates: readonly Draft[] = [
  estimateOf('Fewer in the cohort', 839, '2014-08-07', 'cohort 1'),
  estimateOf('Fewer in the cohort', 970, '2017-07-26', 'cohort 2'),
  estimateOf('Fewer in all', 900, '2017-07-26'),
];

/** One man in ten of both cohorts, and the three numbers by which they are paid. */
export function factFiles(): FactFiles {
  const seeded = chance('peterborough');
  const drafts = cohorts.flatMap((cohort) => {
    const facts = cohortFacts(cohort, seeded.fork(cohort.name));
    return [...facts, ...firstContacts(facts, cohort.seen)];
  });
  return intoFiles(
    [...drafts, ...lookedUp, ...estimates],
    [
      { name: 'releases.csv', letter: 'A', kinds: ['attached', 'first contact'] },
      { name: 'estimates.csv', letter: 'E', kinds: ['Fewer in the cohort', 'Fewer in all'] },
      { name: 'reconvictions.csv', letter: 'R', kinds: [] },
    ],
  );
}

/** 74 and 87 in 100 took up what was offered; those who did not count all the same. */
function firstContacts(facts: readonly Draft[], seen: number): Draft[] {
  const released = facts.filter(({ kind }) => kind === 'attached');
  return released.slice(0, seen).map(({ participant = '', day = 0 }) => {
    return { kind: 'first contact', participant, day: day + 3 };
  });
}

function recordOf(from: Day, to: Day, known: Day): Draft {
  const { kind: about, source } = alike;
  const days = { from: dayNumber(from), to: dayNumber(to), known: dayNumber(known) };
  return { kind: 'complete', about, source, ...days };
}

function estimateOf(
  kind: string,
  hundredths: number,
  ...[signedOn, cohort]: readonly [Day, string?]
): Draft {
  return {
    kind,
    ...(cohort === undefined ? {} : { cohort }),
    day: dayNumber(signedOn),
    value: fraction(hundredths, 10_000),
    signer: 'independent assessor',
    method: 'matched',
  };
}

import { dayNumber } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';
import { fraction } from '../../src/money/index.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';

/** 46 of 50 are the published 92%, and 22 in the first year the published 44%. */
export const counts = { girls: 50, enrolled: 46, inYear1: 22 } as const;

/** Levels gained above the villages without the programme, as published. */
export const gains = 8940;

const firstDay = dayNumber('2015-06-01');
const yearTwo = dayNumber('2016-06-01');
const lastDay = dayNumber('2018-02-28');

const estimate: Draft = {
  kind: 'Gains in learning',
  day: lastDay,
  value: fraction(gains),
  signer: 'IDinsight',
  method: 'randomised',
  known: dayNumber('2018-06-22'),
};

/** One in about 17 of the girls found out of school, and what the evaluator signed. */
export function factFiles(): FactFiles {
  const seeded = chance('educate-girls');
  const girls = Array.from({ length: counts.girls }, (_, at) => `G-${100 + at}`);
  const order = seeded.shuffle(girls);
  const drafts = girls.flatMap((participant) => {
    return girl(participant, order.indexOf(participant), seeded.fork(participant));
  });
  return intoFiles(
    [...drafts, estimate],
    [
      { name: 'villages.csv', letter: 'A', kinds: ['attached'] },
      { name: 'evaluator.csv', letter: 'E', kinds: ['Gains in learning'] },
      { name: 'schools.csv', letter: 'S', kinds: [] },
    ],
  );
}

/** Found in the first weeks; enrolled in the first year, later, or never. */
function girl(participant: string, order: number, draw: Chance): Draft[] {
  const day = firstDay + draw.whole(0, 40);
  const found = { kind: 'attached', participant, provider: 'Educate Girls', day };
  const attached = { ...found, group: 'out of school' };
  if (order >= counts.enrolled) return [attached];
  const enrolledOn =
    order < counts.inYear1 ? draw.whole(day + 10, yearTwo - 1) : draw.whole(yearTwo, lastDay - 30);
  const source = 'the school';
  const known = enrolledOn + draw.whole(5, 60);
  return [attached, { kind: 'enrolment', participant, day: enrolledOn, source, known }];
}

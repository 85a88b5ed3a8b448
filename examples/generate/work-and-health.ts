import { type Day, dayNumber } from '../../src/calendar/index.ts';
import { chance } from '../../src/chance/index.ts';
import { type Course, type Person, workFacts } from './making/earners.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';

type Start = Readonly<{
  group: string;
  from: Day;
  to: Day;
  /** 416 hours at the wage of the year, in pennies. */
  enough: number;
  courses: Readonly<Record<Course, number>>;
}>;

/** Two years of starts and how each went: 148 outcomes by one route or the other. */
const starts: readonly Start[] = [
  {
    group: '2019',
    from: '2019-04-01',
    to: '2020-03-20',
    enough: 416 * 821,
    courses: {
      earned: 72,
      'earned to the penny': 2,
      'a penny short': 1,
      'earned less': 41,
      'earned too late': 9,
      'self-employed': 6,
      both: 1,
      'a part of each': 3,
      'turned down': 2,
      'not decided': 2,
      'no work': 71,
    },
  },
  {
    group: '2020',
    from: '2020-04-01',
    to: '2021-03-31',
    enough: 416 * 872,
    courses: {
      earned: 60,
      'earned to the penny': 1,
      'a penny short': 2,
      'earned less': 47,
      'earned too late': 0,
      'self-employed': 5,
      both: 1,
      'a part of each': 4,
      'turned down': 1,
      'not decided': 3,
      'no work': 86,
    },
  },
];

/** 420 people of one area, of whom as many reach the sum or the days as `starts` says. */
export function factFiles(): FactFiles {
  const seeded = chance('work-and-health');
  const drafts = starts.flatMap((start) => {
    const { group } = start;
    return peopleOf(start).flatMap((person): Draft[] => {
      const { participant, startedOn: day } = person;
      const attached = { kind: 'attached', participant, provider: 'Northway', group, day };
      return [attached, ...workFacts(person, seeded.fork(participant))];
    });
  });
  return intoFiles(drafts, [
    { name: 'starts.csv', letter: 'A', kinds: ['attached'] },
    { name: 'earnings.csv', letter: 'E', kinds: ['earnings'] },
    { name: 'self-employment.csv', letter: 'S', kinds: [] },
  ]);
}

function peopleOf({ group, from, to, enough, courses }: Start): Person[] {
  const draw = chance(`work-and-health/${group}`);
  const all = Object.entries(courses).flatMap(([course, count]) =>
    Array.from({ length: count }, () => course as Course),
  );
  const days = all.map(() => draw.whole(dayNumber(from), dayNumber(to))).sort((a, b) => a - b);
  return draw.shuffle(all).map((course, at) => ({
    participant: `P-${group}-${String(at + 1).padStart(3, '0')}`,
    startedOn: days[at] ?? dayNumber(from),
    course,
    enough,
  }));
}

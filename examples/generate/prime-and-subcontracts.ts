import { type DayNumber, dayNumber } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';
import { verifiedLater } from './making/verified-later.ts';

type Course = 'lasting' | 'job' | 'too short' | 'not verified' | 'none';

/** People of one place, and how it went. Invented. */
type Place = Readonly<{ marks: readonly string[]; courses: Readonly<Record<Course, number>> }>;

/** Three areas. A part of Millside lies in the west, where nobody but the prime serves. */
const places: readonly Place[] = [
  { marks: ['area=West'], courses: courses(36, 25, 22, 3, 31) },
  { marks: ['area=West', 'district=Millside'], courses: courses(2, 1, 0, 0, 0) },
  { marks: ['area=Easton', 'district=Oldgate'], courses: courses(12, 8, 7, 1, 12) },
  { marks: ['area=Easton', 'district=Millside'], courses: courses(9, 6, 5, 1, 9) },
  { marks: ['area=Harbour'], courses: courses(15, 10, 8, 1, 16) },
];

const asAt = dayNumber('2029-03-31');
const [job, lasting] = [28, 182];

function courses(...[much, some, little, open, none]: readonly number[]): Place['courses'] {
  return {
    lasting: much ?? 0,
    job: some ?? 0,
    'too short': little ?? 0,
    'not verified': open ?? 0,
    none: none ?? 0,
  };
}

/** 240 people, all of them attached to the prime, whoever serves them. */
export function factFiles(): FactFiles {
  const seeded = chance('prime-and-subcontracts');
  const people = places.flatMap(({ marks, courses: each }) =>
    Object.entries(each).flatMap(([course, count]) =>
      Array.from({ length: count }, () => ({ marks, course: course as Course })),
    ),
  );
  const drafts = seeded.shuffle(people).flatMap((person, at) => {
    const participant = `P-${String(at + 1).padStart(3, '0')}`;
    return personFacts({ ...person, participant }, seeded.fork(participant));
  });
  return intoFiles(drafts, [
    { name: 'attachments.csv', letter: 'A', kinds: ['attached'] },
    { name: 'payroll.csv', letter: 'W', kinds: [] },
  ]);
}

type Person = Readonly<{ participant: string; marks: readonly string[]; course: Course }>;

function personFacts({ participant, marks, course }: Person, draw: Chance): Draft[] {
  const day = draw.whole(dayNumber('2027-04-05'), asAt - 300);
  const attached: Draft = {
    kind: 'attached',
    participant,
    provider: 'Prime Works',
    group: 'adults',
    with: marks,
    day,
    known: day + draw.whole(0, 6),
  };
  return [attached, ...work({ participant, course, from: day + draw.whole(10, 60) }, draw)];
}

type Work = Readonly<{ participant: string; course: Course; from: DayNumber }>;

function work({ participant, course, from }: Work, draw: Chance): Draft[] {
  const spell = { kind: 'employment', participant, from };
  switch (course) {
    case 'none':
      return [];
    case 'too short':
      return [ended(spell, draw.whole(3, job - 1), draw)];
    case 'job':
      return [ended(spell, draw.whole(job, lasting - 1), draw)];
    case 'not verified':
      return [{ ...ended(spell, draw.whole(job, lasting - 1), draw), state: 'waiting' }];
    case 'lasting': {
      const whole = ended(spell, draw.whole(lasting, 220), draw);
      const claimedOn = whole.known ?? asAt;
      return draw.happens(0.3)
        ? verifiedLater(whole, { claimedOn, decidedOn: claimedOn + 8 })
        : [whole];
    }
  }
}

function ended(spell: Draft & Readonly<{ from: DayNumber }>, days: number, draw: Chance): Draft {
  const to = spell.from + days - 1;
  return { ...spell, to, known: to + draw.whole(2, 11) };
}

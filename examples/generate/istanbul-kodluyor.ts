import { addMonths, type DayNumber, dayNumber } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';
import { reported } from './making/verified-later.ts';

/** 600 and 450 were published as expected; one more than 410 keep the job, so that each band is used. */
export const counts = { courses: 600, jobs: 450, kept: 411, womenKept: 130 } as const;

/** Women among those whose job ends early, and among those who find none. */
const womenElsewhere = 0.35;

const firstDay = dayNumber('2023-09-04');
const lastCourse = dayNumber('2024-08-30');
const lastReport = dayNumber('2025-11-30');

type Person = Readonly<{ participant: string; group: string; day: DayNumber; at: number }>;

/** People who all begin a course; of whom some find a job, and some of those keep it. */
export function factFiles(): FactFiles {
  const seeded = chance('istanbul-kodluyor');
  const drafts = peopleOf(seeded).flatMap((person) => {
    const draw = seeded.fork(person.participant);
    return [...course(person, draw), ...work(person, draw)];
  });
  return intoFiles(drafts, [
    { name: 'courses.csv', letter: 'C', kinds: ['attached', 'begins a course'] },
    { name: 'jobs.csv', letter: 'J', kinds: [] },
  ]);
}

function peopleOf(seeded: Chance): Person[] {
  const days = Array.from({ length: counts.courses }, () => seeded.whole(firstDay, lastCourse));
  const places = seeded.shuffle(days.map((_, at) => at));
  return days
    .sort((a, b) => a - b)
    .map((day, order) => {
      const at = places[order] ?? order;
      const isWoman =
        at < counts.kept ? at < counts.womenKept : seeded.fork(`${at}`).happens(womenElsewhere);
      return {
        participant: `P-${String(order + 1).padStart(3, '0')}`,
        group: isWoman ? 'women' : 'men',
        day,
        at,
      };
    });
}

function course({ participant, group, day }: Person, draw: Chance): Draft[] {
  const begins = day + draw.whole(3, 21);
  return [
    { kind: 'attached', participant, provider: 'Enocta', group, day },
    { kind: 'begins a course', participant, day: begins, known: begins + draw.whole(1, 10) },
  ];
}

function work({ participant, day, at }: Person, draw: Chance): Draft[] {
  if (at >= counts.jobs) return [];
  const from = day + draw.whole(120, 210);
  const open = { kind: 'employment', participant, from };
  if (at < counts.kept) {
    const halfYear = addMonths(from, 6);
    const to = halfYear + draw.whole(0, 300);
    const reports = [from + 20, halfYear + draw.whole(5, 30), lastReport];
    return reported(open, to > lastReport ? undefined : to, reports);
  }
  return lostJob({ ...open, from }, draw);
}

/** A job that ends before the half year; a second one may follow, which ends early too. */
function lostJob(job: Draft & { from: DayNumber }, draw: Chance): Draft[] {
  const to = job.from + draw.whole(20, 170);
  const first: Draft = { ...job, to, known: to + draw.whole(3, 25) };
  if (draw.happens(0.6)) return [first];
  const from = to + draw.whole(5, 40);
  const until = from + draw.whole(20, 150);
  return [first, { ...job, from, to: until, known: until + draw.whole(3, 25) }];
}

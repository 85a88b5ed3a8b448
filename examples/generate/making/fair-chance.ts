import { addMonths, type DayNumber, dayNumber } from '../../../src/calendar/index.ts';
import { type Chance, chance } from '../../../src/chance/index.ts';
import { fraction } from '../../../src/money/index.ts';
import { type Draft, type FactFiles, intoFiles } from './recorder.ts';
import { rejectedLater, reported, verifiedLater, withdrawnLater } from './verified-later.ts';

/** How many people of a project achieved each outcome, as published; the order is that of the card. */
export type Counts = Readonly<{
  assessments: readonly [initial: number, second: number, third: number];
  movedIn: number;
  /** Still at home after 3, 6, 12 and 18 months. */
  home: readonly [number, number, number, number];
  education: number;
  qualifications: readonly [entryLevel: number, level1: number, level2: number];
  employment: number;
  /** Weeks of work: 13 and 26. */
  partTime: readonly [number, number];
  fullTime: readonly [number, number];
  /** Weeks of volunteering: 6, 13, 20 and 26. */
  volunteering: readonly [number, number, number, number];
}>;

export type FairChanceProject = Readonly<{ name: string; provider: string; counts: Counts }>;

type Person = Readonly<{ participant: string; day: DayNumber }>;
type Making = Readonly<{ project: FairChanceProject; chance: Chance; people: readonly Person[] }>;

const lastDay = dayNumber('2017-12-31');
const lastReport = dayNumber('2018-02-28');

/** Facts made up so that the published number of people achieved each outcome by the end of 2017. */
export function fairChance(project: FairChanceProject): FactFiles {
  const seeded = chance(project.name);
  const people = peopleOf(project, seeded.fork('people'));
  const making: Making = { project, chance: seeded, people };
  const drafts = [
    ...referrals(making),
    ...assessments(making),
    ...homes(making),
    ...learning(making),
    ...work(making),
    ...volunteering(making),
  ];
  return intoFiles(drafts, [
    { name: 'referrals.csv', letter: 'R', kinds: ['referred', 'attached', 'left'] },
    { name: 'homes.csv', letter: 'H', kinds: ['in accommodation'] },
    { name: 'progress.csv', letter: 'F', kinds: [] },
  ]);
}

/** Everybody assessed, and a few who never came back after the first day. */
function peopleOf({ counts }: FairChanceProject, seeded: Chance): Person[] {
  const days = Array.from({ length: counts.assessments[0] + 4 }, () =>
    seeded.whole(dayNumber('2015-01-12'), dayNumber('2015-12-18')),
  ).sort((a, b) => a - b);
  return days.map((day, at) => ({ participant: `P-${String(at + 1).padStart(4, '0')}`, day }));
}

function referrals({ project, chance: seeded, people }: Making): Draft[] {
  const draw = seeded.fork('referrals');
  return people.flatMap(({ participant, day }) => {
    const referred = Math.max(dayNumber('2015-01-05'), day - draw.whole(2, 14));
    const stay: Draft[] = [
      { kind: 'referred', participant, provider: project.provider, day: referred },
      { kind: 'attached', participant, provider: project.provider, group: 'young people', day },
    ];
    if (!draw.happens(0.15)) return stay;
    const left = lastDay - draw.whole(0, 60);
    return [...stay, { kind: 'left', participant, provider: project.provider, day: left }];
  });
}

/** Some of the people, drawn by lot: a different draw for each label. */
function drawn(making: Making, label: string, count: number): readonly Person[] {
  return making.chance.fork(label).shuffle(assessed(making)).slice(0, count);
}

function assessed({ people, project, chance: seeded }: Making): readonly Person[] {
  return seeded.fork('assessed').shuffle(people).slice(0, project.counts.assessments[0]);
}

function assessments(making: Making): Draft[] {
  const draw = making.chance.fork('assessments');
  const [initial, second, third] = making.project.counts.assessments;
  const rounds = [
    { kind: 'initial assessment', count: initial, after: [0, 12] },
    { kind: 'second assessment', count: second, after: [160, 200] },
    { kind: 'third assessment', count: third, after: [340, 390] },
  ] as const;
  const inOrder = drawn(making, 'assessed again', initial);
  return rounds.flatMap(({ kind, count, after }) =>
    inOrder.slice(0, count).map(({ participant, day }) => {
      const on = day + draw.whole(after[0], after[1]);
      return { kind, participant, day: on, known: on + draw.whole(0, 9) };
    }),
  );
}

const monthsOfLevel = [0, 3, 6, 12, 18, 26] as const;

/** Homes kept for at least so many months, and for less than the next step of the ladder. */
function homes(making: Making): Draft[] {
  const { counts } = making.project;
  const draw = making.chance.fork('homes');
  return drawn(making, 'moved in', counts.movedIn).flatMap((person, at) => {
    const level = counts.home.filter((kept) => at < kept).length;
    const from = person.day + draw.whole(3, level === 4 ? 90 : 120);
    const shortest = addMonths(from, monthsOfLevel[level] ?? 0);
    const longest = addMonths(from, monthsOfLevel[level + 1] ?? 0) - 2;
    const to = draw.whole(shortest + (level === 0 ? 20 : 0), longest);
    return [
      ...stays({ person, from, to }, draw),
      ...(level > 0 && level < 4 && draw.happens(0.25) ? secondHome(person, to, draw) : []),
    ];
  });
}

type Stay = Readonly<{ person: Person; from: DayNumber; to: DayNumber }>;

/** One home, or two of which the second begins the day after the first: still in one go. */
function stays({ person, from, to }: Stay, draw: Chance): Draft[] {
  const isMoved = to - from > 120 && draw.happens(0.2);
  if (!isMoved) return homeReports({ person, from, to }, draw);
  const moved = draw.whole(from + 40, to - 40);
  return [
    ...homeReports({ person, from, to: moved }, draw),
    ...homeReports({ person, from: moved + 1, to }, draw),
  ];
}

function homeReports({ person, from, to }: Stay, draw: Chance): Draft[] {
  const source = draw.pick(['the landlord', 'the provider']);
  const { participant } = person;
  const spell = { kind: 'in accommodation', participant, from, source };
  const ended = to > lastDay ? undefined : to;
  const steps = [3, 6, 12, 18].map((months) => addMonths(from, months) + draw.whole(3, 25));
  const isCorrected = draw.happens(0.04);
  const reports = steps.filter((step) => step < Math.min(to, lastReport));
  const all = reported(spell, ended, [...reports, Math.min(lastReport, to + draw.whole(2, 40))]);
  const [first] = all;
  if (!isCorrected || all.length > 1 || !first || ended === undefined) return all;
  const wrong: Draft = { ...first, from: from - draw.whole(1, 2) };
  return [wrong, { ...first, known: ended + draw.whole(45, 90), replaces: wrong }];
}

/** A home lost and another found later: the ladder would begin again, and the time is too short. */
function secondHome({ participant }: Person, lost: DayNumber, draw: Chance): Draft[] {
  const from = lost + draw.whole(5, 45);
  const to = from + draw.whole(14, 80);
  if (to > lastDay) return [];
  return [{ kind: 'in accommodation', participant, from, to, known: to + draw.whole(2, 30) }];
}

function learning(making: Making): Draft[] {
  const { education, qualifications } = making.project.counts;
  const draw = making.chance.fork('learning');
  const learners = drawn(making, 'learners', education);
  const courses = learners.flatMap(({ participant, day }) => {
    const from = day + draw.whole(30, 420);
    const to = from + draw.whole(20, 280);
    return [{ kind: 'in education', participant, from, to, known: to + draw.whole(0, 30) }];
  });
  const levels = ['entry level', 'level 1', 'level 2'] as const;
  const awards = levels.flatMap((kind, at) => {
    const passed = draw.fork(kind).shuffle(learners).slice(0, qualifications[at]);
    return passed.flatMap((person) => award(kind, person, draw));
  });
  return [...courses, ...awards, ...mistakes(making, draw)];
}

/** A first qualification, sometimes followed by a second at the same level, which is not paid. */
function award(kind: string, { participant, day }: Person, draw: Chance): Draft[] {
  const on = day + draw.whole(150, 640);
  const first: Draft = { kind, participant, day: on, source: 'the awarding body' };
  const decidedOn = on + draw.whole(20, 45);
  const facts = verifiedLater(first, { claimedOn: on + draw.whole(2, 15), decidedOn });
  if (!draw.happens(0.1)) return facts;
  const again = on + draw.whole(30, 70);
  return [...facts, { ...first, day: again, known: again + draw.whole(5, 30) }];
}

/** What did not count: withdrawn, turned down, never decided, or known too late to be seen. */
function mistakes(making: Making, draw: Chance): Draft[] {
  const { counts } = making.project;
  const others = drawn(making, 'learners', counts.assessments[0]).slice(counts.education);
  const [wrong, refused, waiting, late] = others;
  if (!wrong || !refused || !waiting || !late) return [];
  const course = (person: Person): Draft & { from: DayNumber; to: DayNumber } => {
    const from = person.day + draw.whole(60, 200);
    return { kind: 'in education', participant: person.participant, from, to: from + 60 };
  };
  const turnedDown = course(refused);
  return [
    ...withdrawnLater(course(wrong), wrong.day + 400),
    ...rejectedLater(turnedDown, {
      claimedOn: turnedDown.to + 5,
      decidedOn: turnedDown.to + 31,
    }),
    { ...course(waiting), state: 'waiting' },
    { ...course(late), known: dayNumber('2018-06-11') },
  ];
}

type Job = Readonly<{ days: readonly [number, number]; hours: readonly [number, number] }>;

const full = [16, 38] as const;
const part = [8, 15] as const;

function work(making: Making): Draft[] {
  const { employment, partTime, fullTime } = making.project.counts;
  const draw = making.chance.fork('work');
  const workers = drawn(making, 'workers', employment);
  const jobOf = (at: number): Job => {
    if (at < fullTime[1]) return { days: [182, 330], hours: full };
    if (at < fullTime[0]) return { days: [91, 181], hours: full };
    const place = at - fullTime[0];
    if (place < partTime[1]) return { days: [182, 260], hours: part };
    if (place < partTime[0]) return { days: [91, 181], hours: part };
    return { days: [4, 88], hours: draw.happens(0.6) ? full : part };
  };
  const jobs = workers.flatMap((person, at) => jobSpells(person, jobOf(at), draw));
  return [...jobs, ...unpaidWork(making, draw)];
}

/** So many days of work in one to three jobs, each first claimed and then verified. */
function jobSpells({ participant, day }: Person, { days, hours }: Job, draw: Chance): Draft[] {
  const total = draw.whole(days[0], days[1]);
  const parts = total > 60 ? draw.whole(1, 3) : 1;
  const facts: Draft[] = [];
  let from = day + draw.whole(40, 260);
  let left = total;
  for (let part = 1; part <= parts; part += 1) {
    const length = part === parts ? left : Math.floor(left / (parts - part + 1));
    const to = from + length - 1;
    const value = fraction(draw.whole(hours[0], hours[1]));
    const job: Draft = { kind: 'employment', participant, from, to, value };
    const claimedOn = to + draw.whole(3, 30);
    facts.push(...verifiedLater(job, { claimedOn, decidedOn: claimedOn + draw.whole(4, 30) }));
    left -= length;
    from = to + 1 + draw.whole(4, 21);
  }
  return facts;
}

/** Work claimed for people who were paid nothing for it: turned down, or still waiting at the end. */
function unpaidWork(making: Making, draw: Chance): Draft[] {
  const { counts } = making.project;
  const others = drawn(making, 'workers', counts.assessments[0]).slice(counts.employment);
  const job = ({ participant, day }: Person): Draft & { to: DayNumber } => {
    const from = day + draw.whole(60, 300);
    const value = fraction(draw.whole(16, 35));
    return { kind: 'employment', participant, from, to: from + draw.whole(100, 240), value };
  };
  const refused = others.slice(0, 2).map(job);
  const waiting = others.slice(2, 5).map(job);
  return [
    ...refused.flatMap((each) =>
      rejectedLater(each, { claimedOn: each.to + 6, decidedOn: each.to + 40 }),
    ),
    ...waiting.map((each): Draft => ({ ...each, state: 'waiting' })),
  ];
}

const weeksOfVolunteering = [0, 6, 13, 20, 26, 40] as const;

function volunteering(making: Making): Draft[] {
  const { counts } = making.project;
  const draw = making.chance.fork('volunteering');
  const volunteers = drawn(making, 'volunteers', counts.volunteering[0] + 5);
  return volunteers.flatMap(({ participant, day }, at) => {
    const level = counts.volunteering.filter((stayed) => at < stayed).length;
    const shortest = Math.max(3, (weeksOfVolunteering[level] ?? 0) * 7);
    const days = draw.whole(shortest, (weeksOfVolunteering[level + 1] ?? 0) * 7 - 1);
    const from = day + draw.whole(30, 500 - Math.min(days, 260));
    const to = from + days - 1;
    const spell = { kind: 'volunteering', participant, from };
    return reported(spell, to, [from + 30, to + draw.whole(2, 40)]);
  });
}

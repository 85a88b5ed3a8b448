import { addMonths, type Day, dayNumber } from '../../../src/calendar/index.ts';
import { type Chance, chance } from '../../../src/chance/index.ts';
import { allocate, fraction } from '../../../src/money/index.ts';
import { type Draft, type FactFiles, intoFiles } from './recorder.ts';
import { distinct, spread } from './spread.ts';

/** What was published of one outcome: the people who achieved it, and how often it was paid. */
export type Cell = Readonly<{ people: number; claims: number }>;

/** One of the projects that were paid by the same rate card. */
export type Project = Readonly<{
  name: string;
  provider: string;
  engaged: number;
  cells: Readonly<Record<string, Cell>>;
}>;

type Person = { readonly participant: string; readonly attachedOn: number; readonly keen: number };

/** What one person has done so far: how often each kind of fact is recorded of them. */
type Making = Readonly<{
  project: Project;
  people: readonly Person[];
  drafts: Draft[];
  chance: Chance;
}>;

const firstDay = dayNumber('2018-10-08');
const lastAttached = dayNumber('2021-09-30');
const lastDay = dayNumber('2022-10-31');

/** Facts about made-up people that come to the published counts of every outcome. */
export function careLeavers(project: Project): FactFiles {
  const from = chance(project.name);
  const people = peopleOf(project, from.fork('people'));
  const making: Making = { project, people, drafts: [], chance: from };
  for (const person of people) attach(making, person);
  for (const outcome of stability) claims(making, outcome);
  learning(making);
  higherEducation(making);
  workExperience(making);
  employment(making);
  unsettled(making);
  return intoFiles(making.drafts, [
    { name: 'attachments.csv', letter: 'A', kinds: ['attached', 'left'] },
    { name: 'claims.csv', letter: 'C', kinds: stability },
    { name: 'work.csv', letter: 'W', kinds: ['work experience', 'employment', 'earnings'] },
    { name: 'learning.csv', letter: 'L', kinds: [] },
  ]);
}

const stability = [
  'Right education',
  'Consistent relationship',
  'Feels safe',
  'Manages home and costs',
  'Own goal',
];

function peopleOf({ engaged }: Project, from: Chance): Person[] {
  const days = Array.from({ length: engaged }, () => from.whole(firstDay, lastAttached));
  return days
    .sort((a, b) => a - b)
    .map((attachedOn, at) => ({
      participant: `P-${String(at + 1).padStart(4, '0')}`,
      attachedOn,
      keen: from.fraction(),
    }));
}

function attach({ project, drafts, chance: from }: Making, person: Person): void {
  const { participant, attachedOn: day } = person;
  const known = day + from.whole(0, 14);
  drafts.push({
    kind: 'attached',
    participant,
    provider: project.provider,
    group: 'care leavers',
    day,
    known,
  });
  if (!from.happens(0.6)) return;
  const left = from.whole(Math.max(day + 200, lastDay - 400), lastDay);
  drafts.push({
    kind: 'left',
    participant,
    provider: project.provider,
    day: left,
    known: left + 7,
  });
}

function cellOf({ project }: Making, outcome: string): Cell {
  const cell = project.cells[outcome];
  if (!cell) throw new Error(`${outcome} has a published cell.`);
  return cell;
}

/** The keenest, with some luck: so that a few people achieve much, as in life. */
function keenest(people: readonly Person[], count: number, from: Chance): Person[] {
  const luck = new Map(people.map((person) => [person, person.keen + 0.7 * from.fraction()]));
  return [...people].sort((a, b) => (luck.get(b) ?? 0) - (luck.get(a) ?? 0)).slice(0, count);
}

/** Claims that are verified at once, or stand as claimed for some weeks before they are. */
function claims(making: Making, kind: string): void {
  const { people, claims: total } = cellOf(making, kind);
  const from = making.chance.fork(kind);
  const counts = spread(from, { people, claims: total, most: Math.ceil(total / people) + 3 });
  keenest(making.people, people, from).forEach(({ participant, attachedOn }, at) => {
    for (const day of distinct(from, counts[at] ?? 0, [attachedOn + 14, lastDay])) {
      claim(making, { kind, participant, day }, from);
    }
  });
}

function claim({ drafts }: Making, what: Draft, from: Chance): void {
  const known = (what.day ?? 0) + from.whole(0, 10);
  if (from.happens(0.7)) {
    drafts.push({ ...what, known: known + late(from) });
    return;
  }
  const claimed: Draft = { ...what, known, state: 'claimed' };
  drafts.push(claimed, { ...what, known: known + from.whole(7, 60), replaces: claimed });
}

/** Most facts come within weeks, and one in thirty comes months late. */
function late(from: Chance): number {
  return from.happens(1 / 30) ? from.whole(100, 140) : from.whole(2, 35);
}

function event({ drafts }: Making, what: Draft, from: Chance): void {
  const known = (what.day ?? 0) + late(from);
  if (!from.happens(1 / 25)) {
    drafts.push({ ...what, known });
    return;
  }
  const mistaken = Math.max(0, (what.day ?? 0) - from.whole(1, 6));
  const first: Draft = { ...what, day: mistaken, known };
  drafts.push(first, { ...what, known: known + from.whole(5, 10), replaces: first });
}

/** Who did something, and how often. */
type Counts = ReadonlyMap<Person, number>;

/** Some of those who got so far get further, no more often than they got so far. */
function further(so: Counts, { people, claims: total }: Cell, from: Chance): Counts {
  const luck = new Map([...so.keys()].map((person) => [person, from.fraction()]));
  const chosen = [...so.entries()]
    .sort(([a, m], [b, n]) => n - m || (luck.get(a) ?? 0) - (luck.get(b) ?? 0))
    .slice(0, people);
  let extra = total - people;
  const counts = chosen.map(([person, most]) => {
    const more = Math.min(extra, most - 1);
    extra -= more;
    return [person, 1 + more] as const;
  });
  if (extra > 0) throw new Error('Nobody gets further more often than they got so far.');
  return new Map(counts);
}

/** Those who got so far, each of whom may reach a level twice, as some did. */
function twiceEach(so: Counts): Counts {
  return new Map([...so.keys()].map((person) => [person, 2]));
}

function learning(making: Making): void {
  const from = making.chance.fork('learning');
  const { people, claims: total } = cellOf(making, 'Begins a course');
  const counts = spread(from, { people, claims: total, most: 2 });
  const early = making.people.filter(({ attachedOn }) => attachedOn < lastDay - 450);
  const begun: Counts = new Map(
    keenest(early, people, from).map((person, at) => [person, counts[at] ?? 1] as const),
  );
  const quarter = further(begun, cellOf(making, 'A quarter of the course'), from);
  const half = further(quarter, cellOf(making, 'Half of the course'), from);
  const steps: readonly (readonly [string, Counts, readonly [number, number]])[] = [
    ['begins a course', begun, [14, 60]],
    ['quarter of a course', quarter, [61, 120]],
    ['half of a course', half, [121, 200]],
    ['level 1', further(twiceEach(half), cellOf(making, 'Level 1'), from), [201, 260]],
    ['level 2', further(twiceEach(half), cellOf(making, 'Level 2'), from), [261, 320]],
    ['level 3', further(twiceEach(half), cellOf(making, 'Level 3'), from), [321, 400]],
  ];
  for (const [kind, who, [min, max]] of steps) {
    for (const [{ participant, attachedOn }, count] of who) {
      for (const after of distinct(from, count, [min, max])) {
        event(making, { kind, participant, day: attachedOn + after }, from);
      }
    }
  }
}

const october = (year: number) => dayNumber(`${year}-10-01` as Day);

function higherEducation(making: Making): void {
  const from = making.chance.fork('higher education');
  const count = (outcome: string) => cellOf(making, outcome).people;
  const early = making.people.filter(({ attachedOn }) => attachedOn < october(2019));
  const students = keenest(early, count('Begins higher education'), from);
  students.forEach(({ participant }, at) => {
    const hasYear = at < count('A year of higher education');
    const begins = hasYear ? october(2019) : october(2021);
    const to = hasYear ? dayNumber('2022-06-30') : begins + from.whole(40, 250);
    making.drafts.push({ kind: 'higher education', participant, from: begins, to, known: to + 20 });
    const reached: readonly (readonly [string, string, Day])[] = [
      ['first year of higher education', 'A year of higher education', '2020-06-30'],
      ['second year of higher education', 'Two years of higher education', '2021-06-30'],
      ['higher education completed', 'Completes higher education', '2022-06-30'],
    ];
    for (const [kind, outcome, day] of reached) {
      if (at < count(outcome)) event(making, { kind, participant, day: dayNumber(day) }, from);
    }
  });
}

/** A day or more, a week or more, four weeks or more: some of it over two placements. */
function workExperience(making: Making): void {
  const from = making.chance.fork('work experience');
  const [entered, week, month] = [
    'Enters work experience',
    'A week of work experience',
    'Four weeks of work experience',
  ].map((outcome) => cellOf(making, outcome).people) as [number, number, number];
  keenest(making.people, entered, from).forEach(({ participant, attachedOn }, at) => {
    const days = at < month ? from.whole(28, 60) : at < week ? from.whole(7, 27) : from.whole(1, 6);
    const isSplit = days > 3 && from.happens(0.4);
    const first = isSplit ? Math.floor(days / 2) : days;
    const begins = attachedOn + from.whole(20, 200);
    const again = begins + first + from.whole(10, 40);
    const spells = isSplit
      ? [[begins, first] as const, [again, days - first] as const]
      : [[begins, first] as const];
    for (const [start, length] of spells) {
      const to = start + length - 1;
      making.drafts.push({
        kind: 'work experience',
        participant,
        from: start,
        to,
        known: to + from.whole(3, 40),
      });
    }
  });
}

const pounds = (amount: number) => amount * 100;
const thresholds: readonly (readonly [string, number])[] = [
  ['Earns £768', pounds(768)],
  ['Earns £1,631', pounds(1631)],
  ['Earns £3,350', pounds(3350)],
  ['Earns £8,155', pounds(8155)],
];

function employment(making: Making): void {
  const from = making.chance.fork('employment');
  const employed = keenest(making.people, cellOf(making, 'Enters employment').people, from);
  employed.forEach((person, at) => {
    const reached = thresholds.filter(([outcome]) => at < cellOf(making, outcome).people).length;
    const least = thresholds[reached - 1]?.[1] ?? pounds(90);
    const under = thresholds[reached]?.[1] ?? pounds(17_000);
    employ(making, { person, pennies: from.whole(least, under - 1), from });
  });
}

type Job = Readonly<{ person: Person; pennies: number; from: Chance }>;

/** One job, paid by the month, whose payslips add up to what this person earned in all. */
function employ({ drafts }: Making, { person, pennies, from }: Job): void {
  const { participant, attachedOn } = person;
  const months = Math.min(11, Math.max(1, Math.round(pennies / pounds(from.whole(450, 1300)))));
  const begins = from.whole(attachedOn + 10, addMonths(lastDay, -months) - 1);
  const isOpen = from.happens(0.15);
  const ends = addMonths(begins, months) - 1;
  drafts.push(
    isOpen
      ? { kind: 'employment', participant, from: begins, known: begins + late(from) }
      : { kind: 'employment', participant, from: begins, to: ends, known: ends + late(from) },
  );
  const weights = Array.from({ length: months }, () => fraction(from.whole(70, 130)));
  allocate(BigInt(pennies), weights).forEach((amount, at) => {
    payslip(drafts, { kind: 'earnings', participant, day: addMonths(begins, at + 1) - 1 }, [
      amount,
      from,
    ]);
  });
}

/** Some payslips are typed in with a slip, ten times too high or low, and put right later. */
function payslip(drafts: Draft[], what: Draft, [pennies, from]: readonly [bigint, Chance]): void {
  const known = (what.day ?? 0) + late(from);
  const value = fraction(pennies, 100n);
  if (!from.happens(1 / 40)) {
    drafts.push({ ...what, value, known });
    return;
  }
  const mistaken: Draft = { ...what, value: fraction(pennies, 1000n), known };
  drafts.push(mistaken, { ...what, value, known: known + from.whole(3, 10), replaces: mistaken });
}

/** What nobody was paid for: claims not decided, rejected, or taken back. */
function unsettled({ drafts, people, chance: root }: Making): void {
  const from = root.fork('unsettled');
  for (let count = 0; count < 24; count += 1) {
    const { participant } = from.pick(people);
    const day = from.whole(lastDay - 300, lastDay);
    const what: Draft = { kind: from.pick(stability), participant, day, known: day + 9 };
    const state = from.pick(['claimed', 'waiting', 'rejected', 'withdrawn'] as const);
    const first: Draft = { ...what, state: state === 'withdrawn' ? 'verified' : 'claimed' };
    drafts.push(first);
    const known = day + from.whole(30, 90);
    if (state === 'withdrawn')
      drafts.push({ kind: 'withdrawn', participant, known, replaces: first });
    else if (state !== 'claimed') drafts.push({ ...what, known, state, replaces: first });
  }
}

import { dayNumber, lastDayOf } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';
import { fraction } from '../../src/money/index.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';
import { withdrawnLater } from './making/verified-later.ts';

/** Of those attached to a provider in a year, how many were housed and how many got better. */
type Cell = Readonly<{ provider: string; people: number; housed: number; better: number }>;

/** Invented: who was attached in each year, and how often they were in crisis in 12 months. */
const cohorts: readonly Readonly<{
  year: number;
  crises: number;
  cells: readonly Cell[];
}>[] = [
  {
    year: 2027,
    crises: 241,
    cells: [
      { provider: 'Open Door', people: 20, housed: 10, better: 5 },
      { provider: 'Harbour House', people: 22, housed: 14, better: 6 },
      { provider: 'Northshire Minds', people: 18, housed: 7, better: 9 },
    ],
  },
  {
    year: 2028,
    crises: 191,
    cells: [
      { provider: 'Open Door', people: 16, housed: 8, better: 8 },
      { provider: 'Harbour House', people: 17, housed: 10, better: 9 },
      { provider: 'Northshire Minds', people: 17, housed: 6, better: 13 },
    ],
  },
  {
    year: 2029,
    crises: 122,
    cells: [
      { provider: 'Open Door', people: 12, housed: 6, better: 7 },
      { provider: 'Harbour House', people: 13, housed: 7, better: 7 },
      { provider: 'Northshire Minds', people: 15, housed: 4, better: 11 },
    ],
  },
];

const lastKnown = dayNumber('2030-06-30');

type Person = Readonly<{
  participant: string;
  provider: string;
  attachedOn: number;
  isHoused: boolean;
  isBetter: boolean;
}>;

/** 150 people of three providers over three years. */
export function factFiles(): FactFiles {
  const seeded = chance('alliance');
  const drafts = cohorts.flatMap(({ year, crises, cells }) => {
    const people = peopleOf(year, cells, seeded.fork(year));
    return [
      ...people.flatMap((person) => personFacts(person, seeded.fork(person.participant))),
      ...crisesOf(people, crises, seeded.fork(`crises of ${year}`)),
    ];
  });
  return intoFiles(
    [...joined(), ...drafts],
    [
      { name: 'attachments.csv', letter: 'A', kinds: ['attached', 'joined'] },
      { name: 'homes.csv', letter: 'H', kinds: ['in settled housing'] },
      { name: 'scores.csv', letter: 'S', kinds: ['wellbeing score'] },
      { name: 'crises.csv', letter: 'C', kinds: [] },
    ],
  );
}

function joined(): Draft[] {
  const day = dayNumber('2027-04-01');
  return (cohorts[0]?.cells ?? []).map(({ provider }) => ({ kind: 'joined', provider, day }));
}

/** Attached by the middle of September, so that who gets better does so within the year. */
function peopleOf(year: number, cells: readonly Cell[], draw: Chance): Person[] {
  const all = cells.flatMap(({ provider, people, housed, better }) => {
    const homes = draw.shuffle(Array.from({ length: people }, (_, at) => at < housed));
    return Array.from({ length: people }, (_, at) => ({
      provider,
      isHoused: homes[at] ?? false,
      isBetter: at < better,
    }));
  });
  return draw.shuffle(all).map((each, at) => ({
    ...each,
    participant: `P-${year}-${String(at + 1).padStart(2, '0')}`,
    attachedOn: draw.whole(dayNumber(`${year}-04-03`), dayNumber(`${year}-09-15`)),
  }));
}

function personFacts(person: Person, draw: Chance): Draft[] {
  const { participant, provider, attachedOn: day } = person;
  const known = day + draw.whole(0, 5);
  return [
    { kind: 'attached', participant, provider, group: 'adults', day, known },
    ...home(person, draw),
    ...scores(person, draw),
  ];
}

/** Half a year in one home; or less, or as much with days without a home in it. */
function home({ participant, attachedOn, isHoused }: Person, draw: Chance): Draft[] {
  const from = attachedOn + draw.whole(8, 60);
  const spell = { kind: 'in settled housing', participant };
  if (isHoused) {
    const to = from + 181 + draw.whole(0, 40);
    return [{ ...spell, from, to, known: Math.min(lastKnown, to + draw.whole(2, 20)) }];
  }
  if (draw.happens(0.3)) return [];
  const to = from + draw.whole(20, 140);
  const short = { ...spell, from, to, known: to + 10 };
  if (draw.happens(0.5)) return [short];
  const again = to + draw.whole(3, 20);
  const last = again + draw.whole(10, 60);
  return [short, { ...spell, from: again, to: last, known: last + 10 }];
}

/** At first, and again three to five months later: by 4 better at least, or by 3 at most. */
function scores({ participant, attachedOn, isBetter }: Person, draw: Chance): Draft[] {
  const score = (day: number, value: number): Draft => ({
    kind: 'wellbeing score',
    participant,
    day,
    value: fraction(value),
    known: day + draw.whole(0, 9),
  });
  const first = draw.whole(5, 22);
  const later = first + (isBetter ? draw.whole(4, 12) : draw.whole(-4, 3));
  const facts = [score(attachedOn + draw.whole(0, 14), first)];
  if (!isBetter && draw.happens(0.25)) return facts;
  return [...facts, score(attachedOn + draw.whole(90, 150), later)];
}

/** So many crises within 12 months of attachment, some people having more of them than others. */
function crisesOf(people: readonly Person[], count: number, draw: Chance): Draft[] {
  const often = [...people, ...draw.shuffle(people).slice(0, people.length / 3)];
  const counted = Array.from({ length: count }, () => {
    const { participant, attachedOn } = draw.pick(often);
    const last = lastDayOf(attachedOn, { count: 12, unit: 'month' });
    const latest = Math.min(last, dayNumber('2030-06-10'));
    return crisis(participant, draw.whole(attachedOn, latest), draw);
  });
  return [...counted, ...people.flatMap((person) => notCounted(person, draw))];
}

function crisis(participant: string, day: number, draw: Chance): Draft {
  const kind = draw.pick(['emergency admission', 'emergency admission', 'arrest']);
  return { kind, participant, day, known: day + draw.whole(1, 20) };
}

/** Crises before attachment and after 12 months, and some that were somebody else's. */
function notCounted({ participant, attachedOn }: Person, draw: Chance): Draft[] {
  const end = lastDayOf(attachedOn, { count: 12, unit: 'month' });
  const after = end + draw.whole(1, 200);
  const wrong = crisis(participant, attachedOn + draw.whole(5, 200), draw);
  return [
    ...(draw.happens(0.4) ? [crisis(participant, attachedOn - draw.whole(1, 200), draw)] : []),
    ...(draw.happens(0.5) && after < lastKnown - 20 ? [crisis(participant, after, draw)] : []),
    ...(draw.happens(0.04) ? withdrawnLater(wrong, (wrong.known ?? attachedOn) + 30) : []),
  ];
}

import { type Day, type DayNumber, dayNumber } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';

/** Whom each firm is sent in the third, fourth and fifth year: half as many in each as before. */
export const halving = [240, 120, 60] as const;

/** Firms of one area and more, and the share of those sent to them who find a job. */
export const firms = [
  { name: 'Prime A', percent: 25 },
  { name: 'Prime B', percent: 25 },
  { name: 'Prime C', percent: 25 },
  { name: 'Prime D', percent: 25 },
  { name: 'Prime E', percent: 45 },
] as const;

type Firm = (typeof firms)[number];
type Intakes = readonly [number, number, number];
type Person = Readonly<{ participant: string; provider: string; referredOn: DayNumber }>;

const firstYear = 2013;
const weeksOfWork = 26 * 7;

export function factFiles(): FactFiles {
  return factsOf(halving);
}

/** As many as are sent in each year find a job in the year after it at the same rate, whatever the year. */
export function factsOf(intakes: Intakes): FactFiles {
  const seeded = chance('work-programme-incentive');
  const drafts = firms.flatMap((firm) =>
    intakes.flatMap((people, at) => {
      const draw = seeded.fork(`${firm.name} ${at}`);
      return intake({ firm, year: firstYear + at, people }, draw);
    }),
  );
  return intoFiles(drafts, [
    { name: 'referrals.csv', letter: 'R', kinds: ['referred', 'attached'] },
    { name: 'work.csv', letter: 'W', kinds: [] },
  ]);
}

type Intake = Readonly<{ firm: Firm; year: number; people: number }>;

function intake({ firm, year, people }: Intake, draw: Chance): Draft[] {
  const jobs = Math.round((people * firm.percent) / 100);
  return Array.from({ length: people }, (_, at) => {
    const participant = `${firm.name.at(-1)}-${year}-${String(at + 1).padStart(3, '0')}`;
    const referredOn = draw.whole(april(year), april(year + 1) - 15);
    const person = { participant, provider: firm.name, referredOn };
    return [
      ...sent(person, draw),
      ...(at < jobs ? job(person, april(year + 1), draw) : shortWork(person, draw)),
    ];
  }).flat();
}

function april(year: number): DayNumber {
  return dayNumber(`${year}-04-01` as Day);
}

function sent({ participant, provider, referredOn }: Person, draw: Chance): Draft[] {
  const day = referredOn + draw.whole(0, 12);
  return [
    { kind: 'referred', participant, provider, day: referredOn },
    { kind: 'attached', participant, provider, group: 'JSA 25+', day },
  ];
}

/** Half a year of work that is full in the year after the referral, and goes on for a while. */
function job({ participant, referredOn }: Person, nextYear: DayNumber, draw: Chance): Draft[] {
  const earliest = Math.max(nextYear, referredOn + weeksOfWork + 30);
  const fullOn = draw.whole(earliest, nextYear + 340);
  const from = fullOn - weeksOfWork + 1;
  const to = fullOn + draw.whole(0, 20);
  return [{ kind: 'work', participant, from, to, known: to + draw.whole(1, 4) }];
}

/** Some work, and too little of it. */
function shortWork({ participant, referredOn }: Person, draw: Chance): Draft[] {
  if (!draw.happens(0.3)) return [];
  const from = referredOn + draw.whole(40, 300);
  const to = from + draw.whole(5, weeksOfWork - 20);
  return [{ kind: 'work', participant, from, to, known: to + draw.whole(2, 20) }];
}

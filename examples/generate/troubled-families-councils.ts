import { addMonths, type DayNumber, dayNumber } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';
import { fraction } from '../../src/money/index.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';

type Council = Readonly<{
  name: string;
  letter: string;
  /** As published. */
  families: number;
  /** Of those, turned around with progress to work; all others find continuous work. */
  turnedAround: number;
}>;

/**
 * Three councils, each at its most. How many went which way is made up; the way itself changes only
 * which odd third of a penny is rounded, and with these numbers none is.
 */
export const councils: readonly Council[] = [
  { name: 'Birmingham City Council', letter: 'B', families: 4180, turnedAround: 10 },
  { name: 'Lancashire County Council', letter: 'L', families: 2630, turnedAround: 8 },
  { name: 'Sheffield City Council', letter: 'S', families: 1680, turnedAround: 6 },
];

const firstDay = dayNumber('2012-04-16');
const lastDay = dayNumber('2013-03-28');

type Family = Readonly<{ participant: string; provider: string; day: DayNumber }>;

/** Every family of the three councils, attached in the first year, by one route or the other. */
export function factFiles(): FactFiles {
  const drafts = councils.flatMap((council) => {
    const draw = chance(`troubled-families-councils/${council.name}`);
    return familiesOf(council, draw).flatMap((family, at) => [
      { kind: 'attached', ...family, group: 'families', known: family.day + draw.whole(0, 14) },
      ...(at < council.turnedAround ? turnedAround(family, draw) : work(family, draw)),
    ]);
  });
  return intoFiles(drafts, [
    { name: 'attachments.csv', letter: 'A', kinds: ['attached'] },
    { name: 'work.csv', letter: 'W', kinds: ['in work and off benefit'] },
    { name: 'turned-around.csv', letter: 'T', kinds: [] },
  ]);
}

function familiesOf({ name, letter, families }: Council, draw: Chance): Family[] {
  return Array.from({ length: families }, (_, at) => ({
    participant: `${letter}-${String(at + 1).padStart(4, '0')}`,
    provider: name,
    day: draw.whole(firstDay, lastDay),
  }));
}

/** Half a year in work without a break, and up to half a year more. */
function work({ participant, day }: Family, draw: Chance): Draft[] {
  const from = day + draw.whole(10, 250);
  const to = from + 26 * 7 - 1 + draw.whole(0, 180);
  const known = to + draw.whole(3, 30);
  return [{ kind: 'in work and off benefit', participant, from, to, known }];
}

/** A year of schooling in order, fewer incidents and offences, and an adult on the way to work. */
function turnedAround({ participant, day }: Family, draw: Chance): Draft[] {
  const from = day + draw.whole(5, 120);
  const to = addMonths(from, 12) + draw.whole(0, 60);
  const later = day + draw.whole(200, 330);
  const score = (kind: string, on: DayNumber, value: number): Draft => {
    return { kind, participant, day: on, value: fraction(value), known: on + draw.whole(2, 20) };
  };
  const incidents = draw.whole(5, 30);
  const offences = draw.whole(3, 12);
  return [
    { kind: 'schooling in order', participant, from, to, known: to + 14 },
    score('anti-social incidents', day, incidents),
    score('anti-social incidents', later, Math.floor(incidents * 0.4)),
    score('offences of the young', day, offences),
    score('offences of the young', later, Math.floor(offences * 0.67)),
    { kind: 'joins the Work Programme', participant, day: later },
  ];
}

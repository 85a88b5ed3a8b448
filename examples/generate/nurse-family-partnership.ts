import { type Day, dayNumber } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';
import { distinct } from './making/spread.ts';

type Year = Readonly<{ prefix: string; from: Day; to: Day; mothers: number; poor: number }>;

/** Of the first year's 400 mothers one too few lives in a poor place; of the second's just enough. */
export const years: readonly Year[] = [
  { prefix: 'A', from: '2016-04-01', to: '2017-03-10', mothers: 400, poor: 259 },
  { prefix: 'B', from: '2017-04-01', to: '2018-03-10', mothers: 400, poor: 260 },
];

export function factFiles(): FactFiles {
  const seeded = chance('nurse-family-partnership');
  const drafts = years.flatMap((year) => mothersOf(year, seeded.fork(year.prefix)));
  return intoFiles(drafts, [{ name: 'enrolments.csv', letter: 'A', kinds: [] }]);
}

function mothersOf({ prefix, from, to, mothers, poor }: Year, draw: Chance): Draft[] {
  const fromPoor = new Set(distinct(draw, poor, [0, mothers - 1]));
  return Array.from({ length: mothers }, (_, at) => {
    const participant = `${prefix}-${String(at + 1).padStart(3, '0')}`;
    const day = draw.whole(dayNumber(from), dayNumber(to));
    const isPoor = fromPoor.has(at);
    return enrolled({ participant, day, known: day + draw.whole(0, 4) }, { isPoor, draw });
  }).flat();
}

type Enrolment = Readonly<{ participant: string; day: number; known: number }>;

/** Now and then the place was first looked up wrongly, and is corrected some days later. */
function enrolled(
  enrolment: Enrolment,
  { isPoor, draw }: Readonly<{ isPoor: boolean; draw: Chance }>,
): Draft[] {
  const provider = 'Nurse-Family Partnership';
  const attached = { ...enrolment, kind: 'attached', provider, group: 'mothers' };
  const right: Draft = { ...attached, with: [isPoor ? 'zip=poor' : 'zip=other'] };
  if (!draw.happens(0.03)) return [right];
  const wrong: Draft = { ...attached, with: [isPoor ? 'zip=other' : 'zip=poor'] };
  return [wrong, { ...right, known: enrolment.known + draw.whole(3, 15), replaces: wrong }];
}

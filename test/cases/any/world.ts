import type { Chance } from '../../../src/chance/index.ts';
import type { ValueUnit } from '../../../src/contract/index.ts';

/** A kind of fact that a random page declares. */
export type AnyKind = Readonly<{
  names: readonly string[];
  shape: 'spell' | 'occurrence' | 'score' | 'levels';
  unit?: ValueUnit;
}>;

/** A row of the rate card that holds something other than prices. */
export type AnyValueRow = Readonly<{ name: string; type: 'length' | 'money' | 'times' | 'number' }>;

/** The names of a random page, and the chance from which the rest of it is drawn. */
export type World = Readonly<{
  chance: Chance;
  unit: string;
  kinds: readonly AnyKind[];
  outcomes: readonly string[];
  groups: readonly string[];
  rows: readonly AnyValueRow[];
  periods: readonly string[];
  measures: readonly string[];
}>;

const plain = [
  'in settled housing',
  'employment',
  'in hospital',
  'release',
  'tutoring',
  'course',
  'wages',
  'debt',
  'a place of her own',
];

// Names that are legal and look like something else: lists, numbers, other names, words of the
// language, words with marks inside, words of other scripts.
const hostile = [
  'employment or training',
  'bed and breakfast',
  'bed',
  'breakfast',
  'work',
  'work experience',
  'work experience for 13 weeks',
  'no fixed home',
  'fixed home',
  'days in jail',
  'every outcome',
  'once',
  'in one go',
  'claimed',
  '26 weeks',
  '5',
  '£3,350',
  '1.5 days',
  "children's home",
  'O’Neill’s',
  'drop-in (part-time)',
  'A&E',
  'either/or',
  'Åsa',
  'café 24/7',
  '日本',
  'over 16 hours a week',
  'of',
  'to 1 March 2028',
  'first score',
  'by',
  'for and or',
  'a very long name that goes on about everything that it could possibly mean to anybody at all',
];

/** Names of which no two are the same to the reader. */
function anyNames(chance: Chance, count: number, taken: Set<string>): string[] {
  const names: string[] = [];
  const pool = chance.happens(0.5) ? [...plain, ...hostile] : plain;
  for (const base of chance.shuffle(pool)) {
    const name = chance.happens(0.2) ? `${base} ${chance.whole(1, 30)}` : base;
    const key = name.toLowerCase();
    if (names.length === count || taken.has(key)) continue;
    taken.add(key);
    names.push(name);
  }
  return names;
}

const shapes: readonly Omit<AnyKind, 'names'>[] = [
  { shape: 'spell' },
  { shape: 'occurrence' },
  { shape: 'score' },
  { shape: 'levels' },
  { shape: 'spell', unit: 'hours a week' },
  { shape: 'spell', unit: 'money a week' },
  { shape: 'occurrence', unit: 'money' },
  { shape: 'occurrence', unit: 'hours' },
  { shape: 'spell', unit: 'units' },
];

/** The names of a page of so many parts, more or less. */
export function anyWorld(chance: Chance): World {
  // Claims are known by the names of their outcomes, so kinds and outcomes share no name.
  const taken = new Set<string>();
  const kinds = shapes
    .filter((_, index) => index < 4 || chance.happens(0.5))
    .map((shape) => ({
      ...shape,
      names: anyNames(chance, shape.shape === 'levels' ? chance.whole(2, 3) : 1, taken),
    }))
    .filter(({ names }) => names.length > 0);
  return {
    chance,
    unit: chance.pick(['person', 'family', 'organisation', 'young person']),
    kinds,
    outcomes: anyNames(chance, chance.whole(1, 5), taken),
    groups: anyNames(chance, chance.whole(1, 3), new Set()),
    rows: anyNames(chance, chance.whole(0, 3), new Set()).map((name) => ({
      name,
      type: chance.pick(['length', 'money', 'times', 'number'] as const),
    })),
    periods: anyNames(chance, chance.whole(0, 2), new Set()),
    measures: anyNames(chance.fork('measures'), chance.whole(0, 2), taken),
  };
}

/** The names of the kinds of some shapes, and of a unit where one is asked for. */
export function kindsOf(
  { kinds }: World,
  wanted: readonly AnyKind['shape'][],
  unit?: ValueUnit,
): readonly string[] {
  return kinds
    .filter((kind) => wanted.includes(kind.shape) && (unit === undefined || kind.unit === unit))
    .flatMap(({ names }) => names);
}

/** Some of the items, at least one, in any order. */
export function someOf<T>(chance: Chance, items: readonly T[], most = 3): T[] {
  return chance.shuffle(items).slice(0, chance.whole(1, Math.min(most, items.length)));
}

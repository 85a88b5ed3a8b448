import type { Day } from '../../../src/calendar/index.ts';
import { dayNumber, dayOf } from '../../../src/calendar/index.ts';
import type { ByGroup, PlaceValues } from '../../../src/contract/index.ts';
import { type AnyValueRow, kindsOf, someOf, type World } from './world.ts';

/** A random value of each type of place, as the contract's JSON has it. */
export const anyValue: {
  readonly [Type in keyof PlaceValues]: (world: World) => PlaceValues[Type];
} = {
  money: ({ chance }) => anyMoney(chance.whole(0, 1_000_000), chance.whole(0, 20_000)),
  'money by group': (world) => anyRow(world, 'money') ?? anyValue.money(world),
  number: ({ chance }) =>
    chance.happens(0.5) ? String(chance.whole(1, 40)) : `${chance.whole(0, 9)}.25`,
  'number by group': (world) => anyRow(world, 'number') ?? anyValue.number(world),
  count: ({ chance }) => chance.pick([1, 2, 5, 13, 400, 12_345, 1_000_000]),
  percent: ({ chance }) => chance.pick(['0%', '6%', '12.5%', '1/6', '33.333%', '100%', '7/9']),
  factor: ({ chance }) => chance.pick(['103.2%', '100%', '87.25%']),
  length: ({ chance }) => ({
    count: chance.whole(1, 30),
    unit: chance.pick(['day', 'week', 'month', 'year', 'working day']),
  }),
  notice: (world) => anyValue.length(world),
  'length by group': (world) => anyRow(world, 'length') ?? anyValue.length(world),
  'times by group': (world) => anyRow(world, 'times') ?? world.chance.pick([1, 5, 13, 'any']),
  scope: ({ chance }) => chance.pick(['participant', 'attachment', 'referral']),
  date: ({ chance }) => anyDay(chance.whole(0, 2000)),
  'day of the year': ({ chance }) => chance.pick(['04-01', '01-31', '12-25', '06-30']),
  years: ({ chance }) => {
    const first = chance.whole(1, 5);
    return chance.happens(0.5) ? { first } : { first, last: first + chance.whole(0, 3) };
  },
  'in years': (world) => anyValue.years(world),
  kind: (world) => world.chance.pick(kindsOf(world, ['spell', 'occurrence'])),
  kinds: (world) => someOf(world.chance, kindsOf(world, ['spell', 'occurrence'])),
  score: (world) => world.chance.pick(kindsOf(world, ['score'])),
  outcome: ({ chance, outcomes }) => chance.pick(outcomes),
  outcomes: ({ chance, outcomes }) => someOf(chance, outcomes),
  measure: ({ chance, measures }) => chance.pick(measures),
  measures: ({ chance, measures }) => someOf(chance, measures),
  lines: ({ chance, outcomes, measures }) => someOf(chance, [...outcomes, ...measures]),
  'any outcome': ({ chance, outcomes }) => someOf(chance, outcomes),
  group: ({ chance, groups }) => chance.pick(groups),
  period: ({ chance, periods }) => chance.pick(periods),
  periods: ({ chance, periods }) => someOf(chance, periods),
  cohorts: (world) => anyCohorts(world),
  level: ({ chance }) => chance.pick(['10%', '7.46%', '130%', '0', '1.55', '-3%', '-0.5']),
  base: (world) =>
    world.periods.length > 0 && world.chance.happens(0.5)
      ? { period: anyValue.period(world) }
      : { level: anyValue.level(world) },
  weights: ({ measures }) =>
    measures.map((measure, at) => ({ share: at === 0 ? '80%' : '20%', measure })),
  characteristics: ({ chance }) =>
    someOf(chance, ['area=Leeds', 'care=yes', 'age=16-18', 'Ö=é/2', 'b=A&E'], 2),
  bound: (world) => anyBound(world),
  amount: (world) => anyAmount(world),
  'amount by group': (world) => anyAmount(world),
  quantity: (world) => ({ value: anyValue.number(world), unit: 'hours' }),
  unit: ({ chance }) => chance.pick(['hours', 'hours a week', 'money', 'money a week', 'units']),
  anchor: (world) => anyAnchor(world),
  states: ({ chance }) => someOf(chance, ['claimed', 'waiting', 'not selected']),
  'working days': ({ chance }) => chance.pick(['England', 'Scotland']),
  currency: () => 'GBP',
  hash: ({ chance }) => `sha256:${chance.pick(['0', 'a1', 'f'])}`.padEnd(71, '7'),
  rule: () => 'page.longer_than_a_sheet',
  participant: ({ unit }) => unit,
  words: (world) => anyWords(world),
  party: (world) => anyWords(world).replace(/[,;:]/g, ''),
};

function anyCohorts(world: World): PlaceValues['cohorts'] {
  const { chance, periods } = world;
  if (periods.length > 0 && chance.happens(0.5)) return { periods: someOf(chance, periods) };
  return { over: chance.pick(['contract', 'year', 'quarter', 'month']) };
}

function anyRow({ chance, rows }: World, type: AnyValueRow['type']): ByGroup | undefined {
  const fitting = rows.filter((row) => row.type === type);
  return fitting.length > 0 && chance.happens(0.5) ? { row: chance.pick(fitting).name } : undefined;
}

/** A decimal with the places of a penny, and now and then more. */
export function anyMoney(whole: number, more: number): string {
  const places = String(more % 100).padStart(2, '0');
  return more < 2000 ? `${whole}.${places}5` : `${whole}.${places}`;
}

export function anyDay(days: number): Day {
  return dayOf(dayNumber('2027-04-01') + days);
}

// Words that no form of the language has after a place for free words.
const vocabulary = [
  'bread',
  'Zürich',
  '(north)',
  'O’Neill’s',
  '24/7',
  'A&E',
  '14.5',
  '£5',
  'co-op',
  '—',
  '“yes”',
  'half; whole',
  'wait, listen',
  'e.g. now',
  '日本',
  'ﬁne',
];

function anyWords({ chance }: World): string {
  const words = Array.from({ length: chance.whole(1, 4) }, () => chance.pick(vocabulary));
  return words.join(' ');
}

function anyBound({ chance }: World): PlaceValues['bound'] {
  const least = String(chance.whole(1, 20));
  const under = chance.happens(0.3) ? { under: String(chance.whole(21, 40)) } : {};
  return { least, strictly: chance.happens(0.5), ...under, unit: 'hours a week' };
}

function anyAmount({ chance }: World): PlaceValues['amount'] {
  const unit = chance.pick(['money', 'hours', 'units'] as const);
  const whole = chance.whole(1, 5000);
  return { sum: unit === 'money' ? anyMoney(whole, 5000) : String(whole), unit };
}

function anyAnchor(world: World): PlaceValues['anchor'] {
  const { chance } = world;
  if (chance.happens(0.3)) {
    return { is: 'kind', kind: chance.pick(kindsOf(world, ['spell', 'occurrence'])) };
  }
  return { is: chance.pick(['attachment', 'referral', 'contract']) };
}

import type { DayNumber } from '../../../src/calendar/index.ts';
import type { Chance } from '../../../src/chance/index.ts';
import type { Draft } from './recorder.ts';
import { distinct, spread } from './spread.ts';
import { withdrawnLater } from './verified-later.ts';

/** People who come between two days, of whom some do something again within a year, so often in all. */
export type Cohort = Readonly<{
  /** What their references begin with. */
  prefix: string;
  people: number;
  repeaters: number;
  times: number;
  from: DayNumber;
  to: DayNumber;
  provider: string;
  group: string;
  kind: string;
  source: string;
}>;

/** Within these days of the first all of it counts, however a year is reckoned. */
const counted: readonly [number, number] = [4, 360];

/** Everything recorded of a cohort; some of it happens after the year, or to somebody else. */
export function cohortFacts(cohort: Cohort, draw: Chance): Draft[] {
  const { people, repeaters, times } = cohort;
  const again = distinct(draw, repeaters, [0, people - 1]);
  const counts = spread(draw, { people: repeaters, claims: times, most: 14 });
  return Array.from({ length: people }, (_, at) => {
    const index = again.indexOf(at);
    return personFacts(cohort, { at, times: counts[index] ?? 0 }, draw);
  }).flat();
}

type Person = Readonly<{ at: number; times: number }>;

function personFacts(cohort: Cohort, { at, times }: Person, draw: Chance): Draft[] {
  const { prefix, from, to, provider, group, kind, source } = cohort;
  const participant = `${prefix}-${String(at + 1).padStart(4, '0')}`;
  const day = draw.whole(from, to);
  const happened = (after: number): Draft => {
    const known = day + after + draw.whole(15, 100);
    return { kind, participant, source, day: day + after, known };
  };
  const facts: Draft[] = [
    { kind: 'attached', participant, provider, group, day },
    ...distinct(draw, times, counted).map(happened),
  ];
  if (draw.happens(0.08)) facts.push(happened(draw.whole(370, 500)));
  if (at % 40 !== 7) return facts;
  const wrong = happened(draw.whole(...counted));
  return [...facts, ...withdrawnLater(wrong, (wrong.known ?? day) + draw.whole(5, 40))];
}

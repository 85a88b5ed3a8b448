import type { DayNumber } from '../../calendar/index.ts';
import { firstDay } from '../../facts/index.ts';
import {
  type Fraction,
  fraction,
  negate,
  subtract,
  sumFractions,
  zero,
} from '../../money/index.ts';
import { knownDaysOf } from '../admit/admit.ts';
import { chainsIn } from '../admit/admitted.ts';
import { beginsItself, countedFacts, verifiedOnly } from '../admit/counted-facts.ts';
import type { SeenFact } from '../admit/seen-fact.ts';
import { viewOf } from '../admit/view.ts';
import type { MeasureCore } from '../plan/measure-plan.ts';
import type { Achieved } from './evidence.ts';
import { isWithin, type Person } from './person.ts';
import { nothing, type Sums } from './sums.ts';

/** What one person adds to a measure, by what was known on a day of what stands today. */
export function countOf(person: Person, knownBy: DayNumber): Sums {
  const { comer, taking } = person;
  const { core } = taking.measure;
  if (core.is === 'rate') return rateOf(person, core.outcomes, knownBy);
  if (comer === undefined || comer.knownOn > knownBy) return nothing;
  switch (core.is) {
    case 'number':
    case 'share':
      return countAchieved(person, core, knownBy);
    case 'share with':
    case 'per head':
    case 'per one with any':
      return countWith(core.is, factsOf(person, core.kinds, knownBy).length);
    case 'share having':
      return one(core.with.every((each) => comer.with.includes(each)) ? 1 : 0);
    case 'total':
    case 'mean':
      return one(sumFractions(factsOf(person, core.kinds, knownBy).map(recordedValue)));
    case 'mean change':
      return countChange(person, core, knownBy);
    case 'estimated':
    case 'weighted':
      return nothing;
  }
}

/** The days, in order and after the first on which the number is known, that may change it. */
export function daysOfChange(person: Person, knownBy: DayNumber): readonly DayNumber[] {
  const { evidence, taking, comer } = person;
  const { core } = taking.measure;
  const { admitted } = evidence.settled;
  const days = comer ? [comer.knownOn] : [];
  switch (core.is) {
    case 'number':
    case 'share':
    case 'rate':
      days.push(...evidence.achieved.filter(isOf(person, core.outcomes)).map(knownDay));
      break;
    case 'share with':
    case 'per head':
    case 'per one with any':
    case 'total':
    case 'mean':
      days.push(
        ...knownDaysOf(
          core.kinds.flatMap((kind) => chainsIn(admitted, kind)),
          knownBy,
        ),
      );
      break;
    case 'mean change':
      days.push(...knownDaysOf(chainsIn(admitted, core.kind), knownBy));
      break;
    case 'share having':
    case 'estimated':
    case 'weighted':
  }
  return [...new Set(days.filter((day) => day > taking.from))].sort((a, b) => a - b);
}

/** One of the people, with so much. */
function one(amount: Fraction | number): Sums {
  const numerator = typeof amount === 'number' ? fraction(amount) : amount;
  return { people: 1, numerator, denominator: 1, unknown: 0 };
}

/** One of whom it is not known: left out of the denominator, or there with nothing. */
function unknown({ taking }: Person): Sums {
  const denominator = taking.measure.unknown === 'left out' ? 0 : 1;
  return { people: 1, numerator: zero, denominator, unknown: 1 };
}

function isOf({ taking, provider }: Person, outcomes: readonly string[]) {
  return (each: Pick<Achieved, 'outcome' | 'provider'>) =>
    outcomes.includes(each.outcome) &&
    (taking.measure.per === 'programme' || each.provider === provider);
}

function knownDay({ knownOn }: Achieved): DayNumber {
  return knownOn;
}

function rateOf(person: Person, outcomes: readonly string[], knownBy: DayNumber): Sums {
  const { comer, period, taking, evidence } = person;
  const counted = evidence.achieved.filter(
    (each) =>
      isOf(person, outcomes)(each) &&
      each.knownOn <= knownBy &&
      each.day <= taking.cohort.takenOn &&
      isWithin(each.day, period),
  );
  const people = comer && comer.knownOn <= knownBy ? 1 : 0;
  return { people, numerator: timesOf(counted), denominator: people, unknown: 0 };
}

type OfOutcomes = Extract<MeasureCore, { is: 'number' | 'share' }>;

function countAchieved(person: Person, { is, outcomes }: OfOutcomes, knownBy: DayNumber): Sums {
  const { evidence, limits } = person;
  const own = evidence.achieved.filter(
    (each) => isOf(person, outcomes)(each) && isWithin(each.day, limits),
  );
  if (own.length === 0 && isNotKnown(person, outcomes)) return unknown(person);
  const known = own.filter(({ knownOn }) => knownOn <= knownBy);
  return one(is === 'share' ? Math.min(known.length, 1) : timesOf(known));
}

/** How often something was achieved; of what is paid for by days or units, how many. */
function timesOf(achieved: readonly Achieved[]): Fraction {
  return sumFractions(achieved.map(({ quantity }) => quantity));
}

/**
 * Whether an outcome of the person is not known as things stand, and might have been achieved on
 * the days that count. A row that could not be read has no day: it may always decide.
 */
function isNotKnown(person: Person, outcomes: readonly string[]): boolean {
  const { standings, hopeful } = person.evidence.settled;
  return standings().some(({ attachment, outcome, status }) => {
    const standing = { outcome: outcome.name, provider: attachment.provider };
    if (status !== 'notKnown' || !isOf(person, outcomes)(standing)) return false;
    const hoped = (hopeful?.earned ?? []).filter(
      (each) => each.placed.outcome.name === outcome.name && each.attachment.id === attachment.id,
    );
    return (
      hoped.length === 0 ||
      hoped.some(({ achievement }) => isWithin(achievement.day, person.limits))
    );
  });
}

function countWith(is: 'share with' | 'per head' | 'per one with any', times: number): Sums {
  switch (is) {
    case 'share with':
      return one(Math.min(times, 1));
    case 'per head':
      return one(times);
    case 'per one with any':
      return { ...one(times), denominator: Math.min(times, 1) };
  }
}

type OfChange = Extract<MeasureCore, { is: 'mean change' }>;

function countChange(person: Person, { kind, better }: OfChange, knownBy: DayNumber): Sums {
  const scores = factsOf(person, [kind], knownBy).filter(({ fact }) => fact.value !== undefined);
  const first = scores[0];
  const last = scores.at(-1);
  if (!first || !last || firstDay(first.fact) === firstDay(last.fact)) return unknown(person);
  const rise = subtract(recordedValue(last), recordedValue(first));
  return one(better === 'higher' ? rise : negate(rise));
}

/** Facts that count on the days that count, each spell once, on its first day. */
function factsOf(
  { evidence, taking, limits }: Person,
  kinds: readonly string[],
  knownBy: DayNumber,
): readonly SeenFact[] {
  const sight = { horizon: taking.cohort.takenOn, knownBy, reading: 'firm' } as const;
  const view = viewOf(evidence.settled.admitted, sight, taking.version.ranks);
  return countedFacts(view, { kinds, states: verifiedOnly, helps: false }).filter(
    (seen) => beginsItself(seen) && isWithin(firstDay(seen.fact), limits),
  );
}

function recordedValue({ fact }: SeenFact): Fraction {
  return fact.value ?? zero;
}

import { type DayNumber, lastDayOf } from '../../src/calendar/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import {
  add,
  divide,
  type Fraction,
  fraction,
  isZero,
  multiply,
  one,
  subtract,
  sumFractions,
  zero,
} from '../../src/money/index.ts';
import type {
  CohortPlan,
  MeasureCore,
  MeasurePlan,
} from '../../src/settlement/plan/measure-plan.ts';
import type { PeriodPlan } from '../../src/settlement/plan/period-plan.ts';
import type { VersionPlan } from '../../src/settlement/plan/plan.ts';
import type { Comer, Ground, Somebody } from './crowd.ts';
import { factsOf, firstDayOf, viewOf } from './facts-in-force.ts';
import { asked, countBy, isFirstOf, piecesOf, type Work } from './line.ts';
import { saidByAny, versionOn } from './versions.ts';

/** A measure of one cohort, under the version in force on the cohort's last day. */
export type Taken = Readonly<{ version: VersionPlan; measure: MeasurePlan; cohort: CohortPlan }>;

/** A number about a cohort: what was counted, for how many, and what that comes to. */
export type Value = Readonly<{ counted: Fraction; people: Fraction; value: Fraction }>;

/** Every measure of every cohort. */
export function takenOf({ plan }: Ground): Taken[] {
  return [...saidByAny(plan, 'measures')].flatMap(({ version, each }) =>
    each.cohorts
      .filter(({ last }) => versionOn(plan, last) === version)
      .map((cohort) => ({ version, measure: each, cohort })),
  );
}

export function isEstimate({ measure }: Taken): boolean {
  return measure.core.is === 'estimated';
}

/** The first day on which the number can be known. */
export function takenFrom({ cohort }: Taken): DayNumber {
  return Math.max(cohort.takenOn, cohort.last);
}

/** For whom there can be a number: each provider with people, or whom an estimate names. */
export function providersIn(ground: Ground, taken: Taken): (string | undefined)[] {
  const { measure } = taken;
  if (measure.per === 'programme') return [undefined];
  if (isEstimate(taken)) {
    const facts = ground.common.flatMap(({ links }) => links);
    const signed = facts.filter(({ kind }) => kind === measure.name);
    return [...new Set(signed.map(({ provider }) => provider as string))].sort();
  }
  return ground.providers.map(({ name }) => name);
}

/** Whose number, and as far as known by when. */
type Asking = Readonly<{ ground: Ground; provider: string | undefined; by: DayNumber }>;

/** The number as far as known by a day, or undefined where it is not known. */
export function numberOf(asking: Asking, taken: Taken): Value | undefined {
  const { trueBy } = asking.ground.today;
  const from = takenFrom(taken);
  if (asking.by < from || trueBy < from) return undefined;
  const raw = rawValue(asking, taken, taken.cohort);
  const { against } = taken.measure;
  if (raw === undefined || against === undefined) return raw;
  const base =
    against.value.is === 'number'
      ? against.value.number
      : rawValue(asking, taken, against.value.cohort)?.value;
  if (base === undefined) return undefined;
  const isShare = against.relative || against.how === 'share of';
  if (isShare && isZero(base)) return undefined;
  const value =
    against.how === 'share of'
      ? raw.value
      : against.how === 'rise above'
        ? subtract(raw.value, base)
        : subtract(base, raw.value);
  return { ...raw, value: isShare ? divide(value, base) : value };
}

function rawValue(asking: Asking, taken: Taken, span: PeriodPlan): Value | undefined {
  const { core } = taken.measure;
  if (core.is === 'estimated') return estimateOf(asking, taken, span);
  if (core.is === 'weighted') return weightedValue(asking, taken, core);
  const counting = { ...asking, taken, span };
  if ('completeSource' in core && !isRecorded(counting, core)) return undefined;
  const people = peopleOf(counting);
  const kept = people.filter((each) => !isLeftOut(counting, core, each));
  if (kept.length === 0) return undefined;
  const counted = countOf(counting, core, kept);
  const number =
    core.is === 'per one with any'
      ? kept.filter((each) => factsIn(counting, each, core.kinds).length > 0).length
      : kept.length;
  if (number === 0) return undefined;
  const isPer = core.is !== 'number' && core.is !== 'total';
  const value = isPer ? divide(counted, fraction(number)) : counted;
  return { counted, people: fraction(number), value };
}

/**
 * Whether the source is recorded complete, of every kind and for everybody, on every day on which
 * anything of the people of the span may count.
 */
function isRecorded(
  { ground, taken, span, by }: Counting,
  { kinds, completeSource }: Readonly<{ kinds: readonly string[]; completeSource?: string }>,
): boolean {
  if (completeSource === undefined) return true;
  const { measure, cohort } = taken;
  const followed = measure.within && lastDayOf(span.last, measure.within);
  const last = Math.min(cohort.takenOn, followed ?? cohort.takenOn);
  const view = viewOf(ground.common, ground.today, { knownBy: by, hopes: 'counted' });
  const records = factsOf(view, ['complete'], ['verified']).map(({ fact }) => fact);
  return kinds.every((kind) => {
    const own = records.filter(({ source, about }) => source === completeSource && about === kind);
    for (let day = span.first; day <= last; day += 1) {
      if (!own.some((fact) => firstDayOf(fact) <= day && day <= (fact.to as DayNumber)))
        return false;
    }
    return true;
  });
}

type Counting = Asking & Readonly<{ taken: Taken; span: PeriodPlan }>;

/** One of the people of a cohort, on the day that makes it one. */
type Counted = Readonly<{ somebody: Somebody; comer: Comer }>;

/** Each participant once, by the first day in the span; none that was set aside by then. */
function peopleOf({ ground, taken, span, provider, by }: Counting): Counted[] {
  const { measure, cohort } = taken;
  return ground.people.flatMap((somebody) => {
    const { setAsideOn } = somebody;
    if (setAsideOn !== undefined && setAsideOn <= cohort.takenOn) return [];
    const [comer] = somebody[measure.of]
      .filter(({ day, knownOn }) => isIn(span, day) && knownOn <= by)
      .filter((each) => measure.per === 'programme' || each.provider === provider);
    return comer === undefined ? [] : { somebody, comer };
  });
}

function isIn({ first, last }: PeriodPlan, day: DayNumber): boolean {
  return first <= day && day <= last;
}

/** Whether it counts: from the person's own day, to the day taken and as long as the page says. */
function isInLimits({ taken }: Counting, { comer }: Counted, day: DayNumber): boolean {
  const { measure, cohort } = taken;
  const last = measure.within === undefined ? day : lastDayOf(comer.day, measure.within);
  return comer.day <= day && day <= cohort.takenOn && day <= last;
}

type Core<Is extends MeasureCore['is']> = Extract<MeasureCore, { is: Is }>;
type Plain = Exclude<MeasureCore, Core<'estimated'> | Core<'weighted'>>;

function countOf(counting: Counting, core: Plain, people: readonly Counted[]): Fraction {
  switch (core.is) {
    case 'number':
      return sumOver(people, (each) => countBy(achievedBy(counting, core, each), counting.by));
    case 'share':
      return sumOver(people, (each) => oneIf(achievedBy(counting, core, each).length > 0));
    case 'rate':
      return countBy(achievedInPeriod(counting, core), counting.by);
    case 'share with':
      return sumOver(people, (each) => oneIf(factsIn(counting, each, core.kinds).length > 0));
    case 'per head':
    case 'per one with any':
      return sumOver(people, (each) => fraction(factsIn(counting, each, core.kinds).length));
    case 'share having':
      return sumOver(people, ({ comer }) =>
        oneIf(core.with.every((each) => comer.with.includes(each))),
      );
    case 'total':
    case 'mean':
      return sumOver(people, (each) =>
        sumFractions(factsIn(counting, each, core.kinds).map(({ value }) => value ?? zero)),
      );
    case 'mean change':
      return sumOver(people, (each) => changeOf(counting, core, each) ?? zero);
  }
}

function sumOver(people: readonly Counted[], of: (each: Counted) => Fraction): Fraction {
  return people.reduce((sum, each) => add(sum, of(each)), zero);
}

function oneIf(isSo: boolean): Fraction {
  return isSo ? one : zero;
}

/** Achievements that measures count, of which anything was payable by the day. */
function achievements({ ground, taken, provider, by }: Counting, names: readonly string[]): Work[] {
  return ground.works.filter((work) => {
    const { outcome, attachment } = work.achievement;
    const stands = work.refused === undefined || work.refused === 'route';
    const isTheirs = taken.measure.per === 'programme' || attachment.provider === provider;
    const isKnown = piecesOf(work).some(({ payableOn }) => payableOn <= by);
    return isFirstOf(work) && stands && isTheirs && isKnown && names.includes(outcome.name);
  });
}

function achievedBy(
  counting: Counting,
  { outcomes }: Core<'number' | 'share'>,
  person: Counted,
): Work[] {
  return achievements(counting, outcomes).filter(
    ({ participant, achievement }) =>
      participant === person.somebody.participant && isInLimits(counting, person, achievement.day),
  );
}

function achievedInPeriod(counting: Counting, { outcomes }: Core<'rate'>): Work[] {
  const { takenOn } = counting.taken.cohort;
  const isAside = (name: string) => {
    const { setAsideOn } = counting.ground.people.find(
      ({ participant }) => participant === name,
    ) as Somebody;
    return setAsideOn !== undefined && setAsideOn <= takenOn;
  };
  return achievements(counting, outcomes).filter(
    ({ participant, achievement }) =>
      isIn(counting.span, achievement.day) && achievement.day <= takenOn && !isAside(participant),
  );
}

/** Verified facts about the person, each once, on its first day. */
function factsIn(counting: Counting, person: Counted, kinds: readonly string[]): Fact[] {
  const { ground, by } = counting;
  const view = viewOf(person.somebody.chains, ground.today, { knownBy: by, hopes: 'counted' });
  return factsOf(view, kinds, ['verified'])
    .map(({ fact }) => fact)
    .filter((fact) => isInLimits(counting, person, firstDayOf(fact)));
}

/** The last score less the first, in the good direction, of one who has two on different days. */
function changeOf(
  counting: Counting,
  { kind, better }: Core<'mean change'>,
  person: Counted,
): Fraction | undefined {
  const scores = factsIn(counting, person, [kind]);
  const [first, last] = [scores[0], scores.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (firstDayOf(first) === firstDayOf(last)) return undefined;
  const [before, after] = [first.value ?? zero, last.value ?? zero];
  return better === 'higher' ? subtract(after, before) : subtract(before, after);
}

/** One of whom it is not known, where the page leaves such people out. */
function isLeftOut(counting: Counting, core: Plain, person: Counted): boolean {
  const { taken, provider } = counting;
  if (taken.measure.unknown !== 'left out') return false;
  if (core.is === 'mean change') return changeOf(counting, core, person) === undefined;
  if (core.is !== 'number' && core.is !== 'share') return false;
  if (achievedBy(counting, core, person).length > 0) return false;
  return person.somebody.statuses.some(
    ({ outcome, is, attachment, hoped }) =>
      core.outcomes.includes(outcome) &&
      is === 'notKnown' &&
      (taken.measure.per === 'programme' || attachment.provider === provider) &&
      hoped.some((day) => isInLimits(counting, person, day)),
  );
}

/** Exactly as signed: the value or a bound, recorded for the cohort. */
function estimateOf(
  { ground, provider, by }: Asking,
  { measure }: Taken,
  span: PeriodPlan,
): Value | undefined {
  const core = measure.core as Core<'estimated'>;
  const view = viewOf(ground.common, ground.today, { knownBy: by, hopes: 'counted' });
  const found = factsOf(view, [measure.name], ['verified'])
    .map(({ fact }) => fact)
    .find((fact) => {
      const isTheirs = measure.per === 'programme' || fact.provider === provider;
      const isOf = fact.cohort ?? (measure.cohorts.length === 1 ? span.name : undefined);
      return isTheirs && isOf === span.name;
    });
  const value = found?.[core.bound];
  return value === undefined ? undefined : { counted: value, people: one, value };
}

/** The numbers of other measures for the same cohort, each times its weight. */
function weightedValue(
  asking: Asking,
  { cohort }: Taken,
  { parts }: Core<'weighted'>,
): Value | undefined {
  let sum = zero;
  for (const { measure, weight } of parts) {
    const other = takenOf(asking.ground).find(
      (each) => each.measure.name === measure && each.cohort.name === cohort.name,
    );
    const found = other && numberOf(asking, other);
    if (found === undefined) return undefined;
    sum = add(sum, multiply(found.value, weight));
  }
  return { counted: sum, people: one, value: sum };
}

/**
 * The first day by which what stands today, as far as known by then, was enough. Every day on which
 * anything became known, payable or was taken is tried in turn.
 */
export function firstEnough(
  asking: Omit<Asking, 'by'>,
  taken: Taken,
  isEnough: (value: Value) => boolean,
): DayNumber | undefined {
  const from = takenFrom(taken);
  return daysOfChange(asking.ground)
    .filter((day) => day >= from)
    .find((by) => {
      const value = numberOf({ ...asking, by }, taken);
      return value !== undefined && isEnough(value);
    });
}

function daysOfChange(ground: Ground): DayNumber[] {
  const { people, common, works, today } = ground;
  const chains = [...people.flatMap((each) => each.chains), ...common];
  const days = new Set([
    ...chains.flatMap(({ links }) => links.map(({ known }) => known)),
    ...works.flatMap((work) => piecesOf(work).map(({ payableOn }) => payableOn)),
    ...takenOf(ground).map(takenFrom),
  ]);
  return [...days].filter((day) => day <= today.knownBy).sort((a, b) => a - b);
}

/** Whether both ends of what is asked have reached the day on which it is known. */
export function isTaken({ today }: Ground, taken: Taken): boolean {
  return takenFrom(taken) <= asked(today);
}

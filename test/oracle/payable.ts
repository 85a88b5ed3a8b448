import type { DayNumber } from '../../src/calendar/index.ts';
import { compareFractions, type Fraction, negate } from '../../src/money/index.ts';
import type { OutcomePlan, Plan } from '../../src/settlement/plan/plan.ts';
import { type Achievement, type Person, personOf, seenFor, windowFor } from './achieve.ts';
import { instancesOf } from './attachments.ts';
import { type AsAt, type Chain, viewOf } from './facts-in-force.ts';

/** So much of a line, exact, had been earned by this day. */
export type Step = Readonly<{ payableOn: DayNumber; upTo: Fraction }>;

/** The line as it was found on some earlier day. */
export type Seen = Readonly<{ on: DayNumber; line: Achievement }>;

/** A line with the day by which there was enough for it, and what there was of it by when. */
export type Payable = Readonly<{
  line: Achievement;
  enoughOn: DayNumber | undefined;
  seen: readonly Seen[];
}>;

/**
 * DESIGN 5, step 5: for each line, the first day from its own on by which the facts that stand
 * today, as far as known and counted by then, were enough for it. Each day on which anything could
 * have changed is tried in turn, and everything is worked out again from nothing.
 */
export function payableLines(asking: Asking): Payable[] {
  const { plan, chains, today } = asking;
  const lines = allOf(personOf(plan, viewOf(chains, today, { ...today, hopes: 'counted' })));
  const onceFor = peopleByDay(asking);
  if (lines.length === 0) return [];
  const found = lines.map((line) => ({
    line,
    enoughOn: undefined as DayNumber | undefined,
    seen: [] as Seen[],
  }));
  for (const day of daysToTry(asking, lines, onceFor)) {
    const then = allOf(onceFor(day));
    for (const each of found) {
      const same = then.find((other) => isSameLine(each.line, other));
      if (each.line.day > day || same === undefined) continue;
      each.seen.push({ on: day, line: same });
      if (isEnough(each.line, same)) each.enoughOn ??= day;
    }
    if (found.every(({ line, enoughOn, seen }) => enoughOn && isAlike(line, seen.at(-1)?.line))) {
      break;
    }
  }
  return found;
}

/** Nothing that its worth depends on has changed since. */
function isAlike(line: Achievement, then: Achievement | undefined): boolean {
  if (then === undefined) return false;
  const saying = ({ day, quantity, reached, attachment }: Achievement) =>
    [day, quantity, reached, attachment.day, attachment.group, attachment.with]
      .map((each) => written(each))
      .join();
  return then.outcome === line.outcome && saying(then) === saying(line);
}

function written(value: unknown): string {
  return JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `${each}` : each));
}

/**
 * What of its worth a line had on each day on which it grew. A line that grew keeps for what it was
 * worth on an earlier day the place of that day, so that its growth takes nothing from others.
 */
export function stepsOf(
  seen: readonly Seen[],
  worth: (line: Achievement) => Fraction,
  whole: Fraction,
): Step[] {
  const steps: Step[] = [];
  for (const { on, line } of seen) {
    const upTo = lesser(worth(line), whole);
    const last = steps.at(-1);
    const grew = last === undefined || compareFractions(sizeOf(upTo), sizeOf(last.upTo)) > 0;
    if (grew) steps.push({ payableOn: on, upTo });
  }
  return steps;
}

/** Of what is paid the smaller, and of what is taken that which takes less. */
function lesser(a: Fraction, b: Fraction): Fraction {
  return compareFractions(sizeOf(a), sizeOf(b)) <= 0 ? a : b;
}

function sizeOf(amount: Fraction): Fraction {
  return amount.numerator < 0n ? negate(amount) : amount;
}

type Asking = Readonly<{ plan: Plan; chains: readonly Chain[]; today: AsAt }>;

type PersonBy = (day: DayNumber) => Person;

/** The participant as known by a day; worked out from nothing, once for each day. */
function peopleByDay({ plan, chains, today }: Asking): PersonBy {
  const known = new Map<DayNumber, Person>();
  return (day) => {
    const view = viewOf(chains, today, { knownBy: day, hopes: 'counted' });
    const person = known.get(day) ?? personOf(plan, view);
    known.set(day, person);
    return person;
  };
}

function allOf(person: Person): Achievement[] {
  return [...person.achieved.values()].flat();
}

/** A line for recorded units is the same as long as it rests on the same fact. */
function isSameLine(line: Achievement, then: Achievement): boolean {
  if (line.isOthers !== then.isOthers || line.outcome.name !== then.outcome.name) return false;
  const isSameStay =
    line.attachment.id === then.attachment.id &&
    line.attachment.provider === then.attachment.provider;
  if (!isSameStay) return false;
  return line.fact === undefined ? line.number === then.number : line.fact === then.fact;
}

/** No fewer days or units than now, and no lower a tier. */
function isEnough(line: Achievement, then: Achievement): boolean {
  return compareFractions(then.quantity, line.quantity) >= 0 && tierOf(then) >= tierOf(line);
}

/** The how-manieth tier from the lowest; 0 where the price has none. */
function tierOf({ outcome, reached }: Achievement): number {
  const { condition, price } = outcome;
  const isLower = condition.is === 'scores' && condition.better === 'lower';
  let count = 0;
  for (const { tier } of price.rows) {
    if (tier === undefined || reached === undefined) continue;
    const compared = compareFractions(reached, tier.least);
    if (isLower ? compared <= 0 : compared >= 0) count += 1;
  }
  return count;
}

/** The days of the lines, the days on which facts became known, and those on which windows close. */
function daysToTry(
  { plan, chains, today }: Asking,
  lines: readonly Achievement[],
  personBy: PersonBy,
): DayNumber[] {
  const own = lines.map(({ day }) => day);
  const first = Math.min(...own);
  const known = chains.flatMap(({ links }) => links.map(({ known }) => known));
  if (growsByTimeAlone(plan)) return daysFrom(first, today.knownBy);
  const days = new Set(
    [...own, ...known, plan.endsOn].filter((day) => day >= first && day <= today.knownBy),
  );
  for (const day of restsOnClosing(plan) ? [...days] : []) {
    for (const closing of closingDays(personBy(day))) {
      if (closing >= first && closing <= today.knownBy) days.add(closing);
    }
  }
  return [...days].sort((a, b) => a - b);
}

/** Where every day counts of itself, any day may be the one. */
function growsByTimeAlone({ versions }: Plan): boolean {
  const groups = versions.flatMap((version) => [...version.groups.values()]);
  const outcomes = groups.flatMap((group) => group.outcomes);
  return outcomes.some(({ condition }) => 'everyDay' in condition);
}

function daysFrom(first: DayNumber, last: DayNumber): DayNumber[] {
  const days: DayNumber[] = [];
  for (let day = first; day <= last; day += 1) days.push(day);
  return days;
}

/** Whether anything is paid only once its window has closed. */
function restsOnClosing({ versions }: Plan): boolean {
  const groups = versions.flatMap((version) => [...version.groups.values()]);
  return groups.flatMap(({ outcomes }) => outcomes).some(isPaidAtClosing);
}

function isPaidAtClosing({ partialFrom, condition }: OutcomePlan): boolean {
  return partialFrom !== undefined || condition.is === 'absent';
}

/** The last days of the windows at whose end something is paid. */
function closingDays(person: Person): DayNumber[] {
  const days: DayNumber[] = [];
  for (const version of person.plan.versions) {
    for (const { outcomes } of version.groups.values()) {
      for (const outcome of outcomes) {
        if (!isPaidAtClosing(outcome)) continue;
        for (const instance of instancesOf(
          seenFor(person, version).stays,
          outcome,
          version.whose,
        )) {
          const last = windowFor({ person, version, outcome, instance })?.last;
          if (last !== undefined) days.push(last);
        }
      }
    }
  }
  return days;
}

import type { DayNumber } from '../../src/calendar/index.ts';
import { compareFractions, type Fraction, minFraction } from '../../src/money/index.ts';
import type { OutcomePlan, Plan } from '../../src/settlement/plan/plan.ts';
import { type Achievement, type Person, personOf, seenFor, windowFor } from './achieve.ts';
import { instancesOf } from './attachments.ts';
import { type AsAt, type Chain, viewOf } from './facts-in-force.ts';

/** So much of a line, exact, had been earned by this day. */
export type Step = Readonly<{ payableOn: DayNumber; upTo: Fraction }>;

/** A line with the day by which there was enough for it, and its money as it was earned. */
export type Payable = Readonly<{
  line: Achievement;
  enoughOn: DayNumber | undefined;
  steps: readonly Step[];
}>;

/**
 * DESIGN 5, step 5: for each line, the first day from its own on by which the facts that stand
 * today, as far as known by then, were enough for it. Each day on which anything could have changed
 * is tried in turn, and everything is worked out again from nothing. A line that grew keeps for what
 * it was worth on an earlier day the place of that day, so that its growth takes nothing from others.
 */
export function payableLines(
  { plan, chains, today }: Asking,
  worth: (line: Achievement) => Fraction,
): Payable[] {
  const lines = allOf(personOf(plan, viewOf(chains, today, { ...today, hopes: 'counted' })));
  if (lines.length === 0) return [];
  const found = lines.map((line) => ({
    line,
    enoughOn: undefined as DayNumber | undefined,
    steps: [] as Step[],
  }));
  for (const day of daysToTry({ plan, chains, today }, lines)) {
    const then = allOf(personOf(plan, viewOf(chains, today, { knownBy: day, hopes: 'counted' })));
    for (const each of found) {
      const same = then.find((other) => isSameLine(each.line, other));
      if (each.line.day > day || same === undefined) continue;
      const upTo = minFraction(worth(same), worth(each.line));
      const last = each.steps.at(-1);
      if (last === undefined || compareFractions(upTo, last.upTo) > 0) {
        each.steps.push({ payableOn: day, upTo });
      }
      if (isEnough(each.line, same)) each.enoughOn ??= day;
    }
    if (found.every((each) => each.enoughOn !== undefined && isWhole(each, worth))) break;
  }
  return found;
}

function isWhole({ line, steps }: Payable, worth: (line: Achievement) => Fraction): boolean {
  const last = steps.at(-1);
  return last !== undefined && compareFractions(last.upTo, worth(line)) >= 0;
}

type Asking = Readonly<{ plan: Plan; chains: readonly Chain[]; today: AsAt }>;

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
function daysToTry({ plan, chains, today }: Asking, lines: readonly Achievement[]): DayNumber[] {
  const own = lines.map(({ day }) => day);
  const first = Math.min(...own);
  const known = chains.flat().map((fact) => fact.known);
  if (growsByTimeAlone(plan)) return daysFrom(first, today.knownBy);
  const days = new Set(
    [...own, ...known, plan.endsOn].filter((day) => day >= first && day <= today.knownBy),
  );
  for (const day of restsOnClosing(plan) ? [...days] : []) {
    const person = personOf(plan, viewOf(chains, today, { knownBy: day, hopes: 'counted' }));
    for (const closing of closingDays(person)) {
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

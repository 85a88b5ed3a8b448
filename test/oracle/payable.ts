import type { DayNumber } from '../../src/calendar/index.ts';
import { compareFractions } from '../../src/money/index.ts';
import type { Plan } from '../../src/settlement/plan.ts';
import { type Achievement, type Person, personOf, seenFor, windowFor } from './achieve.ts';
import { instancesOf } from './attachments.ts';
import { type AsAt, type Chain, viewOf } from './facts-in-force.ts';
import { identityOf } from './line.ts';

/**
 * DESIGN 5, step 5: for each line, the first day from its own on by which the facts that stand
 * today, as far as known by then, were enough for it. Each day on which anything could have changed
 * is tried in turn, and everything is worked out again from nothing.
 */
export function payableDays(
  plan: Plan,
  chains: readonly Chain[],
  today: AsAt,
): Map<string, DayNumber> {
  const lines = allOf(personOf(plan, viewOf(chains, today, { ...today, hopes: 'counted' })));
  const payable = new Map<string, DayNumber>();
  if (lines.length === 0) return payable;
  for (const day of daysToTry(plan, chains, today, lines)) {
    const view = viewOf(chains, today, { knownBy: day, hopes: 'counted' });
    const then = allOf(personOf(plan, view));
    for (const line of lines) {
      if (line.day > day || payable.has(identityOf(line))) continue;
      if (then.some((each) => isEnoughFor(line, each))) payable.set(identityOf(line), day);
    }
    if (payable.size === lines.length) break;
  }
  return payable;
}

function allOf(person: Person): Achievement[] {
  return [...person.achieved.values()].flat();
}

/**
 * The same line, and no less of it: of no fewer days or units, and in no lower tier. A line for
 * recorded units is the same as long as it rests on the same fact.
 */
function isEnoughFor(line: Achievement, then: Achievement): boolean {
  const isSame =
    line.fact === undefined
      ? identityOf(line) === identityOf(then)
      : line.fact === then.fact && line.outcome.name === then.outcome.name;
  const isElsewhere = line.attachment.id !== then.attachment.id || line.isOthers !== then.isOthers;
  if (!isSame || isElsewhere || line.attachment.provider !== then.attachment.provider) return false;
  if (compareFractions(then.quantity, line.quantity) < 0) return false;
  return tierOf(then) >= tierOf(line);
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
  plan: Plan,
  chains: readonly Chain[],
  today: AsAt,
  lines: readonly Achievement[],
): DayNumber[] {
  const own = lines.map(({ day }) => day);
  const first = Math.min(...own);
  const known = chains.flat().map((fact) => fact.known);
  const days = new Set(
    [...own, ...known, plan.endsOn].filter((day) => day >= first && day <= today.knownBy),
  );
  for (const day of [...days]) {
    const person = personOf(plan, viewOf(chains, today, { knownBy: day, hopes: 'counted' }));
    for (const closing of closingDays(person)) {
      if (closing >= first && closing <= today.knownBy) days.add(closing);
    }
  }
  return [...days].sort((a, b) => a - b);
}

/** The last days of the windows at whose end something is paid. */
function closingDays(person: Person): DayNumber[] {
  const days: DayNumber[] = [];
  for (const version of person.plan.versions) {
    for (const { outcomes } of version.groups.values()) {
      for (const outcome of outcomes) {
        if (outcome.partialFrom === undefined && outcome.condition.is !== 'absent') continue;
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

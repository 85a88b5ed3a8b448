import type { DayNumber } from '../../src/calendar/index.ts';
import type { Plan } from '../../src/settlement/plan.ts';
import { type Person, personOf, windowFor } from './achieve.ts';
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
  const lines = personOf(plan, viewOf(chains, today, { ...today, hopes: 'counted' }));
  const wanted = new Map<string, DayNumber>();
  for (const found of lines.achieved.values()) {
    for (const each of found) wanted.set(identityOf(each), each.day);
  }
  const payable = new Map<string, DayNumber>();
  if (wanted.size === 0) return payable;
  for (const day of daysToTry(plan, chains, today, [...wanted.values()])) {
    const view = viewOf(chains, today, { knownBy: day, hopes: 'counted' });
    const person = personOf(plan, view);
    for (const found of person.achieved.values()) {
      for (const each of found) {
        const identity = identityOf(each);
        const from = wanted.get(identity);
        if (from === undefined || from > day || payable.has(identity)) continue;
        payable.set(identity, day);
      }
    }
    if (payable.size === wanted.size) break;
  }
  return payable;
}

/** The days of the lines, the days on which facts became known, and those on which windows close. */
function daysToTry(
  plan: Plan,
  chains: readonly Chain[],
  today: AsAt,
  lines: readonly DayNumber[],
): DayNumber[] {
  const first = Math.min(...lines);
  const known = chains.flat().map((fact) => fact.known);
  const days = new Set(
    [...lines, ...known, plan.endsOn].filter((day) => day >= first && day <= today.knownBy),
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
        for (const instance of instancesOf(person.stays, outcome, version.whose)) {
          const last = windowFor({ person, version, outcome, instance })?.last;
          if (last !== undefined) days.push(last);
        }
      }
    }
  }
  return days;
}

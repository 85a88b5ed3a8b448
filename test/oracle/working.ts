import type { DayNumber } from '../../src/calendar/index.ts';
import {
  add,
  compareFractions,
  type Fraction,
  fraction,
  type Rounding,
  round,
  sumFractions,
  zero,
} from '../../src/money/index.ts';
import type { Plan } from '../../src/settlement/plan/plan.ts';
import { isSeenFrom } from './achieve.ts';
import {
  type Covering,
  compareOnOneDay,
  type Entry,
  grossUpTo,
  left,
  lineIdentity,
  pageOrder,
  payableOnOf,
  stepsInTime,
  type Work,
  wholePennies,
  withhold,
} from './line.ts';
import type { Step } from './payable.ts';
import { contractYear } from './price.ts';
import { namesIn } from './versions.ts';

/** Step 6 for lines of outcomes: payable day, day, participant, order on the page, number. */
export function inPlace(works: readonly Work[]): Work[] {
  const late = Number.MAX_SAFE_INTEGER;
  return [...works].sort(
    (a, b) => (payableOnOf(a) ?? late) - (payableOnOf(b) ?? late) || compareWorks(a, b),
  );
}

/** On one day, whatever the day. */
export function compareWorks(a: Work, b: Work): number {
  return compareOnOneDay(placed(a), placed(b));
}

function placed(work: Work): Entry {
  const { achievement, participant } = work;
  const { day, number } = achievement;
  const identity = lineIdentity(work);
  return { day, participant, number, identity, order: pageOrder(work) } as Entry;
}

/** One rounding for each line; lines per day round their running total and pay the difference. */
export function roundLines(works: readonly Work[]): void {
  for (const work of works) {
    const { achievement, refused } = work;
    const { rounding, roundingOf } = achievement.version;
    if (roundingOf === 'total' && refused === undefined) continue;
    if (achievement.month !== undefined) work.before = zero;
    // What came too late is no part of a running total.
    if (achievement.month !== undefined && !work.isLate) {
      for (const other of works) {
        const isRounded = roundingOf === 'line' || other.refused !== undefined;
        const isEarlier = (other.achievement.month ?? '') < achievement.month;
        if (!isRounded || !isSameSeries(work, other) || !isEarlier) continue;
        work.before = add(work.before, other.exact);
      }
    }
    work.gross = round(add(work.before, work.exact), rounding) - round(work.before, rounding);
  }
}

function isSameSeries(a: Work, b: Work): boolean {
  const [first, second] = [a.achievement, b.achievement];
  return (
    a.participant === b.participant &&
    first.outcome.clause === second.outcome.clause &&
    first.attachment.id === second.attachment.id &&
    first.version === second.version &&
    a.payee === b.payee &&
    first.isOthers === second.isOthers &&
    (a.enoughOn === undefined) === (b.enoughOn === undefined) &&
    a.isLate === b.isLate
  );
}

/** "Of the total": each provider's sum for a clause is rounded once and shared over its lines. */
export function roundTotals(works: readonly Work[]): Entry[] {
  const extra: Entry[] = [];
  const groups = new Map<string, Work[]>();
  for (const work of works) {
    const { version, outcome, attachment } = work.achievement;
    if (version.roundingOf !== 'total' || work.refused !== undefined) continue;
    const key = JSON.stringify([outcome.clause, attachment.provider, work.payee]);
    groups.set(key, [...(groups.get(key) ?? []), work]);
  }
  for (const lines of groups.values()) {
    const last = lines.at(-1) as Work;
    const { rounding } = last.achievement.version;
    const sum = sumFractions(lines.map(({ exact }) => exact));
    const penny: Rounding = { unit: fraction(1), direction: rounding.direction };
    const shared = round(sum, penny);
    shareOut(shared, lines);
    const difference = round(sum, rounding) - shared;
    if (difference !== 0n) extra.push(roundingLine(last, difference));
  }
  return extra;
}

/** Largest remainder: each its exact share rounded down, and the pennies left to those who lost most. */
function shareOut(total: bigint, lines: readonly Work[]): void {
  const lost = lines.map((line) => {
    line.gross = round(line.exact, wholePennies);
    return { line, lost: add(line.exact, fraction(-line.gross)) };
  });
  let rest = lines.reduce((less, { gross }) => less - gross, total);
  const odd = rest < 0n ? -1n : 1n;
  lost.sort((a, b) => compareFractions(b.lost, a.lost) * Number(odd));
  for (const { line } of lost) {
    if (rest === 0n) break;
    line.gross += odd;
    rest -= odd;
  }
}

function roundingLine(last: Work, amount: bigint): Entry {
  const { outcome, attachment, version } = last.achievement;
  const payableOn = payableOnOf(last) as DayNumber;
  return {
    identity: roundingIdentity(last),
    clause: outcome.clause,
    participant: null,
    provider: attachment.provider,
    payee: last.payee,
    outcome: outcome.name,
    number: 'rounding',
    group: null,
    day: last.achievement.day,
    payableOn,
    version,
    order: pageOrder(last),
    gross: amount,
    notPaid: [],
    parts: [{ payableOn, amount }],
    own: [],
    portions: [],
  };
}

/** It has no attachment; a contributor's is named with it. */
function roundingIdentity({ achievement, payee }: Work): string {
  const { provider } = achievement.attachment;
  const own = `${achievement.outcome.clause}||${provider}|rounding`;
  return payee === provider ? own : `${own}|${payee}`;
}

/** What waits for its verifier, is another's, or became known too late is not paid. */
export function refuse(works: readonly Work[]): void {
  for (const work of works) {
    if (work.enoughOn === undefined) work.refused = 'not_verified';
    else if (work.isLate) work.refused = 'too_late';
    else if (work.achievement.isOthers) work.refused = 'other_provider';
    else if (stepsInTime(work).length === 0) work.refused = 'too_late';
  }
}

/**
 * "Either ... or": the dearer achieved pays; between equals the one achieved earlier. In each scope
 * where all of a route's outcomes have the same, and else once for the participant.
 */
export function refuseRoutes(works: readonly Work[]): void {
  const routes = works.flatMap(({ achievement }) => achievement.version.routes);
  for (const route of new Map(routes.map((each) => [each.clause, each])).values()) {
    const names = route.sets.flat();
    const lines = works.filter(
      (work) => work.refused === undefined && names.includes(work.achievement.outcome.name),
    );
    for (const together of scopesOf(lines, names)) {
      const sets = route.sets
        .map((set) => together.filter((work) => set.includes(work.achievement.outcome.name)))
        .filter((set) => set.length > 0);
      const dearest = [...sets].sort(
        (a, b) => compareFractions(worthOf(b), worthOf(a)) || firstDayIn(a) - firstDayIn(b),
      )[0];
      for (const set of sets) {
        if (set !== dearest) for (const line of set) line.refused = 'route';
      }
    }
  }
}

function scopesOf(lines: readonly Work[], names: readonly string[]): Work[][] {
  const byPlace = new Map<string, Work[]>();
  for (const work of lines) {
    const { participant, achievement } = work;
    const isOneScope = scopesIn(lines.filter((each) => each.participant === participant)) === 1;
    const place = `${participant}|${isOneScope ? achievement.instance.key : ''}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), work]);
  }
  return [...byPlace.values()];

  /** How many scopes the route's outcomes have, in the groups under which somebody was. */
  function scopesIn(own: readonly Work[]): number {
    const outcomes = own.flatMap(({ achievement }) => achievement.group.outcomes);
    const inRoute = outcomes.filter(({ name }) => names.includes(name));
    return new Set(inRoute.map(({ scope }) => scope)).size;
  }
}

function worthOf(lines: readonly Work[]): Fraction {
  return sumFractions(lines.map(({ exact }) => exact));
}

function firstDayIn(lines: readonly Work[]): number {
  return Math.min(...lines.map(({ achievement }) => achievement.day));
}

/** What is refused is not paid; of a line that grew too late, what it grew by is not. */
export function withholdRefused(works: readonly Work[]): void {
  for (const work of works) {
    if (work.refused !== undefined) {
      withhold(work, work.refused, work.gross);
      continue;
    }
    const inTime = stepsInTime(work).at(-1) as Step;
    if (inTime === work.steps.at(-1)) continue;
    withhold(work, 'too_late', work.gross - grossUpTo(work, inTime.upTo));
  }
}

/** "Takes the place of X": its price less what X earned, before limits; each pound taken once. */
export function withholdReplaced(works: readonly Work[]): void {
  const done = new Set<string>();
  const replace = (name: string, above: readonly string[]) => {
    if (done.has(name) || above.includes(name)) return;
    const lower = new Set(
      works
        .filter(({ achievement }) => achievement.outcome.name === name)
        .flatMap(({ achievement }) => achievement.outcome.takesThePlaceOf),
    );
    for (const each of lower) replace(each, [...above, name]);
    done.add(name);
    takeFrom(works, name);
  };
  for (const { achievement } of works) replace(achievement.outcome.name, []);
}

function takeFrom(works: readonly Work[], name: string): void {
  const taken = new Map<Work, bigint>();
  for (const work of works) {
    const { outcome, instance } = work.achievement;
    if (outcome.name !== name || work.refused !== undefined) continue;
    let replaced = 0n;
    for (const lower of works) {
      const isLower = outcome.takesThePlaceOf.includes(lower.achievement.outcome.name);
      if (!isLower || lower.participant !== work.participant || lower.refused) continue;
      if (!isSeenFrom(lower.achievement.instance, instance)) continue;
      const available = left(lower) - (taken.get(lower) ?? 0n);
      const own = left(work) - replaced;
      const part = available < own ? available : own;
      if (part <= 0n) continue;
      taken.set(lower, (taken.get(lower) ?? 0n) + part);
      replaced += part;
    }
    withhold(work, 'replaced', replaced);
  }
}

/** A line of an outcome in the form in which all lines are limited. */
export function entryOf(plan: Plan, work: Work): Entry {
  const { achievement, participant, gross, notPaid, refused } = work;
  const { outcome, attachment, version, day, number } = achievement;
  return {
    identity: lineIdentity(work),
    clause: outcome.clause,
    participant,
    provider: attachment.provider,
    payee: work.payee,
    outcome: outcome.name,
    number,
    group: attachment.group,
    day,
    payableOn: payableOnOf(work),
    version,
    order: pageOrder(work),
    gross,
    notPaid,
    parts: refused === undefined ? partsOf(work) : [],
    own: limitsOver(plan, work),
    portions: [],
  };
}

/** A line that grew stands in line in parts, each where it was earned. */
function partsOf(work: Work): Entry['parts'] {
  const inTime = stepsInTime(work);
  const whole = left(work);
  let before = 0n;
  return inTime.map(({ payableOn, upTo }, index) => {
    const partly = grossUpTo(work, upTo);
    const earned = index === inTime.length - 1 || isBeyond(partly, whole) ? whole : partly;
    const amount = earned - before;
    before = earned;
    return { payableOn: Math.max(payableOn, work.heldUntil), amount };
  });
}

function isBeyond(part: bigint, whole: bigint): boolean {
  return whole < 0n ? part < whole : part > whole;
}

function limitsOver(plan: Plan, { participant, achievement }: Work): Covering[] {
  const { outcome, attachment, instance, group, day } = achievement;
  const covering: Covering[] = [];
  for (const limit of group.limits) {
    if (limit.outcomes !== undefined && !limit.outcomes.includes(outcome.name)) continue;
    const referral = instance.scope === 'referral' ? instance.key : attachment.referral;
    const within = { participant: '', attachment: attachment.id, referral }[limit.per];
    const year = limit.eachYear ? contractYear(plan, day) : '';
    covering.push({
      key: [limit.clause, participant, limit.per, within, namesIn(limit.outcomes), year].join('|'),
      most: round(limit.most, wholePennies),
    });
  }
  return covering;
}

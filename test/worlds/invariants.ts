import type { DayNumber } from '../../src/calendar/index.ts';
import { chance } from '../../src/chance/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import {
  type Owed,
  owed,
  recomputeFromWhy,
  whyLine,
  whyParticipant,
} from '../../src/settlement/index.ts';
import type { Plan } from '../../src/settlement/plan/plan.ts';
import { erasingMoves } from './erased.ts';
import { lateTakes, moreDaysTake, oneMoreTakes } from './late-facts.ts';
import { limitsExceeded } from './limits-kept.ts';
import { monthsOff } from './month-by-month.ts';
import { rekeyedOff } from './rekeyed.ts';
import { sharesOff } from './shares-kept.ts';
import { differencesOf, linesOf, toldByEngine } from './told.ts';
import type { World } from './world.ts';

/** Something that must hold of every world; returns in words what does not. */
export type Invariant = Readonly<{
  rule: string;
  /** It is looked for in every so many worlds. */
  every: number;
  broken: (world: World, settled: Owed) => string[];
}>;

export const invariants: readonly Invariant[] = [
  { rule: 'gross less what is not paid is the amount', every: 1, broken: amountsOff },
  { rule: 'what the payers of a line pay adds up to it', every: 1, broken: portionsOff },
  { rule: 'no two lines have one identity', every: 1, broken: identitiesTwice },
  { rule: 'no limit is exceeded', every: 1, broken: limitsExceeded },
  { rule: 'a limit is shared whole, in proportion', every: 1, broken: sharesOff },
  { rule: 'the order of facts does not matter', every: 4, broken: orderMatters },
  { rule: 'a late fact that only adds takes nothing from anyone', every: 5, broken: lateTakes },
  { rule: 'one more late fact takes nothing from anyone', every: 3, broken: oneMoreTakes },
  { rule: 'more days of a month take nothing from anyone', every: 1, broken: moreDaysTake },
  { rule: 'what is paid month by month is what is owed at once', every: 10, broken: monthsOff },
  { rule: 'erasing one moves no line of another', every: 4, broken: erasingMoves },
  { rule: 'under new keys the money is the same', every: 10, broken: rekeyedOff },
  { rule: 'a line earned earlier is still there', every: 10, broken: earlierLost },
  { rule: 'the amount can be recomputed from why alone', every: 10, broken: whyOff },
];

function orderMatters({ seed, plan, facts, asAt }: World, settled: Owed): string[] {
  const again = toldByEngine(owed(plan, chance(seed).fork('order').shuffle(facts), asAt));
  return differencesOf(toldByEngine(settled), again);
}

function portionsOff(_world: World, settled: Owed): string[] {
  return linesOf(settled).flatMap(({ identity, amount, payers }) => {
    const sum = payers.reduce((all, each) => all + each.amount, 0n);
    const isNone = payers.some((each) => each.amount === 0n);
    return sum === amount && !isNone ? [] : [`${identity}: ${amount}, and ${sum} is paid`];
  });
}

function amountsOff(_world: World, settled: Owed): string[] {
  const lines = linesOf(settled);
  const off = lines.filter(({ gross, notPaid, amount }) => {
    const withheld = notPaid.reduce((sum, each) => sum + each.amount, 0n);
    return gross - withheld !== amount || notPaid.some((each) => each.amount === 0n);
  });
  const total = lines.reduce((sum, { amount }) => sum + amount, 0n);
  const isTotal = total === settled.total;
  return [
    ...off.map(({ identity }) => identity),
    ...(isTotal ? [] : ['the amounts and the total']),
  ];
}

function identitiesTwice(_world: World, settled: Owed): string[] {
  const identities = linesOf(settled).map(({ identity }) => identity);
  const seen = new Set<string>();
  return identities.filter((each) => seen.size === seen.add(each).size);
}

function whyOff({ plan, facts, asAt }: World, { lines }: Owed): string[] {
  const basis = { plan, facts, asAt };
  const participants = new Set(lines.flatMap(({ participant }) => participant ?? []));
  const whys = [...participants].flatMap((each) => whyParticipant(basis, each).lines);
  return lines.flatMap(({ line, participant, amount }) => {
    const own = participant === undefined ? whyLine(basis, line) : undefined;
    const why = own ?? whys.find((each) => each.line === line);
    if (why === undefined) return [`${line}: no why`];
    const again = recomputeFromWhy(why);
    return again === amount ? [] : [`${line}: ${amount}, and ${again} from why`];
  });
}

/**
 * Settled as at earlier days, every line is still there as at the last, with its day and place,
 * unless something about its participant was learnt since of the time before. One that waited for
 * the close of a limit and is refused since has the place that was its own again.
 */
function earlierLost({ plan, facts, asAt }: World, settled: Owed): string[] {
  if (waitsForOthers(plan)) return [];
  const last = new Map(linesOf(settled).map((line) => [line.identity, line]));
  const earned = earnedDays(settled);
  const lost: string[] = [];
  const end = Math.min(asAt.trueBy, asAt.knownBy + 1);
  for (let day = plan.startsOn + 45; day < end; day += 45) {
    const then = owed(plan, facts, { trueBy: day, knownBy: day });
    const earnedThen = earnedDays(then);
    const unsettled = learntSince(facts, day, asAt.knownBy);
    for (const line of linesOf(then)) {
      if (line.payableOn === null || line.participant === null) continue;
      // What came too late has its number only until another is earned in time.
      if (line.notPaid.some(({ reason }) => reason === 'too_late')) continue;
      if (unsettled.has(line.participant) || unsettled.has(undefined)) continue;
      const now = last.get(line.identity);
      const mayGrow = typeof line.number === 'string' || isTiered(plan, line.outcome);
      const isPlaced = earned.get(line.identity) === earnedThen.get(line.identity);
      const isSame = now?.day === line.day && isPlaced;
      if (now === undefined || !(isSame || mayGrow)) lost.push(`${line.identity}, as at ${day}`);
    }
  }
  return lost;
}

/** The payable day of each line, or its own where a limit made that later. */
function earnedDays({ lines }: Owed): Map<string, DayNumber | undefined> {
  return new Map(lines.map(({ line, earnedOn, payableOn }) => [line, earnedOn ?? payableOn]));
}

/** Gates and counts hold a line back for what others do, and claims may be deemed to be verified. */
function waitsForOthers({ versions }: Plan): boolean {
  return versions.some(({ whole }) => {
    if (whole === undefined) return false;
    const { gates, counts, timeliness } = whole;
    return gates.length > 0 || counts.length > 0 || timeliness.deemed !== undefined;
  });
}

/** Participants of whom something was learnt after the day about the time up to it. */
function learntSince(
  facts: readonly Fact[],
  day: DayNumber,
  knownBy: DayNumber,
): Set<string | undefined> {
  const about = new Set<string | undefined>();
  for (const fact of facts) {
    const isNew = fact.known > day && fact.known <= knownBy;
    const isOld = (fact.day ?? fact.from ?? 0) <= day || fact.replaces !== undefined;
    if (isNew && isOld) about.add(fact.participant);
  }
  return about;
}

function isTiered({ versions }: Plan, name: string): boolean {
  return versions.some(({ groups }) =>
    [...groups.values()].some(({ outcomes }) =>
      outcomes.some(
        (each) => each.name === name && each.price.rows.some(({ tier }) => tier !== undefined),
      ),
    ),
  );
}

import { type DayNumber, yearOf } from '../../src/calendar/index.ts';
import { chance } from '../../src/chance/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import { compareFractions, fraction } from '../../src/money/index.ts';
import { owed, recomputeFromWhy, whyLine, whyParticipant } from '../../src/settlement/index.ts';
import type { LimitPlan, Plan } from '../../src/settlement/plan/plan.ts';
import type { OracleLine } from '../oracle/line.ts';
import { isLate } from './random-facts.ts';
import { differencesOf, linesOf, toldByEngine } from './told.ts';
import type { World } from './world.ts';

/** Something that must hold of every world; returns in words what does not. */
export type Invariant = Readonly<{ rule: string; broken: (world: World) => string[] }>;

export const invariants: readonly Invariant[] = [
  { rule: 'the order of facts does not matter', broken: orderMatters },
  { rule: 'gross less what is not paid is the amount', broken: amountsOff },
  { rule: 'no two lines have one identity', broken: identitiesTwice },
  { rule: 'no limit is exceeded', broken: limitsExceeded },
  { rule: 'the amount can be recomputed from why alone', broken: whyOff },
  { rule: 'a line earned earlier is still there', broken: earlierLost },
  { rule: 'a late fact that only adds takes nothing from anyone', broken: lateTakes },
];

function settle({ plan, asAt }: World, facts: readonly Fact[]): OracleLine[] {
  return linesOf(owed(plan, facts, asAt));
}

function orderMatters({ seed, plan, facts, asAt }: World): string[] {
  const once = toldByEngine(owed(plan, facts, asAt));
  const again = toldByEngine(owed(plan, chance(seed).fork('order').shuffle(facts), asAt));
  return differencesOf(once, again);
}

function amountsOff({ plan, facts, asAt }: World): string[] {
  const settled = owed(plan, facts, asAt);
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

function identitiesTwice(world: World): string[] {
  const identities = settle(world, world.facts).map(({ identity }) => identity);
  return identities.filter((each, index) => identities.indexOf(each) !== index);
}

function limitsExceeded(world: World): string[] {
  const { plan, facts } = world;
  const lines = settle(world, facts).filter(({ participant }) => participant !== null);
  const exceeded: string[] = [];
  for (const limit of largestLimits(plan)) {
    const paid = new Map<string, bigint>();
    for (const line of lines) {
      if (limit.outcomes !== undefined && !limit.outcomes.includes(line.outcome)) continue;
      const within = limit.per === 'attachment' ? line.identity.split('|')[1] : '';
      const year = limit.eachYear ? yearOf(line.day, plan.startsOn, plan.yearsRunFrom) : '';
      const key = `${limit.clause} of ${line.participant} ${within} ${year}`;
      paid.set(key, (paid.get(key) ?? 0n) + line.amount);
    }
    for (const [key, amount] of paid) {
      const isOver = compareFractions(fraction(amount), limit.most) > 0;
      if (isOver) exceeded.push(`${key}: ${amount}`);
    }
  }
  return exceeded;
}

/** Of each limit the most that any version allows; a limit per referral is left to the oracle. */
function largestLimits({ versions }: Plan): LimitPlan[] {
  const largest = new Map<string, LimitPlan>();
  const limits = versions.flatMap(({ groups }) => [...groups.values()].flatMap((g) => g.limits));
  for (const limit of limits) {
    if (limit.per === 'referral') continue;
    const known = largest.get(limit.clause);
    const isMore = known === undefined || compareFractions(limit.most, known.most) > 0;
    if (isMore) largest.set(limit.clause, limit);
  }
  return [...largest.values()];
}

function whyOff({ plan, facts, asAt }: World): string[] {
  const basis = { plan, facts, asAt };
  const { lines } = owed(plan, facts, asAt);
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
 * unless something about its participant was learnt since of the time before.
 */
function earlierLost(world: World): string[] {
  const { plan, facts, asAt } = world;
  const last = new Map(settle(world, facts).map((line) => [line.identity, line]));
  const lost: string[] = [];
  const end = Math.min(asAt.trueBy, asAt.knownBy + 1);
  for (let day = plan.startsOn + 45; day < end; day += 45) {
    const earlier = linesOf(owed(plan, facts, { trueBy: day, knownBy: day }));
    const unsettled = learntSince(facts, day, asAt.knownBy);
    for (const line of earlier) {
      if (line.payableOn === null || line.participant === null) continue;
      if (unsettled.has(line.participant) || unsettled.has(undefined)) continue;
      const now = last.get(line.identity);
      const mayGrow = typeof line.number === 'string' || isTiered(plan, line.outcome);
      const isSame = now?.day === line.day && now.payableOn === line.payableOn;
      if (now === undefined || !(isSame || mayGrow)) lost.push(`${line.identity}, as at ${day}`);
    }
  }
  return lost;
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

/**
 * Without each late fact and with it: where every other line keeps its day, its gross and whatever
 * is not a limit, nothing that was paid before the fact was known is less, or has lost its place.
 */
function lateTakes(world: World): string[] {
  const { facts } = world;
  const late = facts.filter(
    (fact) => isLate(fact) && !facts.some(({ replaces }) => replaces === fact.id),
  );
  const after = new Map(settle(world, facts).map((line) => [line.identity, line]));
  return late.slice(0, 5).flatMap((fact) => {
    const before = settle(
      world,
      facts.filter((each) => each !== fact),
    );
    const onlyAdds = before.every((line) => isOtherwiseSame(line, after.get(line.identity)));
    if (!onlyAdds) return [];
    const taken = before.filter((line) => {
      if (line.payableOn === null || line.payableOn >= fact.known) return false;
      const now = after.get(line.identity);
      return now === undefined || now.amount < line.amount || now.payableOn !== line.payableOn;
    });
    return taken.map(({ identity }) => `${identity}, by ${fact.id}`);
  });
}

function isOtherwiseSame(before: OracleLine, after: OracleLine | undefined): boolean {
  if (after === undefined) return false;
  const others = ({ notPaid }: OracleLine) =>
    notPaid
      .filter(({ reason }) => reason !== 'limit')
      .map(({ reason, amount }) => `${reason} ${amount}`)
      .join();
  return (
    before.day === after.day &&
    before.gross === after.gross &&
    others(before) === others(after) &&
    (before.payableOn === null) === (after.payableOn === null)
  );
}

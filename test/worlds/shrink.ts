import type { Fact } from '../../src/facts/index.ts';
import { zero } from '../../src/money/index.ts';
import type {
  GroupPlan,
  OutcomePlan,
  Plan,
  VersionPlan,
  WholePlan,
} from '../../src/settlement/plan/plan.ts';
import type { World } from './world.ts';
import { written } from './written.ts';

/** The smallest world found, by leaving out one thing after another, that still fails. */
export function shrunk(world: World, fails: (world: World) => boolean): World {
  let smallest = world;
  for (let grew = true; grew; ) {
    grew = false;
    for (const smaller of smallerThan(smallest)) {
      const world = smaller(smallest);
      if (world === undefined || !stillFails(world, fails)) continue;
      smallest = world;
      grew = true;
    }
  }
  return smallest;
}

function stillFails(world: World, fails: (world: World) => boolean): boolean {
  try {
    return fails(world);
  } catch {
    return false;
  }
}

type Smaller = (world: World) => World | undefined;

function smallerThan({ facts, plan }: World): Smaller[] {
  const participants = new Set(facts.map(({ participant }) => participant));
  const names = new Set(
    plan.versions.flatMap(({ groups }) =>
      [...groups.values()].flatMap(({ outcomes }) => outcomes.map(({ name }) => name)),
    ),
  );
  return [
    ...[...participants].map(
      (each): Smaller =>
        (world) =>
          withFacts(world, (fact) => fact.participant !== each),
    ),
    ...[...names].map(
      (name): Smaller =>
        (world) =>
          withoutOutcome(world, name),
    ),
    (world) => withPlan(world, (plan) => ({ ...plan, versions: plan.versions.slice(0, 1) })),
    ...simplerWholes(plan),
    ...[...names].flatMap((name) => simplerOutcomes(name)),
    (world) => eachGroup(world, (group) => ({ ...group, limits: [] })),
    (world) => eachVersion(world, plainVersion),
    ...facts.map(
      (fact): Smaller =>
        (world) =>
          withFacts(world, (each) => each !== fact),
    ),
    knownAtOnce,
  ];
}

/** Less and less said of all lines together. */
function simplerWholes(plan: Plan): Smaller[] {
  const wholes = plan.versions.flatMap(({ whole }) => whole ?? []);
  const keys = new Set(wholes.flatMap((whole) => Object.keys(whole) as (keyof WholePlan)[]));
  const clauses = new Set(wholes.flatMap((whole) => clausesIn(whole)));
  const only =
    (change: (whole: WholePlan) => WholePlan): Smaller =>
    (world) =>
      eachVersion(world, (version) =>
        version.whole === undefined ? version : { ...version, whole: change(version.whole) },
      );
  return [
    (world) => eachVersion(world, ({ whole: _whole, ...version }) => version),
    ...[...keys].map((key) => only((whole) => without(whole, key))),
    ...[...clauses].map((clause) => only((whole) => withoutClause(whole, clause))),
  ];
}

function clausesIn(whole: WholePlan): string[] {
  return Object.values(whole).flatMap((value) =>
    Array.isArray(value) ? value.map(({ clause }) => String(clause)) : [],
  );
}

function without(whole: WholePlan, key: keyof WholePlan): WholePlan {
  if (key === 'attachedHere') {
    const { attachedHere: _here, ...rest } = whole;
    return rest;
  }
  return { ...whole, [key]: Array.isArray(whole[key]) ? [] : {} };
}

function withoutClause(whole: WholePlan, clause: string): WholePlan {
  const lists = Object.entries(whole).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.filter((each) => each.clause !== clause) : value,
  ]);
  return Object.fromEntries(lists);
}

function knownAtOnce({ asAt, ...world }: World): World | undefined {
  const { trueBy, knownBy } = asAt;
  return trueBy === knownBy ? undefined : { ...world, asAt: { trueBy, knownBy: trueBy } };
}

function plainVersion({ ranks: _ranks, partEnds: _ends, ...version }: VersionPlan): VersionPlan {
  return { ...version, routes: [], setAsideBy: [], whose: 'attached', roundingOf: 'line' };
}

function simplerOutcomes(name: string): Smaller[] {
  const only =
    (change: (outcome: OutcomePlan) => OutcomePlan): Smaller =>
    (world) =>
      eachGroup(world, (group) => ({
        ...group,
        outcomes: group.outcomes.map((each) => (each.name === name ? change(each) : each)),
      }));
  return [
    only((outcome) => ({ ...outcome, pausedBy: [] })),
    only((outcome) => ({ ...outcome, onlyAfter: [] })),
    only((outcome) => ({ ...outcome, takesThePlaceOf: [] })),
    only(({ knownWithin: _within, ...outcome }) => outcome),
    only(withoutWindow),
    only((outcome) => ({ ...outcome, scope: 'participant' })),
    only((outcome) => ({ ...outcome, states: ['verified'] })),
    only((outcome) => ({ ...outcome, price: plainPrice(outcome.price) })),
  ];
}

/** An absence needs its window. */
function withoutWindow(outcome: OutcomePlan): OutcomePlan {
  const { window: _window, ...rest } = outcome;
  return outcome.condition.is === 'absent' ? outcome : rest;
}

function plainPrice(price: OutcomePlan['price']): OutcomePlan['price'] {
  const { discountFromYear: _year, additions: _additions, reverse: _reverse, ...rest } = price;
  return { ...rest, taper: [], index: [], uplifts: [], shares: [], deadweight: zero };
}

/** Fewer facts: what replaces a fact goes with it. Undefined where nothing went. */
function withFacts(world: World, keep: (fact: Fact) => boolean): World | undefined {
  let facts = world.facts.filter(keep);
  if (facts.length === world.facts.length || facts.length === 0) return undefined;
  for (;;) {
    const ids = new Set(facts.map(({ id }) => id));
    const rest = facts.filter(({ replaces }) => replaces === undefined || ids.has(replaces));
    if (rest.length === facts.length) return { ...world, facts };
    facts = rest;
  }
}

function withoutOutcome(world: World, name: string): World | undefined {
  const others = (names: readonly string[]) => names.filter((each) => each !== name);
  const anchored = JSON.stringify([...groupsOf(world.plan)], (_, value) =>
    typeof value === 'bigint' ? `${value}` : value,
  );
  const isNeeded =
    anchored.includes(`"outcome":"${name}"`) ||
    anchored.includes(`"onceReached":"${name}"`) ||
    isPartOfAnother(world.plan, name);
  if (isNeeded) return undefined;
  const smaller = eachGroup(world, ({ group, outcomes, limits }) => ({
    group,
    limits: limits.map((each) =>
      each.outcomes === undefined ? each : { ...each, outcomes: others(each.outcomes) },
    ),
    outcomes: outcomes
      .filter((each) => each.name !== name)
      .map((each) => ({
        ...each,
        onlyAfter: others(each.onlyAfter),
        takesThePlaceOf: others(each.takesThePlaceOf),
      })),
  }));
  return (
    smaller &&
    eachVersion(
      smaller,
      (version) => ({
        ...version,
        routes: version.routes.map((route) => ({ ...route, sets: route.sets.map(others) })),
      }),
      true,
    )
  );
}

function isPartOfAnother(plan: Plan, name: string): boolean {
  const outcomes = [...groupsOf(plan)].flatMap((group) => group.outcomes);
  return outcomes.some(
    ({ condition }) => 'outcomes' in condition && condition.outcomes.includes(name),
  );
}

function* groupsOf(plan: Plan): Generator<GroupPlan> {
  for (const version of plan.versions) yield* version.groups.values();
}

function eachGroup(world: World, change: (group: GroupPlan) => GroupPlan): World | undefined {
  return eachVersion(world, (version) => ({
    ...version,
    groups: new Map([...version.groups].map(([name, group]) => [name, change(group)])),
  }));
}

function eachVersion(
  world: World,
  change: (version: VersionPlan) => VersionPlan,
  evenIfSame = false,
): World | undefined {
  return withPlan(world, (plan) => ({ ...plan, versions: plan.versions.map(change) }), evenIfSame);
}

function withPlan(
  world: World,
  change: (plan: Plan) => Plan,
  evenIfSame = false,
): World | undefined {
  const plan = change(world.plan);
  return evenIfSame || written(plan) !== written(world.plan) ? { ...world, plan } : undefined;
}

import { yearOf, yearSpan } from '../../src/calendar/index.ts';
import type { Chance } from '../../src/chance/index.ts';
import { fraction } from '../../src/money/index.ts';
import type { WideLimitPlan } from '../../src/settlement/plan/money-plan.ts';
import type { PeriodPlan } from '../../src/settlement/plan/period-plan.ts';
import type { Plan, VersionPlan, WholePlan } from '../../src/settlement/plan/plan.ts';
import { someNames, stretches } from './random-whole.ts';

/**
 * In about one whole page of six, limits shared in proportion, beside whatever else the page says.
 * Drawn apart, so that every other page stays as it was.
 */
export function withSharedLimits(draw: Chance, plan: Plan): Plan {
  const [first, ...later] = plan.versions;
  if (first?.whole === undefined || !draw.happens(1 / 6)) return plan;
  const limits = Array.from({ length: draw.pick([1, 1, 1, 2]) }, (_, index) =>
    sharedLimit(draw, { plan, first, clause: `Limits/shared ${index + 1}` }),
  );
  return {
    ...plan,
    versions: [
      withLimits(draw, first, limits),
      ...later.map((version) => withLimits(draw, version, otherLimits(draw, limits))),
    ],
  };
}

export function hasSharedLimit({ versions }: Plan): boolean {
  return versions.some(({ whole }) => whole?.limits.some(({ shared }) => shared !== undefined));
}

type Saying = Readonly<{ plan: Plan; first: VersionPlan; clause: string }>;

function sharedLimit(draw: Chance, { plan, first, clause }: Saying): WideLimitPlan {
  const eachYear = draw.happens(0.5);
  const lag = draw.pick([0, 0, 10, 30]);
  const periods = eachYear ? yearsOf(plan) : stretches(plan, 1200);
  return {
    clause,
    most: someSum(draw),
    per: { is: 'contract' },
    ...(draw.happens(0.5) ? { outcomes: someLines(draw, first) } : {}),
    eachYear,
    shared: periods.map((period) => ({ ...period, closesOn: period.last + lag })),
  };
}

/** The years of the contract, cut to its days. */
function yearsOf({ startsOn, endsOn, yearsRunFrom }: Plan): PeriodPlan[] {
  const count = yearOf(endsOn, startsOn, yearsRunFrom);
  return Array.from({ length: count }, (_, index) => {
    const { first, last } = yearSpan(index + 1, startsOn, yearsRunFrom);
    return { name: `year ${index + 1}`, first, last: Math.min(last, endsOn) };
  });
}

/** Pounds, now and then two thirds of a penny besides. */
function someSum(draw: Chance): WideLimitPlan['most'] {
  const pennies = draw.whole(1, draw.pick([20, 120, 400])) * 100;
  return draw.happens(0.2) ? fraction(3 * pennies + 2, 3) : fraction(pennies);
}

/** Names of outcomes, and now and then of a measure. */
function someLines(draw: Chance, { groups, whole }: VersionPlan): string[] {
  const outcomes = [...groups.values()].flatMap((group) => group.outcomes);
  const some = [...new Set(someNames(draw, outcomes))];
  const measures = (whole?.measures ?? []).map(({ name }) => name);
  return draw.happens(0.4) ? [...some, ...measures.slice(0, 1)] : some;
}

/** Before or after the others, as the order on a page may be. */
function withLimits(
  draw: Chance,
  version: VersionPlan,
  shared: readonly WideLimitPlan[],
): VersionPlan {
  if (version.whole === undefined) return version;
  const { limits } = version.whole;
  const whole: WholePlan = {
    ...version.whole,
    limits: draw.happens(0.5) ? [...limits, ...shared] : [...shared, ...limits],
  };
  return { ...version, whole };
}

/** In a later version: the same, another sum, over all lines, or none any more. */
function otherLimits(draw: Chance, limits: readonly WideLimitPlan[]): WideLimitPlan[] {
  return limits.flatMap((limit) => {
    const { outcomes: _outcomes, ...overAll } = limit;
    return draw.pick([[limit], [limit], [{ ...limit, most: someSum(draw) }], [overAll], []]);
  });
}

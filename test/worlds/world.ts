import type { DayNumber } from '../../src/calendar/index.ts';
import { chance } from '../../src/chance/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import type { Plan } from '../../src/settlement/plan/plan.ts';
import { randomFacts } from './random-facts.ts';
import { randomPlan } from './random-plan.ts';
import { hasSharedLimit } from './random-proportion.ts';

/** A contract, what happened under it, and the two days as at which it is asked about. */
export type World = Readonly<{
  seed: string;
  plan: Plan;
  facts: readonly Fact[];
  asAt: Readonly<{ trueBy: DayNumber; knownBy: DayNumber }>;
}>;

/** The world of a seed, the same for ever. */
export function worldOf(seed: string): World {
  const draw = chance(seed);
  const variety = draw.fork('variety').happens(0.95) ? 'market' : 'people';
  const plan = randomPlan(draw.fork('plan'), variety);
  const facts = randomFacts(draw.fork('facts'), plan, variety);
  const days = draw.fork('as at');
  const drawn = days.whole(plan.startsOn + 60, plan.endsOn + 100);
  // What is shared when its period closes is asked about after it often enough.
  const isLate = hasSharedLimit(plan) && draw.fork('close').happens(0.5);
  const trueBy = isLate ? Math.max(drawn, plan.endsOn + 35) : drawn;
  const knownBy = trueBy + days.pick([0, 0, days.whole(0, 60), 200, days.whole(-60, -1)]);
  return { seed, plan, facts, asAt: { trueBy, knownBy } };
}

import type { DayNumber } from '../../src/calendar/index.ts';
import type { Chance } from '../../src/chance/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import { fraction, one } from '../../src/money/index.ts';
import type { CohortPlan, MeasurePlan } from '../../src/settlement/plan/measure-plan.ts';
import type { Plan } from '../../src/settlement/plan/plan.ts';
import type { Told } from './random-facts.ts';
import { providers } from './random-plan.ts';

type Making = Readonly<{ draw: Chance; plan: Plan; tell: (told: Told) => Fact }>;

/** What happens to no participant: providers join and leave, estimates are signed, sums adjusted. */
export function marketFacts(making: Making): void {
  for (const provider of providers) comingAndGoing(making, provider);
  adjustments(making);
  signatures({ ...making, draw: making.draw.fork('signatures') });
  const measures = making.plan.versions.flatMap(({ whole }) => whole?.measures ?? []);
  const estimated = measures.filter(({ core }) => core.is === 'estimated');
  for (const measure of new Map(estimated.map((each) => [each.name, each])).values()) {
    for (const cohort of measure.cohorts) estimates(making, measure, cohort);
  }
}

function comingAndGoing({ draw, plan, tell }: Making, provider: string): void {
  const joinedOn = plan.startsOn + draw.pick([0, 0, 20, draw.whole(0, 90)]);
  const announced = { known: joinedOn - draw.whole(0, 20) };
  if (draw.happens(0.7)) {
    tell({ kind: 'joined', provider, day: joinedOn, ...(draw.happens(0.3) ? announced : {}) });
  }
  if (draw.happens(0.2)) {
    tell({ kind: 'left', provider, day: draw.whole(joinedOn + 30, plan.endsOn + 20) });
  }
}

/** Where there are two versions, some providers sign the second late, or never. */
function signatures({ draw, plan, tell }: Making): void {
  if (plan.versions.length < 2 || draw.happens(0.4)) return;
  for (const provider of providers) {
    if (draw.happens(0.3)) continue;
    tell({ kind: 'bound', provider, day: plan.startsOn, known: plan.startsOn, value: one });
    if (draw.happens(0.6)) continue;
    const day = draw.whole(plan.startsOn + 20, plan.endsOn);
    tell({ kind: 'bound', provider, day, value: fraction(2) });
  }
}

function adjustments({ draw, plan, tell }: Making): void {
  for (let left = draw.pick([0, 0, 0, 1, 2]); left > 0; left -= 1) {
    tell({
      kind: 'adjustment',
      provider: draw.pick(providers),
      day: draw.whole(plan.startsOn, plan.endsOn),
      value: fraction(draw.whole(-60, 60), draw.pick([1, 1, 100])),
      ...(draw.happens(0.7) ? {} : { state: 'claimed' }),
    });
  }
}

/** For the programme or for each provider; most of them signed some time after the cohort ended. */
function estimates(making: Making, measure: MeasurePlan, cohort: CohortPlan): void {
  const { draw, tell } = making;
  for (const provider of measure.per === 'provider' ? providers : [undefined]) {
    if (draw.happens(0.25)) continue;
    const value = draw.whole(-4, 20);
    const day: DayNumber = cohort.last + draw.pick([-10, 0, 20, 50]);
    const isUnnamed = measure.cohorts.length === 1 && draw.happens(0.3);
    const bounds = { low: fraction(value - 2, 2), high: fraction(value + 2, 2) };
    tell({
      kind: measure.name,
      day,
      value: fraction(value, 2),
      ...(draw.happens(0.85) ? bounds : {}),
      ...(isUnnamed ? {} : { cohort: cohort.name }),
      ...(provider === undefined ? {} : { provider }),
      state: draw.happens(0.9) ? 'verified' : 'claimed',
    });
  }
}

import type { OutcomePlan, Plan } from '../../src/settlement/index.ts';
import { withLimitsAndBands } from './with-limits-and-bands.ts';

/** Without bands and limits of many, and with nothing paid to contributors. */
export function withPeopleAlone(plan: Plan): Plan {
  const alone = withOutcomes(withLimitsAndBands(plan), withoutBands);
  const versions = alone.versions.map((version) => ({
    ...version,
    ...(version.whole ? { whole: { ...version.whole, limits: [] } } : {}),
  }));
  return { ...alone, versions };
}

/** With bands and limits of many, and with nothing paid to contributors. */
export function withPeopleInLine(plan: Plan): Plan {
  return withOutcomes(withLimitsAndBands(plan), ofOneProvider);
}

function withOutcomes(plan: Plan, change: (outcome: OutcomePlan) => OutcomePlan): Plan {
  const versions = plan.versions.map((version) => ({
    ...version,
    groups: new Map(
      [...version.groups].map(([name, group]) => {
        return [name, { ...group, outcomes: group.outcomes.map(change) }];
      }),
    ),
  }));
  return { ...plan, versions };
}

function withoutBands(outcome: OutcomePlan): OutcomePlan {
  const { bands: _, ...price } = outcome.price;
  const rows = price.rows.filter(({ band = 0 }) => band === 0);
  return { ...outcome, price: { ...price, rows, shares: [] } };
}

function ofOneProvider(outcome: OutcomePlan): OutcomePlan {
  return { ...outcome, price: { ...outcome.price, shares: [] } };
}

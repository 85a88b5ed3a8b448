import type { OutcomePlan, Plan } from '../../src/settlement/index.ts';
import { withLimitsAndBands } from './with-limits-and-bands.ts';

/** Without bands and limits of many, and with nothing paid to contributors. */
export function withPeopleAlone(plan: Plan): Plan {
  const alone = withLimitsAndBands(plan);
  const versions = alone.versions.map((version) => ({
    ...version,
    groups: new Map(
      [...version.groups].map(([name, group]) => {
        return [name, { ...group, outcomes: group.outcomes.map(ofOneProvider) }];
      }),
    ),
    ...(version.whole ? { whole: { ...version.whole, limits: [] } } : {}),
  }));
  return { ...alone, versions };
}

function ofOneProvider(outcome: OutcomePlan): OutcomePlan {
  const { bands: _, ...price } = outcome.price;
  const rows = price.rows.filter(({ band = 0 }) => band === 0);
  return { ...outcome, price: { ...price, rows, shares: [] } };
}

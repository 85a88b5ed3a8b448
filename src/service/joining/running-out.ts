import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Contract } from '../../contract/index.ts';
import { joiningConditions } from '../../market/index.ts';
import type { ConditionShown } from '../../store/joining/index.ts';

const daysAhead = 60;

/** Whether a condition holds for a while yet, has to be shown again soon, or has run out. */
export type Holding = 'holds' | 'runs_out' | 'ran_out';

/** How long what was shown still holds. */
export function holdingOf(until: string | null, today: string): Holding {
  if (until === null) return 'holds';
  if (until < today) return 'ran_out';
  return until <= dayOf(dayNumber(today as Day) + daysAhead) ? 'runs_out' : 'holds';
}

/** What was shown, with the sentences of the page. */
export function heldConditions(
  contract: Contract,
  shown: readonly ConditionShown[],
  today: string,
) {
  const sentences = new Map(joiningConditions(contract).map((each) => [each.key, each.sentence]));
  return shown.map(({ condition, until, shownOn }) => ({
    condition,
    sentence: sentences.get(condition) ?? condition,
    shownOn,
    ...(until === null ? {} : { until }),
    holding: holdingOf(until, today),
  }));
}

import type { DayNumber } from '../../calendar/index.ts';
import type { Fraction } from '../../money/index.ts';
import { countedQuantities } from '../pay/counted-quantity.ts';
import type { SettledParticipant } from '../settle-participant.ts';

/** One participant, with what was achieved and stands. */
export type Evidence = Readonly<{ settled: SettledParticipant; achieved: readonly Achieved[] }>;

/**
 * That an outcome was achieved: how often, by whose provider, and since when that has been known.
 * Days and units of one month or fact that became known one after another are several.
 */
export type Achieved = Readonly<{
  outcome: string;
  provider: string;
  day: DayNumber;
  quantity: Fraction;
  knownOn: DayNumber;
}>;

/**
 * What a measure may count of one participant. A line shared with contributors is one achievement;
 * what another route or a dearer outcome takes the place of was achieved all the same.
 */
export function evidenceOf(settled: SettledParticipant): Evidence {
  const seen = new Set<unknown>();
  const achieved: Achieved[] = [];
  for (const draft of settled.drafts()) {
    const { earned, refusal } = draft;
    if (seen.has(earned)) continue;
    if (refusal && refusal.reason !== 'route') continue;
    seen.add(earned);
    const { placed, attachment, achievement } = earned;
    const what = { outcome: placed.outcome.name, provider: attachment.provider };
    for (const { quantity, payableOn } of countedQuantities(draft)) {
      achieved.push({ ...what, day: achievement.day, quantity, knownOn: payableOn });
    }
  }
  return { settled, achieved };
}

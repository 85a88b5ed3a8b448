import type { DayNumber } from '../../calendar/index.ts';
import { payableOnOf } from '../pay/draft.ts';
import type { SettledParticipant } from '../settle-participant.ts';

/** One participant, with what was achieved and stands. */
export type Evidence = Readonly<{ settled: SettledParticipant; achieved: readonly Achieved[] }>;

/** One time an outcome was achieved, by whose provider, and since when that has been known. */
export type Achieved = Readonly<{
  outcome: string;
  provider: string;
  day: DayNumber;
  knownOn: DayNumber;
}>;

/**
 * What a measure may count of one participant. A line shared with contributors is one achievement;
 * what another route or a dearer outcome takes the place of was achieved all the same.
 */
export function evidenceOf(settled: SettledParticipant): Evidence {
  const seen = new Set<unknown>();
  const achieved: Achieved[] = [];
  for (const draft of settled.drafts) {
    const { earned, refusal } = draft;
    const knownOn = payableOnOf(draft);
    if (seen.has(earned) || knownOn === undefined) continue;
    if (refusal && refusal.reason !== 'route' && refusal.reason !== 'replaced') continue;
    seen.add(earned);
    const { placed, attachment, achievement } = earned;
    const { day } = achievement;
    achieved.push({ outcome: placed.outcome.name, provider: attachment.provider, day, knownOn });
  }
  return { settled, achieved };
}

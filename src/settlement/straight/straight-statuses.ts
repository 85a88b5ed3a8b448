import type { DayNumber } from '../../calendar/index.ts';
import { addStatus, type StatusSums } from '../status-counts.ts';
import type { AchievedRows, AttachedOnce } from './achieved-rows.ts';

/** Today's achievements, and what they would be if everything unsure turned out well. */
export type Hoped = Readonly<{ today: AchievedRows; hopeful: AchievedRows | undefined }>;

/**
 * Counts the first that fits of achieved, not known, not yet due and not achieved, for each outcome
 * of the group of somebody who was attached once.
 */
export function countStraightStatuses(
  { group, day }: AttachedOnce,
  { today, hopeful }: Hoped,
  { trueBy, statuses }: Readonly<{ trueBy: DayNumber; statuses: StatusSums }>,
): void {
  if (day > trueBy) return;
  const { outcomes } = group;
  for (let place = 0; place < outcomes.length; place += 1) {
    const outcome = outcomes[place];
    if (outcome === undefined) continue;
    const times = today.times[place] as number;
    if (times > 0) addStatus(statuses, 'achieved', times);
    else if (hopeful !== undefined && (hopeful.times[place] as number) > 0)
      addStatus(statuses, 'notKnown', 1);
    else if (outcome.most > 0 && (today.lastOn[place] as number) > trueBy)
      addStatus(statuses, 'notYetDue', 1);
    else addStatus(statuses, 'notAchieved', 1);
  }
}

import { type Status, type StatusCounts, tellStatuses } from './achieve/statuses.ts';
import type { SettledParticipant } from './settle-participant.ts';

/** Counts of statuses that are still growing. */
export type StatusSums = { -readonly [Status in keyof StatusCounts]: number };

export function noStatuses(): StatusSums {
  return { achieved: 0, notAchieved: 0, notYetDue: 0, notKnown: 0, setAside: 0 };
}

/** Counts one participant's outcomes; a further repeat achieved counts once more. */
export function countStatuses(sums: StatusSums, settled: CountedParticipant): void {
  tellStatuses(settled.work, settled, (status, times) => {
    addStatus(sums, status, Math.max(1, times));
  });
}

// A place that is looked up by its name among so many takes as long as finding the status.
export function addStatus(sums: StatusSums, status: Status, times: number): void {
  switch (status) {
    case 'achieved':
      sums.achieved += times;
      return;
    case 'notAchieved':
      sums.notAchieved += times;
      return;
    case 'notYetDue':
      sums.notYetDue += times;
      return;
    case 'notKnown':
      sums.notKnown += times;
      return;
    case 'setAside':
      sums.setAside += times;
  }
}

type CountedParticipant = Pick<SettledParticipant, 'participant' | 'today' | 'hopeful' | 'work'>;

export function addStatuses(sums: StatusSums, counts: StatusCounts): void {
  sums.achieved += counts.achieved;
  sums.notAchieved += counts.notAchieved;
  sums.notYetDue += counts.notYetDue;
  sums.notKnown += counts.notKnown;
  sums.setAside += counts.setAside;
}

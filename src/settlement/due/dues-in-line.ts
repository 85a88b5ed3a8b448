import { type Place, sortedInLine } from '../pay/place-in-line.ts';
import type { Due } from './due.ts';

/** Step 6 for lines of every kind: those of no participant before those of one. */
export function duesInLine(dues: readonly Due[]): Due[] {
  return sortedInLine(dues, (due) => ({ payableOn: due.payableOn, place: placeOfDue(due) }));
}

export function placeOfDue({ day, participant = '', order, number, line }: Due): Place {
  return { day, participant, order, number, name: () => line };
}

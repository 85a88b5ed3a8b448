import type { DayNumber } from '../../calendar/index.ts';

/** Days in their order, each once. They are few, and their room is used again. */
export type DayList = { count: number; days: Int32Array };

const roomFirst = 16;

export function dayList(): DayList {
  return { count: 0, days: new Int32Array(roomFirst) };
}

/** Adds a day in its place, unless it is there. */
export function addToList(list: DayList, day: DayNumber): void {
  let { days } = list;
  let at = list.count;
  while (at > 0 && (days[at - 1] as number) > day) at -= 1;
  if (at > 0 && days[at - 1] === day) return;
  if (list.count === days.length) {
    days = new Int32Array(2 * days.length);
    days.set(list.days);
    list.days = days;
  }
  for (let later = list.count; later > at; later -= 1) days[later] = days[later - 1] as number;
  days[at] = day;
  list.count += 1;
}

/** The day in a place; undefined outside of the list. */
export function dayInList({ count, days }: DayList, at: number): DayNumber | undefined {
  return at >= 0 && at < count ? days[at] : undefined;
}

/** The place of the last of the days that is not after a day; before the first where none is. */
export function lastBy({ count, days }: DayList, day: DayNumber): number {
  let at = count - 1;
  while (at >= 0 && (days[at] as number) > day) at -= 1;
  return at;
}

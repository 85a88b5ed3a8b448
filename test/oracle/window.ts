import { type DayNumber, type Length, lastDayOf } from '../../src/calendar/index.ts';
import type { OutcomePlan, Plan, VersionPlan, WindowPlan } from '../../src/settlement/plan/plan.ts';
import type { Instance } from './attachments.ts';
import { type Days, daysIn, isOverruled } from './days.ts';
import { factsOf, firstDayOf, helpfulStates, type View } from './facts-in-force.ts';

/** The days on which an outcome must happen. Without a last day it is open to the end. */
export type Window = Readonly<{ first: DayNumber; last: DayNumber | undefined }>;

export type Setting = Readonly<{
  plan: Plan;
  view: View;
  outcome: OutcomePlan;
  instance: Instance;
  /** Kinds whose sources are ranked, highest first. */
  ranks: VersionPlan['ranks'];
  /** The first day on which another outcome was achieved, seen from this instance. */
  firstAchieved: (outcome: string) => DayNumber | undefined;
}>;

/** The window, or undefined where its anchor has not happened. */
export function windowOf(setting: Setting): Window | undefined {
  const { outcome, instance } = setting;
  const { window } = outcome;
  if (window === undefined) return { first: instance.start, last: undefined };
  const anchor = anchorDay(setting, window);
  if (anchor === undefined) return undefined;
  // Both ends of "between M and N of X" are counted from X.
  const start = window.starts === 'on the day' ? anchor : anchor + 1;
  const paused = pausedDays(setting);
  const endOf = (length: Length) =>
    lengthened({ first: start, last: lastDayOf(start, length, window.working) }, paused);
  const opens = window.opensAfter === undefined ? start : endOf(window.opensAfter) + 1;
  const first = Math.max(opens, window.firstDay ?? opens);
  let last = window.length === undefined ? undefined : endOf(window.length);
  if (window.lastDay !== undefined) last = Math.min(last ?? window.lastDay, window.lastDay);
  return { first, last };
}

/** Windows lengthen by the paused days: the last day is that of the last day that is not paused. */
function lengthened(window: Readonly<{ first: DayNumber; last: DayNumber }>, paused: Days) {
  let left = window.last - window.first + 1;
  let day = window.first - 1;
  while (left > 0) {
    day += 1;
    if (!paused.has(day)) left -= 1;
  }
  return day;
}

export function pausedDays({ view, outcome }: Setting): Days {
  return daysIn(view, { kinds: outcome.pausedBy, states: outcome.states });
}

function anchorDay(setting: Setting, { anchor }: WindowPlan): DayNumber | undefined {
  const { plan, view, outcome, instance, ranks } = setting;
  switch (anchor.is) {
    case 'contract':
      return plan.startsOn;
    case 'attachment':
      return instance.attachments[0]?.day;
    case 'referral':
      return instance.referral;
    case 'outcome':
      return setting.firstAchieved(anchor.outcome);
    case 'kind': {
      // What is unverified counts, where it may, only where nothing verified does.
      for (const states of [outcome.states, helpfulStates(view, outcome.states)]) {
        const facts = factsOf(view, [anchor.kind], states).map(({ fact }) => fact);
        const first = facts.find(
          (fact) =>
            firstDayOf(fact) >= instance.start &&
            !isOverruled({ view, ranks, facts }, fact, firstDayOf(fact)),
        );
        if (first !== undefined) return firstDayOf(first);
      }
      return undefined;
    }
  }
}

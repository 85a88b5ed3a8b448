import type { DayNumber } from '../../src/calendar/index.ts';
import type { OutcomePlan, Plan, VersionPlan } from '../../src/settlement/plan/plan.ts';
import {
  type Achievement,
  type Asked,
  type Person,
  personOf,
  seenFor,
  versionFor,
  windowFor,
} from './achieve.ts';
import { type Attachment, covers, type Instance, instancesOf } from './attachments.ts';
import { daysIn } from './days.ts';
import { type AsAt, type Chain, viewOf } from './facts-in-force.ts';
import type { Window } from './window.ts';

export type Counts = {
  achieved: number;
  notAchieved: number;
  notYetDue: number;
  notKnown: number;
  setAside: number;
};

/** What became of an outcome in an attachment, and the days on which it may yet have happened. */
export type Status = Readonly<{
  attachment: Attachment;
  outcome: string;
  is: keyof Counts;
  times: number;
  hoped: readonly DayNumber[];
}>;

export function noCounts(): Counts {
  return { achieved: 0, notAchieved: 0, notYetDue: 0, notKnown: 0, setAside: 0 };
}

/**
 * DESIGN 4: each outcome of each attachment is the first of these that fits, and each further repeat
 * achieved counts once more. What was achieved before being set aside stays achieved.
 */
export function statusesOf(plan: Plan, chains: readonly Chain[], today: AsAt): Status[] {
  const person = personOf(plan, viewOf(chains, today, { ...today, hopes: 'counted' }));
  const hoped = personOf(plan, viewOf(chains, today, { ...today, hopes: 'hoped' }));
  const [first] = plan.versions;
  const { attachments } = seenFor(person, first as VersionPlan).everyStay;
  return attachments.flatMap((attachment) => {
    const version = versionFor(plan, attachment, today.trueBy);
    const { setAsideOn } = seenFor(person, version);
    const outcomes = version.groups.get(attachment.group)?.outcomes ?? [];
    return outcomes.map((outcome): Status => {
      const achieved = achievedIn(person, outcome, attachment);
      const may = achievedIn(hoped, outcome, attachment);
      const is =
        achieved.length > 0
          ? 'achieved'
          : setAsideOn !== undefined
            ? 'setAside'
            : may.length > 0
              ? 'notKnown'
              : isStillOpen({ person, outcome, attachment }, today)
                ? 'notYetDue'
                : 'notAchieved';
      return {
        attachment,
        outcome: outcome.name,
        is,
        times: Math.max(achieved.length, 1),
        hoped: may.map(({ day }) => day),
      };
    });
  });
}

function achievedIn(
  person: Person,
  { name }: OutcomePlan,
  attachment: Attachment,
): readonly Achievement[] {
  const achieved = person.achieved.get(name) ?? [];
  return achieved.filter((each) => each.attachment.id === attachment.id);
}

type Unachieved = Readonly<{ person: Person; outcome: OutcomePlan; attachment: Attachment }>;

/** Its window is open after the day; without a window it is, until the programme ends. */
function isStillOpen({ person, outcome, attachment }: Unachieved, { trueBy }: AsAt): boolean {
  const { plan } = person;
  const version = versionFor(plan, attachment, trueBy);
  const { stays } = seenFor(person, version);
  const instance = instancesOf(stays, outcome, version.whose).find(({ attachments }) =>
    attachments.some(({ id }) => id === attachment.id),
  );
  if (instance === undefined) return false;
  // Of two referrals of one day the first has no days.
  if (!instance.holds(instance.start)) return false;
  if (hadAllTimes(person, outcome, instance)) return false;
  const asked = { person, version, outcome, instance };
  const window = windowFor(asked);
  if (window === undefined) return plan.endsOn > trueBy;
  if (window.last !== undefined && window.last < window.first) return false;
  return (window.last ?? plan.endsOn) > trueBy && !hasHappened(asked, window);
}

/** Achieved as often as it can be, though perhaps in another attachment, it can be no more. */
function hadAllTimes(person: Person, outcome: OutcomePlan, { scope, key }: Instance): boolean {
  const { name, times, condition } = outcome;
  if (times === 'any' || condition.is === 'each day' || condition.is === 'each unit') return false;
  const had = (person.achieved.get(name) ?? []).filter(
    ({ instance, isOthers }) => !isOthers && instance.scope === scope && instance.key === key,
  );
  return had.length >= times;
}

/** What was not to happen and has happened is decided, though the window is open. */
function hasHappened({ person, version, outcome, instance }: Asked, window: Window): boolean {
  const { condition, states } = outcome;
  if (condition.is !== 'absent') return false;
  const days = daysIn(seenFor(person, version).view, { kinds: condition.kinds, states });
  const first = Math.max(window.first, instance.start);
  return [...days].some((day) => {
    const isAttached = instance.attachments.some((each) => covers(each, day));
    const canCount = instance.holds(day) && (isAttached || outcome.whileAttached !== true);
    return canCount && day >= first && day <= (window.last ?? day);
  });
}

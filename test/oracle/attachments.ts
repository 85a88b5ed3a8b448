import { type DayNumber, lastDayOf } from '../../src/calendar/index.ts';
import type { OutcomePlan, Plan, VersionPlan } from '../../src/settlement/plan.ts';
import { compareTexts, factsOf, firstDayOf, type View } from './facts-in-force.ts';

export type Attachment = Readonly<{
  id: string;
  day: DayNumber;
  /** The day it was left; undefined while it goes on. */
  last: DayNumber | undefined;
  provider: string;
  group: string;
  with: readonly string[];
  /** The referral it belongs to, or its own id where nobody recorded one. */
  referral: string;
}>;

export type Referral = Readonly<{ id: string; day: DayNumber; last: DayNumber | undefined }>;

export type Stays = Readonly<{
  attachments: readonly Attachment[];
  referrals: readonly Referral[];
}>;

/** Where an outcome can be achieved so many times: an attachment, a referral, or the participant. */
export type Instance = Readonly<{
  scope: OutcomePlan['scope'];
  key: string;
  start: DayNumber;
  /** Whether what happens on the day is this instance's. */
  holds: (day: DayNumber) => boolean;
  /** The attachment that would be paid for an outcome of the day. */
  holder: (day: DayNumber) => Attachment | undefined;
  /** Whether the outcome of the day would be paid for here, and not as somebody else's. */
  owns: (day: DayNumber) => boolean;
  attachments: readonly Attachment[];
  referral: DayNumber | undefined;
}>;

const verified = ['verified'] as const;

/** Every stay of the participant with a provider, the earliest first; ties by id. */
export function staysIn(plan: Plan, view: View): Stays {
  const attached = factsOf(view, ['attached'], verified).filter((each) => day(each) <= plan.endsOn);
  const lefts = factsOf(view, ['left'], verified);
  const referred = factsOf(view, ['referred'], verified).filter((each) => {
    const until = versionOn(plan, day(each)).referralsUntil ?? plan.endsOn;
    return day(each) <= Math.min(until, plan.endsOn);
  });
  const without = attached.filter((each) => !referred.some((r) => day(r) <= day(each)));
  const starts = [...referred, ...without].sort(
    (a, b) => day(a) - day(b) || compareTexts(a.identity, b.identity),
  );
  const referrals = starts.map((each, index) => {
    const next = starts[index + 1];
    return {
      id: each.identity,
      day: day(each),
      last: next === undefined ? undefined : day(next) - 1,
    };
  });
  const attachments = attached.map((each) => {
    const { fact } = each;
    const left = lefts.find(
      ({ fact: left }) =>
        firstDayOf(left) >= firstDayOf(fact) &&
        (left.provider === undefined || left.provider === fact.provider),
    );
    const own = referred.filter((r) => day(r) <= day(each)).at(-1);
    const { partEnds } = versionOn(plan, day(each));
    const ends = [
      ...(left === undefined ? [] : [day(left)]),
      ...(partEnds === undefined ? [] : [lastDayOf(day(each), partEnds)]),
    ];
    return {
      id: each.identity,
      day: day(each),
      last: ends.length === 0 ? undefined : Math.min(...ends),
      provider: fact.provider as string,
      group: fact.group as string,
      with: [...(fact.with ?? []), ...(own?.fact.with ?? [])],
      referral: own?.identity ?? each.identity,
    };
  });
  attachments.sort((a, b) => a.day - b.day || compareTexts(a.id, b.id));
  return { attachments, referrals };
}

function day(each: Readonly<{ fact: View['inForce'][number]['fact'] }>): DayNumber {
  return firstDayOf(each.fact);
}

/** The version in force on a day, for what is settled by the day alone. */
export function versionOn(plan: Plan, day: DayNumber): VersionPlan {
  let found = plan.versions[0] as VersionPlan;
  for (const version of plan.versions.slice(1)) if (day >= version.countsFrom) found = version;
  return found;
}

export function covers(attachment: Attachment, day: DayNumber): boolean {
  return attachment.day <= day && (attachment.last === undefined || attachment.last >= day);
}

/**
 * Whose outcome: the provider attached on its day (the earlier where there are two), and after an
 * attachment ends, its last; or the first or the last so far, where the page says so.
 */
export function ownerOf(
  stays: Stays,
  whose: VersionPlan['whose'],
  day: DayNumber,
): Attachment | undefined {
  const begun = stays.attachments.filter((each) => each.day <= day);
  switch (whose) {
    case 'first':
      return begun[0];
    case 'last':
      return begun.at(-1);
    case 'attached': {
      const covering = begun.find((each) => covers(each, day));
      if (covering !== undefined) return covering;
      let latest: Attachment | undefined;
      for (const each of begun) {
        if (latest === undefined || (each.last ?? 0) > (latest.last ?? 0)) latest = each;
      }
      return latest;
    }
  }
}

/** Every place in which this outcome can be achieved. */
export function instancesOf(
  stays: Stays,
  outcome: OutcomePlan,
  whose: VersionPlan['whose'],
): Instance[] {
  const owner = (day: DayNumber) => ownerOf(stays, whose, day);
  const { attachments, referrals } = stays;
  const first = attachments[0];
  if (first === undefined) return [];
  switch (outcome.scope) {
    case 'attachment':
      return attachments.map((each) => ({
        scope: 'attachment',
        key: each.id,
        start: each.day,
        holds: (day) => day >= each.day && (owner(day)?.id === each.id || covers(each, day)),
        holder: () => each,
        owns: (day) => owner(day)?.id === each.id,
        attachments: [each],
        referral: referrals.find(({ id }) => id === each.referral)?.day,
      }));
    case 'referral':
      return referrals.map((each) => ({
        scope: 'referral',
        key: each.id,
        start: each.day,
        holds: (day) => day >= each.day && (each.last === undefined || day <= each.last),
        holder: owner,
        owns: () => true,
        attachments: attachments.filter(({ referral }) => referral === each.id),
        referral: each.day,
      }));
    case 'participant': {
      const referral = referrals[0]?.day ?? first.day;
      const start = outcome.window?.anchor.is === 'referral' ? referral : first.day;
      return [
        {
          scope: 'participant',
          key: '',
          start,
          holds: (day) => day >= start,
          holder: owner,
          owns: () => true,
          attachments,
          referral,
        },
      ];
    }
  }
}

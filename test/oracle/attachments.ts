import { type DayNumber, lastDayOf } from '../../src/calendar/index.ts';
import type { OutcomePlan, Plan, VersionPlan } from '../../src/settlement/plan/plan.ts';
import { compareTexts, factsOf, firstDayOf, type InForce, type View } from './facts-in-force.ts';

export type Attachment = Readonly<{
  id: string;
  day: DayNumber;
  /** The day it was left; undefined while it goes on. */
  last: DayNumber | undefined;
  provider: string;
  group: string;
  with: readonly string[];
  named: string;
  /** The referral it belongs to, or its own id where nobody recorded one. */
  referral: string;
}>;

export type Referral = Readonly<{
  id: string;
  day: DayNumber;
  last: DayNumber | undefined;
  /** Whom the referral names. */
  to: string | undefined;
  with: readonly string[];
}>;

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
  /** To whom outcomes of the day belong, whoever sees them. */
  owner: (day: DayNumber) => Attachment | undefined;
  /** Whether the outcome of the day would be paid for here, and not as somebody else's. */
  owns: (day: DayNumber) => boolean;
  attachments: readonly Attachment[];
  referral: DayNumber | undefined;
}>;

const verified = ['verified'] as const;

/** Every stay of the participant with a provider, the earliest first; ties by id. */
export function staysIn(plan: Plan, version: VersionPlan, view: View): Stays {
  const inProgramme = (each: InForce) => day(each) >= plan.startsOn && day(each) <= plan.endsOn;
  const attached = factsOf(view, ['attached'], verified).filter(inProgramme);
  // A provider that leaves the programme ends no attachment.
  const lefts = factsOf(view, ['left'], verified).filter(({ fact }) => fact.participant);
  const until = version.referralsUntil ?? plan.endsOn;
  const referred = factsOf(view, ['referred'], verified).filter(
    (each) => inProgramme(each) && day(each) <= until,
  );
  const attachments = attached.flatMap((each) => {
    const own = referred.filter((r) => day(r) <= day(each)).at(-1);
    const { partEnds } = version;
    const to = attachedTo(version, each);
    if (to === undefined) return [];
    return {
      id: each.identity,
      day: day(each),
      last: partEnds && lastDayOf(day(each), partEnds),
      provider: to,
      /** Whom a fact of leaving names. */
      named: each.fact.provider as string,
      group: each.fact.group as string,
      with: [...(each.fact.with ?? []), ...(own?.fact.with ?? [])],
      referral: own?.identity ?? each.identity,
    };
  });
  attachments.sort((a, b) => a.day - b.day || compareTexts(a.id, b.id));
  endStays(attachments, lefts);
  return { attachments, referrals: referralsOf(referred, attachments) };
}

/** On a subcontract's page the first rule that fits says to whom; without one it is not attached. */
function attachedTo({ whole }: VersionPlan, { fact }: InForce): string | undefined {
  if (whole?.attachedHere === undefined) return fact.provider as string;
  const rule = whole.attachedHere.find(
    (each) =>
      each.provider === fact.provider && each.with.every((one) => (fact.with ?? []).includes(one)),
  );
  return rule?.to;
}

/** Each fact of leaving ends one stay that covers its day, the one attached first. */
function endStays(
  attachments: { day: DayNumber; last: DayNumber | undefined; named: string }[],
  lefts: readonly InForce[],
): void {
  const ended = new Set<object>();
  for (const left of lefts) {
    const { provider } = left.fact;
    const stay = attachments.find(
      (each) =>
        !ended.has(each) &&
        each.day <= day(left) &&
        (each.last === undefined || each.last >= day(left)) &&
        (provider === undefined || provider === each.named),
    );
    if (stay === undefined) continue;
    stay.last = day(left);
    ended.add(stay);
  }
}

/** The referrals, and each attachment that stands for one, until the day before the next. */
function referralsOf(
  referred: readonly InForce[],
  attachments: readonly Attachment[],
): readonly Referral[] {
  const alone = attachments.filter(({ id, referral }) => id === referral);
  const starts = [
    ...referred.map((each) => ({
      id: each.identity,
      day: day(each),
      to: each.fact.provider,
      with: each.fact.with ?? [],
    })),
    ...alone.map((each) => ({ id: each.id, day: each.day, to: each.provider, with: each.with })),
  ];
  starts.sort((a, b) => a.day - b.day || compareTexts(a.id, b.id));
  return starts.map((start, index) => {
    const next = starts[index + 1];
    return { ...start, last: next === undefined ? undefined : next.day - 1 };
  });
}

function day(each: InForce): DayNumber {
  return firstDayOf(each.fact);
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
        owner,
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
        // Where a referral has no provider yet, what happens falls to its first.
        holder: (day) => owner(day) ?? attachments.find(({ referral }) => referral === each.id),
        owner,
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
          // What can count before anybody is attached falls to the first.
          holder: (day) => owner(day) ?? first,
          owner,
          owns: () => true,
          attachments,
          referral,
        },
      ];
    }
  }
}

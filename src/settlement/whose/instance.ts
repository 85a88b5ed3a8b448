import type { DayNumber, Span } from '../../calendar/index.ts';
import { never } from '../plan/open-days.ts';
import type { OutcomePlan } from '../plan/plan.ts';
import { findOwner, type Ownership, territoryOf } from './ownership.ts';
import type { Attachment, Roster } from './roster.ts';

/**
 * One outcome has one instance for each scope: for the participant, each attachment or each
 * referral. How often it can be achieved is counted within it.
 */
export type Instance = Readonly<{
  scope: OutcomePlan['scope'];
  /** The id of the attachment or the referral; empty for the participant. */
  key: string;
  /** The days that can count. Nothing before its first day does. */
  span: Span;
  attachments: readonly Attachment[];
  attachmentDay: DayNumber | undefined;
  referralDay: DayNumber;
}>;

/** Instances that were asked for so far: the same for every outcome of a scope. */
export type InstancesByScope = {
  attachment?: readonly Instance[];
  referral?: readonly Instance[];
  participant?: readonly Instance[];
  participantFromReferral?: readonly Instance[];
};

type TakingPart = Readonly<{
  roster: Roster;
  ownership: readonly Ownership[];
  instances: InstancesByScope;
}>;

/** The instances of an outcome, in the order of their first days. */
export function instancesOf(
  { scope, window }: Pick<OutcomePlan, 'scope' | 'window'>,
  { roster, ownership, instances }: TakingPart,
): readonly Instance[] {
  switch (scope) {
    case 'attachment':
      instances.attachment ??= roster.attachments.map((each) =>
        instanceOfAttachment(each, ownership),
      );
      return instances.attachment;
    case 'referral':
      instances.referral ??= instancesOfReferrals(roster);
      return instances.referral;
    case 'participant': {
      const isFromReferral = window?.anchor.is === 'referral';
      const known = isFromReferral ? 'participantFromReferral' : 'participant';
      instances[known] ??= instanceOfParticipant(roster, isFromReferral);
      return instances[known];
    }
  }
}

/** Whether two instances of different outcomes concern the same scope, or one within the other. */
export function areTogether(a: Instance, b: Instance): boolean {
  if (a.scope === b.scope) return a.key === b.key;
  if (a.scope === 'participant' || b.scope === 'participant') return true;
  return a.attachments.some((one) => b.attachments.some((other) => one.id === other.id));
}

/** The owner of a day; before anybody was attached, the first who is (of the referral). */
export function findOwnerIn(
  { attachments }: Instance,
  ownership: readonly Ownership[],
  day: DayNumber,
): Attachment | undefined {
  return findOwner(ownership, day) ?? attachments[0];
}

function instanceOfAttachment(attachment: Attachment, ownership: readonly Ownership[]): Instance {
  return {
    scope: 'attachment',
    key: attachment.id,
    span: territoryOf(attachment, ownership),
    attachments: [attachment],
    attachmentDay: attachment.day,
    referralDay: attachment.referral.day,
  };
}

/** From the day of a referral to the day before the participant's next. */
function instancesOfReferrals({ units, attachments }: Roster): readonly Instance[] {
  return units.flatMap((unit, index): readonly Instance[] => {
    const last = (units[index + 1]?.day ?? never + 1) - 1;
    if (last < unit.day) return [];
    const own = attachments.filter((each) => each.referral.id === unit.id);
    return [
      {
        scope: 'referral',
        key: unit.id,
        span: { first: unit.day, last },
        attachments: own,
        attachmentDay: own[0]?.day,
        referralDay: unit.day,
      },
    ];
  });
}

/** From the first attachment on, or from the first referral where the window is counted from it. */
function instanceOfParticipant(roster: Roster, isFromReferral: boolean): readonly Instance[] {
  const [attachment] = roster.attachments;
  const [unit] = roster.units;
  if (attachment === undefined || unit === undefined) return [];
  return [
    {
      scope: 'participant',
      key: '',
      span: { first: isFromReferral ? unit.day : attachment.day, last: never },
      attachments: roster.attachments,
      attachmentDay: attachment.day,
      referralDay: unit.day,
    },
  ];
}

import type { DayNumber, Span } from '../../calendar/index.ts';
import type { OutcomePlan } from '../plan/plan.ts';
import { type Ownership, territoryOf } from './ownership.ts';
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

const never = Number.POSITIVE_INFINITY;

/** The instances of an outcome, in the order of their first days. */
export function instancesOf(
  outcome: OutcomePlan,
  roster: Roster,
  ownership: readonly Ownership[],
): readonly Instance[] {
  switch (outcome.scope) {
    case 'attachment':
      return roster.attachments.map((each) => instanceOfAttachment(each, ownership));
    case 'referral':
      return instancesOfReferrals(roster);
    case 'participant':
      return instanceOfParticipant(outcome, roster);
  }
}

/** Whether two instances of different outcomes concern the same scope, or one within the other. */
export function areTogether(a: Instance, b: Instance): boolean {
  if (a.scope === b.scope) return a.key === b.key;
  if (a.scope === 'participant' || b.scope === 'participant') return true;
  return a.attachments.some((one) => b.attachments.some((other) => one.id === other.id));
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
    const last = (units[index + 1]?.day ?? never) - 1;
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
function instanceOfParticipant(outcome: OutcomePlan, roster: Roster): readonly Instance[] {
  const [attachment] = roster.attachments;
  const [unit] = roster.units;
  if (attachment === undefined || unit === undefined) return [];
  const isFromReferral = outcome.window?.anchor.is === 'referral';
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

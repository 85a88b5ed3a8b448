import type { DayNumber } from '../../calendar/index.ts';
import { one } from '../../money/index.ts';
import type { Earned } from '../achieve/stage.ts';
import { never } from '../plan/open-days.ts';
import type { GroupPlan, VersionPlan } from '../plan/plan.ts';
import type { Instance } from '../whose/instance.ts';
import type { Attachment } from '../whose/roster.ts';
import type { PlacedOutcome } from '../work.ts';

/** What was achieved, by the days that say it. */
export type AchievedOn = Readonly<{ from: DayNumber; day: DayNumber; certainOn: DayNumber }>;

/** Under which terms it was, and how often before. */
export type StraightPlace = Readonly<{
  version: VersionPlan;
  group: GroupPlan;
  placed: PlacedOutcome;
  number: number;
}>;

/** An achievement as an object, for whoever asks more of it than its days. */
export function earnedOf(
  attachment: Attachment,
  { from, day, certainOn }: AchievedOn,
  place: StraightPlace,
): Earned {
  const { placed, version, group, number } = place;
  return {
    achievement: { from, day, certainOn, quantity: one },
    instance: instanceOf(attachment, placed.outcome.scope),
    placed,
    version,
    group,
    attachment,
    isOthers: false,
    number,
  };
}

function instanceOf(attachment: Attachment, scope: Instance['scope']): Instance {
  const { id, day } = attachment;
  return {
    scope,
    key: scope === 'attachment' ? id : '',
    span: { first: day, last: never },
    attachments: [attachment],
    attachmentDay: day,
    referralDay: day,
  };
}

import type { DayNumber } from '../../calendar/index.ts';
import { assert } from '../../problem/index.ts';
import type { Evaluation, Stage } from '../achieve/evaluate.ts';
import type { Admitted } from '../admit/admit.ts';
import { knownSince } from '../admit/known-since.ts';
import type { Plan } from '../plan/plan.ts';
import type { Attachment, Unit } from './roster.ts';
import { versionInForce } from './version-in-force.ts';

/** Somebody's coming: one attachment or one referral, and since when it has been known. */
export type Comer = Readonly<{
  participant: string;
  /** The id of the attachment or of the referral. */
  id: string;
  day: DayNumber;
  /** The first day by which it was known, with the same provider, as it stands today. */
  knownOn: DayNumber;
  /** To whom; of a referral, the provider of its first attachment, if there is one. */
  provider?: string;
  /** To whom a referral itself was made, where it says so. */
  referredTo?: string;
  group: string;
  with: readonly string[];
  /** From this day the participant is set aside. */
  setAsideOn?: DayNumber;
}>;

/** Everybody who came, in the order of participants and then of days. */
export type Crowd = Readonly<{ attached: readonly Comer[]; referred: readonly Comer[] }>;

/** One participant's attachments and referrals, each under the version in force on its day. */
export function crowdOf(
  participant: string,
  { stages }: Pick<Evaluation, 'stages'>,
  { admitted, plan }: Readonly<{ admitted: Admitted; plan: Plan }>,
): Crowd {
  const attached: Comer[] = [];
  const referred: Comer[] = [];
  for (const stage of stages) {
    const inForce = (day: DayNumber) =>
      versionInForce(plan, { attachment: day, outcome: day }) === stage.version;
    const { attachments, units } = stage.roster;
    for (const each of attachments) {
      if (inForce(each.day))
        attached.push(comerOf(participant, stage, { admitted, attachment: each }));
    }
    for (const unit of units) {
      const attachment = attachments.find(({ referral }) => referral.id === unit.id);
      if (inForce(unit.day))
        referred.push(comerOf(participant, stage, { admitted, unit, attachment }));
    }
  }
  return { attached, referred };
}

type From = Readonly<{
  admitted: Admitted;
  unit?: Unit;
  attachment: Attachment | undefined;
}>;

function comerOf(participant: string, stage: Stage, { admitted, unit, attachment }: From): Comer {
  const { setAsideOn } = stage;
  const came = unit ?? attachment;
  assert(came, 'somebody came by a referral or an attachment');
  const { id, day } = came;
  // A referral that is recorded after its attachment has been known since then.
  const ofAttachment = attachment && knownDayOf(attachment.id, ['attached'], admitted);
  const own = knownDayOf(id, ['attached', 'referred'], admitted) ?? day;
  return {
    participant,
    id,
    day,
    knownOn: Math.min(own, ofAttachment ?? own),
    group: attachment?.group ?? unit?.group ?? '',
    with: attachment?.with ?? unit?.with ?? [],
    ...(attachment ? { provider: attachment.provider } : {}),
    ...(unit?.provider === undefined ? {} : { referredTo: unit.provider }),
    ...(setAsideOn === undefined ? {} : { setAsideOn }),
  };
}

/** Since when a chain of one of these kinds has been known. */
function knownDayOf(
  id: string,
  kinds: readonly string[],
  { byKind }: Admitted,
): DayNumber | undefined {
  const chains = kinds.flatMap((kind) => byKind.get(kind) ?? []);
  const standing = chains.find((each) => each.id === id);
  return standing && knownSince(standing);
}

import type { DayNumber } from '../../calendar/index.ts';
import type { Evaluation, Stage } from '../achieve/evaluate.ts';
import { type Admitted, findStanding, type StandingChain } from '../admit/admit.ts';
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
  const { id, day } = unit ?? attachment ?? { id: '', day: 0 };
  return {
    participant,
    id,
    day,
    knownOn: knownDayOf(id, day, admitted),
    group: attachment?.group ?? unit?.group ?? '',
    with: attachment?.with ?? unit?.with ?? [],
    ...(attachment ? { provider: attachment.provider } : {}),
    ...(setAsideOn === undefined ? {} : { setAsideOn }),
  };
}

function knownDayOf(id: string, day: DayNumber, { byKind }: Admitted): DayNumber {
  const chains = [...(byKind.get('attached') ?? []), ...(byKind.get('referred') ?? [])];
  const standing = chains.find((each) => each.id === id);
  return standing ? firstKnown(standing) : day;
}

function firstKnown({ chain, head }: StandingChain): DayNumber {
  const days = chain.map(({ known }) => known).sort((a, b) => a - b);
  const isSame = (known: DayNumber) => {
    const fact = findStanding(chain, known);
    const { kind, provider } = head;
    return fact?.kind === kind && fact.state === 'verified' && fact.provider === provider;
  };
  return days.find(isSame) ?? head.known;
}

import type { DayNumber } from '../../calendar/index.ts';
import { assert } from '../../problem/index.ts';
import type { Evaluation, Stage } from '../achieve/stage.ts';
import { type Admitted, chainsIn } from '../admit/admitted.ts';
import { knownSince } from '../admit/known-since.ts';
import type { BoundPlans } from './bound-plans.ts';
import type { Attachment, Unit } from './roster.ts';
import { versionInForce } from './version-in-force.ts';

/** Somebody's coming: one attachment or one referral, and since when it has been known. */
export type Comer = Readonly<{
  /** The id of the attachment or of the referral. */
  id: string;
  day: DayNumber;
  /** The first day by which it was known, with the same provider, as it stands today. */
  knownOn: DayNumber;
  /** To whom; of a referral, the provider of its first attachment, if there is one. */
  provider?: string;
  /** To whom a referral itself was made, where it says so. */
  referredTo?: string;
  with: readonly string[];
  /** From this day the participant is set aside. */
  setAsideOn?: DayNumber;
}>;

/** Everybody who came, in the order of participants and then of days. */
export type Crowd = Readonly<{ attached: readonly Comer[]; referred: readonly Comer[] }>;

/**
 * One participant's attachments and referrals, each under the version in force on its day for the
 * provider to which it is.
 */
export function crowdOf(
  { stages }: Pick<Evaluation, 'stages'>,
  { admitted, bound }: Readonly<{ admitted: Admitted; bound: BoundPlans }>,
): Crowd {
  const attached: Placed[] = [];
  const referred: Placed[] = [];
  for (const stage of stages) {
    const inForce = (day: DayNumber, provider: string | undefined) => {
      const days = { attachment: day, outcome: day };
      return versionInForce(bound.planFor(provider), days) === stage.version;
    };
    const { attachments, units } = stage.roster;
    for (const [place, each] of attachments.entries()) {
      if (!inForce(each.day, each.provider)) continue;
      attached.push({ place, comer: comerOf(stage, { admitted, attachment: each }) });
    }
    for (const [place, unit] of units.entries()) {
      const attachment = attachments.find(({ referral }) => referral.id === unit.id);
      const provider = attachment?.provider ?? unit.provider;
      if (!inForce(unit.day, provider)) continue;
      referred.push({ place, comer: comerOf(stage, { admitted, unit, attachment }) });
    }
  }
  return { attached: inOrder(attached), referred: inOrder(referred) };
}

/** One who came, and its place in the roster. */
type Placed = Readonly<{ comer: Comer; place: number }>;

// An earlier version may bind a provider that is come to later.
function inOrder(placed: Placed[]): readonly Comer[] {
  placed.sort((a, b) => a.comer.day - b.comer.day || a.place - b.place);
  return placed.map(({ comer }) => comer);
}

type From = Readonly<{
  admitted: Admitted;
  unit?: Unit;
  attachment: Attachment | undefined;
}>;

function comerOf({ setAsideOn }: Stage, { admitted, unit, attachment }: From): Comer {
  const came = unit ?? attachment;
  assert(came, 'somebody came by a referral or an attachment');
  const { id, day } = came;
  // A referral that is recorded after its attachment has been known since then.
  const recorded = [id, ...(attachment ? [attachment.id] : [])];
  return {
    id,
    day,
    knownOn: Math.min(...recorded.map((each) => knownDayOf(each, admitted))),
    with: (attachment ?? came).with,
    ...(attachment ? { provider: attachment.provider } : {}),
    ...(unit?.provider === undefined ? {} : { referredTo: unit.provider }),
    ...(setAsideOn === undefined ? {} : { setAsideOn }),
  };
}

/** Since when a chain has been known as it stands. */
function knownDayOf(id: string, admitted: Admitted): DayNumber {
  const standing = chainsIn(admitted).find((each) => each.id === id);
  assert(standing, 'whoever came is on record');
  return knownSince(standing);
}

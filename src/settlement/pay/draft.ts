import { type DayNumber, lastDayOf } from '../../calendar/index.ts';
import {
  add,
  type Fraction,
  maxFraction,
  minFraction,
  multiply,
  one,
  round,
  subtract,
  sumFractions,
  zero,
} from '../../money/index.ts';
import type { Earned } from '../achieve/stage.ts';
import type { Gate } from '../measure/index.ts';
import type { PricePlan } from '../plan/plan.ts';
import type { InBand } from './band.ts';
import type { Queued } from './count-limit.ts';
import { type EarnedLine, type Step, worthOf } from './earned-line.ts';
import type { Priced } from './price.ts';

/** Why something is not paid. */
export type Reason =
  | 'limit'
  | 'too_late'
  | 'not_verified'
  | 'other_provider'
  | 'replaced'
  | 'route'
  | 'ended'
  | 'gate'
  | 'count';

/** So much of a line that is not paid, and the clause that says so. */
export type Unpaid = Readonly<{ reason: Reason; amount: bigint; clause: string }>;

/** How a gross amount was rounded, with all that is needed to round it again. */
export type Rounded =
  | Readonly<{ how: 'line' }>
  /** The running total before this line, exact; the line is what the rounded total grew by. */
  | Readonly<{ how: 'running'; before: Fraction }>
  /** A share of a sum that was rounded once; whether this line took one of the odd units. */
  | Readonly<{ how: 'total'; takesOddUnit: boolean }>;

/** A line while it is being worked out, steps 5 to 10. */
export type Draft = Readonly<{
  participant: string;
  earned: Earned;
  /** The day by which there was enough for it; absent while it waits for verification. */
  enoughOn?: DayNumber;
  /** How much of it was earned by when, exact; none while it waits. */
  steps: readonly Step[];
  payee: string;
  /** The provider's own part or that of a contributor, and the parts before it. */
  share: Readonly<{ part: Fraction; before: Fraction; clause?: string }>;
  priced: Priced;
  /** Price x quantity x share, before rounding. */
  exact: Fraction;
  /** A gate or a count held it back until this day, whatever it had earned by when. */
  heldUntil?: DayNumber;
  /** It rests on facts that came too late, and is shown only. */
  isLate?: true;
  /** It was settled, and its participant's facts have been erased: nothing of it changes. */
  isGiven?: true;
  /** The payable day that it was settled with: its own, or the later close of a limit. */
  settledOn?: DayNumber;
  /** Who paid how much of it when it was settled, where the page named payers. */
  paidBy?: readonly Readonly<{ payer: string; amount: bigint }>[];
  /** The gate over it, and its place in the queue of each count, for reasons. */
  gate?: Gate;
  queued?: readonly Queued[];
  /** Why nothing of it is paid, where nothing is. */
  refusal?: Readonly<{ reason: Reason; clause: string }>;
  /** Where the outcome has volume bands: how it was counted. */
  inBand?: InBand;
  rounded: Rounded;
  /** Rounded on its own, until step 8 has shown whether it is a part of a total. */
  gross: bigint;
  unpaid: readonly Unpaid[];
}>;

const allOfIt = { part: one, before: zero };

/** A line before rounding, and one more for each contributor to whom a share is paid. */
export function draftsOf(line: EarnedLine, participant: string): readonly Draft[] {
  const { shares } = line.earned.placed.outcome.price;
  const { enoughOn } = line;
  const whole =
    enoughOn === undefined
      ? waitingDraft(line, participant)
      : payableDraft(line, enoughOn, participant);
  return shares.length === 0 ? [whole] : sharedOut(whole, shares);
}

// Written out, as putting drafts together by spreading takes longer than all else about them.
function payableDraft(
  { earned, priced, steps }: EarnedLine,
  enoughOn: DayNumber,
  participant: string,
): Draft {
  const exact = worthOf(earned, priced);
  return {
    participant,
    earned,
    enoughOn,
    steps: steps ?? [{ payableOn: enoughOn, upTo: exact }],
    payee: earned.attachment.provider,
    share: allOfIt,
    priced,
    exact,
    rounded: byLine,
    gross: round(exact, earned.version.rounding),
    unpaid: nothingUnpaid,
  };
}

function waitingDraft({ earned, priced }: EarnedLine, participant: string): Draft {
  const exact = worthOf(earned, priced);
  return {
    participant,
    earned,
    steps: noSteps,
    payee: earned.attachment.provider,
    share: allOfIt,
    priced,
    exact,
    rounded: byLine,
    gross: round(exact, earned.version.rounding),
    unpaid: nothingUnpaid,
  };
}

const noSteps: readonly Step[] = [];
const nothingUnpaid: readonly Unpaid[] = [];
const byLine: Rounded = { how: 'line' };

/**
 * The provider's part comes first, then each contributor's in the order of the page. A contributor
 * who is the provider has but one part.
 */
function sharedOut(whole: Draft, contributions: PricePlan['shares']): readonly Draft[] {
  const shares = contributions.filter(({ payee }) => payee !== whole.payee);
  const own = subtract(one, sumFractions(shares.map(({ share }) => share)));
  const parts = [
    { payee: whole.payee, part: own },
    ...shares.map(({ payee, share, clause }) => ({ payee, part: share, clause })),
  ];
  let before = zero;
  return parts.map(({ payee, ...share }) => {
    const exact = multiply(whole.exact, share.part);
    const steps = whole.steps.map(({ payableOn, upTo }) => {
      return { payableOn, upTo: multiply(upTo, share.part) };
    });
    const draft = { ...whole, payee, share: { ...share, before }, exact, steps };
    before = add(before, share.part);
    return draft;
  });
}

/**
 * The first day by which there was enough for it or, where that was too late, for what of it was
 * known in time, and nothing held it back; none while it waits.
 */
export function payableOnOf(draft: Draft): DayNumber | undefined {
  const { refusal, heldUntil, enoughOn } = draft;
  if (enoughOn === undefined || refusal?.reason === 'gate' || refusal?.reason === 'count') {
    return undefined;
  }
  const earnedOn =
    enoughOn <= latestDayOf(draft)
      ? enoughOn
      : ((stepsInTime(draft).at(-1) ?? draft.steps[0])?.payableOn ?? enoughOn);
  return Math.max(earnedOn, heldUntil ?? earnedOn);
}

/** The steps of a line that became known within the length the outcome gives from its day. */
export function stepsInTime(draft: Draft): readonly Step[] {
  if (draft.earned.placed.outcome.knownWithin === undefined) return draft.steps;
  const latest = latestDayOf(draft);
  return draft.steps.filter(({ payableOn }) => payableOn <= latest);
}

function latestDayOf({ earned }: Draft): DayNumber {
  const { knownWithin, window } = earned.placed.outcome;
  if (knownWithin === undefined) return Number.POSITIVE_INFINITY;
  return lastDayOf(earned.achievement.day, knownWithin, window?.working);
}

/** What of the gross amount had been earned when so much, exact, had been. */
export function grossUpTo({ rounded, earned, exact, gross }: Draft, upTo: Fraction): bigint {
  const { rounding } = earned.version;
  const before = rounded.how === 'running' ? rounded.before : zero;
  // What the provider pays is below nothing, and the less of it the nearer to nothing.
  const isTaken = exact.numerator < 0n;
  const earnedOf = isTaken ? maxFraction(upTo, exact) : minFraction(upTo, exact);
  const part = round(add(before, earnedOf), rounding) - round(before, rounding);
  const isLess = isTaken ? part > gross : part < gross;
  return isLess ? part : gross;
}

/** What of a line is left to be paid. */
export function payableOf({ gross, unpaid }: Draft): bigint {
  return unpaid.reduce((left, { amount }) => left - amount, gross);
}

/**
 * The identity of a line: clause, attachment, provider and number, and the contributor where the
 * line is a contributor's.
 */
export function lineName({ earned, payee }: Pick<Draft, 'earned' | 'payee'>): string {
  const { placed, attachment, number } = earned;
  const { id, provider } = attachment;
  const name = `${placed.outcome.clause}|${id}|${provider}|${number}`;
  return payee === provider ? name : `${name}|${payee}`;
}

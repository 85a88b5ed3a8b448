import type { DayNumber } from '../calendar/index.ts';
import { add, type Fraction, multiply, one, subtract, sumFractions, zero } from '../money/index.ts';
import type { Earned } from './evaluate.ts';
import type { Priced } from './price.ts';

/** Why something is not paid. */
export type Reason =
  | 'limit'
  | 'too_late'
  | 'not_verified'
  | 'other_provider'
  | 'replaced'
  | 'route';

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
  /** Absent for what waits for verification: it takes no place in line. */
  payableOn: DayNumber | undefined;
  payee: string;
  /** The provider's own part or that of a contributor, and the exact amount of those before it. */
  share: Readonly<{ part: Fraction; before: Fraction; clause?: string }>;
  priced: Priced;
  quantity: Fraction;
  /** Price x quantity x share, before rounding. */
  exact: Fraction;
  /** Why nothing of it is paid, where nothing is. */
  refusal?: Readonly<{ reason: Reason; clause: string }>;
  rounded: Rounded;
  gross: bigint;
  unpaid: readonly Unpaid[];
}>;

/** A line before rounding, and one more for each contributor to whom a share is paid. */
export function draftsOf(
  earned: Earned,
  line: Readonly<{ participant: string; priced: Priced; payableOn: DayNumber | undefined }>,
): readonly Draft[] {
  const { price } = earned.placed.outcome;
  const { achievement, attachment } = earned;
  const isMultiplied = price.perUnit || achievement.isPartial === true;
  const whole = multiply(line.priced.unit, isMultiplied ? achievement.quantity : one);
  const base = {
    ...line,
    earned,
    quantity: achievement.quantity,
    rounded: { how: 'line' } as const,
    gross: 0n,
    unpaid: [],
  };
  const contributed = sumFractions(price.shares.map(({ share }) => share));
  const part = subtract(one, contributed);
  const share = { part, before: zero };
  const own: Draft = { ...base, payee: attachment.provider, share, exact: multiply(whole, part) };
  let before = own.exact;
  const others = price.shares.map(({ payee, share: each, clause }): Draft => {
    const exact = multiply(whole, each);
    const draft = { ...base, payee, share: { part: each, before, clause }, exact };
    before = add(before, exact);
    return draft;
  });
  return [own, ...others];
}

/** What of a line is left to be paid. */
export function payableOf({ gross, unpaid }: Draft): bigint {
  return unpaid.reduce((left, { amount }) => left - amount, gross);
}

/**
 * The identity of a line: clause, attachment, provider and number, and the contributor where the
 * line is a contributor's.
 */
export function lineName({ earned, payee }: Draft): string {
  const { placed, attachment, number } = earned;
  const parts = [placed.outcome.clause, attachment.id, attachment.provider, String(number)];
  return [...parts, ...(payee === attachment.provider ? [] : [payee])].join('|');
}

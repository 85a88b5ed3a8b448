import { type DayNumber, lastDayOf } from '../../src/calendar/index.ts';
import {
  add,
  compareFractions,
  divide,
  type Fraction,
  fraction,
  isZero,
  multiply,
  one,
  round,
  subtract,
  sumFractions,
  zero,
} from '../../src/money/index.ts';
import type { VersionPlan } from '../../src/settlement/plan/plan.ts';
import type { Achievement } from './achieve.ts';
import { type AsAt, compareTexts } from './facts-in-force.ts';
import { type Seen, type Step, stepsOf } from './payable.ts';
import { firstTerms, type Terms } from './price.ts';

/** A line as the oracle tells it; the engine's are brought to the same form to be compared. */
export type OracleLine = Readonly<{
  identity: string;
  clause: string;
  participant: string | null;
  provider: string;
  payee: string;
  outcome: string;
  number: number | string;
  group: string | null;
  day: DayNumber;
  /** Null for a line that waits for its verifier. */
  payableOn: DayNumber | null;
  version: number;
  gross: bigint;
  notPaid: readonly NotPaid[];
  amount: bigint;
  /** Who pays it, in the order in which they come in. */
  payers: readonly Portion[];
}>;

export type Portion = Readonly<{ payer: string; amount: bigint }>;
export type NotPaid = Readonly<{ reason: Reason; amount: bigint }>;

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

/** A line being worked out. */
export type Work = {
  participant: string;
  achievement: Achievement;
  /** None while it waits for its verifier. */
  enoughOn: DayNumber | undefined;
  /** It is there only with what became known too late. */
  isLate: boolean;
  /** What of it there was on earlier days. */
  seen: readonly Seen[];
  /** The lines of one achievement: the provider's, then those of contributors. */
  mates: Work[];
  /** What it is worth, whole, in a band and at a later rate. */
  worth: (line: Achievement, terms: Terms) => Fraction;
  terms: Terms;
  /** The day on which its gates had passed and its counts had room. */
  heldUntil: DayNumber;
  steps: readonly Step[];
  /** The provider, or a contributor to whom a share is paid. */
  payee: string;
  part: Fraction;
  exact: Fraction;
  /** Why nothing of it is paid, where nothing is. */
  refused: Reason | undefined;
  gross: bigint;
  /** The exact amounts before it where the line is what a rounded running total grew by. */
  before: Fraction;
  notPaid: NotPaid[];
};

/**
 * Works out again what the lines of one achievement are worth, and by when they were worth it. In
 * another band or at a later rate it had by each day the same part of it as at the first prices.
 */
export function priceAnew({ mates }: Work): void {
  let before = zero;
  for (const work of mates) {
    const { achievement, worth, terms, part, seen } = work;
    const atFirst = worth(achievement, firstTerms);
    const steps = stepsOf(seen, (line) => worth(line, firstTerms), atFirst);
    const whole = worth(achievement, terms);
    const share = (upTo: Fraction) => (isZero(atFirst) ? one : divide(upTo, atFirst));
    work.exact = multiply(whole, part);
    work.steps = steps.map(({ payableOn, upTo }) => ({
      payableOn,
      upTo: multiply(work.exact, share(upTo)),
    }));
    work.before = before;
    before = add(before, work.exact);
  }
}

/** The one of an achievement's lines that stands for all of them where they are counted. */
export function isFirstOf(work: Work): boolean {
  return work.mates[0] === work;
}

/** A line in the form in which all are limited and paid, whatever they are for. */
export type Entry = Omit<OracleLine, 'notPaid' | 'amount' | 'payers' | 'payableOn' | 'version'> & {
  payableOn: DayNumber | undefined;
  version: VersionPlan;
  order: number;
  notPaid: NotPaid[];
  /** So much of it stands in line on such a day. */
  parts: readonly Readonly<{ payableOn: DayNumber; amount: bigint }>[];
  /** The limits of its own participant over it. */
  own: readonly Covering[];
  portions: Portion[];
};

export type Covering = Readonly<{ key: string; most: bigint }>;

/** What is left to be paid. */
export function left({ gross, notPaid }: Pick<Entry, 'gross' | 'notPaid'>): bigint {
  return notPaid.reduce((rest, { amount }) => rest - amount, gross);
}

const never = Number.MAX_SAFE_INTEGER;

/** Step 6: payable day, day, participant (none first), order on the page, number, name. */
export function comparePlaces(a: Entry, b: Entry): number {
  return (a.payableOn ?? never) - (b.payableOn ?? never) || compareOnOneDay(a, b);
}

export function compareOnOneDay(a: Entry, b: Entry): number {
  return (
    a.day - b.day ||
    compareTexts(a.participant ?? '', b.participant ?? '') ||
    a.order - b.order ||
    compareNumbers(a.number, b.number) ||
    compareTexts(a.identity, b.identity)
  );
}

function compareNumbers(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareTexts(`${a}`, `${b}`);
}

/** Its place on the page among the outcomes of its group. */
export function pageOrder({ achievement }: Work): number {
  if (achievement.outcome.order !== undefined) return achievement.outcome.order;
  return achievement.group.outcomes.findIndex(({ name }) => name === achievement.outcome.name);
}

/** The day by which both ends of what is asked have come. */
export function asked({ trueBy, knownBy }: AsAt): DayNumber {
  return Math.min(trueBy, knownBy);
}

export const penny = { unit: fraction(1), direction: 'nearest' } as const;
export const wholePennies = { unit: fraction(1), direction: 'down' } as const;

/** DESIGN 5: a line is known by clause, attachment, provider and number. */
export function identityOf({ outcome, attachment, number }: Achievement): string {
  return `${outcome.clause}|${attachment.id}|${attachment.provider}|${number}`;
}

/** The same for a line of this payee: a contributor's is named with it. */
export function lineIdentity({ achievement, payee }: Work): string {
  const isOwn = payee === achievement.attachment.provider;
  return isOwn ? identityOf(achievement) : `${identityOf(achievement)}|${payee}`;
}

/** What became known within the time that the page gives from the outcome's day. */
export function stepsInTime(work: Work): readonly Step[] {
  return work.steps.filter(({ payableOn }) => payableOn <= latestDayOf(work));
}

/** The place of a line: when there was enough for it or, if that was too late, what was in time. */
export function payableOnOf(work: Work): DayNumber | undefined {
  const { enoughOn, steps, heldUntil, refused } = work;
  if (enoughOn === undefined || refused === 'gate' || refused === 'count') return undefined;
  if (enoughOn <= latestDayOf(work)) return Math.max(enoughOn, heldUntil);
  const last = stepsInTime(work).at(-1) ?? (steps[0] as Step);
  return Math.max(last.payableOn, heldUntil);
}

function latestDayOf({ achievement }: Work): DayNumber {
  const { knownWithin, window } = achievement.outcome;
  if (knownWithin === undefined) return Number.MAX_SAFE_INTEGER;
  return lastDayOf(achievement.day, knownWithin, window?.working);
}

/** So many, of what is paid for each day or unit, or one, counted from such a day. */
export type Piece = Readonly<{ payableOn: DayNumber; count: Fraction }>;

/** What a line adds to a count, and from when: days or units as they were earned, or one. */
export function piecesOf(work: Work): Piece[] {
  const { achievement, exact, heldUntil } = work;
  const { outcome, quantity } = achievement;
  const payableOn = payableOnOf(work);
  if (payableOn === undefined) return [];
  if (!outcome.price.perUnit) return [{ payableOn, count: one }];
  if (isZero(exact)) return [{ payableOn, count: quantity }];
  let before = zero;
  return stepsInTime(work).map((step) => {
    const upTo = multiply(quantity, divide(step.upTo, exact));
    const count = subtract(upTo, before);
    before = upTo;
    return { payableOn: Math.max(step.payableOn, heldUntil), count };
  });
}

/** How many of them had been earned by a day. */
export function countBy(works: readonly Work[], day: DayNumber): Fraction {
  const pieces = works.flatMap(piecesOf).filter(({ payableOn }) => payableOn <= day);
  return sumFractions(pieces.map(({ count }) => count));
}

/** What of the gross amount had been earned when so much, exact, had been. */
export function grossUpTo({ achievement, exact, before, gross }: Work, upTo: Fraction): bigint {
  if (compareFractions(upTo, exact) === 0) return gross;
  const { rounding, roundingOf } = achievement.version;
  // A share of a total that is rounded once is no step of a running total.
  const start = roundingOf === 'total' ? zero : before;
  const part = round(add(start, upTo), rounding) - round(start, rounding);
  const isMore = gross < 0n ? part < gross : part > gross;
  return isMore ? gross : part;
}

/** Notes that so much of the line is not paid, and no more than is left of it. */
export function withhold(work: Work, reason: Reason, amount: bigint): void {
  const rest = left(work);
  const isMore = rest < 0n ? amount < rest : amount > rest;
  const cut = isMore ? rest : amount;
  if (cut !== 0n) work.notPaid.push({ reason, amount: cut });
}

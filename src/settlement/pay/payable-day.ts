import type { DayNumber } from '../../calendar/index.ts';
import { type Chain, firstDay } from '../../facts/index.ts';
import { compareFractions, type Fraction, negate, zero } from '../../money/index.ts';
import {
  beginEvaluation,
  type Earned,
  type Evaluation,
  evaluateOutcome,
  type OpenEvaluation,
} from '../achieve/evaluate.ts';
import { findTier } from '../achieve/index.ts';
import { addDay, addKnownDays } from '../admit/admit.ts';
import type { Admitted } from '../admit/admitted.ts';
import { restsOnRecord, type Work } from '../work.ts';
import { type EarnedLine, type Payable, type Step, worthOf } from './earned-line.ts';
import type { Priced, Pricer } from './price.ts';

/**
 * Step 5. For each line the first day by which the facts that stand today, as far as known and
 * verified by then, were already enough for it. A line may have grown: so much of its money as it
 * was worth on an earlier day has that day, and what was added has the day on which it was, so that
 * it takes no room from lines that were paid before it.
 */
export function payableLines(
  today: Evaluation,
  admitted: Admitted,
  { work, price }: Readonly<{ work: Work; price: Pricer }>,
): readonly EarnedLine[] {
  if (today.earned.length === 0) return noLines;
  const looking: Looking = {
    today,
    admitted,
    work,
    price,
    alsoOn: alsoOn(today, work),
    changes: [],
    evaluations: [],
  };
  const lines: EarnedLine[] = [];
  for (const earned of today.earned) {
    const priced = price(earned);
    lines.push({ earned, priced, payable: payableFrom(earned, priced, looking) });
  }
  return lines;
}

const noLines: readonly EarnedLine[] = [];

/** What stands of these kinds, and the days on which anything of it became known. */
type Changes = Readonly<{
  kinds: ReadonlySet<string>;
  /** The rows of what stands. */
  heads: readonly number[];
  days: readonly DayNumber[];
  /** Nothing of them was corrected, or known before it happened. */
  isPlain: boolean;
}>;

/** What is looked at for all lines of a participant, and what has been found of it so far. */
type Looking = Readonly<{
  today: Evaluation;
  admitted: Admitted;
  work: Work;
  price: Pricer;
  alsoOn: readonly DayNumber[];
  changes: Changes[];
  evaluations: Readonly<{ knownBy: DayNumber; horizon: DayNumber; evaluation: OpenEvaluation }>[];
}>;

function payableFrom(earned: Earned, priced: Priced, looking: Looking): Payable {
  const { day, certainOn } = earned.achievement;
  const changes = changesFor(earned.placed.outcome.name, looking);
  const { days: known } = changes;
  const whole = worthOf(earned, priced);
  let steps: readonly Step[] = noSteps;
  let enoughOn: DayNumber | undefined;
  const settledOn = settledBy(earned, changes, looking);
  for (let at = firstLookAt(changes, earned, looking); at < known.length - 1; at += 1) {
    const knownBy = known[at];
    if (knownBy === undefined) continue;
    const then =
      knownBy >= settledOn
        ? earned
        : findThen(earned, { knownBy, next: known[at + 1] ?? day }, looking);
    if (then === undefined) continue;
    const payableOn = Math.max(day, knownBy, certainDay(then, earned));
    const worth = then === earned ? whole : atMost(worthOf(then, looking.price(then)), whole);
    steps = withStep(steps, payableOn, worth);
    if (isEnough(then, earned)) enoughOn ??= payableOn;
    const isWhole = !isMore(whole, steps[steps.length - 1]?.upTo ?? zero);
    if (isWhole && enoughOn !== undefined) return { enoughOn, steps };
  }
  const lastOn = Math.max(day, known[known.length - 1] ?? day, certainOn);
  return { enoughOn: enoughOn ?? lastOn, steps: withStep(steps, lastOn, whole) };
}

/**
 * The place of the first day of change from which a line may have been there: the last that is not
 * after the day of its outcome; before the first where none is. What more evidence only brings
 * forward would have an earlier day today if it had been there before its own, and cannot have been
 * there while nothing was known of that day or any after it. A second attachment that is known late
 * may take days away.
 */
function firstLookAt({ days, isPlain }: Changes, earned: Earned, looking: Looking): number {
  const { achievement, placed } = earned;
  const { admitted, work, today } = looking;
  const { day } = achievement;
  const isAlone = today.stages[0]?.roster.attachments.length === 1;
  const isBroughtForward = isAlone && isPlain && work.broughtForward.has(placed.outcome.name);
  if (!isBroughtForward) return lastBy(days, day);
  const { rows, kinds } = admitted;
  let first = Number.POSITIVE_INFINITY;
  for (const kind of placed.wanted.counted.kinds) {
    const number = kinds.get(kind);
    for (let row = 0; row < rows.count; row += 1) {
      const known = rows.known[row] as number;
      const isAfter = known >= day && (rows.last[row] as number) >= day;
      if (isAfter && known < first && rows.kind[row] === number) first = known;
    }
  }
  let at = days.length - 1;
  while (at > 0 && (days[at - 1] as DayNumber) >= first) at -= 1;
  return at;
}

/**
 * A day by which a line was as it is today. Once all is known that begins on or before the day of
 * an outcome, nothing that becomes known later can change it, unless it is said only after its day,
 * falls to an attachment after it, grows, or has its number from others.
 */
function settledBy(earned: Earned, { heads }: Changes, looking: Looking): DayNumber {
  const { admitted, work } = looking;
  const { achievement, instance, attachment } = earned;
  const { day, certainOn, score, month } = achievement;
  const isSaid = certainOn === day && attachment.day <= day;
  const isOfItsDay = isSaid && score === undefined && month === undefined;
  if (!isOfItsDay || instance.scope === 'referral' || work.restsOnRecords) {
    return Number.POSITIVE_INFINITY;
  }
  const { knownBy } = work.asAt;
  const { rows } = admitted;
  let last = day;
  for (const row of heads) {
    const links = linksOf(admitted, row);
    const known = links ? lastKnownOf(links, knownBy) : (rows.known[row] as number);
    if (known <= last) continue;
    const begins = links ? beginsBy(links, day, knownBy) : (rows.first[row] as number) <= day;
    if (begins) last = known;
  }
  return last;
}

/** The links of what was corrected. */
function linksOf({ rows }: Admitted, row: number): Chain | undefined {
  const chain = rows.chains[row]?.chain;
  return chain !== undefined && chain.length > 1 ? chain : undefined;
}

function beginsBy(chain: Chain, day: DayNumber, knownBy: DayNumber): boolean {
  for (const link of chain) if (link.known <= knownBy && firstDay(link) <= day) return true;
  return false;
}

function lastKnownOf(chain: Chain, knownBy: DayNumber): DayNumber {
  let last = Number.NEGATIVE_INFINITY;
  for (const { known } of chain) if (known <= knownBy && known > last) last = known;
  return last;
}

/** The place of the last of the days that is not after a day; before the first where none is. */
function lastBy(days: readonly DayNumber[], day: DayNumber): number {
  let at = days.length - 1;
  while (at >= 0 && (days[at] as DayNumber) > day) at -= 1;
  return at;
}

type Time = Readonly<{ knownBy: DayNumber; next: DayNumber }>;

/** The same line as it was from a day on, before the next on which anything could change it. */
function findThen(earned: Earned, { knownBy, next }: Time, looking: Looking): Earned | undefined {
  const { today, admitted, work, evaluations } = looking;
  const horizon = Math.min(work.asAt.trueBy, next - 1);
  let evaluation: OpenEvaluation | undefined;
  for (const each of evaluations) {
    if (each.knownBy === knownBy && each.horizon === horizon) ({ evaluation } = each);
  }
  if (evaluation === undefined) {
    const sight = { knownBy, horizon, reading: 'firm', like: today } as const;
    evaluation = beginEvaluation(work, admitted, sight);
    evaluations.push({ knownBy, horizon, evaluation });
  }
  evaluateOutcome(evaluation, earned.placed.outcome.name, work);
  for (const each of evaluation.earned) if (isSameLine(each, earned)) return each;
  return undefined;
}

/** The day on which the line could be said; where days just pass, that on which enough had. */
function certainDay(then: Earned, now: Earned): DayNumber {
  const { certainOn, passed } = then.achievement;
  if (passed === undefined) return certainOn;
  let left = Number(now.achievement.quantity.numerator);
  for (const { first, last } of passed.days) {
    if (left <= last - first + 1) return Math.max(first + left - 1, passed.from);
    left -= last - first + 1;
  }
  return certainOn;
}

const noSteps: readonly Step[] = [];

/** Most lines have one step. */
function withStep(steps: readonly Step[], payableOn: DayNumber, upTo: Fraction): readonly Step[] {
  const last = steps[steps.length - 1];
  if (last === undefined) return [{ payableOn, upTo }];
  return isMore(upTo, last.upTo) ? [...steps, { payableOn, upTo }] : steps;
}

/** So much of a sum, and no more than it; what the provider pays is below nothing. */
function atMost(part: Fraction, whole: Fraction): Fraction {
  return isMore(part, whole) ? whole : part;
}

/** Whether an amount is further from nothing than another. */
function isMore(one: Fraction, other: Fraction): boolean {
  return one !== other && compareFractions(size(one), size(other)) > 0;
}

function size(amount: Fraction): Fraction {
  return amount.numerator < 0n ? negate(amount) : amount;
}

/** What was less, or in a lower tier, was not yet enough. What only had another price was. */
function isEnough(then: Earned, now: Earned): boolean {
  const { quantity, score } = now.achievement;
  const before = then.achievement;
  const isSame = before.quantity === quantity;
  if (!isSame && compareFractions(before.quantity, quantity) < 0) return false;
  if (score === undefined) return true;
  const { price, condition } = now.placed.outcome;
  const tier = findTier(price, score);
  const tierBefore = before.score && findTier(price, before.score);
  if (tier === undefined || tierBefore === undefined) return false;
  const isLower = condition.is === 'scores' && condition.better === 'lower';
  const difference = compareFractions(tierBefore.least, tier.least);
  return isLower ? difference <= 0 : difference >= 0;
}

/**
 * The days on which anything became known on which an outcome could rest, or on which one of the
 * lines could first be said: until then another may have had its number.
 */
function changesFor(name: string, looking: Looking): Changes {
  const { admitted, work, alsoOn, changes } = looking;
  const kinds = work.kindsBehind.get(name) ?? noKinds;
  for (const before of changes) if (before.kinds === kinds) return before;
  const days: DayNumber[] = [...alsoOn];
  const heads = headsOf(kinds, admitted);
  const { rows } = admitted;
  let isPlain = true;
  for (const row of heads) {
    const links = linksOf(admitted, row);
    const known = rows.known[row] as number;
    if (links || known < (rows.first[row] as number)) isPlain = false;
    if (links) addKnownDays(days, links, work.asAt.knownBy);
    else addDay(days, known);
  }
  const found = { kinds, heads, days, isPlain };
  changes.push(found);
  return found;
}

/** The rows of what stands of these kinds. */
function headsOf(names: ReadonlySet<string>, { rows, kinds }: Admitted): readonly number[] {
  const heads: number[] = [];
  for (const name of names) {
    const number = kinds.get(name);
    if (number === undefined) continue;
    for (let row = 0; row < rows.count; row += 1) {
      if (rows.kind[row] === number && rows.isHead[row] === 1) heads.push(row);
    }
  }
  return heads;
}

const noKinds: ReadonlySet<string> = new Set();

function alsoOn({ earned }: Evaluation, { completesKnownOn }: Work): readonly DayNumber[] {
  const days: DayNumber[] = [];
  let restsOnRecords = false;
  for (const { achievement, placed } of earned) {
    if (achievement.isPartial) addDay(days, achievement.certainOn);
    if (restsOnRecord(placed.outcome)) restsOnRecords = true;
  }
  if (restsOnRecords) for (const day of completesKnownOn) addDay(days, day);
  return days;
}

/**
 * What makes a line the same line on another day: outcome, attachment, provider and number; for
 * recorded units the fact, as a fact that becomes known later may come before it.
 */
function isSameLine(then: Earned, now: Earned): boolean {
  const { name, condition } = now.placed.outcome;
  const isOne =
    condition.is === 'each unit'
      ? then.achievement.fact === now.achievement.fact
      : then.number === now.number;
  return (
    then.placed.outcome.name === name &&
    isOne &&
    then.attachment.id === now.attachment.id &&
    then.attachment.provider === now.attachment.provider &&
    then.isOthers === now.isOthers
  );
}

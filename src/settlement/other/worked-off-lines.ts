import { type DayNumber, dayOf } from '../../calendar/index.ts';
import {
  type Fraction,
  fraction,
  multiply,
  negate,
  type Rounding,
  round,
} from '../../money/index.ts';
import { type Due, type OtherLine, otherDue, payableOfDue } from '../due/due.ts';
import { moneyWords, shareWords } from '../why/words.ts';
import { type Advanced, advanceLines } from './advance-lines.ts';
import type { OtherGround } from './ground.ts';
import { numbered } from './numbered.ts';
import { ownLines } from './own-lines.ts';
import { monthWords } from './sentences.ts';

/** What works off an advance in one month: what lines came to before, in and with it. */
type Month = Readonly<{
  name: string;
  last: DayNumber;
  earnedBefore: bigint;
  earned: bigint;
  workedOffBefore: bigint;
  workedOff: bigint;
}>;

/**
 * Step 11. A share of what a provider is paid, from the day on which its advance was payable, is
 * kept back until the advance is worked off: one line for each month in which lines became payable.
 */
export function workedOffLines(
  ground: OtherGround & Readonly<{ limited: readonly Due[] }>,
): readonly OtherLine[] {
  const advances = advanceLines(ground);
  if (advances.length === 0) return [];
  const own = ownLines(ground.limited);
  const all = advances.flatMap((line) => {
    const lines = own.get(line.provider) ?? [];
    const { line: name } = otherDue(line);
    const paid = lines.find((due) => due.line === name);
    const advanced = paid === undefined ? 0n : payableOfDue(paid);
    const months = monthsOf(line, advanced, lines);
    return months.map((month) => lineOf(line, month, { advanced, ground }));
  });
  // Two advances of one clause, as two versions may give, may be worked off in one month.
  return numbered(all).map((line) => {
    return { ...line, number: line.number === 1 ? 'worked off' : `worked off ${line.number}` };
  });
}

function monthsOf(line: Advanced, advanced: bigint, lines: readonly Due[]): readonly Month[] {
  const { rounding } = line.version;
  const months: Month[] = [];
  let earned = 0n;
  let workedOff = 0n;
  for (const due of lines) {
    const { payableOn } = due;
    if (workedOff === advanced) break;
    if (payableOn === undefined || payableOn < line.payableOn || !worksOff(due)) continue;
    const earnedBefore = earned;
    const workedOffBefore = workedOff;
    earned += payableOfDue(due);
    const share = round(multiply(line.advance.share, fraction(earned)), rounding);
    workedOff = share < advanced ? share : advanced;
    const name = dayOf(payableOn).slice(0, 7);
    const open = months.at(-1);
    if (open?.name === name) {
      months[months.length - 1] = { ...open, last: payableOn, earned, workedOff };
    } else {
      const before = { earnedBefore, workedOffBefore };
      months.push({ name, last: payableOn, ...before, earned, workedOff });
    }
  }
  return months;
}

/** What a provider earns itself works it off: no grant, and no other advance. */
function worksOff(due: Due): boolean {
  const isGiven =
    due.basis.is === 'other' && (due.outcome === 'grant' || due.outcome === 'advance');
  return !isGiven && payableOfDue(due) > 0n;
}

function lineOf(
  { advance, provider, version, facts = [] }: Advanced,
  month: Month,
  { advanced, ground }: Readonly<{ advanced: bigint; ground: OtherGround }>,
): Omit<OtherLine, 'number'> {
  const { currency } = ground.work.plan;
  const { earned, earnedBefore, workedOff, last } = month;
  const lines = moneyWords(earned - earnedBefore, currency);
  return {
    clause: advance.clause,
    outcome: 'advance',
    period: month.name,
    provider,
    day: last,
    payableOn: last,
    order: advance.order,
    version,
    ...amountOf(month, advance.share, version.rounding),
    explain: () => [
      `Lines of ${provider} that became payable in ${monthWords(last)} come to ${lines}: ` +
        `${shareWords(advance.share)} of them works off its advance of ` +
        `${moneyWords(advanced, currency)}.`,
      `${moneyWords(month.workedOffBefore, currency)} of it had been worked off before, and ` +
        `${moneyWords(advanced - workedOff, currency)} is left after this.`,
    ],
    facts,
  };
}

/** The share of the running sum, rounded; the last line takes what is left of the advance. */
function amountOf(
  { earned, earnedBefore, workedOff, workedOffBefore }: Month,
  share: Fraction,
  rounding: Rounding,
): Pick<OtherLine, 'quantity' | 'list' | 'factors' | 'rounded'> {
  const before = multiply(share, fraction(earnedBefore));
  const shareOfAll = multiply(share, fraction(earned));
  if (round(shareOfAll, rounding) > workedOff) {
    const left = fraction(workedOffBefore - workedOff);
    return { list: left, factors: [], rounded: { how: 'total', takesOddUnit: false } };
  }
  return {
    quantity: share,
    list: fraction(earnedBefore - earned),
    factors: [{ name: 'share', value: share }],
    rounded: { how: 'running', before: negate(before) },
  };
}

import { dayCell, putSeveral } from '../../facts/index.ts';
import { one } from '../../money/index.ts';
import {
  type LineColumns,
  numberOfLine,
  numberOfTerms,
  putUnpaid,
} from '../columns/line-columns.ts';
import { worthNumber } from '../columns/worth-pool.ts';
import type { EarnedLine } from '../pay/earned-line.ts';
import { never } from '../plan/open-days.ts';
import type { VersionPlan } from '../plan/plan.ts';
import type { Attachment } from '../whose/roster.ts';
import { earnedOf } from './straight-earned.ts';
import type { Looking } from './straight-payable.ts';
import type { StraightPrice } from './straight-prices.ts';
import type { StraightOutcome } from './straight-terms.ts';

/** Rows of lines that are put into their columns many at a time. */
export type LinesAtHand = Readonly<
  Record<'day' | 'payableOn' | 'number' | 'attachment' | 'terms' | 'worth', Int32Array>
> & { count: number };

/** Whoever has more lines than these is settled as anybody. */
export const linesAtHandMost = 4096;

export function linesAtHand(): LinesAtHand {
  const column = () => new Int32Array(linesAtHandMost);
  return {
    count: 0,
    day: column(),
    payableOn: column(),
    number: column(),
    attachment: column(),
    terms: column(),
    worth: column(),
  };
}

/** Puts all lines that are at hand into their columns. */
export function putAtHand({ columns, atHand }: Omit<PuttingLines, 'terms'>): void {
  const { count, day, payableOn, number, attachment, terms, worth } = atHand;
  const row = columns.rows;
  putSeveral(columns.day, row, { cells: day, count });
  putSeveral(columns.payableOn, row, { cells: payableOn, count });
  putSeveral(columns.number, row, { cells: number, count });
  putSeveral(columns.attachment, row, { cells: attachment, count });
  putSeveral(columns.terms, row, { cells: terms, count });
  putSeveral(columns.worth, row, { cells: worth, count });
  columns.rows += count;
  atHand.count = 0;
}

/** Lines whose rows are put into columns by and by. */
export type PuttingLines = Readonly<{
  columns: LineColumns;
  atHand: LinesAtHand;
  /** By the number of an outcome that of its terms in the columns, once it was looked up. */
  terms: (number | undefined)[];
}>;

/** Adds lines that are paid whole on one day, or wait whole, for an attachment that has its row. */
export function putStraight(
  { columns, atHand, terms }: PuttingLines,
  attachment: number,
  { lines, prices: { version } }: Looking,
): void {
  if (atHand.count + lines.count > linesAtHandMost) putAtHand({ columns, atHand });
  for (let line = 0; line < lines.count; line += 1) {
    const outcome = lines.outcome[line] as StraightOutcome;
    const price = lines.price[line] as StraightPrice;
    const enoughOn = lines.enoughOn[line] as number;
    const { number } = outcome.placed;
    if (terms[number] === undefined) terms[number] = termsIn(columns, outcome, version);
    if (price.worth === 0) price.worth = worthIn(columns, price);
    const at = atHand.count;
    atHand.count = at + 1;
    atHand.day[at] = dayCell(lines.day[line] as number);
    atHand.payableOn[at] = enoughOn === never ? 0 : dayCell(enoughOn);
    atHand.number[at] = numberOfLine(columns, lines.number[line] as number);
    atHand.attachment[at] = attachment + 1;
    atHand.terms[at] = terms[number] as number;
    atHand.worth[at] = price.worth;
    if (enoughOn === never) putWaiting(columns, columns.rows + at, { outcome, price });
  }
}

function termsIn(
  { termsKnown }: LineColumns,
  { group, placed }: StraightOutcome,
  version: VersionPlan,
): number {
  return numberOfTerms(termsKnown, { version, group, placed });
}

function worthIn({ worths }: LineColumns, { priced, gross }: StraightPrice): number {
  return worthNumber(worths, { price: priced.unit, quantity: one, gross });
}

type Waiting = Readonly<{ outcome: StraightOutcome; price: StraightPrice }>;

function putWaiting(columns: LineColumns, row: number, { outcome, price }: Waiting): void {
  const { gross: amount } = price;
  const { clause } = outcome.placed.outcome;
  if (amount !== 0n) putUnpaid(columns, row, [{ reason: 'not_verified', amount, clause }]);
}

/** The same lines as objects, for whoever asks more of them. */
export function straightAsEarned(
  attachment: Attachment,
  { lines, prices: { version } }: Looking,
): readonly EarnedLine[] {
  return Array.from({ length: lines.count }, (_, line): EarnedLine => {
    const { placed, group } = lines.outcome[line] as StraightOutcome;
    const days = {
      from: lines.from[line] as number,
      day: lines.day[line] as number,
      certainOn: lines.certainOn[line] as number,
    };
    const number = lines.number[line] as number;
    const enoughOn = lines.enoughOn[line] as number;
    return {
      earned: earnedOf(attachment, days, { version, group, placed, number }),
      priced: (lines.price[line] as StraightPrice).priced,
      enoughOn: enoughOn === never ? undefined : enoughOn,
      steps: undefined,
    };
  });
}

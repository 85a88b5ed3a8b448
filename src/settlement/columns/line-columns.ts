import {
  dayCell,
  type NumberColumn,
  numberColumn,
  numberIn,
  putNumber,
} from '../../facts/index.ts';
import { one, round } from '../../money/index.ts';
import { type Due, isGiven } from '../due/due.ts';
import type { PaidBy } from '../due/payers.ts';
import type { Draft, Unpaid } from '../pay/draft.ts';
import { areRepeats, type EarnedLine, worthOf } from '../pay/earned-line.ts';
import type { GroupPlan, VersionPlan } from '../plan/plan.ts';
import type { PlacedOutcome } from '../work.ts';
import { type AmountColumn, amountColumn, putAmount, putAmountOf } from './amount-column.ts';
import { type AttachedColumns, attachedColumns, rowOfAttachment } from './attached-columns.ts';
import { numberOf, type ValueNumbers, valueNumbers } from './value-numbers.ts';
import { type Worth, type WorthPool, worthNumber, worthPool } from './worth-pool.ts';

/** Under which terms a line is: of one version, group and outcome. */
export type Terms = Readonly<{ version: VersionPlan; group: GroupPlan; placed: PlacedOutcome }>;

/** Why something is not paid, and the clause that says so. */
export type Why = Pick<Unpaid, 'reason' | 'clause'>;

/**
 * Lines by column, a row each: some 20 bytes where a line as an object takes 6,000. A line that is
 * not like the others is kept beside, as the object that it is.
 */
export type LineColumns = {
  rows: number;
  /** Whether every line is kept as an object, to be asked why. */
  readonly keepsAll: boolean;
  /** Or those of this participant. */
  readonly keepsOf: string | undefined;
  readonly attached: AttachedColumns;
  /** The row of its attachment, from 1; 0 where it is nobody's, or every line is kept. */
  readonly attachment: NumberColumn;
  readonly terms: NumberColumn;
  readonly termsKnown: TermsPool;
  /** The how-manieth, or the month, by its number among all that there are. */
  readonly number: NumberColumn;
  readonly numbers: ValueNumbers<number | string>;
  /** By the how-manieth, the number it has among these; 0 where that was not looked up. */
  readonly numberOfRepeat: number[];
  /** Days as `dayCell` has them; 0 where nothing is payable. */
  readonly day: NumberColumn;
  readonly payableOn: NumberColumn;
  readonly worth: NumberColumn;
  readonly worths: WorthPool;
  /** Why a part of it is not paid, and how much; where there are several parts, beside. */
  readonly unpaidWhy: NumberColumn;
  readonly unpaidAmount: AmountColumn;
  readonly whys: WhyPool;
  readonly unpaidBeside: Map<number, readonly Unpaid[]>;
  /** Lines that are kept as objects, by row. */
  readonly kept: Map<number, PaidBy>;
};

type TermsPool = Readonly<{
  values: Terms[];
  numbers: Map<VersionPlan, Map<PlacedOutcome, number>>;
}>;

type WhyPool = Readonly<{ values: Why[]; numbers: Map<string, Map<string, number>> }>;

export function lineColumns(keepsAll: boolean, keepsOf?: string): LineColumns {
  return {
    rows: 0,
    keepsAll,
    keepsOf,
    attached: attachedColumns(),
    attachment: numberColumn(),
    terms: numberColumn(),
    termsKnown: { values: [], numbers: new Map() },
    number: numberColumn(),
    numbers: valueNumbers(),
    numberOfRepeat: new Array<number>(repeatsMost).fill(0),
    day: numberColumn(),
    payableOn: numberColumn(),
    worth: numberColumn(),
    worths: worthPool(),
    unpaidWhy: numberColumn(),
    unpaidAmount: amountColumn(),
    whys: { values: [], numbers: new Map() },
    unpaidBeside: new Map(),
    kept: new Map(),
  };
}

/** Adds a line, and gives its row. The lines of one participant come one after the other. */
export function addLine(columns: LineColumns, paid: PaidBy): number {
  const { due } = paid;
  const row = columns.rows;
  columns.rows += 1;
  putNumber(columns.day, row, dayCell(due.day));
  if (due.payableOn !== undefined) putNumber(columns.payableOn, row, dayCell(due.payableOn));
  if (columns.keepsAll || due.basis.is !== 'outcome') {
    columns.kept.set(row, paid);
    return row;
  }
  const { draft } = due.basis;
  const { attachment } = draft.earned;
  const own = rowOfAttachment(columns.attached, draft.participant, attachment);
  putNumber(columns.attachment, row, own + 1);
  const isAsked = draft.participant === columns.keepsOf;
  if (isAsked || !isLikeOthers(paid, draft)) columns.kept.set(row, paid);
  else putOutcome(columns, row, { due, draft });
  return row;
}

/** Adds lines that are paid whole on the day by which there was enough for them, or wait whole. */
export function addEarned(
  columns: LineColumns,
  participant: string,
  lines: readonly EarnedLine[],
): void {
  let before: EarnedLine | undefined;
  for (const line of lines) {
    const { earned, enoughOn } = line;
    const row = columns.rows;
    columns.rows += 1;
    putNumber(columns.day, row, dayCell(earned.achievement.day));
    if (enoughOn !== undefined) putNumber(columns.payableOn, row, dayCell(enoughOn));
    putNumber(columns.number, row, numberOfLine(columns, earned.number));
    if (before !== undefined && areRepeats(line, before)) repeatRow(columns, row);
    else putEarned(columns, row, { participant, line });
    before = line;
    if (enoughOn !== undefined) continue;
    putWaiting(columns, row, { gross: grossOf(line), clause: earned.placed.outcome.clause });
  }
}

/** Of so many repeats the number is looked up without a table of names. */
const repeatsMost = 64;

/** The number of the how-manieth line. */
export function numberOfLine(
  { numbers, numberOfRepeat }: LineColumns,
  number: number | string,
): number {
  if (typeof number !== 'number' || number >= repeatsMost) return numberOf(numbers, number);
  const known = numberOfRepeat[number] as number;
  if (known !== 0) return known;
  const found = numberOf(numbers, number);
  numberOfRepeat[number] = found;
  return found;
}

/** Puts down what is the same of each repeat as it stands in the row before. */
function repeatRow({ attachment, terms, worth }: LineColumns, row: number): void {
  putNumber(attachment, row, numberIn(attachment, row - 1));
  putNumber(terms, row, numberIn(terms, row - 1));
  putNumber(worth, row, numberIn(worth, row - 1));
}

type OfParticipant = Readonly<{ participant: string; line: EarnedLine }>;

function putEarned(columns: LineColumns, row: number, { participant, line }: OfParticipant): void {
  const { earned, priced } = line;
  const own = rowOfAttachment(columns.attached, participant, earned.attachment);
  putNumber(columns.attachment, row, own + 1);
  putNumber(columns.terms, row, numberOfTerms(columns.termsKnown, earned));
  const { quantity } = earned.achievement;
  const gross = grossOf(line);
  const worth = worthNumber(columns.worths, { price: priced.unit, quantity, gross });
  putNumber(columns.worth, row, worth);
}

function grossOf({ earned, priced }: EarnedLine): bigint {
  return round(worthOf(earned, priced), earned.version.rounding);
}

function isLikeOthers({ due, payers }: PaidBy, { share }: Draft): boolean {
  return (
    due.payee === due.provider &&
    payers === undefined &&
    due.earnedOn === undefined &&
    share.part === one &&
    !isGiven(due)
  );
}

type OfOutcome = Readonly<{ due: Due; draft: Draft }>;

function putOutcome(columns: LineColumns, row: number, { due, draft }: OfOutcome): void {
  putNumber(columns.terms, row, numberOfTerms(columns.termsKnown, draft.earned));
  putNumber(columns.number, row, numberOf(columns.numbers, due.number));
  putAmounts(columns, row, due);
}

/** Puts down what a line is worth and what of it is not paid, in place of what stood there. */
export function putAmounts(columns: LineColumns, row: number, due: Worth & Pick<Due, 'unpaid'>) {
  putNumber(columns.worth, row, worthNumber(columns.worths, due));
  putUnpaid(columns, row, due.unpaid);
}

/** The number of terms, which are kept if they are new. */
export function numberOfTerms({ values, numbers }: TermsPool, terms: Terms): number {
  const { version, group, placed } = terms;
  const known = numbers.get(version)?.get(placed);
  if (known !== undefined) return known;
  const number = values.push({ version, group, placed });
  const ofVersion = numbers.get(version) ?? new Map<PlacedOutcome, number>();
  numbers.set(version, ofVersion.set(placed, number));
  return number;
}

/** Puts down what of a line is not paid, in place of what stood there. */
export function putUnpaid(columns: LineColumns, row: number, unpaid: readonly Unpaid[]): void {
  const [first] = unpaid;
  if (first === undefined && numberIn(columns.unpaidWhy, row) === 0) return;
  putNumber(columns.unpaidWhy, row, first ? numberOfWhy(columns.whys, first) : 0);
  const amount = unpaid.reduce((sum, each) => sum + each.amount, 0n);
  putAmount(columns.unpaidAmount, row, amount);
  if (unpaid.length > 1) columns.unpaidBeside.set(row, unpaid);
  else if (columns.unpaidBeside.size > 0) columns.unpaidBeside.delete(row);
}

/** Puts down that so much of a line is not paid, of which all is, for the reason of a number. */
export function putUnpaidOf(
  { unpaidWhy, unpaidAmount }: LineColumns,
  row: number,
  { why, amount }: Readonly<{ why: number; amount: number }>,
): void {
  putNumber(unpaidWhy, row, why);
  putAmountOf(unpaidAmount, row, amount);
}

/** Puts down that all of a line waits for verification, in place of what stood there. */
export function putWaiting(
  columns: LineColumns,
  row: number,
  { gross: amount, clause }: Readonly<{ gross: bigint; clause: string }>,
): void {
  putUnpaid(columns, row, amount === 0n ? [] : [{ reason: 'not_verified', amount, clause }]);
}

/** The number of a reason and its clause, which are kept if they are new. */
export function numberOfWhy({ values, numbers }: WhyPool, { reason, clause }: Why): number {
  const ofClause = numbers.get(clause) ?? new Map<string, number>();
  numbers.set(clause, ofClause);
  const known = ofClause.get(reason);
  if (known !== undefined) return known;
  const number = values.push({ reason, clause });
  ofClause.set(reason, number);
  return number;
}

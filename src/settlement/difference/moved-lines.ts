import { unitsOfMajor } from '../../money/index.ts';
import type { ResultLine, ResultNotPaid, SettlementResult } from '../result.ts';
import type { Portion } from './change.ts';

/** A line as one settlement has it, with what of it is not paid. */
export type SeenLine = Readonly<{ line: ResultLine; notPaid: readonly ResultNotPaid[] }>;

/** A line that is not in every respect as it was; without `was` it is new, without `now` gone. */
export type MovedLine = Readonly<{
  name: string;
  /** As it stands now or, where it is gone, as it stood. */
  line: ResultLine;
  was?: SeenLine;
  now?: SeenLine;
  /** Whether other money is owed for it, to or from somebody. */
  isChange: boolean;
}>;

/** Lines that are gone, in the order in which they were; then the others as they stand in line. */
export function movedLines(
  now: SettlementResult,
  previous: SettlementResult | undefined,
): readonly MovedLine[] {
  const before = previous ? linesByName(previous) : new Map<string, SeenLine>();
  const after = linesByName(now);
  const gone = [...before].flatMap(([name, was]): MovedLine[] => {
    return after.has(name) ? [] : [{ name, line: was.line, was, isChange: isPaid(was) }];
  });
  const there = [...after].flatMap(([name, seen]): MovedLine[] => {
    const was = before.get(name);
    const { line } = seen;
    if (was === undefined) return [newLine(seen)];
    if (isSameLine(was, seen)) return [];
    return [{ name, line, was, now: seen, isChange: !isSameMoney(was.line, line) }];
  });
  return [...gone, ...there];
}

/** A line of which nothing was settled before. */
export function newLine(seen: SeenLine): MovedLine {
  const { line } = seen;
  return { name: line.line, line, now: seen, isChange: isPaid(seen) };
}

/** Whether two lines of one name say the same, and of what is not paid. */
export function isSameLine(was: SeenLine, now: SeenLine): boolean {
  const unpaid = was.notPaid.length + now.notPaid.length;
  if (unpaid > 0 && JSON.stringify(was.notPaid) !== JSON.stringify(now.notPaid)) return false;
  const keys = Object.keys(was.line) as (keyof ResultLine)[];
  return (
    keys.length === Object.keys(now.line).length &&
    keys.every((key) => isSameWord(was.line[key], now.line[key]))
  );
}

/** Who pays how much is a list; all else that a line says is a text or a number. */
function isSameWord(one: ResultLine[keyof ResultLine], other: typeof one): boolean {
  return (
    one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other))
  );
}

/** The lines of a settlement by their identities, in place in line. */
export function linesByName({ lines, notPaid }: SettlementResult): Map<string, SeenLine> {
  const unpaid = new Map<string, ResultNotPaid[]>();
  for (const each of notPaid) {
    const known = unpaid.get(each.line);
    if (known) known.push(each);
    else unpaid.set(each.line, [each]);
  }
  const none: readonly ResultNotPaid[] = [];
  return new Map(
    lines.map((line) => [line.line, { line, notPaid: unpaid.get(line.line) ?? none }] as const),
  );
}

/** A line, and who pays how much of it where there are several payers. */
type Divided = Pick<ResultLine, 'payer' | 'amount'> &
  Readonly<{ payers?: readonly Readonly<{ payer: string; amount: string }>[] }>;

/** Who pays how much of a line; its payer all of it where nothing else is said. */
export function portionsOf({ payer, payers, amount }: Divided): readonly Portion[] {
  const named = payers ?? [{ payer, amount }];
  return named
    .map((each) => ({ payer: each.payer, amount: unitsOfMajor(each.amount) }))
    .filter((each) => each.amount !== 0n);
}

/** Whether other sums of it are not paid for one of these reasons; for any, where none is given. */
export function isUnpaidOtherwise(
  { was, now }: MovedLine,
  reasons?: readonly ResultNotPaid['reason'][],
): boolean {
  const isPaidWhole = (seen: SeenLine | undefined) => (seen?.notPaid.length ?? 0) === 0;
  if (isPaidWhole(was) && isPaidWhole(now)) return false;
  const unpaid = (seen: SeenLine | undefined) =>
    JSON.stringify(
      (seen?.notPaid ?? []).filter(
        ({ reason }) => reasons === undefined || reasons.includes(reason),
      ),
    );
  return unpaid(was) !== unpaid(now);
}

/** Why nothing of a line is paid, and nobody else's money depends on it. */
const turningDown: ReadonlySet<ResultNotPaid['reason']> = new Set([
  'not_verified',
  'other_provider',
  'too_late',
]);

/** Whether nothing of it counts for anyone: it waits, is another's, or came too late as a whole. */
export function isTurnedDown({ line, notPaid }: SeenLine): boolean {
  return notPaid.some(({ reason, amount }) => turningDown.has(reason) && amount === line.gross);
}

function isPaid({ line }: SeenLine): boolean {
  return line.payers === undefined ? hasMoney(line) : portionsOf(line).length > 0;
}

/** Every sum is written in one way, with as many places as its currency has. */
function hasMoney({ amount }: ResultLine): boolean {
  return /[1-9]/.test(amount);
}

/** Whether the same is paid to the same by the same. */
export function isSameMoney(one: ResultLine, other: ResultLine): boolean {
  if (one.payers !== undefined || other.payers !== undefined) {
    return moneyKey(one) === moneyKey(other);
  }
  if (one.amount !== other.amount) return false;
  return !hasMoney(one) || (one.payee === other.payee && one.payer === other.payer);
}

function moneyKey(line: ResultLine): string {
  const portions = portionsOf(line)
    .map(({ payer, amount }) => `${payer} ${amount}`)
    .sort();
  return JSON.stringify(portions.length === 0 ? [] : [line.payee, portions]);
}

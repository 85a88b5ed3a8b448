import { type Day, dayNumber, formatDate } from '../../calendar/index.ts';
import type { PaidResult } from '../../settlement/index.ts';
import { unitsOf } from './money-columns.ts';
import { payersOf } from './payers-of.ts';

type Payable = NonNullable<PaidResult['payable']>;
type PaidTo = Payable['statements'][number];
type Item = PaidTo['items'][number];

/** An item of what is paid now, in words, and by how much. */
export type PayableRow = Readonly<{ what: string; amount: bigint }>;

/** "To pay by 20 July 2028". */
export function payHeading({ payBy }: Readonly<{ payBy: string | null }>): string {
  return payBy === null ? 'To pay now' : `To pay by ${formatDate(dayNumber(payBy as Day))}`;
}

const words: Readonly<Record<Item['is'], string>> = {
  held: 'held, as it is disputed',
  released: 'held before, and no longer',
  'on account': 'on account of claims',
  'on account settled': 'set against claims decided',
  recoverable: 'to be recovered, and not taken back here',
  recovered: 'recovered',
  'written off': 'written off, of what was to be recovered',
  'write-off reversed': 'set against what was written off',
};

const minus: ReadonlySet<string> = new Set([
  'held',
  'on account settled',
  'recovered',
  'write-off reversed',
]);

/**
 * What is due to a payee, what stands between that and what is paid, and what is paid. What takes
 * from a payee from the start, as a deduction does, was never paid: it is taken off, not recovered.
 */
export function payableRows(paidTo: PaidTo, result: PaidResult): readonly PayableRow[] {
  return payableRowsBy(paidTo, takingLines(result));
}

/** The same where it is known by which lines a payee owes what it was never paid. */
export function payableRowsBy(
  { due, items, paid }: PaidTo,
  isTaken: (line: string) => boolean,
): readonly PayableRow[] {
  let above = unitsOf(due);
  const sums = new Map<string, bigint>();
  const addTo = (what: string, amount: bigint) => sums.set(what, (sums.get(what) ?? 0n) + amount);
  for (const { is, line, amount } of items) {
    const units = unitsOf(amount);
    if (is === 'recoverable' && isTaken(line)) above += units;
    else if (is === 'recovered' && isTaken(line)) addTo('taken off', -units);
    else addTo(words[is], minus.has(is) ? -units : units);
  }
  return [
    { what: 'due for its lines', amount: above },
    ...[...sums].map(([what, amount]) => ({ what, amount })),
    { what: 'paid', amount: unitsOf(paid) },
  ];
}

/** How much of what is paid now each payer pays; nothing where there is but one. */
export function payerRows(result: PaidResult, payee?: string): readonly PayableRow[] {
  if (payersOf(result).length < 2) return [];
  return payersOf(result, payee)
    .filter(({ now = 0n }) => now !== 0n)
    .map(({ payer, now = 0n }) => ({ what: `  by ${payer}`, amount: now }));
}

/** Lines by which a payee owes something for which it was never paid. */
function takingLines({ lines, changes = [] }: PaidResult): (line: string) => boolean {
  const below = lines.filter(({ amount }) => unitsOf(amount) < 0n);
  const taking = new Set(below.map(({ line }) => line));
  for (const change of changes) if (unitsOf(change.takenBack) > 0n) taking.delete(change.line);
  return (line) => taking.has(line);
}

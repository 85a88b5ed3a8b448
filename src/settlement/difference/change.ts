import type { Day } from '../../calendar/index.ts';

/** What one payer pays of a line, in smallest units. */
export type Portion = Readonly<{ payer: string; amount: bigint }>;

/**
 * One line for which something else is owed than was settled before: what was settled is taken back
 * whole, as it was paid, and what is owed now is paid.
 */
export type Change = Readonly<{
  /** The identity of the line. */
  line: string;
  clause: string;
  outcome: string;
  participant?: string;
  provider: string;
  payee: string;
  takenBack: readonly Portion[];
  paid: readonly Portion[];
  cause: Cause;
}>;

/** What moved a line. */
export type Cause =
  /** Nothing was settled before. */
  | Readonly<{ is: 'first' }>
  /** Facts of its own that became known or true since, by their ids. */
  | Readonly<{ is: 'facts'; facts: readonly string[] }>
  /** Another line that moved, in the same band, limit, pot or total, and the facts behind that. */
  | Readonly<{ is: 'line'; line: string; facts: readonly string[] }>
  /** A day has passed or a period has closed. */
  | Readonly<{ is: 'day'; asAt: Day; knownAt: Day }>
  /** The same days come out otherwise under the terms given now; perhaps by another engine too. */
  | Readonly<{ is: 'version'; from: string; to: string; engine?: Move }>
  /** The same days and terms come out otherwise by this engine. */
  | (Readonly<{ is: 'engine' }> & Move)
  /** The same days, terms and engine: the facts given now are other than those given then. */
  | Readonly<{ is: 'facts given' }>;

type Move = Readonly<{ from: string; to: string }>;

export function sumOfPortions(portions: readonly Portion[]): bigint {
  return portions.reduce((sum, { amount }) => sum + amount, 0n);
}

import { unitsOfMajor } from '../../money/index.ts';
import type { ResultLine, SettlementResult } from '../../settlement/index.ts';

/** What two settlements of the same facts give for one thing, in smallest units. */
export type MoneyPair = Readonly<{ name: string; was: bigint; now: bigint }>;

/** The difference in money between two settlements: in all, and by what. */
export type MoneyBetween = Readonly<{
  total: Readonly<{ was: bigint; now: bigint }>;
  outcomes: readonly MoneyPair[];
  providers: readonly MoneyPair[];
  /** Lines of which the amounts differ, by identity. */
  lines: readonly MoneyPair[];
}>;

export function moneyBetween(was: SettlementResult, now: SettlementResult): MoneyBetween {
  const by = (nameOf: (line: ResultLine) => string) =>
    pairsOf(sumsBy(was.lines, nameOf), sumsBy(now.lines, nameOf));
  return {
    total: { was: unitsOfMajor(was.total), now: unitsOfMajor(now.total) },
    outcomes: by(({ outcome }) => outcome),
    providers: by(({ payee }) => payee),
    lines: by(({ line }) => line).filter((pair) => pair.was !== pair.now),
  };
}

type Sums = ReadonlyMap<string, bigint>;

function sumsBy(lines: readonly ResultLine[], nameOf: (line: ResultLine) => string): Sums {
  const sums = new Map<string, bigint>();
  for (const line of lines) {
    const name = nameOf(line);
    sums.set(name, (sums.get(name) ?? 0n) + unitsOfMajor(line.amount));
  }
  return sums;
}

/** In the order in which names first stand in the one, then in the other. */
function pairsOf(was: Sums, now: Sums): readonly MoneyPair[] {
  const names = [...new Set([...was.keys(), ...now.keys()])];
  return names.map((name) => ({ name, was: was.get(name) ?? 0n, now: now.get(name) ?? 0n }));
}

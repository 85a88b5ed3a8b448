import { unitsOfMajor } from '../../money/index.ts';
import type { ResultLine, SettlementResult } from '../../settlement/index.ts';

/** What two settlements of the same facts give for one thing, in smallest units. */
export type MoneyPair = Readonly<{ name: string; was: bigint; now: bigint }>;

/** A line of which the amount, or what its payers pay of it, differs. */
export type LinePair = MoneyPair &
  Readonly<{
    /** Payers who pay otherwise; none where both pages have one and the same payer. */
    payers: readonly MoneyPair[];
  }>;

/** The difference in money between two settlements: in all, and by what. */
export type MoneyBetween = Readonly<{
  total: Readonly<{ was: bigint; now: bigint }>;
  outcomes: readonly MoneyPair[];
  providers: readonly MoneyPair[];
  /** Who pays how much of it. */
  payers: readonly MoneyPair[];
  /** By identity. */
  lines: readonly LinePair[];
}>;

export function moneyBetween(was: SettlementResult, now: SettlementResult): MoneyBetween {
  const by = (nameOf: (line: ResultLine) => string) =>
    pairsOf(sumsBy(was.lines, nameOf), sumsBy(now.lines, nameOf));
  const payers = pairsOf(sumsByPayer(was.lines), sumsByPayer(now.lines));
  return {
    total: { was: unitsOfMajor(was.total), now: unitsOfMajor(now.total) },
    outcomes: by(({ outcome }) => outcome),
    providers: by(({ payee }) => payee),
    payers,
    lines: linesBetween(was.lines, now.lines, payers.length > 1),
  };
}

function linesBetween(
  was: readonly ResultLine[],
  now: readonly ResultLine[],
  isOfMany: boolean,
): readonly LinePair[] {
  const before = new Map(was.map((line) => [line.line, line]));
  const after = new Map(now.map((line) => [line.line, line]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [one, other] = [before.get(name), after.get(name)];
    const pair = { was: amountOf(one), now: amountOf(other) };
    const all = isOfMany ? pairsOf(payersOf(one), payersOf(other)) : [];
    const payers = all.filter((each) => each.was !== each.now);
    const isSame = pair.was === pair.now && payers.length === 0;
    return isSame ? [] : [{ name, ...pair, payers }];
  });
}

function amountOf(line: ResultLine | undefined): bigint {
  return line === undefined ? 0n : unitsOfMajor(line.amount);
}

function payersOf(line: ResultLine | undefined): Sums {
  return sumsByPayer(line === undefined ? [] : [line]);
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

function sumsByPayer(lines: readonly ResultLine[]): Sums {
  const sums = new Map<string, bigint>();
  for (const { payers, payer, amount } of lines) {
    for (const portion of payers ?? [{ payer, amount }]) {
      sums.set(portion.payer, (sums.get(portion.payer) ?? 0n) + unitsOfMajor(portion.amount));
    }
  }
  return sums;
}

/** In the order in which names first stand in the one, then in the other. */
export function pairsOf(was: Sums, now: Sums): readonly MoneyPair[] {
  const names = [...new Set([...was.keys(), ...now.keys()])];
  return names.map((name) => ({ name, was: was.get(name) ?? 0n, now: now.get(name) ?? 0n }));
}

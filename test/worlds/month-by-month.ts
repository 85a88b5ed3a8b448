import {
  difference,
  keysOf,
  ledgerOf,
  type Owed,
  owed,
  rekeyFacts,
  rekeyResult,
  type SettlementResult,
  settlementResult,
  sumOfPortions,
} from '../../src/settlement/index.ts';
import type { World } from './world.ts';

/** About how many days pass from one settlement to the next. */
const daysBetween = 61;

/** The settlements of a world from its first days to the day as at which it is asked about. */
function settlementsOf({ plan, facts, asAt }: World, settled: Owed): SettlementResult[] {
  const results: SettlementResult[] = [];
  const last = Math.min(asAt.trueBy, asAt.knownBy);
  for (let day = plan.startsOn + daysBetween; day < last; day += daysBetween) {
    results.push(resultOf(owed(plan, facts, { trueBy: day, knownBy: day })));
  }
  return [...results, resultOf(settled)];
}

function resultOf(settled: Owed): SettlementResult {
  return settlementResult(settled, { contract: 'world', language: 1 });
}

/** All changes of all settlements add up, line by line, to what is owed at the end. */
export function monthsOff(world: World, settled: Owed): string[] {
  const { plan, facts } = world;
  const sums = new Map<string, bigint>();
  let previous: SettlementResult | undefined;
  for (const now of settlementsOf(world, settled)) {
    const before = previous === undefined ? {} : { previous };
    for (const { line, takenBack, paid } of difference({ now, ...before, plan, facts })) {
      const change = sumOfPortions(paid) - sumOfPortions(takenBack);
      sums.set(line, (sums.get(line) ?? 0n) + change);
    }
    previous = now;
  }
  const amounts = new Map(settled.lines.map(({ line, amount }) => [line, amount]));
  return [...new Set([...sums.keys(), ...amounts.keys()])]
    .filter((line) => (sums.get(line) ?? 0n) !== (amounts.get(line) ?? 0n))
    .map((line) => `${line}: ${amounts.get(line) ?? 0n}, and ${sums.get(line) ?? 0n} in parts`);
}

export function twiceChanges({ plan, facts }: World, settled: Owed): string[] {
  const now = resultOf(settled);
  const again = resultOf(settled);
  return difference({ now: again, previous: now, plan, facts }).map(({ line }) => line);
}

/** The ledger holds that every entry balances; here, that it comes about for every world. */
export function booksOff(world: World, settled: Owed): string[] {
  const [first, ...others] = settlementsOf(world, settled);
  if (first === undefined) return [];
  const { entries } = ledgerOf([first, ...others], 'clause');
  return entries.flatMap(({ postings, description }) => {
    const sum = postings.reduce((all, { amount }) => all + amount, 0n);
    return sum === 0n ? [] : [`${description}: ${sum}`];
  });
}

/** Participants and facts under other names that sort as theirs did. */
export function rekeyedOff({ plan, facts, asAt }: World, settled: Owed): string[] {
  const result = resultOf(settled);
  const keys = keysOf(facts, [result]);
  const again = resultOf(owed(plan, rekeyFacts(facts, keys), asAt));
  const wanted = rekeyResult(result, keys).lines;
  return wanted.flatMap((line, index) => {
    const other = again.lines[index];
    return JSON.stringify(line) === JSON.stringify(other) ? [] : [line.line];
  });
}

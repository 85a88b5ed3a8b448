import { givenLines, type Owed, owed, settlementResult } from '../../src/settlement/index.ts';
import type { Plan } from '../../src/settlement/plan/plan.ts';
import type { OracleLine } from '../oracle/line.ts';
import { linesOf } from './told.ts';
import type { World } from './world.ts';

/** How many erasures were looked at, and how many of them moved no line of nobody. */
export const erasures = { seen: 0, judged: 0 };

/**
 * The facts of one participant are erased, and its lines given as they were settled: every line of
 * participants is as it was. Lines of nobody are worked out anew, of those who are left; where any
 * of them moved, what limits leave for others may have too, and nothing is said of it. Of a limit
 * shared in proportion others have what given lines leave, which may round otherwise.
 */
export function erasingMoves({ plan, facts, asAt }: World, settled: Owed): string[] {
  const participants = new Set(settled.lines.flatMap(({ participant }) => participant ?? []));
  const [erased] = [...participants].sort();
  if (erased === undefined || isReckonedAnew(plan)) return [];
  const result = settlementResult(settled, { contract: 'world', language: 1 });
  const given = givenLines(result, new Set([erased]));
  const left = facts.filter(({ participant }) => participant !== erased);
  const before = linesOf(settled);
  const after = linesOf(owed(plan, left, { ...asAt, given }));
  erasures.seen += 1;
  if (ofNobody(before).join() !== ofNobody(after).join()) return [];
  const pennies = penniesMoved(plan, settled, erased);
  if (pennies === undefined) return [];
  erasures.judged += 1;
  const now = new Map(after.map((line) => [line.identity, line]));
  return before
    .filter((line) => !isAlike(line, now.get(line.identity), pennies))
    .map(({ identity }) => identity);
}

/**
 * How many pennies a line may move by: none but where a share of a limit is rounded otherwise.
 * Where another limit cut a share again, what it left free is shared: not known by how much; nor
 * where versions share other sums.
 */
function penniesMoved({ versions }: Plan, settled: Owed, erased: string): bigint | undefined {
  const limits = versions.flatMap(({ whole }) => whole?.limits ?? []);
  const sharing = limits.filter((each) => each.shared !== undefined);
  const shared = new Set(sharing.map(({ clause }) => clause));
  const sums = new Set(sharing.map(({ most }) => `${most.numerator}/${most.denominator}`));
  if (sharing.length === 0) return 0n;
  const own = settled.lines.filter(({ participant }) => participant === erased);
  const names = new Set(own.map(({ line }) => line));
  const isCutAgain = settled.notPaid.some(({ line, reason, clause }) => {
    return reason === 'limit' && names.has(line) && !shared.has(clause);
  });
  const isOne = shared.size === 1 && sums.size === 1;
  return isOne && !isCutAgain ? BigInt(settled.lines.length) : undefined;
}

function isAlike(line: OracleLine, now: OracleLine | undefined, pennies: bigint): boolean {
  if (now === undefined || told({ ...now, amount: line.amount }) !== told(line)) return false;
  const moved = now.amount - line.amount;
  return moved <= pennies && -moved <= pennies;
}

/** Counts, gates and totals that are rounded are those of the people who are left. */
function isReckonedAnew({ versions }: Plan): boolean {
  return versions.some(({ whole, groups, roundingOf }) => {
    const { counts = [], gates = [], laterRates = [] } = whole ?? {};
    const outcomes = [...groups.values()].flatMap((group) => group.outcomes);
    const isReverse = outcomes.some(({ price }) => price.reverse !== undefined);
    const isOfPeople = counts.length > 0 || gates.length > 0 || roundingOf === 'total';
    return isOfPeople || (isReverse && laterRates.length > 0);
  });
}

function ofNobody(lines: readonly OracleLine[]): string[] {
  return lines.filter(({ participant }) => participant === null).map(told);
}

function told(line: OracleLine): string {
  const { identity, day, payableOn, gross, amount } = line;
  return [identity, day, payableOn, gross, amount].join(' ');
}

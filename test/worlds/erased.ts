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
 * of them moved, what limits leave for others may have too, and nothing is said of it.
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
  erasures.judged += 1;
  const now = new Set(after.map(told));
  return before.filter((line) => !now.has(told(line))).map(({ identity }) => identity);
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

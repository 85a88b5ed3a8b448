import { round } from '../../src/money/index.ts';
import type { Owed } from '../../src/settlement/index.ts';
import type { WideLimitPlan } from '../../src/settlement/plan/money-plan.ts';
import type { Plan } from '../../src/settlement/plan/plan.ts';
import { type OracleLine, wholePennies } from '../oracle/line.ts';
import { isNamedBy } from '../oracle/versions.ts';
import { linesOf } from './told.ts';
import type { World } from './world.ts';

/** Lines under one limit shared in proportion, in one period, and what each had earned. */
export type SharedPool = Readonly<{
  clause: string;
  /** In whole pennies. */
  most: bigint;
  earned: ReadonlyMap<OracleLine, bigint>;
}>;

/** The limits shared in proportion that cover a line. */
export function sharedOver(
  { versions }: Plan,
  line: OracleLine,
): (WideLimitPlan & Required<Pick<WideLimitPlan, 'shared'>>)[] {
  const isAfterLimits = line.outcome === 'deduction' || line.clause === 'Facts/adjustment';
  if (line.outcome === 'advance' || isAfterLimits) return [];
  const version = versions.find((each) => each.version === line.version);
  return (version?.whole?.limits ?? []).flatMap((limit) => {
    const { shared } = limit;
    return shared !== undefined && isNamedBy(limit, line) ? [{ ...limit, shared }] : [];
  });
}

/** Those of limits that say the same in every version that has them. */
export function sharedPools(plan: Plan, lines: readonly OracleLine[]): SharedPool[] {
  const pools = new Map<string, SharedPool & { earned: Map<OracleLine, bigint> }>();
  for (const line of lines.filter(({ payableOn }) => payableOn !== null)) {
    for (const { clause, most, shared } of sharedOver(plan, line)) {
      if (!isOneSum(plan, clause)) continue;
      const period = shared.filter(({ first }) => first <= line.day).at(-1) ?? shared[0];
      const key = `${clause} ${period?.name}`;
      const pool = pools.get(key) ?? { clause, most: round(most, wholePennies), earned: new Map() };
      pools.set(key, pool);
      const worth = earnedBy(line);
      if (worth > 0n) pool.earned.set(line, worth);
    }
  }
  return [...pools.values()];
}

function isOneSum({ versions }: Plan, clause: string): boolean {
  const said = versions.flatMap(({ whole }) => whole?.limits ?? []);
  const told = said
    .filter((each) => each.clause === clause)
    .map(({ most, outcomes }) => {
      return `${most.numerator}/${most.denominator} ${outcomes?.join()}`;
    });
  return new Set(told).size === 1;
}

/** Before any limit. */
function earnedBy({ gross, notPaid }: OracleLine): bigint {
  const withheld = notPaid.filter(({ reason }) => reason !== 'limit');
  return withheld.reduce((rest, { amount }) => rest - amount, gross);
}

export function sumEarned({ earned }: SharedPool): bigint {
  return [...earned.values()].reduce((sum, each) => sum + each, 0n);
}

/**
 * What is earned beyond a limit shared in proportion comes down to the limit, to the penny; each
 * line to its part of it, within a penny. Where other limits cut too, none has more than its part.
 */
export function sharesOff({ plan }: World, settled: Owed): string[] {
  const cuts = settled.notPaid.filter(({ reason }) => reason === 'limit');
  return sharedPools(plan, linesOf(settled)).flatMap((pool) => {
    const { clause, most, earned } = pool;
    const all = sumEarned(pool);
    const names = new Set([...earned.keys()].map(({ identity }) => identity));
    const own = cuts.filter((each) => names.has(each.line));
    const isAlone = own.every((each) => each.clause === clause);
    if (all <= most) {
      return own.filter((each) => each.clause === clause).map(({ line }) => `${line} is cut`);
    }
    const paid = [...earned.keys()].reduce((sum, { amount }) => sum + amount, 0n);
    const isOff = [...earned].filter(([{ amount }, worth]) => {
      const [is, part] = [amount * all, most * worth];
      return is >= part + all || (isAlone && is <= part - all);
    });
    return [
      ...(isAlone && paid !== most ? [`${clause}: ${paid} of ${most}`] : []),
      ...isOff.map(([{ identity }]) => `${clause}: ${identity}`),
    ];
  });
}

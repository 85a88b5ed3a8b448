import { yearOf } from '../../src/calendar/index.ts';
import { compareFractions, type Fraction, fraction } from '../../src/money/index.ts';
import type { Owed } from '../../src/settlement/index.ts';
import type { Plan } from '../../src/settlement/plan/plan.ts';
import type { OracleLine } from '../oracle/line.ts';
import { linesOf } from './told.ts';
import type { World } from './world.ts';

/** A limit of any sort, as it is said on the page: what counts towards it, in whose pool. */
type Kept = Readonly<{
  clause: string;
  most: Fraction;
  /** What of a line counts, and in which pool; undefined where it does not. */
  uses: (line: OracleLine) => Readonly<{ pool: string; amount: bigint }> | undefined;
}>;

/** Adds up anew what was paid under every limit. */
export function limitsExceeded({ plan }: World, settled: Owed): string[] {
  const lines = linesOf(settled);
  return [...ownLimits(plan), ...wideLimits(plan), ...payerLimits(plan)].flatMap((limit) => {
    const paid = new Map<string, bigint>();
    for (const line of lines) {
      const use = limit.uses(line);
      if (use === undefined || use.amount <= 0n) continue;
      paid.set(use.pool, (paid.get(use.pool) ?? 0n) + use.amount);
    }
    return [...paid]
      .filter(([, amount]) => compareFractions(fraction(amount), limit.most) > 0)
      .map(([pool, amount]) => `${limit.clause} of ${pool}: ${amount}`);
  });
}

/** Of each limit the most that any version allows: what was used before counts in each. */
function largest<Limit extends Readonly<{ clause: string; most: Fraction }>>(
  limits: readonly Limit[],
): Limit[] {
  const found = new Map<string, Limit>();
  for (const limit of limits) {
    const known = found.get(limit.clause);
    const isMore = known === undefined || compareFractions(limit.most, known.most) > 0;
    if (isMore) found.set(limit.clause, limit);
  }
  return [...found.values()];
}

/** Those of participants and attachments; a limit per referral is left to the oracle. */
function ownLimits(plan: Plan): Kept[] {
  const groups = plan.versions.flatMap((version) => [...version.groups.values()]);
  const limits = largest(groups.flatMap((group) => group.limits));
  return limits
    .filter(({ per }) => per !== 'referral')
    .map(({ clause, most, per, eachYear, outcomes }) => ({
      clause,
      most,
      uses: (line) => {
        if (line.participant === null || !isNamed(outcomes, line)) return undefined;
        const within = per === 'attachment' ? line.identity.split('|')[1] : '';
        const pool = `${line.participant} ${within} ${yearFor(plan, eachYear, line)}`;
        return { pool, amount: line.amount };
      },
    }));
}

/** Those over lines of many. What comes after limits is under none. */
function wideLimits(plan: Plan): Kept[] {
  const limits = largest(plan.versions.flatMap(({ whole }) => whole?.limits ?? []));
  return limits.map(({ clause, most, per, eachYear, outcomes }) => ({
    clause,
    most,
    uses: (line) => {
      const isOther =
        (per.is === 'provider' && line.provider !== per.provider) ||
        (per.is === 'group' && line.group !== per.group);
      if (isOther || isLater(line) || !isNamed(outcomes, line)) return undefined;
      const whose = per.is === 'each provider' ? line.provider : '';
      return { pool: `${whose} ${yearFor(plan, eachYear, line)}`, amount: line.amount };
    },
  }));
}

function payerLimits(plan: Plan): Kept[] {
  const limits = largest(plan.versions.flatMap(({ whole }) => whole?.payerLimits ?? []));
  return limits.map(({ clause, most, payer, eachYear }) => ({
    clause,
    most,
    uses: (line) => {
      const portion = line.payers.find((each) => each.payer === payer);
      if (portion === undefined) return undefined;
      return { pool: `${payer} ${yearFor(plan, eachYear, line)}`, amount: portion.amount };
    },
  }));
}

function isNamed(outcomes: readonly string[] | undefined, { outcome }: OracleLine): boolean {
  return outcomes === undefined || outcomes.includes(outcome);
}

function isLater({ outcome, clause, number }: OracleLine): boolean {
  return (
    outcome === 'deduction' ||
    clause === 'Facts/adjustment' ||
    String(number).startsWith('worked off')
  );
}

function yearFor({ startsOn, yearsRunFrom }: Plan, eachYear: boolean, { day }: OracleLine) {
  return eachYear ? yearOf(day, startsOn, yearsRunFrom) : '';
}

import { yearOf } from '../../src/calendar/index.ts';
import { compareFractions, type Fraction, fraction } from '../../src/money/index.ts';
import type { Owed } from '../../src/settlement/index.ts';
import type { Plan, VersionPlan } from '../../src/settlement/plan/plan.ts';
import type { OracleLine } from '../oracle/line.ts';
import { namesIn } from '../oracle/versions.ts';
import { linesOf } from './told.ts';
import type { World } from './world.ts';

/** A limit of any sort, as it is said on the page: what counts towards it, in whose pool. */
type Kept = Readonly<{
  clause: string;
  most: Fraction;
  /** Whether what is taken back gives room again. */
  isNet: boolean;
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
      if (use === undefined || (use.amount <= 0n && !limit.isNet)) continue;
      paid.set(use.pool, (paid.get(use.pool) ?? 0n) + use.amount);
    }
    return [...paid]
      .filter(([, amount]) => compareFractions(fraction(amount), limit.most) > 0)
      .map(([pool, amount]) => `${limit.clause} of ${pool}: ${amount}`);
  });
}

type Said = Readonly<{ clause: string; most: Fraction }>;

/** Limits of one clause that cover the same are one: the most that any version allows. */
type Sum<Limit extends Said> = Readonly<{ limit: Limit; isOver: (line: OracleLine) => boolean }>;

/** What was used before counts in each version, as long as the clause covers the same. */
function sums<Limit extends Said>(
  { versions }: Plan,
  of: (version: VersionPlan) => readonly Limit[],
  covers: (limit: Limit) => string,
): Sum<Limit>[] {
  const nameOf = (limit: Limit) => `${limit.clause} ${covers(limit)}`;
  const most = new Map<string, Limit>();
  for (const limit of versions.flatMap(of)) {
    const known = most.get(nameOf(limit));
    const isMore = known === undefined || compareFractions(limit.most, known.most) > 0;
    if (isMore) most.set(nameOf(limit), limit);
  }
  return [...most].map(([name, limit]) => ({
    limit,
    isOver: (line) =>
      versions.some(
        (version) =>
          version.version === line.version && of(version).some((each) => nameOf(each) === name),
      ),
  }));
}

/** Those of participants and attachments; a limit per referral is left to the oracle. */
function ownLimits(plan: Plan): Kept[] {
  const limits = sums(
    plan,
    ({ groups }) => [...groups.values()].flatMap((group) => group.limits),
    ({ per, outcomes, eachYear }) => `${per} ${eachYear} ${namesIn(outcomes)}`,
  );
  return limits
    .filter(({ limit }) => limit.per !== 'referral')
    .map(({ limit: { clause, most, per, eachYear, outcomes }, isOver }) => ({
      clause,
      most,
      isNet: false,
      uses: (line) => {
        if (line.participant === null || !isOver(line) || !isNamed(outcomes, line))
          return undefined;
        const within = per === 'attachment' ? line.identity.split('|')[1] : '';
        const pool = `${line.participant} ${within} ${yearFor(plan, eachYear, line)}`;
        return { pool, amount: line.amount };
      },
    }));
}

/** Those over lines of many. What comes after limits is under none. */
function wideLimits(plan: Plan): Kept[] {
  const limits = sums(
    plan,
    ({ whole }) => whole?.limits ?? [],
    ({ per, outcomes, eachYear, shared }) =>
      [JSON.stringify(per), eachYear, shared !== undefined, namesIn(outcomes)].join(' '),
  );
  return limits.map(({ limit: { clause, most, per, eachYear, outcomes, shared }, isOver }) => ({
    clause,
    most,
    isNet: false,
    uses: (line) => {
      const isOther =
        (per.is === 'provider' && line.provider !== per.provider) ||
        (per.is === 'group' && line.group !== per.group);
      if (isOther || isUnderNone(line) || !isOver(line) || !isNamed(outcomes, line)) {
        return undefined;
      }
      const whose = per.is === 'each provider' ? line.provider : '';
      const period = shared?.filter(({ first }) => first <= line.day).at(-1)?.name;
      const year = period ?? yearFor(plan, eachYear, line);
      return { pool: `${whose} ${year}`, amount: line.amount };
    },
  }));
}

function payerLimits(plan: Plan): Kept[] {
  const limits = sums(
    plan,
    ({ whole }) => whole?.payerLimits ?? [],
    ({ payer }) => payer,
  );
  return limits.map(({ limit: { clause, most, payer, eachYear, beyond }, isOver }) => ({
    clause,
    most,
    isNet: beyond !== undefined,
    uses: (line) => {
      const portion = line.payers.find((each) => each.payer === payer);
      const isUnder = isOver(line) && line.outcome !== 'advance';
      if (portion === undefined || !isUnder) return undefined;
      return { pool: `${payer} ${yearFor(plan, eachYear, line)}`, amount: portion.amount };
    },
  }));
}

function isNamed(outcomes: readonly string[] | undefined, { outcome }: OracleLine): boolean {
  return outcomes === undefined || outcomes.includes(outcome);
}

/** Advances, what works them off, deductions and adjustments. */
function isUnderNone({ outcome, clause }: OracleLine): boolean {
  return ['advance', 'deduction'].includes(outcome) || clause === 'Facts/adjustment';
}

function yearFor({ startsOn, yearsRunFrom }: Plan, eachYear: boolean, { day }: OracleLine) {
  return eachYear ? yearOf(day, startsOn, yearsRunFrom) : '';
}

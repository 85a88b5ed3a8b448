import type { Fact } from '../../src/facts/index.ts';
import type { Plan } from '../../src/settlement/plan.ts';
import { type Achievement, personOf } from './achieve.ts';
import { type AsAt, type Chain, chainsOf, compareTexts, viewOf } from './facts-in-force.ts';
import { identityOf, leftOf, type OracleLine, type Work } from './line.ts';
import { payableDays } from './payable.ts';
import { exactPrice, isAboutNobody, type Priced } from './price.ts';
import { type Counts, noCounts, statusesOf } from './statuses.ts';
import {
  inPlace,
  roundLines,
  roundTotals,
  withholdBeforeLimits,
  withholdBeyondLimits,
} from './working.ts';

export type OracleOwed = Readonly<{
  lines: readonly OracleLine[];
  statuses: Counts;
  total: bigint;
}>;

/**
 * A second, slow and obvious reading of DESIGN 4 and 5 for participants, to hold the engine against.
 * It goes day by day, starts from nothing for every day it asks about, and shares no rule with the
 * engine: only the calendar, the fractions and the form of the plan.
 */
export function owedByOracle(plan: Plan, facts: readonly Fact[], today: AsAt): OracleOwed {
  const chains = chainsOf(facts);
  const common = chains.filter(isAboutNobody);
  const participants = new Set(
    chains.map((chain) => chain[0]?.participant).filter((each) => each !== undefined),
  );
  const priced = {
    plan,
    discounts: viewOf(common, today, { ...today, hopes: 'counted' }),
  };
  const works: Work[] = [];
  const statuses = noCounts();
  for (const participant of [...participants].sort(compareTexts)) {
    const own = chains.filter((chain) => chain[0]?.participant === participant);
    works.push(...worksOf({ priced, participant, chains: [...own, ...common] }, today));
    const counts = statusesOf(plan, [...own, ...common], today);
    for (const status of Object.keys(statuses) as (keyof Counts)[]) {
      statuses[status] += counts[status];
    }
  }
  const lines = settled(plan, inPlace(works));
  return { lines, statuses, total: lines.reduce((sum, { amount }) => sum + amount, 0n) };
}

type Someone = Readonly<{ priced: Priced; participant: string; chains: readonly Chain[] }>;

/** Steps 1 to 5 and 8 for one participant: what was achieved, when payable, at what price. */
function worksOf({ priced, participant, chains }: Someone, today: AsAt): Work[] {
  const { plan } = priced;
  const work = (achievement: Achievement, payableOn: number | null): Work => ({
    participant,
    achievement,
    payableOn,
    exact: exactPrice(priced, achievement),
    gross: 0n,
    notPaid: [],
  });
  const payable = payableDays(plan, chains, today);
  const counted = personOf(plan, viewOf(chains, today, { ...today, hopes: 'counted' }));
  const works = [...counted.achieved.values()]
    .flat()
    .map((each) => work(each, payable.get(identityOf(each)) as number));
  const known = new Set(works.map(({ achievement }) => identityOf(achievement)));
  const waiting = personOf(plan, viewOf(chains, today, { ...today, hopes: 'unverified' }));
  for (const each of [...waiting.achieved.values()].flat()) {
    if (!known.has(identityOf(each))) works.push(work(each, null));
  }
  return works;
}

/** Steps 6 to 10 over the lines of everybody. */
function settled(plan: Plan, works: readonly Work[]): OracleLine[] {
  roundLines(works);
  const extra = roundTotals(works);
  withholdBeforeLimits(works);
  withholdBeyondLimits(plan, works);
  return [...works.map(lineOf), ...extra].sort(
    (a, b) => (a.payableOn ?? late) - (b.payableOn ?? late) || a.day - b.day || noneFirst(a, b),
  );
}

const late = Number.MAX_SAFE_INTEGER;

/** What is about no participant sorts first. */
function noneFirst(a: OracleLine, b: OracleLine): number {
  return Number(a.participant !== null) - Number(b.participant !== null);
}

function lineOf(work: Work): OracleLine {
  const { achievement, participant, payableOn, gross, notPaid } = work;
  const { outcome, attachment, version, day, number } = achievement;
  return {
    identity: identityOf(achievement),
    clause: outcome.clause,
    participant,
    provider: attachment.provider,
    outcome: outcome.name,
    number,
    group: attachment.group,
    day,
    payableOn,
    version: version.version,
    gross,
    notPaid,
    amount: leftOf(work),
  };
}

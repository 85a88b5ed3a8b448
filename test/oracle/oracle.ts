import type { Fact } from '../../src/facts/index.ts';
import {
  add,
  type Fraction,
  multiply,
  one,
  subtract,
  sumFractions,
  zero,
} from '../../src/money/index.ts';
import type { Plan } from '../../src/settlement/plan/plan.ts';
import { type Achievement, personOf } from './achieve.ts';
import { type AsAt, type Chain, chainsOf, compareTexts, viewOf } from './facts-in-force.ts';
import { leftOf, lineIdentity, type OracleLine, payableOnOf, type Work } from './line.ts';
import { type Payable, payableLines } from './payable.ts';
import { exactPrice, isAboutNobody, type Priced } from './price.ts';
import { type Counts, noCounts, statusesOf } from './statuses.ts';
import { waitingLines } from './waiting.ts';
import {
  inPlace,
  refuse,
  refuseRoutes,
  roundLines,
  roundTotals,
  withholdBeyondLimits,
  withholdRefused,
  withholdReplaced,
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
  const lines = settled(plan, works);
  return { lines, statuses, total: lines.reduce((sum, { amount }) => sum + amount, 0n) };
}

type Someone = Readonly<{ priced: Priced; participant: string; chains: readonly Chain[] }>;

/** Steps 1 to 5 and 8 for one participant: what was achieved, when payable, at what price. */
function worksOf({ priced, participant, chains }: Someone, today: AsAt): Work[] {
  const { plan } = priced;
  const worth = (line: Achievement) => exactPrice(priced, line);
  const works = ({ line, enoughOn, steps }: Payable): Work[] => {
    let before = zero;
    return partsOf(line).map(({ payee, part }) => {
      const exact = multiply(worth(line), part);
      const work: Work = {
        participant,
        achievement: line,
        enoughOn,
        steps: steps.map(({ payableOn, upTo }) => ({ payableOn, upTo: multiply(upTo, part) })),
        payee,
        exact,
        refused: undefined,
        gross: 0n,
        before,
        notPaid: [],
      };
      before = add(before, exact);
      return work;
    });
  };
  const payable = payableLines({ plan, chains, today }, worth);
  const claimed = personOf(plan, viewOf(chains, today, { ...today, hopes: 'unverified' }));
  const waiting = waitingLines(
    [...claimed.achieved.values()].flat(),
    payable.map(({ line }) => line),
  );
  const unpayable = waiting.map((line) => ({ line, enoughOn: undefined, steps: [] }));
  return [...payable, ...unpayable].flatMap(works);
}

/** The provider's own part of a line, and that of each contributor. */
function partsOf({ outcome, attachment }: Achievement): { payee: string; part: Fraction }[] {
  const { shares } = outcome.price;
  const own = subtract(one, sumFractions(shares.map(({ share }) => share)));
  return [
    { payee: attachment.provider, part: own },
    ...shares.map(({ payee, share }) => ({ payee, part: share })),
  ];
}

/** Steps 3 to 10 over the lines of everybody. */
function settled(plan: Plan, works: readonly Work[]): OracleLine[] {
  refuse(works);
  refuseRoutes(works);
  const placed = inPlace(works);
  roundLines(placed);
  const extra = roundTotals(placed);
  withholdRefused(placed);
  withholdReplaced(placed);
  withholdBeyondLimits(plan, placed);
  return [...placed.map(lineOf), ...extra].sort(
    (a, b) => (a.payableOn ?? late) - (b.payableOn ?? late) || a.day - b.day || noneFirst(a, b),
  );
}

const late = Number.MAX_SAFE_INTEGER;

/** What is about no participant sorts first. */
function noneFirst(a: OracleLine, b: OracleLine): number {
  return Number(a.participant !== null) - Number(b.participant !== null);
}

function lineOf(work: Work): OracleLine {
  const { achievement, participant, gross, notPaid } = work;
  const { outcome, attachment, version, day, number } = achievement;
  return {
    identity: lineIdentity(work),
    clause: outcome.clause,
    participant,
    provider: attachment.provider,
    payee: work.payee,
    outcome: outcome.name,
    number,
    group: attachment.group,
    day,
    payableOn: payableOnOf(work) ?? null,
    version: version.version,
    gross,
    notPaid,
    amount: leftOf(work),
  };
}

import type { Fact } from '../facts/index.ts';
import { type Earned, type Evaluation, evaluate } from './achieve/evaluate.ts';
import { type Standing, standingsOf } from './achieve/statuses.ts';
import { waitingFor } from './achieve/waiting.ts';
import { type Admitted, admit } from './admit/admit.ts';
import { type Draft, draftsOf, worthOf } from './pay/draft.ts';
import { payableDays } from './pay/payable-day.ts';
import type { Priced } from './pay/price.ts';
import { refuse } from './pay/refuse.ts';
import { lateDrafts } from './pay/too-late.ts';
import { type Crowd, crowdOf } from './whose/crowd.ts';
import { chooseRoutes } from './whose/route.ts';
import type { Work } from './work.ts';

/** What one participant's facts come to, before anything that depends on other participants. */
export type SettledParticipant = Readonly<{
  participant: string;
  drafts: readonly Draft[];
  standings: readonly Standing[];
  today: Evaluation;
  hopeful: Evaluation | undefined;
  /** The same with what is not yet verified, where there is any. */
  claimed: Evaluation | undefined;
  /** The same with the facts that came too late, where there are any. */
  late: Evaluation | undefined;
  crowd: Crowd;
  admitted: Admitted;
}>;

/** Steps 1 to 3 and 5 for one participant, who does not depend on any other in these. */
export function settleParticipant(
  work: Work,
  price: (earned: Earned) => Priced,
  { participant, facts }: Readonly<{ participant: string; facts: readonly Fact[] }>,
): SettledParticipant {
  const { trueBy, knownBy } = work.asAt;
  const admitted = admit(facts, work.asAt, work.timely);
  const horizon = Math.min(trueBy, knownBy);
  const today = evaluate(work, admitted, { knownBy, horizon, reading: 'firm' });
  const claimed = hasUnverified(admitted)
    ? evaluate(work, admitted, { knownBy, horizon, reading: 'claimed', like: today })
    : undefined;
  const hopeful = isUnsure(admitted, work)
    ? evaluate(work, admitted, { knownBy, horizon: trueBy, reading: 'hopeful', like: today })
    : undefined;
  const worth = (earned: Earned) => worthOf(earned, price(earned));
  const payable = payableDays(today, admitted, { work, worth });
  const waiting = claimed ? waitingFor(claimed, today) : [];
  const lines = [...today.earned, ...waiting].flatMap((earned) =>
    draftsOf(earned, { participant, priced: price(earned), payable: payable.get(earned) }),
  );
  const { late, drafts: tooLate } = lateDrafts(
    { participant, facts, shown: [...today.earned, ...waiting] },
    { work, price },
  );
  const drafts = [...chooseRoutes(lines.map((line) => refuse(line, work))), ...tooLate];
  const standings = standingsOf(work, { participant, today, hopeful });
  const crowd = crowdOf(today, { admitted, plan: work.plan });
  return { participant, drafts, standings, today, hopeful, claimed, late, crowd, admitted };
}

function hasUnverified({ chains }: Admitted): boolean {
  return chains.some(({ head }) => head.state !== 'verified' && head.state !== 'rejected');
}

/**
 * Whether anything is unverified, still open, or waits for a record to be complete; or days have
 * passed of which nothing could be known.
 */
function isUnsure(admitted: Admitted, work: Work): boolean {
  return (
    work.asAt.trueBy > work.asAt.knownBy ||
    work.restsOnRecords ||
    hasUnverified(admitted) ||
    admitted.chains.some(({ head }) => head.from !== undefined && head.to === undefined)
  );
}

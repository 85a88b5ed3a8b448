import type { OwnFacts } from '../facts/index.ts';
import { doubtsIn, mayTurnOutLater } from './achieve/doubts.ts';
import { evaluate } from './achieve/evaluate.ts';
import type { Earned, Evaluation } from './achieve/stage.ts';
import { type Standing, standingsOf } from './achieve/statuses.ts';
import { waitingFor } from './achieve/waiting.ts';
import { admitOwn } from './admit/admit.ts';
import type { Admitted } from './admit/admitted.ts';
import { type StandingRows, standingRows } from './admit/standing-rows.ts';
import { timelyFor } from './admit/timely-for.ts';
import { type Draft, draftsOf } from './pay/draft.ts';
import type { EarnedLine } from './pay/earned-line.ts';
import { payableLines } from './pay/payable-day.ts';
import type { Pricer } from './pay/price.ts';
import { refuse } from './pay/refuse.ts';
import { lateDrafts, noneLate } from './pay/too-late.ts';
import { type Crowd, crowdOf } from './whose/crowd.ts';
import { chooseRoutes } from './whose/route.ts';
import type { Work } from './work.ts';

/** What one participant's facts come to, before anything that depends on other participants. */
export type SettledParticipant = Readonly<{
  participant: string;
  /** Its lines as they were earned, what waits for verification last. */
  lines: readonly EarnedLine[];
  /** The same before rounding, with what is refused, and with what came too late. */
  drafts: () => readonly Draft[];
  standings: () => readonly Standing[];
  today: Evaluation;
  hopeful: Evaluation | undefined;
  /** The same with what is not yet verified, where there is any. */
  claimed: Evaluation | undefined;
  /** The same with the facts that came too late, where there are any. */
  late: Evaluation | undefined;
  /** Its coming, asked for only where participants are looked at together. */
  crowd: () => Crowd;
  admitted: Admitted;
  /** Under what it was settled: what is said of facts that come late may be its own. */
  work: Work;
}>;

/** What participants are settled on; rows that are given are used again for each. */
export type ParticipantGround = Readonly<{ work: Work; price: Pricer; rows?: StandingRows }>;

/** Steps 1 to 3 and 5 for one participant, who does not depend on any other in these. */
export function settleParticipant(
  { work: common, price, rows = standingRows() }: ParticipantGround,
  own: OwnFacts,
): SettledParticipant {
  const { facts } = own;
  const participant = own.whose();
  const timely = timelyFor(common, facts);
  const work = timely === common.timely ? common : { ...common, timely };
  const { asAt, kindsRead } = work;
  const admitted = admitOwn(own, { asAt, timely, kindsRead, rows });
  const { today, claimed, hopeful } = prospectsOf(admitted, work);
  const payable = payableLines(today, admitted, { work, price });
  const waiting = claimed ? waitingFor(claimed, today) : [];
  const lines =
    waiting.length === 0
      ? payable
      : [...payable, ...waiting.map((earned) => waitingLine(earned, price))];
  const { late, drafts: tooLate } =
    timely === undefined ? noneLate : lateDrafts({ participant, facts, lines }, { work, price });
  let known: readonly Draft[] | undefined;
  const drafts = () => {
    known ??= [...chooseRoutes(draftsOfLines(lines, participant, work)), ...tooLate];
    return known;
  };
  let found: readonly Standing[] | undefined;
  const standings = () => {
    found ??= standingsOf(work, { participant, today, hopeful });
    return found;
  };
  let came: Crowd | undefined;
  const crowd = () => {
    came ??= crowdOf(today, { admitted, bound: work.bound });
    return came;
  };
  return {
    participant,
    lines,
    drafts,
    standings,
    today,
    hopeful,
    claimed,
    late,
    crowd,
    admitted,
    work,
  };
}

function waitingLine(earned: Earned, price: Pricer): EarnedLine {
  return { earned, priced: price(earned), enoughOn: undefined, steps: undefined };
}

function draftsOfLines(
  lines: readonly EarnedLine[],
  participant: string,
  work: Work,
): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const line of lines) {
    for (const draft of draftsOf(line, participant)) drafts.push(refuse(draft, work));
  }
  return drafts;
}

type Prospects = Pick<SettledParticipant, 'today' | 'claimed' | 'hopeful'>;

/** What is achieved, and what would be where there is any doubt. */
function prospectsOf(admitted: Admitted, work: Work): Prospects {
  const { trueBy, knownBy } = work.asAt;
  const horizon = Math.min(trueBy, knownBy);
  const today = evaluate(work, admitted, { knownBy, horizon, reading: 'firm' });
  const { isUnverified, isOpen } = doubtsIn(admitted, work);
  const claimed = isUnverified
    ? evaluate(work, admitted, { knownBy, horizon, reading: 'claimed', like: today })
    : undefined;
  if (isOpen || mayTurnOutLater(work)) {
    const sight = { knownBy, horizon: trueBy, reading: 'hopeful', like: today } as const;
    return { today, claimed, hopeful: evaluate(work, admitted, sight) };
  }
  return { today, claimed, hopeful: claimed };
}

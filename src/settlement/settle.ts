import { byParticipant } from '../facts/index.ts';
import type { Basis } from './as-at.ts';
import type { Draft } from './pay/draft.ts';
import { applyLimits, type MetPart } from './pay/limit.ts';
import { inLine } from './pay/place-in-line.ts';
import { pricer } from './pay/price.ts';
import { withRefusal } from './pay/refuse.ts';
import { replaceOthers } from './pay/replace.ts';
import { type Difference, roundTotals } from './pay/rounding-of-total.ts';
import type { Plan } from './plan/plan.ts';
import { type SettledParticipant, settleParticipant } from './settle-participant.ts';
import { type Work, workOn } from './work.ts';

/** All lines, worked out and in line. */
export type Settled = Readonly<{
  work: Work;
  drafts: readonly Draft[];
  differences: readonly Difference[];
}>;

/** What is watched while settling: each participant, and each limit that a line meets. */
export type Watch = Readonly<{
  onParticipant: (settled: SettledParticipant) => void;
  onMet?: (draft: Draft, part: MetPart) => void;
  /** Only this participant, where nothing depends on the others. */
  only?: string;
}>;

/** Steps 1 to 10 for the lines of participants. */
export function settle({ plan, facts, asAt }: Basis, watch: Watch): Settled {
  const { participants, others } = byParticipant(facts);
  const work = workOn(plan, asAt, { others, unread: asAt.unread ?? [] });
  const price = pricer(work);
  const drafts: Draft[] = [];
  let done = 0;
  for (const { participant, facts: own } of participants) {
    if (watch.only !== undefined && watch.only !== participant) continue;
    const settled = settleParticipant(work, price, { participant, facts: own });
    watch.onParticipant(settled);
    for (const draft of settled.drafts) drafts.push(draft);
    done += 1;
    asAt.onProgress?.(done, participants.length);
  }
  return { work, ...finish(plan, drafts, watch.onMet) };
}

function finish(
  plan: Plan,
  drafts: readonly Draft[],
  onMet: Watch['onMet'],
): Readonly<{ drafts: readonly Draft[]; differences: readonly Difference[] }> {
  const rounded = roundTotals(inLine(drafts));
  const refused = rounded.drafts.map(withRefusal);
  const replaced = replaceOthers(plan, refused);
  return { drafts: applyLimits(plan, replaced, onMet), differences: rounded.differences };
}

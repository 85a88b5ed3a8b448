import { byParticipant, type Fact } from '../facts/index.ts';
import type { Basis } from './as-at.ts';
import type { Due } from './due/due.ts';
import { duesInLine } from './due/dues-in-line.ts';
import { duesOfOutcomes } from './due/dues-of-outcomes.ts';
import { applyLimits, type MetPart } from './due/limit.ts';
import { type PaidBy, shareAmongPayers } from './due/payers.ts';
import type { Draft } from './pay/draft.ts';
import { type Pricer, pricer } from './pay/price.ts';
import { type SettledParticipant, settleParticipant } from './settle-participant.ts';
import type { Comer, Crowd } from './whose/crowd.ts';
import { type Work, workOn } from './work.ts';

/** All lines, worked out, in place in line, and divided among payers. */
export type Settled = Readonly<{ work: Work; lines: readonly PaidBy[] }>;

/** What is watched while settling: each participant, and each limit that a line meets. */
export type Watch = Readonly<{
  onParticipant: (settled: SettledParticipant) => void;
  onMet?: (due: Due, part: MetPart) => void;
  /** Only this participant, where nothing depends on the others. */
  only?: string;
}>;

/** Steps 1 to 12. */
export function settle(basis: Basis, watch: Watch): Settled {
  const { plan, facts, asAt } = basis;
  const { participants, others } = byParticipant(facts);
  const work = workOn(plan, asAt, { others, unread: asAt.unread ?? [] });
  const price = pricer(work);
  const gathered = gather(participants, { basis, watch, work, price });
  const outcomes = duesOfOutcomes(gathered.drafts, {
    work,
    price,
    crowd: gathered.crowd,
    gateOver: () => undefined,
  });
  const limited = applyLimits(plan, duesInLine(outcomes), watch.onMet);
  return { work, lines: shareAmongPayers(limited, plan) };
}

type Gathered = Readonly<{ drafts: readonly Draft[]; crowd: Crowd }>;
type Gathering = Readonly<{ basis: Basis; watch: Watch; work: Work; price: Pricer }>;

/** Each participant's lines, before anything that depends on the others, and what others need. */
function gather(
  participants: readonly Readonly<{ participant: string; facts: readonly Fact[] }>[],
  { basis, watch, work, price }: Gathering,
): Gathered {
  const drafts: Draft[] = [];
  const attached: Comer[] = [];
  const referred: Comer[] = [];
  participants.forEach((each, at) => {
    if (watch.only !== undefined && watch.only !== each.participant) return;
    const settled = settleParticipant(work, price, each);
    watch.onParticipant(settled);
    for (const draft of settled.drafts) drafts.push(draft);
    if (work.looksAtAll) {
      attached.push(...settled.crowd.attached);
      referred.push(...settled.crowd.referred);
    }
    basis.asAt.onProgress?.(at + 1, participants.length);
  });
  return { drafts, crowd: { attached, referred } };
}

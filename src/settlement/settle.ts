import { byParticipant, type Fact } from '../facts/index.ts';
import type { Basis } from './as-at.ts';
import type { Due } from './due/due.ts';
import { duesInLine } from './due/dues-in-line.ts';
import { duesOfOutcomes } from './due/dues-of-outcomes.ts';
import type { MetPart } from './due/limit.ts';
import { limitedAtClose, type OpenDue } from './due/limited-at-close.ts';
import { type PaidBy, shareAmongPayers } from './due/payers.ts';
import { type Measurer, type MeasureValue, measurer } from './measure/index.ts';
import {
  type DeductibleFact,
  deductibleOf,
  type Forecast,
  forecastOfLine,
  horizonOf,
  laterLines,
  otherLines,
  providersOf,
} from './other/index.ts';
import type { Draft } from './pay/draft.ts';
import { givenDrafts, withGiven } from './pay/given.ts';
import { type Pricer, pricer } from './pay/price.ts';
import { type SettledParticipant, settleParticipant } from './settle-participant.ts';
import type { Comer, Crowd } from './whose/crowd.ts';
import { type Work, workOn } from './work.ts';

/** All lines, worked out, in place in line, and divided among payers. */
export type Settled = Readonly<{
  work: Work;
  lines: readonly PaidBy[];
  /** What measures came to. */
  values: readonly MeasureValue[];
  /** What will be owed when open periods close, as far as it can be seen. */
  forecasts: readonly Forecast[];
  /** The lines among these, in place in line: no limit that is shared over them has closed. */
  open: readonly OpenDue[];
}>;

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
  const {
    drafts,
    crowd: present,
    deductible,
    counted,
  } = gather(participants, {
    basis,
    watch,
    work,
    price,
    counting: measurer(work, others),
  });
  const given = givenDrafts(asAt.given ?? [], work);
  const crowd = withGiven(present, given);
  const providers = work.looksAtAll ? providersOf(others, crowd, work) : [];
  const measured = counted.close(providers, crowd);
  const gateOver = ({ earned }: Draft) =>
    measured.gateOver({
      outcome: earned.placed.outcome.name,
      version: earned.version,
      attachment: earned.attachment,
    });
  const outcomes = duesOfOutcomes([...drafts, ...given], { work, price, crowd, gateOver });
  const dues = [...outcomes, ...measured.dues];
  const ground = { work, providers, crowd, others, dues, deductible };
  const other = otherLines(ground);
  const known = { plan, horizon: horizonOf(work) };
  const { limited, open } = limitedAtClose([...dues, ...other.dues], known, watch.onMet);
  const later = laterLines({ ...ground, limited });
  const lines = shareAmongPayers(duesInLine([...limited, ...later]), plan);
  const forecasts = [...other.forecasts, ...open.map(forecastOfLine)];
  return { work, lines, values: measured.values, forecasts, open };
}

type Gathered = Readonly<{
  drafts: readonly Draft[];
  crowd: Crowd;
  deductible: readonly DeductibleFact[];
  counted: Measurer;
}>;
type Gathering = Readonly<{
  basis: Basis;
  watch: Watch;
  work: Work;
  price: Pricer;
  counting: Measurer;
}>;

/** Each participant's lines, before anything that depends on the others, and what others need. */
function gather(
  participants: readonly Readonly<{ participant: string; facts: readonly Fact[] }>[],
  { basis, watch, work, price, counting }: Gathering,
): Gathered {
  const drafts: Draft[] = [];
  const attached: Comer[] = [];
  const referred: Comer[] = [];
  const deductible: DeductibleFact[] = [];
  participants.forEach((each, at) => {
    if (watch.only !== undefined && watch.only !== each.participant) return;
    const settled = settleParticipant(work, price, each);
    watch.onParticipant(settled);
    for (const draft of settled.drafts) drafts.push(draft);
    if (work.looksAtAll) {
      counting.add(settled);
      attached.push(...settled.crowd.attached);
      referred.push(...settled.crowd.referred);
    }
    deductible.push(...deductibleOf(work, settled));
    basis.asAt.onProgress?.(at + 1, participants.length);
  });
  return { drafts, crowd: { attached, referred }, deductible, counted: counting };
}

import { byParticipant, type Fact, type FactSource } from '../facts/index.ts';
import type { AsAtRequest, Basis } from './as-at.ts';
import { finishingOf } from './columns/finishing-of.ts';
import { keptAt } from './columns/line-at.ts';
import { addLine, type LineColumns, lineColumns } from './columns/line-columns.ts';
import { rowsInLine } from './columns/rows-in-line.ts';
import { duesInLine } from './due/dues-in-line.ts';
import { duesOfOne, duesOfOutcomes } from './due/dues-of-outcomes.ts';
import type { OnMet } from './due/limit.ts';
import { limitedAtClose, type OpenDue } from './due/limited-at-close.ts';
import { type PaidBy, shareAmongPayers } from './due/payers.ts';
import { standApart } from './due/stand-apart.ts';
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
import { replacer } from './pay/replace.ts';
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

/** The same with the lines by column, and their rows in place in line. */
export type SettledColumns = Omit<Settled, 'lines'> &
  Readonly<{ columns: LineColumns; inLine: Int32Array }>;

/** What is watched while settling: each participant, and each limit that a line meets. */
export type Watch = Readonly<{
  onParticipant: (settled: SettledParticipant) => void;
  onMet?: OnMet;
  /** Only this participant, where nothing depends on the others. */
  only?: string;
}>;

/** What a settlement rests on, where it may be too much to be held as objects. */
type LargeBasis = Omit<Basis, 'facts'> & Readonly<{ facts: readonly Fact[] | FactSource }>;

/** What settling rests on, whether each participant is finished by itself or all wait for all. */
type Ground = Readonly<{
  source: FactSource;
  asAt: AsAtRequest;
  watch: Watch & Readonly<{ keepsAll: boolean }>;
  work: Work;
  price: Pricer;
}>;

/** Steps 1 to 12, with every line kept as it was worked out, to be asked why. */
export function settle(basis: Basis, watch: Watch): Settled {
  const { columns, inLine, ...settled } = settleWatched(basis, { ...watch, keepsAll: true });
  return { ...settled, lines: Array.from(inLine, (row) => keptAt(columns, row)) };
}

/** Steps 1 to 12, with the lines by column. */
export function settleByColumn(basis: LargeBasis, watch: Watch): SettledColumns {
  return settleWatched(basis, { ...watch, keepsAll: false });
}

function settleWatched(basis: LargeBasis, watch: Ground['watch']): SettledColumns {
  const { plan, facts, asAt } = basis;
  const source = 'participantAt' in facts ? facts : byParticipant(facts);
  const work = workOn(plan, asAt, { others: source.others, unread: asAt.unread ?? [] });
  const ground = { source, asAt, watch, work, price: pricer(work) };
  const isNothingGiven = (asAt.given ?? []).length === 0;
  return isNothingGiven && standApart(plan) ? settleEach(ground) : settleTogether(ground);
}

/** Each participant by itself, as far as it can be; only then do all stand in one line. */
function settleEach(ground: Ground): SettledColumns {
  const { work, watch, source, price } = ground;
  const replace = replacer(work.plan);
  const columns = lineColumns(watch.keepsAll);
  const finishing = finishingOf(work.plan, { columns, price, onMet: watch.onMet });
  const deductible: DeductibleFact[] = [];
  eachSettled(ground, (settled) => {
    finishing.add(duesOfOne(settled.drafts, replace));
    for (const fact of deductibleOf(work, settled)) deductible.push(fact);
  });
  finishing.close();
  const { others } = source;
  const crowd = { attached: [], referred: [] };
  const rest = { work, providers: [], crowd, others, dues: [], deductible, limited: [] };
  const first = columns.rows;
  for (const due of duesInLine(laterLines(rest))) addLine(columns, { due });
  const inLine = rowsInLine(columns, noParticipantFirst(columns.rows, first));
  return { work, columns, inLine, values: [], forecasts: [], open: [] };
}

/** All rows by participant: the last ones, from the first that is of none, before all others. */
function noParticipantFirst(count: number, first: number): Int32Array {
  const rows = new Int32Array(count);
  const ofNone = count - first;
  for (let at = 0; at < ofNone; at += 1) rows[at] = first + at;
  for (let at = ofNone; at < count; at += 1) rows[at] = at - ofNone;
  return rows;
}

/** All that depends on all participants, once everyone's own lines are there. */
function settleTogether(ground: Ground): SettledColumns {
  const { work, price, watch, asAt, source } = ground;
  const { plan } = work;
  const { others } = source;
  const counting = measurer(work, others);
  const { drafts, crowd: present, deductible } = gather(ground, counting);
  const given = givenDrafts(asAt.given ?? [], work);
  const crowd = withGiven(present, given);
  const providers = work.looksAtAll ? providersOf(others, crowd, work) : [];
  const measured = counting.close(providers, crowd);
  const gateOver = ({ earned }: Draft) =>
    measured.gateOver({
      outcome: earned.placed.outcome.name,
      version: earned.version,
      attachment: earned.attachment,
    });
  const replace = replacer(plan);
  const together = { work, price, crowd, gateOver, replace };
  const outcomes = duesOfOutcomes([...drafts, ...given], together);
  const dues = [...outcomes, ...measured.dues];
  const rest = { work, providers, crowd, others, dues, deductible };
  const other = otherLines(rest);
  const known = { plan, horizon: horizonOf(work) };
  const { limited, open } = limitedAtClose([...dues, ...other.dues], known, watch.onMet);
  const later = laterLines({ ...rest, limited });
  const columns = lineColumns(true);
  const lines = shareAmongPayers(duesInLine([...limited, ...later]), plan);
  const inLine = Int32Array.from(lines, (line) => addLine(columns, line));
  const forecasts = [...other.forecasts, ...open.map(forecastOfLine)];
  return { work, columns, inLine, values: measured.values, forecasts, open };
}

type Gathered = Readonly<{
  drafts: readonly Draft[];
  crowd: Crowd;
  deductible: readonly DeductibleFact[];
}>;

/** Each participant's lines, before anything that depends on the others, and what others need. */
function gather(ground: Ground, counting: Measurer): Gathered {
  const { work } = ground;
  const drafts: Draft[] = [];
  const attached: Comer[] = [];
  const referred: Comer[] = [];
  const deductible: DeductibleFact[] = [];
  eachSettled(ground, (settled) => {
    for (const draft of settled.drafts) drafts.push(draft);
    for (const fact of deductibleOf(work, settled)) deductible.push(fact);
    if (!work.looksAtAll) return;
    counting.add(settled);
    attached.push(...settled.crowd.attached);
    referred.push(...settled.crowd.referred);
  });
  return { drafts, crowd: { attached, referred }, deductible };
}

/** Steps 1 to 3 and 5 of each participant in turn, or of the only one that is asked about. */
function eachSettled(ground: Ground, take: (settled: SettledParticipant) => void): void {
  const { source, asAt, watch, work, price } = ground;
  const { participantCount } = source;
  for (let at = 0; at < participantCount; at += 1) {
    const each = source.participantAt(at);
    if (watch.only !== undefined && watch.only !== each.participant) continue;
    const settled = settleParticipant(work, price, each);
    watch.onParticipant(settled);
    take(settled);
    asAt.onProgress?.(at + 1, participantCount);
  }
}

import { type Fact, type FactSource, ownFacts } from '../facts/index.ts';
import { type StandingRows, standingRows } from './admit/standing-rows.ts';
import type { AsAtRequest } from './as-at.ts';
import { assertWholeRows } from './columns/assert-whole.ts';
import { type Finishing, finishingOf } from './columns/finishing-of.ts';
import { addLine, type LineColumns, lineColumns } from './columns/line-columns.ts';
import { type InLine, inLineOnceAsked } from './columns/rows-in-line.ts';
import { duesInLine } from './due/dues-in-line.ts';
import { duesOfOne } from './due/dues-of-outcomes.ts';
import type { OnMet } from './due/limit.ts';
import { type DeductibleFact, deductibleOf, laterLines } from './other/index.ts';
import type { Pricer } from './pay/price.ts';
import { replacer } from './pay/replace.ts';
import { type SettledParticipant, settleParticipant } from './settle-participant.ts';
import { countStatuses, noStatuses, type StatusSums } from './status-counts.ts';
import {
  closeStraight,
  type Straight,
  type StraightGround,
  settleStraight,
  straightOn,
} from './straight/settle-straight.ts';
import type { Work } from './work.ts';

/** What is watched while settling: each participant, and each limit that a line meets. */
export type Watch = Readonly<{
  /** Told of each, with all that was worked out of it. */
  onParticipant?: (settled: SettledParticipant) => void;
  /** Where the statuses of all are counted. */
  statuses?: StatusSums;
  onMet?: OnMet;
  /** Only this participant, where nothing depends on the others. */
  only?: string;
  /** Of whom all is kept where each participant is finished by itself; else of everybody. */
  keepsOf?: string;
}>;

/** What settling rests on, whether each participant is finished by itself or all wait for all. */
export type SettleGround = Readonly<{
  source: FactSource;
  asAt: AsAtRequest;
  watch: Watch & Readonly<{ keepsAll: boolean }>;
  work: Work;
  price: Pricer;
  /** The rows that all use in turn of whom nobody keeps how they were settled. */
  rows?: StandingRows;
  /** By what those are settled who were attached once. */
  straight?: Straight | undefined;
}>;

/** Lines by column, and their rows by participant and in place in line. */
export type LinesInLine = Readonly<{
  work: Work;
  columns: LineColumns;
  rows: Int32Array;
  inLine: InLine;
}>;

/** The lines of participants, and the facts for which something is deducted. */
export type OwnLines = Readonly<{
  columns: LineColumns;
  deductible: readonly DeductibleFact[];
  /** Their rows by participant, where they do not stand so. */
  rows?: Int32Array;
  /** Their rows in place in line, where these are known already. */
  inLine?: Int32Array | undefined;
}>;

type UnfinishedLines = Omit<OwnLines, 'rows' | 'inLine'> & Readonly<{ finishing: Finishing }>;

/** Each participant by itself, as far as it can be; only then do all stand in one line. */
export function settleEach(ground: SettleGround): LinesInLine {
  const { finishing, ...own } = settleOwn(ground);
  return standInLine({ ...own, inLine: finishing.close() }, ground.work, ground.source.others);
}

/** Each participant by itself, one after the other; what others leave of it is not worked out. */
export function settleOwn(ground: SettleGround): UnfinishedLines {
  const { work, watch, price } = ground;
  const replace = replacer(work.plan);
  const columns = lineColumns(watch.keepsAll, watch.keepsOf);
  const finishing = finishingOf(work.plan, { columns, price, onMet: watch.onMet });
  const deductible: DeductibleFact[] = [];
  const once = watch.keepsAll ? ground : { ...ground, rows: standingRows() };
  const straight = straightFor(ground, { columns, ofMany: finishing.ofMany });
  eachSettled({ ...once, straight }, (settled) => {
    if (straight) closeStraight(straight);
    if (!finishing.takeAsEarned(settled)) {
      const dues = duesOfOne(settled.drafts(), replace);
      const first = columns.rows;
      finishing.add(dues);
      assertWholeRows(columns, { dues, first });
    }
    for (const fact of deductibleOf(work, settled)) deductible.push(fact);
  });
  if (straight) closeStraight(straight);
  return { columns, deductible, finishing };
}

/** Whoever is watched by itself is settled as anybody: nothing else is known of it else. */
function straightFor(
  { work, price, watch }: SettleGround,
  into: Pick<StraightGround, 'columns' | 'ofMany'>,
): Straight | undefined {
  const { keepsAll, onParticipant, onMet, only, statuses = noStatuses() } = watch;
  const isWatched = onParticipant !== undefined || onMet !== undefined || only !== undefined;
  if (keepsAll || isWatched) return undefined;
  return straightOn({ work, price, statuses, ...into });
}

/** The lines of all participants, with what is deducted, and how they stand in line. */
export function standInLine(
  { columns, deductible, rows: own, inLine: known }: OwnLines,
  work: Work,
  others: readonly Fact[],
): LinesInLine {
  const crowd = { attached: [], referred: [] };
  const rest = { work, providers: [], crowd, others, dues: [], deductible, limited: [] };
  const first = columns.rows;
  const later = duesInLine(laterLines(rest));
  for (const due of later) addLine(columns, { due });
  assertWholeRows(columns, { dues: later, first });
  const rows = noParticipantFirst(columns.rows, first, own);
  const isKnown = columns.rows === first;
  return {
    work,
    columns,
    rows,
    inLine: inLineOnceAsked(columns, rows, isKnown ? known : undefined),
  };
}

/**
 * All rows by participant: the last ones, from the first that is of none, before all others, which
 * stand so or as they are told.
 */
function noParticipantFirst(count: number, first: number, own?: Int32Array): Int32Array {
  if (own && count === first) return own;
  const rows = new Int32Array(count);
  const ofNone = count - first;
  for (let at = 0; at < ofNone; at += 1) rows[at] = first + at;
  for (let at = ofNone; at < count; at += 1) rows[at] = own?.[at - ofNone] ?? at - ofNone;
  return rows;
}

/** Steps 1 to 3 and 5 of each participant in turn, or of the only one that is asked about. */
export function eachSettled(
  ground: SettleGround,
  take: (settled: SettledParticipant) => void,
): void {
  const { source, asAt, watch, work, price, straight } = ground;
  const { participantCount } = source;
  for (let at = 0; at < participantCount; at += 1) {
    const own = ownFacts(source, at);
    if (watch.only !== undefined && watch.only !== own.whose()) continue;
    const isKept = watch.keepsOf !== undefined && own.whose() === watch.keepsOf;
    if (isKept || straight === undefined || !settleStraight(straight, own)) {
      const settled = settleParticipant(isKept ? { work, price } : ground, own);
      watch.onParticipant?.(settled);
      if (watch.statuses) countStatuses(watch.statuses, settled);
      take(settled);
    }
    asAt.onProgress?.(at + 1, participantCount);
  }
}

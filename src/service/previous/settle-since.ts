import { rulesOf, type Unread } from '../../facts/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import {
  notWorkedOut,
  type OwedByColumn,
  owedByColumn,
  resultChange,
  settlementResult,
  sharesIn,
  sinceLines,
} from '../../settlement/index.ts';
import { readFactSource } from '../fact-files/read-fact-source.ts';
import { isError } from '../pages/check-pages.ts';
import { loadWholePages, type WholePages } from '../pages/load-whole-pages.ts';
import type { Settled, SettleRequest } from '../settling/settle.ts';
import { type SettlementSums, sumsOfOwed } from '../settling/settlement-sums.ts';
import { type LargeSettledFacts, settleLargeFacts } from '../shards/settle-large.ts';
import type { ResultWithoutLines } from '../shards/settle-to-file.ts';
import { type Earlier, openEarlier } from './open-earlier.ts';
import { previousLinesAlone, previousOtherwise } from './problems.ts';
import { readDiffering } from './read-differing.ts';

/** A settlement that follows one of which the lines are in a file by column. */
export type SettledSince = Omit<Settled, 'result' | 'previous'> &
  Readonly<{
    /** With what changed, but without what is paid of it: that needs the whole result before. */
    result: ResultWithoutLines;
    sums: SettlementSums;
    owed: OwedByColumn;
  }>;

/**
 * What changed since a settlement whose lines `settle --lines` wrote as Parquet: lines that are
 * alike are passed over by their columns, so that those of a nation are never held as objects.
 */
export async function settleSince(request: SettleRequest): Promise<Result<SettledSince>> {
  const { previous: path = '', erased = [] } = request;
  if (erased.length > 0) return { ok: false, problems: [previousLinesAlone(path)] };
  const pages = await loadWholePages(request.pages);
  if (!pages.ok) return pages;
  const asAt = { trueBy: request.asAt, knownBy: request.knownAt };
  const opened = await openEarlier(path, { ...pages.value, asAt });
  if (!opened.ok) return opened;
  try {
    const { previous: _, ...now } = request;
    const found = await settleLargeFacts(now, (settled) => follow(settled, opened.value));
    if (found !== undefined) return found;
    const settled = await settleAny(now, pages.value);
    return 'problems' in settled
      ? { ok: false, problems: settled.problems }
      : await follow(settled, opened.value);
  } finally {
    opened.value.close();
  }
}

/** What is owed now, whatever the facts are in. */
type SettledNow = LargeSettledFacts & Readonly<{ unread?: readonly Unread[] }>;

type Refused = Readonly<{ problems: readonly Problem[] }>;

/** Settles what cannot be settled without looking at every row of the facts. */
async function settleAny(
  request: SettleRequest,
  { pages, plan }: WholePages,
): Promise<SettledNow | Refused> {
  const { onProgress, setAside = false } = request;
  const rules = rulesOf(pages.map(({ read }) => read.contract));
  const { source, unread, problems } = await readFactSource(request.facts, rules, {
    setAside,
    onProgress: ({ bytes, bytesTotal }) =>
      onProgress?.({ doing: 'Reading', done: bytes, total: bytesTotal, unit: 'bytes' }),
  });
  if (!setAside && problems.some(isError)) return { problems };
  const owed = owedByColumn(plan, source, {
    trueBy: request.asAt,
    knownBy: request.knownAt,
    unread,
    onProgress: (done, total) =>
      onProgress?.({ doing: 'Settling', done, total, unit: 'participants' }),
  });
  const page = pages.at(-1) ?? pages[0];
  return {
    owed,
    source,
    since: sinceLines,
    unread,
    page,
    notWorkedOut: notWorkedOut(page.read.contract),
    shares: sharesIn(plan),
    leftOut: { rows: unread.length, problems },
  };
}

async function follow(
  { owed, source, since, unread = [], page, leftOut, ...rest }: SettledNow,
  earlier: Earlier,
): Promise<Result<SettledSince>> {
  const settlement = {
    contract: page.hashes.contract ?? '',
    language: page.read.contract.language,
  };
  const differing = await readDiffering(earlier, owed);
  if (!differing.ok) return differing;
  const { rows, previous } = differing.value;
  const found = await since({ owed, settlement, rows, previous, source, unread });
  const { otherwise, changes } = found;
  const doubts = otherwise.length > 0 ? [previousOtherwise(otherwise, owed.currency)] : [];
  const {
    lines: _,
    notPaid: __,
    ...summary
  } = settlementResult({ ...owed, lines: [], notPaid: [] }, settlement);
  const result = {
    ...summary,
    changes: changes.map((change) => resultChange(change, owed.currency)),
  };
  const sums = sumsOfOwed(owed, page.read.contract);
  const problems = [...leftOut.problems, ...doubts];
  return {
    ok: true,
    value: { result, sums, owed, page, ...rest, leftOut: { ...leftOut, problems } },
  };
}

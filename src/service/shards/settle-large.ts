import type { Contract } from '../../contract/index.ts';
import { type ColumnSource, rulesOf } from '../../facts/index.ts';
import {
  canBeCut,
  type DifferingLines,
  kindsRead,
  notWorkedOut,
  type OwedByColumn,
  type PaymentPlan,
  paymentPlanOf,
  type ResultChange,
  type SinceLines,
  sharesIn,
  sinceLines,
  standApart,
} from '../../settlement/index.ts';
import { findFactFiles } from '../fact-files/fact-files.ts';
import { readFactColumns } from '../fact-files/read-fact-source.ts';
import { loadWholePages, type WholePages } from '../pages/load-whole-pages.ts';
import { withoutEffect } from '../settling/facts-without-effect.ts';
import type { Settled, SettleRequest } from '../settling/settle.ts';
import {
  type SettledFacts,
  type Settling,
  settleInOne,
  settleInShards,
  type ThreadsOpened,
} from './settle-in-shards.ts';
import { digestOf, type SettledBefore, type SettledMoving, settleMoving } from './settle-moving.ts';
import { openShardThreads, threadCount } from './shard-threads.ts';
import { sinceInShards } from './since-in-shards.ts';

/** What to settle, and on how many threads; as many as the computer runs at once unless said. */
export type LargeRequest = SettleRequest &
  Readonly<{
    threads?: number;
    /** An earlier settlement, where only those are to be settled who may come to something else. */
    before?: SettledBefore;
  }>;

/** What is owed, with the lines by column, and what it rests on. */
export type LargeSettled = Omit<Settled, 'result' | 'previous'> & Readonly<{ owed: OwedByColumn }>;

/** The same with the facts, for who has more to ask of them while the threads are there. */
export type LargeSettledFacts = LargeSettled &
  Readonly<{
    source: ColumnSource;
    /** Those who were settled alone, as at the days of an earlier settlement. */
    before?: OwedByColumn;
    /** What changed of these since. */
    changes?: readonly ResultChange[];
    /** What tells these facts from others, for a settlement that follows. */
    digest: () => Promise<string | undefined>;
    /** What changed since other lines, found on as many threads. */
    since: (differing: DifferingLines) => SinceLines | Promise<SinceLines>;
  }>;

/** Settling less than this takes no longer than a thread takes to get ready. */
const bytesForThreads = 2_000_000;

/**
 * Settles facts of which there are too many for an object each. Undefined where that cannot be
 * done, or there may be something to put right: then `settle` does it, and says so.
 */
export async function settleLarge(request: LargeRequest): Promise<LargeSettled | undefined> {
  return settleLargeFacts(request, (settled) => {
    const { source: _, since: __, digest: ___, ...rest } = settled;
    return rest;
  });
}

/** As `settleLarge`; what follows from it may ask for the facts and use the threads. */
export async function settleLargeFacts<Found>(
  request: LargeRequest,
  follow: (settled: LargeSettledFacts) => Found | Promise<Found>,
): Promise<Found | undefined> {
  if (request.previous !== undefined || (request.erased ?? []).length > 0) return undefined;
  const loaded = await loadWholePages(request.pages);
  if (!loaded.ok) return undefined;
  const contracts = loaded.value.pages.map(({ read }) => read.contract);
  const payment = paymentPlanOf(contracts, Math.max(request.asAt, request.knownAt));
  if (!standApart(loaded.value.plan) || payment.reserve !== undefined) return undefined;
  const under = { ...loaded.value, contracts, payment };
  const most = await threadsFor(request);
  const count = canBeCut(loaded.value.plan) ? most : 0;
  // Of those alone who may come to something else there are few, in most cases.
  const threads = count > 0 ? openShardThreads(request.before ? 1 : count) : undefined;
  try {
    const opened = threads && { threads, count };
    const settled = await settleRead({ ...request, threads: most }, under, opened);
    return settled && (await follow(settled));
  } finally {
    await threads?.close();
  }
}

/** How many threads there are to be beside the one that asks; none where it does all itself. */
async function threadsFor({ facts, threads }: LargeRequest): Promise<number> {
  const { files } = await findFactFiles(facts);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return threads ?? (bytes < bytesForThreads ? 0 : threadCount());
}

/** Settles everybody, unless only some may come to something else than they did. */
async function settleAsked(
  settling: Settling,
  request: LargeRequest,
  threads: ThreadsOpened | undefined,
): Promise<SettledFacts & Partial<SettledMoving> & Pick<SettledMoving, 'source'>> {
  const moving = request.before && (await settleMoving(settling, request.before, threads));
  if (moving) return moving;
  const { source } = settling;
  threads?.threads.openUntil(threads.count);
  const all = threads ? await settleInShards(settling, threads) : settleInOne(settling);
  return { ...all, source };
}

type Under = WholePages & Readonly<{ contracts: readonly Contract[]; payment: PaymentPlan }>;

async function settleRead(
  request: LargeRequest & Readonly<{ threads: number }>,
  { pages, plan, contracts, payment }: Under,
  threads: ThreadsOpened | undefined,
): Promise<LargeSettledFacts | undefined> {
  const { onProgress } = request;
  const read = await readFactColumns(request.facts, rulesOf(contracts), {
    kinds: kindsRead(plan),
    threads: request.threads,
    onProgress: ({ bytes, bytesTotal }) =>
      onProgress?.({ doing: 'Reading', done: bytes, total: bytesTotal, unit: 'bytes' }),
  });
  if (read === undefined) return undefined;
  const settling: Settling = {
    contracts,
    plan,
    source: read.source,
    asAt: { trueBy: request.asAt, knownBy: request.knownAt },
    onProgress: (done, total) =>
      onProgress?.({ doing: 'Settling', done, total, unit: 'participants' }),
  };
  const { owed, seen, source, before, changes } = await settleAsked(settling, request, threads);
  const page = pages.at(-1) ?? pages[0];
  const doubts = withoutEffect({ plan, payment, unread: [] }, seen);
  return {
    owed,
    source,
    ...(before && { before }),
    ...(changes && { changes }),
    digest: () => digestOf(settling, settling.asAt, threads),
    since: (differing) => {
      const known = before ? { ...differing, before } : differing;
      return threads ? sinceInShards(threads.threads, source, known) : sinceLines(known);
    },
    page,
    notWorkedOut: notWorkedOut(page.read.contract),
    shares: sharesIn(plan),
    leftOut: { rows: 0, problems: [...read.problems, ...doubts] },
  };
}

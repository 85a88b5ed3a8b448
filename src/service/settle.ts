import type { DayNumber } from '../calendar/index.ts';
import { type Fact, rulesOf } from '../facts/index.ts';
import type { Problem, Result } from '../problem/index.ts';
import {
  notWorkedOut,
  owed,
  type SettlementResult,
  settlementResult,
} from '../settlement/index.ts';
import { isError } from './check-pages.ts';
import { findFactsWithoutEffect } from './facts-without-effect.ts';
import type { Page } from './load-pages.ts';
import { loadWholePages, type WholePages } from './load-whole-pages.ts';
import { readFacts } from './read-facts.ts';

/** How far a long piece of work has come, in the unit that it counts in. */
export type Progress = Readonly<{ doing: string; done: number; total: number; unit: string }>;

/** What to settle, and as at which two days. */
export type SettleRequest = Readonly<{
  pages: readonly string[];
  facts: readonly string[];
  asAt: DayNumber;
  knownAt: DayNumber;
  /** Settles what can be read and checked; otherwise nothing is settled while anything cannot. */
  setAside?: boolean;
  onProgress?: (progress: Progress) => void;
}>;

/** What a settlement rests on: pages, facts, and what was left out. */
export type Settled = Readonly<{
  result: SettlementResult;
  page: Page;
  /** Sentences of the page that the total does not reflect so far. */
  notWorkedOut: readonly string[];
  leftOut: LeftOut;
}>;

/** Rows that were set aside, with what is wrong with each; and what is only worth a look. */
export type LeftOut = Readonly<{ rows: number; problems: readonly Problem[] }>;

/** Everything that questions about a settlement are answered from. */
export type Ground = WholePages &
  Readonly<{
    facts: readonly Fact[];
    unread: Readonly<Awaited<ReturnType<typeof readFacts>>>['unread'];
    leftOut: LeftOut;
    asAt: Readonly<{ trueBy: DayNumber; knownBy: DayNumber }>;
  }>;

/** What is owed to date under these pages for these facts. */
export async function settle(request: SettleRequest): Promise<Result<Settled>> {
  const ground = await loadGround(request);
  return ground.ok ? { ok: true, value: settleGround(ground.value, request.onProgress) } : ground;
}

/** Settles what has been read. */
export function settleGround(ground: Ground, onProgress?: SettleRequest['onProgress']): Settled {
  const { plan, facts, asAt, unread, leftOut, pages } = ground;
  const page = pages.at(-1) ?? pages[0];
  const found = owed(plan, facts, {
    ...asAt,
    unread,
    onProgress: (done: number, total: number) =>
      onProgress?.({ doing: 'Settling', done, total, unit: 'participants' }),
  });
  const result = settlementResult(found, {
    contract: page.hashes.contract ?? '',
    language: page.read.contract.language,
  });
  return { result, page, notWorkedOut: notWorkedOut(page.read.contract), leftOut };
}

/** Reads pages and facts; anything wrong with either stands in the way unless it is set aside. */
export async function loadGround(request: SettleRequest): Promise<Result<Ground>> {
  const pages = await loadWholePages(request.pages);
  if (!pages.ok) return pages;
  const rules = rulesOf(pages.value.pages.map(({ read }) => read.contract));
  const { facts, problems, unread } = await readFacts(request.facts, rules, {
    setAside: request.setAside === true,
    onProgress: ({ bytes, bytesTotal }) =>
      request.onProgress?.({ doing: 'Reading', done: bytes, total: bytesTotal, unit: 'bytes' }),
  });
  if (request.setAside !== true && problems.some(isError)) return { ok: false, problems };
  const doubts = findFactsWithoutEffect({ plan: pages.value.plan, facts, unread });
  const leftOut = { rows: unread.length, problems: [...problems, ...doubts] };
  const asAt = { trueBy: request.asAt, knownBy: request.knownAt };
  return { ok: true, value: { ...pages.value, facts, unread, leftOut, asAt } };
}

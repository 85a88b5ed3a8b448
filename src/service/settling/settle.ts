import { type DayNumber, dayNumber } from '../../calendar/index.ts';
import { type Fact, rulesOf } from '../../facts/index.ts';
import { unitsOfMajor } from '../../money/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import {
  findOtherwise,
  type GivenLine,
  notWorkedOut,
  type Otherwise,
  owed,
  type PaidResult,
  paidResult,
  paymentPlanOf,
  type SettlementResult,
  settlementResult,
  sharesIn,
  withReserved,
} from '../../settlement/index.ts';
import { readFacts } from '../fact-files/read-facts.ts';
import { isError } from '../pages/check-pages.ts';
import type { Page } from '../pages/load-pages.ts';
import { loadWholePages, type WholePages } from '../pages/load-whole-pages.ts';
import { loadPrevious } from '../previous/load-previous.ts';
import { erasedMoveOthers, previousOtherwise } from '../previous/problems.ts';
import { withGiven } from '../previous/with-given.ts';
import { findFactsWithoutEffect } from './facts-without-effect.ts';
import { reserveUsedUp } from './problems.ts';

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
  /** The file of the settlement before this one; `none` where this is the first of a series. */
  previous?: string;
  /** Participants whose facts have been erased since then. */
  erased?: readonly string[];
  onProgress?: (progress: Progress) => void;
}>;

/** What a settlement rests on: pages, facts, and what was left out. */
export type Settled = Readonly<{
  result: PaidResult;
  /** The settlement before this one, where one was given. */
  previous?: PaidResult;
  page: Page;
  /** Sentences of the page that the total does not reflect so far. */
  notWorkedOut: readonly string[];
  /** Measures whose numbers are read in per cent. */
  shares: ReadonlySet<string>;
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
    asAt: Days;
    /** What was settled before; `none` where this is the first settlement of a series. */
    previous?: PaidResult | 'none';
    /** Participants whose facts have been erased, by their references in order. */
    erased?: readonly string[];
    given?: readonly GivenLine[];
  }>;

type Days = Readonly<{ trueBy: DayNumber; knownBy: DayNumber }>;

/** What is owed to date under these pages for these facts. */
export async function settle(request: SettleRequest): Promise<Result<Settled>> {
  const ground = await loadGround(request);
  return ground.ok ? { ok: true, value: settleGround(ground.value, request.onProgress) } : ground;
}

/** Settles what has been read, and says what is paid now where this follows another settlement. */
export function settleGround(ground: Ground, onProgress?: SettleRequest['onProgress']): Settled {
  const { asAt, leftOut, pages, previous } = ground;
  const page = pages.at(-1) ?? pages[0];
  const now = resultAsAt(ground, asAt, onProgress);
  const { followed, doubts } = follow(ground, now);
  const contracts = pages.map(({ read }) => read.contract);
  const { result, isUsedUp } = withReserved(withErased(followed, ground), {
    ...ground,
    contracts,
  });
  const usedUp = isUsedUp
    ? [
        reserveUsedUp(page.name, {
          units: unitsOfMajor(result.reserved?.left ?? '0'),
          currency: result.currency,
        }),
      ]
    : [];
  return {
    result,
    ...(previous === undefined || previous === 'none' ? {} : { previous }),
    page,
    notWorkedOut: notWorkedOut(page.read.contract),
    shares: sharesIn(ground.plan),
    leftOut: { ...leftOut, problems: [...leftOut.problems, ...doubts, ...usedUp] },
  };
}

function withErased(result: PaidResult, { erased = [] }: Ground): PaidResult {
  return erased.length === 0 ? result : { ...result, erased };
}

type Followed = Readonly<{ followed: PaidResult; doubts: readonly Problem[] }>;

/** What changed since the settlement before, and whether that one still comes out as it did. */
function follow(ground: Ground, now: SettlementResult): Followed {
  const { plan, facts, pages, previous, erased = [] } = ground;
  if (previous === undefined) return { followed: now, doubts: [] };
  const rest = { now, plan, facts, contracts: pages.map(({ read }) => read.contract) };
  if (previous === 'none') return { followed: paidResult(rest), doubts: [] };
  const { asAt, knownAt } = previous;
  const days = { trueBy: dayNumber(asAt), knownBy: dayNumber(knownAt) };
  const anew = resultAsAt(ground, days);
  return {
    followed: paidResult({ ...rest, previous, anew }),
    doubts: doubtsOf(findOtherwise(anew, previous), { erased, currency: plan.currency }),
  };
}

/** Where somebody is erased, what is nobody's may come out otherwise for that alone. */
export function doubtsOf(
  lines: readonly Otherwise[],
  { erased, currency }: Readonly<{ erased: readonly string[]; currency: string }>,
): readonly Problem[] {
  const isForErased = ({ participant }: Otherwise) =>
    erased.length > 0 && participant === undefined;
  const moved = lines.filter(isForErased);
  const others = lines.filter((each) => !isForErased(each));
  return [
    ...(moved.length > 0 ? [erasedMoveOthers(moved, currency)] : []),
    ...(others.length > 0 ? [previousOtherwise(others, currency)] : []),
  ];
}

function resultAsAt(
  { plan, facts, unread, given = [], pages }: Ground,
  asAt: Days,
  onProgress?: SettleRequest['onProgress'],
): SettlementResult {
  const page = pages.at(-1) ?? pages[0];
  const found = owed(plan, facts, {
    ...asAt,
    unread,
    given,
    onProgress: (done: number, total: number) =>
      onProgress?.({ doing: 'Settling', done, total, unit: 'participants' }),
  });
  const { language } = page.read.contract;
  return settlementResult(found, { contract: page.hashes.contract ?? '', language });
}

/** Reads pages and facts; anything wrong with either stands in the way unless it is set aside. */
export async function loadGround(request: SettleRequest): Promise<Result<Ground>> {
  const pages = await loadWholePages(request.pages);
  if (!pages.ok) return pages;
  const asAt = { trueBy: request.asAt, knownBy: request.knownAt };
  const previous = await findPrevious(request.previous, { ...pages.value, asAt });
  if (!previous.ok) return previous;
  const contracts = pages.value.pages.map(({ read }) => read.contract);
  const rules = rulesOf(contracts);
  const { facts, problems, unread } = await readFacts(request.facts, rules, {
    setAside: request.setAside === true,
    onProgress: ({ bytes, bytesTotal }) =>
      request.onProgress?.({ doing: 'Reading', done: bytes, total: bytesTotal, unit: 'bytes' }),
  });
  if (request.setAside !== true && problems.some(isError)) return { ok: false, problems };
  const payment = paymentPlanOf(contracts, Math.max(request.asAt, request.knownAt));
  const doubts = findFactsWithoutEffect({ plan: pages.value.plan, payment, facts, unread });
  const leftOut = { rows: unread.length, problems: [...problems, ...doubts] };
  const ground = { ...pages.value, facts, unread, leftOut, asAt, ...previous.value };
  return withGiven(ground, request.erased ?? []);
}

async function findPrevious(
  given: string | undefined,
  following: Parameters<typeof loadPrevious>[1],
): Promise<Result<Pick<Ground, 'previous'>>> {
  if (given === undefined) return { ok: true, value: {} };
  if (given === 'none') return { ok: true, value: { previous: 'none' } };
  const loaded = await loadPrevious(given, following);
  return loaded.ok ? { ok: true, value: { previous: loaded.value } } : loaded;
}

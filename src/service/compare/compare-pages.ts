import { rulesOf } from '../../facts/index.ts';
import type { Result } from '../../problem/index.ts';
import { readFacts } from '../fact-files/read-facts.ts';
import { isError } from '../pages/check-pages.ts';
import { loadPages, type Page } from '../pages/load-pages.ts';
import type { LeftOut, SettleRequest } from '../settling/settle.ts';
import { type ComparedRead, compareRead } from './compare-read.ts';
import { notOnePage } from './problems.ts';

/** How two pages differ, in what they say and in what they pay for the same facts. */
export type Compared = Omit<ComparedRead, 'doubts'> &
  Readonly<{ was: Page; now: Page; leftOut: LeftOut }>;

/** Two pages, and the facts and days for which both are settled. */
export type CompareRequest = Omit<SettleRequest, 'pages' | 'previous' | 'erased'> &
  Readonly<{ was: string; now: string }>;

export async function comparePages(request: CompareRequest): Promise<Result<Compared>> {
  const was = await loadOne(request.was);
  if (!was.ok) return was;
  const now = await loadOne(request.now);
  if (!now.ok) return now;
  const contracts = [was.value.read.contract, now.value.read.contract];
  const setAside = request.setAside === true;
  const read = await readFacts(request.facts, rulesOf(contracts), { setAside });
  if (!setAside && read.problems.some(isError)) return { ok: false, problems: read.problems };
  const asAt = { trueBy: request.asAt, knownBy: request.knownAt, unread: read.unread };
  const pair = { was: was.value, now: now.value };
  const compared = compareRead(pair, { facts: read.facts, asAt });
  if (!compared.ok) return compared;
  const { doubts, ...rest } = compared.value;
  const leftOut = { rows: read.unread.length, problems: [...read.problems, ...doubts] };
  return { ok: true, value: { ...pair, ...rest, leftOut } };
}

async function loadOne(path: string): Promise<Result<Page>> {
  const { pages, problems } = await loadPages([path]);
  const [page] = pages;
  if (page === undefined || problems.some(isError)) return { ok: false, problems };
  if (pages.length > 1) return { ok: false, problems: [notOnePage(path, pages.length)] };
  return { ok: true, value: page };
}

import type { Result } from '../../problem/index.ts';
import { type Plan, planOf } from '../../settlement/index.ts';
import { isError } from './check-pages.ts';
import { loadPages, type Page } from './load-pages.ts';

/** All versions of a contract, without errors, and what the engine makes of them. */
export type WholePages = Readonly<{ pages: readonly [Page, ...Page[]]; plan: Plan }>;

/** Reads pages that something is to be settled under; any error stands in the way. */
export async function loadWholePages(paths: readonly string[]): Promise<Result<WholePages>> {
  const { pages, problems } = await loadPages(paths);
  const [first, ...others] = pages;
  if (first === undefined || problems.some(isError)) return { ok: false, problems };
  const plan = planOf(pages.map(({ read }) => read.contract));
  if (!plan.ok) return plan;
  return { ok: true, value: { pages: [first, ...others], plan: plan.value } };
}

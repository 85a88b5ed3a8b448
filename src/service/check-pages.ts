import type { Problem, Result } from '../problem/index.ts';
import { type Plan, planOf } from '../settlement/index.ts';
import { loadPages, type Page } from './load-pages.ts';

/** What is to be known about pages before anything is settled under them. */
export type CheckedPages = Readonly<{
  pages: readonly Page[];
  problems: readonly Problem[];
  plan: Plan | undefined;
}>;

/** Pages without errors, and what the engine makes of them. */
export type WholePages = Readonly<{ pages: readonly [Page, ...Page[]]; plan: Plan }>;

/** Reads pages and says everything that is wrong with them, each alone and as versions of one. */
export async function checkPages(paths: readonly string[]): Promise<CheckedPages> {
  const { pages, problems } = await loadPages(paths);
  if (pages.length === 0 || problems.some(isError)) return { pages, problems, plan: undefined };
  const planned = planOf(pages.map(({ read }) => read.contract));
  if (planned.ok) return { pages, problems, plan: planned.value };
  return { pages, problems: [...problems, ...planned.problems], plan: undefined };
}

/** Reads pages that something is to be settled under; any error stands in the way. */
export async function loadWholePages(paths: readonly string[]): Promise<Result<WholePages>> {
  const { pages, problems, plan } = await checkPages(paths);
  const [first, ...others] = pages;
  if (first === undefined || plan === undefined) return { ok: false, problems };
  return { ok: true, value: { pages: [first, ...others], plan } };
}

/** Whether a problem stands in the way, rather than being worth a look. */
export function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

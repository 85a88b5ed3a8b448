import type { Problem } from '../../problem/index.ts';
import { loadPages, type Page } from './load-pages.ts';

/** Everything that is wrong with pages. */
export type CheckedPages = Readonly<{ pages: readonly Page[]; problems: readonly Problem[] }>;

/**
 * Reads pages and says everything that is wrong with them, each alone and, where there are several,
 * as versions of one contract. A later version may be checked without those before it.
 */
export async function checkPages(paths: readonly string[]): Promise<CheckedPages> {
  const loaded = await loadPages(paths);
  if (loaded.pages.length < 2 || loaded.problems.some(isError)) return loaded;
  // The engine is needed for several versions alone, and takes time to load.
  const { planOf } = await import('../../settlement/index.ts');
  const planned = planOf(loaded.pages.map(({ read }) => read.contract));
  const problems = planned.ok ? [] : planned.problems;
  return { ...loaded, problems: [...loaded.problems, ...problems] };
}

/** Whether a problem stands in the way, rather than being worth a look. */
export function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

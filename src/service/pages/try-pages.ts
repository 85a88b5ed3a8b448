import { type Trial, tryExamples } from '../../cases/index.ts';
import type { Result } from '../../problem/index.ts';
import { loadWholePages } from './load-whole-pages.ts';

/** Runs the worked examples that stand on pages without errors. */
export async function tryPages(paths: readonly string[]): Promise<Result<Trial>> {
  const loaded = await loadWholePages(paths);
  if (!loaded.ok) return loaded;
  return { ok: true, value: tryExamples(loaded.value.pages.map(({ read }) => read)) };
}

import type { Problem } from '../../problem/index.ts';

/** Problems of a form that is one row, the number of which says nothing. */
export function withoutRow(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, at: { ...problem.at, line: 0 } }));
}

import type { Problem } from '../problem/index.ts';
import { problemsNotListed } from './file-problems.ts';

/** Problems as they are found. Beyond a number that anyone would read, they are only counted. */
export type ProblemList = {
  readonly kept: Problem[];
  readonly max: number;
  more: number;
  /** Whether any of them, kept or not, is an error. */
  hasErrors: boolean;
};

export const problemsMax = 1000;

export function openProblemList(max = problemsMax): ProblemList {
  return { kept: [], max, more: 0, hasErrors: false };
}

/** Adds an error, or a warning, whose wording is worked out only if there is room for it. */
export function addProblem(
  list: ProblemList,
  problem: () => Problem,
  severity: Problem['severity'] = 'error',
): void {
  if (severity === 'error') list.hasErrors = true;
  if (list.kept.length < list.max) list.kept.push(problem());
  else list.more += 1;
}

/** All that were kept; where there were more, and errors among them, one that says how many. */
export function closeProblemList(list: ProblemList): readonly Problem[] {
  const isAll = list.more === 0 || !list.hasErrors;
  return isAll ? list.kept : [...list.kept, problemsNotListed(list.more)];
}

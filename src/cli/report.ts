import { formatProblem, type Problem } from '../problem/index.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import type { Paint, Screen } from './screen.ts';
import type { Given } from './verb.ts';

/** Reports what stands in the way of what was asked for. */
export function refuse(given: Given, problems: readonly Problem[]): ExitCode {
  report(given, problems);
  return exitCodes.problems;
}

/** Reports that the program was called in a wrong way. */
export function refuseUse(given: Given, ...problems: readonly Problem[]): ExitCode {
  report(given, problems);
  return exitCodes.wrongUse;
}

function report({ options, screen }: Given, problems: readonly Problem[]): void {
  if (options.format === 'json') screen.show(jsonText({ problems: problems.map(problemJson) }));
  else sayProblems(screen, problems);
}

/** Says problems in words, beside the results. */
export function sayProblems(screen: Screen, problems: readonly Problem[]): void {
  if (problems.length > 0) screen.say(problemsText(problems, screen.paint));
}

/** Problems in words, an empty line between them, the place in colour. */
export function problemsText(problems: readonly Problem[], paint: Paint): string {
  return problems.map((problem) => problemText(problem, paint)).join('\n\n');
}

function problemText(problem: Problem, paint: Paint): string {
  const [heading = '', ...lines] = formatProblem(problem).split('\n');
  const colour = problem.severity === 'error' ? 'red' : 'yellow';
  const drawn = lines.map((line) => (/^ +\| +\^+$/.test(line) ? paint(colour, line) : line));
  return [paint(colour, heading), ...drawn].join('\n');
}

/** A problem as programs read it. `line` and `column` are 0 where it concerns no place. */
export function problemJson({ code, severity, at, message, help }: Problem) {
  const { source, line, column, endColumn, excerpt, field } = at;
  const place = { line, column, endColumn, excerpt };
  return { code, severity, source, ...(field && { field }), ...place, message, help };
}

/** JSON as it is printed: indented, so that people can read it too. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

/** "1 error", "2 errors". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

import { formatProblem, type Problem, unseenCharacter } from '../problem/index.ts';
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

const warningsShownMax = 20;

/** Says what stood in no way and is worth a look: after the results, so that it is seen. */
export function sayWarnings(screen: Screen, problems: readonly Problem[]): void {
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  if (warnings.length === 0) return;
  screen.say('');
  sayProblems(screen, warnings.slice(0, warningsShownMax));
  const more = warnings.length - warningsShownMax;
  if (more > 0) screen.say(`\nand ${counted(more, 'warning')} more.`);
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

/**
 * JSON as it is printed: indented, so that people can read it too, and with what cannot be seen as
 * numbers (`\\u009b`), so that no terminal obeys it. To programs it is the same.
 */
export function jsonText(value: unknown): string {
  return withUnseenEscaped(JSON.stringify(value, undefined, 2));
}

/** The same on one line, for a program that goes on and is read line by line. */
export function jsonLine(value: unknown): string {
  return withUnseenEscaped(JSON.stringify(value));
}

function withUnseenEscaped(json: string): string {
  return json.replace(unseen, (character) =>
    Array.from({ length: character.length }, (_, at) => escaped(character.charCodeAt(at))).join(''),
  );
}

const unseen = new RegExp(unseenCharacter, 'gu');

function escaped(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

/** "1 error", "2 errors". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** "A owes", "A and B owe", "A, B and C owe". */
export function owe(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? `${last} owes` : `${names.slice(0, -1).join(', ')} and ${last} owe`;
}

import type { Command } from 'commander';
import { type DayNumber, parseDay } from '../calendar/index.ts';
import type { Problem, Result } from '../problem/index.ts';
import type { SettleRequest } from '../service/index.ts';
import { findOption } from './find-option.ts';
import { argumentMissing, dayNotUnderstood, inputTwice, optionMissing } from './problems.ts';

/** Declares what every verb needs that settles: pages, facts and the two days. */
export function declareSettlement(command: Command): Command {
  return declareFacts(
    command.argument('<PAGE...>', 'the page, its versions or their folder'),
  ).option('--set-aside', 'settle what can be read, and say what was left out');
}

/** Declares the facts and the two days as at which they are asked. */
export function declareFacts(command: Command): Command {
  return command
    .option('--facts <PATH...>', 'files and folders of facts; - for standard input')
    .option('--as-at <DAY>', 'what is true by this day, such as 2027-09-30')
    .option('--known-at <DAY>', 'as far as it was known by this day (usually the same)');
}

/** Declares what every verb needs that follows the settlement before. */
export function declarePrevious(command: Command): Command {
  return command
    .option(
      '--previous <FILE>',
      'the settlement before: its result, or its lines as .parquet; none for the first',
    )
    .option('--erased <REF...>', 'participants whose facts have been erased since then');
}

/** Reads those options, or says what is wrong with them. */
export function readSettlement(
  verb: string,
  operands: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Result<SettleRequest> {
  const facts = Array.isArray(options.facts) ? options.facts.map(String) : [];
  const problems: Problem[] = [];
  if (operands.length === 0) problems.push(argumentMissing('a PAGE', verb));
  if (facts.length === 0) problems.push(optionMissing('--facts', verb));
  const asAt = readDay({ option: '--as-at', value: findOption({ options }, 'asAt') }, problems);
  const knownAt = readDay(
    { option: '--known-at', value: findOption({ options }, 'knownAt') },
    problems,
  );
  if (options.asAt === undefined) problems.push(optionMissing('--as-at', verb));
  if ([...operands, ...facts].filter((path) => path === '-').length > 1)
    problems.push(inputTwice());
  if (problems.length > 0 || asAt === undefined) return { ok: false, problems };
  const setAside = options.setAside === true;
  const previous = findOption({ options }, 'previous');
  const days = { asAt, knownAt: knownAt ?? asAt };
  const erased = Array.isArray(options.erased) ? options.erased.map(String) : [];
  const request = { pages: operands, facts, ...days, setAside, erased };
  return { ok: true, value: { ...request, ...(previous === undefined ? {} : { previous }) } };
}

function readDay(
  { option, value }: Readonly<{ option: string; value: string | undefined }>,
  problems: Problem[],
): DayNumber | undefined {
  if (value === undefined) return undefined;
  const day = parseDay(value);
  if (day === undefined) problems.push(dayNotUnderstood(value, option));
  return day;
}

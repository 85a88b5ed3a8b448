import type { Command } from 'commander';
import type { Result } from '../problem/index.ts';
import { checkOutput, endingOfOtherFormat, formatOfEnding } from '../service/index.ts';
import { findOption } from './find-option.ts';
import type { Given } from './verb.ts';

/** What a verb is to make of its results, and the file that it is to write them to, if any. */
export type Output<Format> = Readonly<{ format: Format; file?: string }>;

/** Formats by the endings that say them. */
export type Endings<Format> = Readonly<Record<string, Format>>;

/** What is read before anything is written. */
type Inputs = Readonly<{
  pages: readonly string[];
  facts?: readonly string[];
  previous?: string;
}>;

export function declareForce(command: Command): Command {
  return command.option('--force', 'write over a file that is there');
}

/** Reads --out and --format: the ending says the format, and nothing is lost by writing there. */
export async function readOutput<Format extends string>(
  given: Given,
  endings: Endings<Format>,
  inputs: Inputs,
): Promise<Result<Output<Format>>> {
  const file = findOption(given, 'out');
  // The choices of the option are the formats themselves.
  const asked = (findOption(given, 'format') ?? 'text') as Format;
  if (file === undefined) return { ok: true, value: { format: asked } };
  const checked = await checkFile(given, { file, endings }, inputs);
  if (!checked.ok) return checked;
  const format = checked.value;
  if (asked === 'text' || asked === format) return { ok: true, value: { format, file } };
  return { ok: false, problems: [endingOfOtherFormat(file, asked)] };
}

/** The format that the ending of a file says, where it may be written. */
export async function checkFile<Format>(
  { options }: Given,
  { file, endings }: Readonly<{ file: string; endings: Endings<Format> }>,
  inputs: Inputs,
): Promise<Result<Format>> {
  const format = formatOfEnding(file, endings);
  if (!format.ok) return format;
  const problems = await checkOutput({ file, ...inputs, force: options.force === true });
  return problems.length > 0 ? { ok: false, problems } : format;
}

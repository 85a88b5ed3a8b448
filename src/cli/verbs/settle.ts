import type { Result } from '../../problem/index.ts';
import {
  isLinesFile,
  lineFormats,
  type SettleRequest,
  settle as settleFacts,
  settleSince,
  settleToFile,
  sumsOfResult,
  writeChanges,
  writeLines,
  writeOwedLines,
} from '../../service/index.ts';
import { exampleSettlement } from '../example-commands.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findOption } from '../find-option.ts';
import { checkFile, declareForce } from '../output.ts';
import { optionMissing } from '../problems.ts';
import { openProgressBar } from '../progress.ts';
import { counted, jsonText, refuse, refuseUse, sayWarnings } from '../report.ts';
import { declarePrevious, declareSettlement, readSettlement } from '../settlement-options.ts';
import { leftOutText, settlementText, type Told } from '../settlement-text.ts';
import type { Given, Verb } from '../verb.ts';

export const settle: Verb = {
  name: 'settle',
  about: 'Work out what is owed to date under a page, for the facts given',
  examples: [
    `outturn settle ${exampleSettlement}`,
    `outturn settle ${exampleSettlement} --lines lines.csv --format json`,
  ],
  declare: (command) => {
    declareSettlement(command)
      .option('--lines <FILE>', 'write the lines there, as .ndjson, .csv or .parquet')
      .option('--changes <FILE>', 'write what changed there, as .ndjson, .csv or .parquet')
      .option('--all', 'show every row, however many there are and also those of nothing');
    declarePrevious(command);
    declareForce(command);
  },
  act: settleVerb,
};

async function settleVerb(given: Given): Promise<ExitCode> {
  const { operands, options } = given;
  const request = readSettlement('settle', operands, options);
  if (!request.ok) return refuseUse(given, ...request.problems);
  const { previous = '' } = request.value;
  const changes = findOption(given, 'changes');
  if (changes !== undefined && previous === '') {
    return refuseUse(given, optionMissing('--previous', 'settle --changes'));
  }
  const files = await checkFiles(given, request.value);
  if (!files.ok) return refuse(given, files.problems);
  const bar = await openProgressBar();
  const progress = { ...request.value, onProgress: bar.show };
  const settled = isLinesFile(previous)
    ? await settleOnLines(progress, files.value)
    : await settleAlone(progress, files.value);
  const written =
    settled.ok && changes ? await writeChanges(changes, settled.value.result) : settled;
  bar.close();
  if (!settled.ok) return refuse(given, settled.problems);
  if (!written.ok) return refuse(given, written.problems);
  tell(given, settled.value, files.value);
  sayWarnings(given.screen, settled.value.leftOut.problems);
  return exitCodes.done;
}

/** The files that are to be written, and whether the lines are by column. */
type Files = Readonly<{ lines?: string; changes?: string; isByColumn: boolean }>;

async function checkFiles(given: Given, request: SettleRequest): Promise<Result<Files>> {
  const [lines, changes] = [findOption(given, 'lines'), findOption(given, 'changes')];
  let isByColumn = false;
  for (const file of [changes, lines]) {
    if (file === undefined) continue;
    const checked = await checkFile(given, { file, endings: lineFormats }, request);
    if (!checked.ok) return checked;
    isByColumn = checked.value === 'parquet' && file === lines;
  }
  return { ok: true, value: { ...(lines && { lines }), ...(changes && { changes }), isByColumn } };
}

async function settleAlone(
  request: SettleRequest,
  { lines, isByColumn }: Files,
): Promise<Result<Written>> {
  const large = isByColumn && lines ? await settleToFile(request, lines) : undefined;
  return large ?? (await settleWhole(request, lines));
}

/** Settles since a settlement of which the lines alone are given. */
async function settleOnLines(request: SettleRequest, { lines }: Files): Promise<Result<Written>> {
  const settled = await settleSince({ ...request, areLinesWanted: lines !== undefined });
  if (!settled.ok) return settled;
  const { owed, result } = settled.value;
  const written = lines && owed ? await writeOwedLines(lines, { owed, result }) : undefined;
  if (written?.ok === false) return written;
  return { ok: true, value: { ...settled.value, withUnpaid: () => settled.value.result } };
}

/** Settles with an object for each line, and writes these where a file is given for them. */
async function settleWhole(
  request: SettleRequest,
  file: string | undefined,
): Promise<Result<Written>> {
  const settled = await settleFacts(request);
  if (!settled.ok) return settled;
  const { result, page } = settled.value;
  const written = file === undefined ? undefined : await writeLines(file, result);
  if (written?.ok === false) return written;
  const sums = sumsOfResult(result, page.read.contract);
  const { lines: _, ...withoutLines } = result;
  return { ok: true, value: { ...settled.value, sums, withUnpaid: () => withoutLines } };
}

/** What has been settled, with its lines or without. */
type Written = Told & Readonly<{ withUnpaid: () => Told['result'] }>;

function tell({ options, screen }: Given, settled: Written, files: Files): void {
  const { result, sums, leftOut } = settled;
  const { lines, changes } = files;
  if (options.format === 'json') {
    const told = lines === undefined ? result : settled.withUnpaid();
    const { changes: _, ...withoutChanges } = told;
    screen.show(jsonText(changes === undefined ? told : withoutChanges));
    for (const line of leftOutText(leftOut, screen.paint)) screen.say(line);
    return;
  }
  screen.show(settlementText(settled, { paint: screen.paint, isAll: options.all === true }));
  if (lines !== undefined) screen.say(`\nWrote ${counted(sums.lines, 'line')} to ${lines}.`);
  const moved = result.changes?.length ?? 0;
  if (changes !== undefined) screen.say(`\nWrote ${counted(moved, 'change')} to ${changes}.`);
}

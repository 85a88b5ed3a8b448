import type { Result } from '../../problem/index.ts';
import {
  lineFormats,
  type SettleRequest,
  settle as settleFacts,
  settleToFile,
  sumsOfResult,
  type WrittenSettlement,
  writeLines,
} from '../../service/index.ts';
import { exampleSettlement } from '../example-commands.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findOption } from '../find-option.ts';
import { checkFile, declareForce } from '../output.ts';
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
  const file = findOption(given, 'lines');
  const checked =
    file === undefined
      ? undefined
      : await checkFile(given, { file, endings: lineFormats }, request.value);
  if (checked?.ok === false) return refuse(given, checked.problems);
  const bar = await openProgressBar();
  const progress = { ...request.value, onProgress: bar.show };
  const isParquet = checked?.ok === true && checked.value === 'parquet';
  const large = isParquet && file ? await settleToFile(progress, file) : undefined;
  const settled = large ?? (await settleWhole(progress, file));
  bar.close();
  if (!settled.ok) return refuse(given, settled.problems);
  tell(given, settled.value, file);
  sayWarnings(given.screen, settled.value.leftOut.problems);
  return exitCodes.done;
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
type Written = Told & Pick<WrittenSettlement, 'withUnpaid'>;

function tell({ options, screen }: Given, settled: Written, file: string | undefined): void {
  const { result, sums, leftOut } = settled;
  if (options.format === 'json') {
    screen.show(jsonText(file === undefined ? result : settled.withUnpaid()));
    for (const line of leftOutText(leftOut, screen.paint)) screen.say(line);
    return;
  }
  screen.show(settlementText(settled, { paint: screen.paint, isAll: options.all === true }));
  if (file !== undefined) screen.say(`\nWrote ${counted(sums.lines, 'line')} to ${file}.`);
}

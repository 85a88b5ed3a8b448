import { lineFormats, settle as settleFacts, writeLines } from '../../service/index.ts';
import { exampleSettlement } from '../example-commands.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findOption } from '../find-option.ts';
import { checkFile, declareForce } from '../output.ts';
import { openProgressBar } from '../progress.ts';
import { counted, jsonText, refuse, refuseUse, sayWarnings } from '../report.ts';
import { declarePrevious, declareSettlement, readSettlement } from '../settlement-options.ts';
import { leftOutText, settlementText } from '../settlement-text.ts';
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
  const { operands, options, screen } = given;
  const request = readSettlement('settle', operands, options);
  if (!request.ok) return refuseUse(given, ...request.problems);
  const file = findOption(given, 'lines');
  if (file !== undefined) {
    const checked = await checkFile(given, { file, endings: lineFormats }, request.value);
    if (!checked.ok) return refuse(given, checked.problems);
  }
  const bar = await openProgressBar();
  const settled = await settleFacts({ ...request.value, onProgress: bar.show });
  bar.close();
  if (!settled.ok) return refuse(given, settled.problems);
  const { result, leftOut } = settled.value;
  if (file !== undefined) {
    const written = await writeLines(file, result);
    if (!written.ok) return refuse(given, written.problems);
  }
  if (options.format === 'json') {
    const { lines: _, ...rest } = result;
    screen.show(jsonText(file === undefined ? result : rest));
    for (const line of leftOutText(leftOut, screen.paint)) screen.say(line);
  } else {
    screen.show(
      settlementText(settled.value, { paint: screen.paint, isAll: options.all === true }),
    );
    if (file !== undefined)
      screen.say(`\nWrote ${counted(result.lines.length, 'line')} to ${file}.`);
  }
  sayWarnings(screen, leftOut.problems);
  return exitCodes.done;
}

import { Option } from 'commander';
import { journalOf, keepLedger, writeWhole } from '../../service/index.ts';
import { exampleSettlement } from '../example-commands.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { journalJson } from '../journal-json.ts';
import { declareForce, readOutput } from '../output.ts';
import { openProgressBar } from '../progress.ts';
import { jsonText, refuse, refuseUse, sayWarnings } from '../report.ts';
import { declarePrevious, declareSettlement, readSettlement } from '../settlement-options.ts';
import { leftOutText } from '../settlement-text.ts';
import type { Given, Verb } from '../verb.ts';

export const journal: Verb = {
  name: 'journal',
  about: 'Write the ledger as a journal that hledger reads and checks',
  examples: [
    `outturn journal ${exampleSettlement}`,
    `outturn journal ${exampleSettlement} --by line --out march.journal`,
  ],
  declare: (command) => {
    declarePrevious(declareSettlement(command))
      .addOption(
        new Option('--by <WHAT>', 'an entry for each clause and payer, or for each line')
          .choices(['clause', 'line'])
          .default('clause'),
      )
      .option('--out <FILE>', 'the file to write: .journal or .json say the format');
    declareForce(command);
  },
  act: journalVerb,
};

async function journalVerb(given: Given): Promise<ExitCode> {
  const { operands, options, screen } = given;
  const request = readSettlement('journal', operands, options);
  if (!request.ok) return refuseUse(given, ...request.problems);
  const output = await readOutput(given, endings, request.value);
  if (!output.ok) return refuse(given, output.problems);
  const { format, file } = output.value;
  const bar = await openProgressBar();
  const by = options.by === 'line' ? 'line' : 'clause';
  const booked = await keepLedger({ ...request.value, by, onProgress: bar.show });
  bar.close();
  if (!booked.ok) return refuse(given, booked.problems);
  const { leftOut } = booked.value;
  for (const line of leftOutText(leftOut, screen.paint)) screen.say(line);
  const pieces =
    format === 'json'
      ? [`${jsonText(journalJson(booked.value))}\n`]
      : await journalOf(booked.value);
  if (file === undefined) screen.pass([...pieces].join(''));
  else {
    const written = await writeWhole(file, pieces);
    if (!written.ok) return refuse(given, written.problems);
    screen.say(`Wrote ${file}.`);
  }
  sayWarnings(screen, leftOut.problems);
  return exitCodes.done;
}

const endings: Readonly<Record<string, 'text' | 'json'>> = { '.journal': 'text', '.json': 'json' };

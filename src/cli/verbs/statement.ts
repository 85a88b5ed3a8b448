import type { Result } from '../../problem/index.ts';
import {
  type StatementFormat,
  type Statements,
  showStatements,
  stateOwed,
  writeWhole,
} from '../../service/index.ts';
import { exampleSettlement } from '../example-commands.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findOption } from '../find-option.ts';
import { declareForce, type Output, readOutput } from '../output.ts';
import { fileWanted } from '../problems.ts';
import { format } from '../program-options.ts';
import { openProgressBar } from '../progress.ts';
import { jsonText, refuse, refuseUse, sayWarnings } from '../report.ts';
import type { Paint } from '../screen.ts';
import { declarePrevious, declareSettlement, readSettlement } from '../settlement-options.ts';
import { leftOutText } from '../settlement-text.ts';
import { statementsJson } from '../statement-json.ts';
import { statementText } from '../statement-text.ts';
import type { Given, Verb } from '../verb.ts';

export const statement: Verb = {
  name: 'statement',
  about: 'Show what is owed to each provider, line by line, as text, CSV or PDF',
  examples: [
    `outturn statement ${exampleSettlement}`,
    `outturn statement ${exampleSettlement} --provider "Harbour House" --out statement.pdf`,
  ],
  declare: (command) => {
    declarePrevious(declareSettlement(command))
      .addOption(format('text', 'csv', 'pdf'))
      .option('--provider <NAME>', 'the statement of this provider alone')
      .option('--out <FILE>', 'the file to write: .txt, .csv, .pdf or .json say the format')
      .option('--all', 'show every line as text, however many there are');
    declareForce(command);
  },
  act: statementVerb,
};

async function statementVerb(given: Given): Promise<ExitCode> {
  const { operands, options } = given;
  const request = readSettlement('statement', operands, options);
  if (!request.ok) return refuseUse(given, ...request.problems);
  const output = await readOutput(given, endings, request.value);
  if (!output.ok) return refuse(given, output.problems);
  const { format: wanted, file } = output.value;
  if (wanted === 'pdf' && file === undefined && process.stdout.isTTY) {
    return refuseUse(given, fileWanted('PDF'));
  }
  const provider = findOption(given, 'provider');
  const bar = await openProgressBar();
  const stated = await stateOwed({
    ...request.value,
    ...(provider === undefined ? {} : { provider }),
    onProgress: bar.show,
  });
  bar.close();
  if (!stated.ok) return refuse(given, stated.problems);
  const { leftOut } = stated.value;
  for (const line of leftOutText(leftOut, given.screen.paint)) given.screen.say(line);
  const content = await contentOf(given, stated.value, output.value);
  if (!content.ok) return refuse(given, content.problems);
  const code = await hand(given, content.value, output.value);
  sayWarnings(given.screen, leftOut.problems);
  return code;
}

type Wanted = 'text' | 'json' | StatementFormat;

const endings: Readonly<Record<string, Wanted>> = {
  '.txt': 'text',
  '.csv': 'csv',
  '.pdf': 'pdf',
  '.json': 'json',
};

async function contentOf(
  { options, screen }: Given,
  statements: Statements,
  { format: wanted, file }: Output<Wanted>,
): Promise<Result<string | Uint8Array>> {
  if (wanted === 'csv' || wanted === 'pdf') return showStatements(statements, wanted);
  if (wanted === 'json') return { ok: true, value: `${jsonText(statementsJson(statements))}\n` };
  // A file has room for every line, and takes no colours.
  const isAll = options.all === true || file !== undefined;
  const paint: Paint = file === undefined ? screen.paint : (_, text) => text;
  const texts = statements.statements.map((each) =>
    statementText(each, statements, { paint, isAll }),
  );
  return { ok: true, value: `${texts.join('\n\n\n')}\n` };
}

/** Hands the content over: to a file where one is named, else to standard output. */
async function hand(
  { screen, ...given }: Given,
  content: string | Uint8Array,
  { format: wanted, file }: Output<Wanted>,
): Promise<ExitCode> {
  if (file === undefined) {
    if (wanted === 'text' || wanted === 'json') screen.show(String(content).trimEnd());
    else screen.pass(content);
    return exitCodes.done;
  }
  const written = await writeWhole(file, content);
  if (!written.ok) return refuse({ ...given, screen }, written.problems);
  screen.say(`Wrote ${file}.`);
  return exitCodes.done;
}

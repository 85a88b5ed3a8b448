import {
  type StatementFormat,
  type Statements,
  showStatements,
  stateOwed,
  writeWhole,
} from '../../service/index.ts';
import { exampleSettlement } from '../example-commands.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { fileWanted } from '../problems.ts';
import { format } from '../program-options.ts';
import { openProgressBar } from '../progress.ts';
import { jsonText, refuse, refuseUse } from '../report.ts';
import { declareSettlement, readSettlement } from '../settlement-options.ts';
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
    declareSettlement(command)
      .addOption(format('text', 'csv', 'pdf'))
      .option('--provider <NAME>', 'the statement of this provider alone')
      .option('--out <FILE>', 'the file to write; .csv and .pdf say the format')
      .option('--all', 'show every line as text, however many there are');
  },
  act: statementVerb,
};

async function statementVerb(given: Given): Promise<ExitCode> {
  const { operands, options, screen } = given;
  const request = readSettlement('statement', operands, options);
  if (!request.ok) return refuseUse(given, ...request.problems);
  const file = options.out === undefined ? undefined : String(options.out);
  const wanted = formatOf(String(options.format), file);
  if (wanted === 'pdf' && file === undefined && process.stdout.isTTY) {
    return refuseUse(given, fileWanted('PDF'));
  }
  const provider = options.provider === undefined ? {} : { provider: String(options.provider) };
  const bar = await openProgressBar();
  const stated = await stateOwed({ ...request.value, ...provider, onProgress: bar.show });
  bar.close();
  if (!stated.ok) return refuse(given, stated.problems);
  if (wanted === 'csv' || wanted === 'pdf') return writeStatements(given, stated.value, wanted);
  const text =
    wanted === 'json'
      ? jsonText(statementsJson(stated.value))
      : stated.value.statements
          .map((each) =>
            statementText(each, stated.value, { ...screen, isAll: options.all === true }),
          )
          .join('\n\n\n');
  return writeText(given, text, stated.value);
}

async function writeStatements(
  given: Given,
  statements: Statements,
  wanted: StatementFormat,
): Promise<ExitCode> {
  const { options, screen } = given;
  const shown = await showStatements(statements, wanted);
  if (!shown.ok) return refuse(given, shown.problems);
  sayLeftOut(given, statements);
  if (options.out === undefined) {
    process.stdout.write(shown.value);
    return exitCodes.done;
  }
  const written = await writeWhole(String(options.out), shown.value);
  if (!written.ok) return refuse(given, written.problems);
  if (options.format === 'json') screen.show(jsonText({ file: written.value }));
  else screen.say(`Wrote ${written.value}.`);
  return exitCodes.done;
}

async function writeText(given: Given, text: string, statements: Statements): Promise<ExitCode> {
  const { options, screen } = given;
  sayLeftOut(given, statements);
  if (options.out === undefined) {
    screen.show(text);
    return exitCodes.done;
  }
  const written = await writeWhole(String(options.out), `${text}\n`);
  if (!written.ok) return refuse(given, written.problems);
  screen.say(`Wrote ${written.value}.`);
  return exitCodes.done;
}

function sayLeftOut({ screen }: Given, { leftOut }: Statements): void {
  for (const line of leftOutText(leftOut, screen.paint)) screen.say(line);
}

function formatOf(asked: string, file: string | undefined): 'text' | 'json' | StatementFormat {
  if (asked === 'csv' || asked === 'pdf') return asked;
  const ending = /\.(csv|pdf|json)$/i.exec(file ?? '')?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'pdf') return ending;
  return asked === 'json' || ending === 'json' ? 'json' : 'text';
}

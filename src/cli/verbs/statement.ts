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
  const { operands, options } = given;
  const request = readSettlement('statement', operands, options);
  if (!request.ok) return refuseUse(given, ...request.problems);
  const file = findOption(given, 'out');
  const wanted = formatOf(findOption(given, 'format'), file);
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
  for (const line of leftOutText(stated.value.leftOut, given.screen.paint)) given.screen.say(line);
  const content = await contentOf(given, stated.value, wanted);
  return content.ok ? hand(given, content.value) : refuse(given, content.problems);
}

type Wanted = 'text' | 'json' | StatementFormat;

async function contentOf(
  { options, screen }: Given,
  statements: Statements,
  wanted: Wanted,
): Promise<Result<string | Uint8Array>> {
  if (wanted === 'csv' || wanted === 'pdf') return showStatements(statements, wanted);
  if (wanted === 'json') return { ok: true, value: `${jsonText(statementsJson(statements))}\n` };
  const isAll = options.all === true;
  const texts = statements.statements.map((each) =>
    statementText(each, statements, { paint: screen.paint, isAll }),
  );
  return { ok: true, value: `${texts.join('\n\n\n')}\n` };
}

/** Hands the content over: to a file where one is named, else to standard output. */
async function hand(given: Given, content: string | Uint8Array): Promise<ExitCode> {
  const file = findOption(given, 'out');
  if (file === undefined) {
    process.stdout.write(content);
    return exitCodes.done;
  }
  const written = await writeWhole(file, content);
  if (!written.ok) return refuse(given, written.problems);
  given.screen.say(`Wrote ${file}.`);
  return exitCodes.done;
}

function formatOf(asked: string | undefined, file: string | undefined): Wanted {
  const ending = /\.(csv|pdf|json)$/i.exec(file ?? '')?.[1]?.toLowerCase();
  const wanted = asked === 'text' ? (ending ?? asked) : asked;
  return wanted === 'csv' || wanted === 'pdf' || wanted === 'json' ? wanted : 'text';
}

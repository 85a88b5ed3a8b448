import { type ShowFormat, showPage, writeWhole } from '../../service/index.ts';
import { examplePage } from '../example-commands.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findOption } from '../find-option.ts';
import { fileWanted } from '../problems.ts';
import { format } from '../program-options.ts';
import { jsonText, problemJson, refuse, refuseUse, sayProblems } from '../report.ts';
import type { Given, Verb } from '../verb.ts';

export const show: Verb = {
  name: 'show',
  about: 'Show the tidy page as text, as HTML or as a sheet of A4 for signing',
  examples: [
    `outturn show ${examplePage}`,
    `outturn show ${examplePage} --out contract.html`,
    `outturn show ${examplePage} --out contract.pdf`,
  ],
  declare: (command) => {
    command
      .argument('<PAGE...>', 'the page')
      .addOption(format('text', 'html', 'pdf'))
      .option('--out <FILE>', 'the file to write; .html and .pdf say the format');
  },
  act: showVerb,
};

async function showVerb(given: Given): Promise<ExitCode> {
  const { operands, options, screen } = given;
  const file = findOption(given, 'out');
  const isJson = options.format === 'json';
  const wanted = formatOf(findOption(given, 'format'), file);
  if (wanted === 'pdf' && file === undefined && process.stdout.isTTY) {
    return refuseUse(given, fileWanted('PDF'));
  }
  const shown = await showPage(operands, wanted);
  if (!shown.ok) return refuse(given, shown.problems);
  const { content, warnings, page } = shown.value;
  if (file !== undefined) {
    const written = await writeWhole(file, content);
    if (!written.ok) return refuse(given, written.problems);
  }
  if (isJson) {
    const text = file === undefined ? { text: String(content) } : { file, format: wanted };
    const problems = warnings.map(problemJson);
    screen.show(jsonText({ ...page.hashes, terms: page.read.contract, ...text, problems }));
    return exitCodes.done;
  }
  sayProblems(screen, warnings);
  if (file !== undefined) screen.say(`Wrote ${file}.`);
  else process.stdout.write(content);
  return exitCodes.done;
}

function formatOf(asked: string | undefined, file: string | undefined): ShowFormat {
  if (asked === 'html' || asked === 'pdf') return asked;
  const ending = /\.(html|pdf)$/i.exec(file ?? '')?.[1]?.toLowerCase();
  return ending === 'html' || ending === 'pdf' ? ending : 'text';
}

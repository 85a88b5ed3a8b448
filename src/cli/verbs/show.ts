import type { Result } from '../../problem/index.ts';
import { type ShowFormat, type ShownPage, showPage, writeWhole } from '../../service/index.ts';
import { examplePage } from '../example-commands.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findOption } from '../find-option.ts';
import { declareForce, type Output, readOutput } from '../output.ts';
import { fileWanted } from '../problems.ts';
import { format } from '../program-options.ts';
import { jsonText, problemJson, refuse, refuseUse, sayWarnings } from '../report.ts';
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
      .option('--out <FILE>', 'the file to write: .md, .txt, .html, .pdf or .json say the format');
    declareForce(command);
  },
  act: showVerb,
};

type Wanted = ShowFormat | 'json';

const endings: Readonly<Record<string, Wanted>> = {
  '.md': 'text',
  '.txt': 'text',
  '.html': 'html',
  '.pdf': 'pdf',
  '.json': 'json',
};

async function showVerb(given: Given): Promise<ExitCode> {
  const output = await readShowOutput(given);
  if (!output.ok) return refuse(given, output.problems);
  const { format: wanted, file } = output.value;
  if (wanted === 'pdf' && file === undefined && process.stdout.isTTY) {
    return refuseUse(given, fileWanted('PDF'));
  }
  const shown = await showPage(given.operands, wanted === 'json' ? 'text' : wanted);
  return shown.ok ? hand(given, output.value, shown.value) : refuse(given, shown.problems);
}

/** JSON beside a file of another format tells about that file. */
function readShowOutput(given: Given): Promise<Result<Output<Wanted>>> {
  const isBeside = given.options.format === 'json' && findOption(given, 'out') !== undefined;
  const asked = isBeside ? { ...given, options: { ...given.options, format: 'text' } } : given;
  return readOutput(asked, endings, { pages: given.operands });
}

async function hand(
  given: Given,
  { format: wanted, file }: Output<Wanted>,
  { content, warnings, page }: ShownPage,
): Promise<ExitCode> {
  const { options, screen } = given;
  const problems = warnings.map(problemJson);
  const json = (what: object) =>
    jsonText({ ...page.hashes, terms: page.read.contract, ...what, problems });
  if (file !== undefined) {
    const whole = wanted === 'json' ? `${json({ text: String(content) })}\n` : content;
    const written = await writeWhole(file, whole);
    if (!written.ok) return refuse(given, written.problems);
    if (options.format === 'json') screen.show(json({ file, format: wanted }));
    else screen.say(`Wrote ${file}.`);
  } else if (wanted === 'json') screen.show(json({ text: String(content) }));
  else screen.pass(content);
  if (options.format !== 'json') sayWarnings(screen, warnings);
  return exitCodes.done;
}

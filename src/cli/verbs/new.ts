import { newPage } from '../../service/index.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findOption } from '../find-option.ts';
import { jsonText, refuse } from '../report.ts';
import type { Given, Verb } from '../verb.ts';

export const newVerb: Verb = {
  name: 'new',
  about: 'Start a page of your own, paid partly by grant and partly by outcomes',
  examples: ['outturn new mine.md', 'outturn new --from northshire mine.md'],
  declare: (command) => {
    command
      .argument('[FILE]', 'the file to write; without it the page is only shown')
      .option('--from <EXAMPLE>', 'start from the page of an example')
      .option('--force', 'write over a file that is there');
  },
  act: newPageVerb,
};

async function newPageVerb(given: Given): Promise<ExitCode> {
  const { operands, options, screen } = given;
  const [file] = operands;
  const from = findOption(given, 'from');
  const started = await newPage({
    ...(from === undefined ? {} : { from }),
    ...(file === undefined || file === '-' ? {} : { file }),
    force: options.force === true,
  });
  if (!started.ok) return refuse(given, started.problems);
  const { text, file: written } = started.value;
  if (options.format === 'json') screen.show(jsonText(started.value));
  else if (written === undefined) screen.show(text.trimEnd());
  else {
    screen.show(`Wrote ${written}. Change its words until they are yours, then:`);
    screen.show(`  outturn check ${written}\n  outturn try ${written}\n  outturn show ${written}`);
  }
  return exitCodes.done;
}

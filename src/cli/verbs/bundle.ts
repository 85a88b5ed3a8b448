import { makeBundle, writeWhole } from '../../service/index.ts';
import { exampleSettlement } from '../example-commands.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findOption } from '../find-option.ts';
import { checkFile, declareForce } from '../output.ts';
import { optionMissing } from '../problems.ts';
import { openProgressBar } from '../progress.ts';
import { counted, jsonText, refuse, refuseUse, sayWarnings } from '../report.ts';
import { declareFacts, declarePrevious, readSettlement } from '../settlement-options.ts';
import type { Given, Verb } from '../verb.ts';

export const bundle: Verb = {
  name: 'bundle',
  about: 'Put a settlement with all it rests on into one file, for others to work out again',
  examples: [`outturn bundle ${exampleSettlement} --out bundle.json`],
  declare: (command) => {
    declareFacts(command.argument('<PAGE...>', 'the page, its versions or their folder'));
    declarePrevious(command).option('--out <FILE>', 'the file to write: .json');
    declareForce(command);
  },
  act: bundleVerb,
};

async function bundleVerb(given: Given): Promise<ExitCode> {
  const { operands, options, screen } = given;
  const request = readSettlement('bundle', operands, options);
  if (!request.ok) return refuseUse(given, ...request.problems);
  const file = findOption(given, 'out');
  if (file === undefined) return refuseUse(given, optionMissing('--out', 'bundle'));
  const checked = await checkFile(given, { file, endings: { '.json': 'json' } }, request.value);
  if (!checked.ok) return refuse(given, checked.problems);
  const bar = await openProgressBar();
  const made = await makeBundle({ ...request.value, onProgress: bar.show });
  bar.close();
  if (!made.ok) return refuse(given, made.problems);
  const { bundle: content, leftOut } = made.value;
  const written = await writeWhole(file, `${jsonText(content)}\n`);
  if (!written.ok) return refuse(given, written.problems);
  const { total, lines } = content.result;
  const facts = content.facts.length;
  if (options.format === 'json') {
    screen.show(jsonText({ file, lines: lines.length, facts, total, digest: content.digest }));
  } else {
    const rests = `${counted(lines.length, 'line')} and ${counted(facts, 'fact')}`;
    screen.show(`Wrote ${file}: ${rests}.\n${content.personalData}`);
  }
  sayWarnings(screen, leftOut.problems);
  return exitCodes.done;
}

import { comparePages } from '../../service/index.ts';
import { compareJson } from '../compare-json.ts';
import { compareText } from '../compare-text.ts';
import { exampleComparison } from '../example-commands.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { argumentMissing, argumentsOver } from '../problems.ts';
import { jsonText, refuse, refuseUse, sayWarnings } from '../report.ts';
import { declareFacts, readSettlement } from '../settlement-options.ts';
import { leftOutText } from '../settlement-text.ts';
import type { Given, Verb } from '../verb.ts';

export const compare: Verb = {
  name: 'compare',
  about: 'Say how two pages differ, in what they say and in what they pay for the same facts',
  examples: [`outturn compare ${exampleComparison}`],
  declare: (command) => {
    command
      .argument('<PAGE>', 'the first page, as it is')
      .argument('<PAGE>', 'the second, as it would be');
    declareFacts(command)
      .option('--set-aside', 'settle what can be read, and say what was left out')
      .option('--all', 'show every line that differs, however many there are');
  },
  act: compareVerb,
};

async function compareVerb(given: Given): Promise<ExitCode> {
  const { operands, options, screen } = given;
  const request = readSettlement('compare', operands, options);
  if (!request.ok) return refuseUse(given, ...request.problems);
  const [was, now, ...others] = operands;
  if (was === undefined || now === undefined) {
    return refuseUse(given, argumentMissing('a second PAGE', 'compare'));
  }
  if (others.length > 0) return refuseUse(given, argumentsOver('compare'));
  const compared = await comparePages({ ...request.value, was, now });
  if (!compared.ok) return refuse(given, compared.problems);
  const { leftOut } = compared.value;
  for (const line of leftOutText(leftOut, screen.paint)) screen.say(line);
  const isJson = options.format === 'json';
  const manner = { paint: screen.paint, isAll: options.all === true };
  screen.show(isJson ? jsonText(compareJson(compared.value)) : compareText(compared.value, manner));
  sayWarnings(screen, leftOut.problems);
  return exitCodes.done;
}

import { askWhy } from '../../service/index.ts';
import { exampleSettlement } from '../example-commands.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findOption } from '../find-option.ts';
import { lineOrParticipant } from '../problems.ts';
import { openProgressBar } from '../progress.ts';
import { jsonText, refuse, refuseUse, sayWarnings } from '../report.ts';
import { declarePrevious, declareSettlement, readSettlement } from '../settlement-options.ts';
import type { Given, Verb } from '../verb.ts';
import { answerText } from '../why-text.ts';

export const why: Verb = {
  name: 'why',
  about: 'Say why a line is what it is, or how everything stands with a participant',
  examples: [
    `outturn why ${exampleSettlement} --line "Outcomes/Settled|A00061|Harbour House|1"`,
    `outturn why ${exampleSettlement} --participant P-0052`,
  ],
  declare: (command) => {
    declarePrevious(declareSettlement(command))
      .option('--line <ID>', 'the line, as a statement names it')
      .option('--participant <REF>', 'the participant, as the facts have it');
  },
  act: whyVerb,
};

async function whyVerb(given: Given): Promise<ExitCode> {
  const { operands, options, screen } = given;
  const request = readSettlement('why', operands, options);
  if (!request.ok) return refuseUse(given, ...request.problems);
  const line = findOption(given, 'line');
  const participant = findOption(given, 'participant');
  if ((line === undefined) === (participant === undefined)) {
    return refuseUse(given, lineOrParticipant());
  }
  const about = line === undefined ? { participant: participant ?? '' } : { line };
  const bar = await openProgressBar();
  const answered = await askWhy({ ...request.value, about, onProgress: bar.show });
  bar.close();
  if (!answered.ok) return refuse(given, answered.problems);
  const { value: answer } = answered;
  screen.show(options.format === 'json' ? jsonText(answer.data) : answerText(answer, screen.paint));
  sayWarnings(screen, answer.leftOut.problems);
  return exitCodes.done;
}

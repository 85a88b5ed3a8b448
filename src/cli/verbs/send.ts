import { declareServer, findServer, openFile, type Sent, sendFacts } from '../client/index.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findOption } from '../find-option.ts';
import { openProgressBar } from '../progress.ts';
import { counted, jsonText, problemJson, refuse, refuseUse, sayWarnings } from '../report.ts';
import type { Given, Verb } from '../verb.ts';

export const send: Verb = {
  name: 'send',
  about: 'Send a file of facts to a service, and say what came of it',
  examples: ['outturn send facts.csv --programme ID --server https://outturn.example.org'],
  declare: (command) => {
    declareServer(
      command
        .argument('<FACTS>', 'a CSV, NDJSON or Parquet file; - for standard input')
        .requiredOption('--programme <ID>', 'into which programme'),
    ).option('--mends <ID>', 'the refused file whose rows at fault these rows stand in for');
  },
  act: sendVerb,
};

async function sendVerb(given: Given): Promise<ExitCode> {
  const server = findServer(given, process.env);
  if (!server.ok) return refuseUse(given, ...server.problems);
  const [name = ''] = given.operands;
  const file = await openFile(name);
  if (!file.ok) return refuse(given, file.problems);
  const bar = await openProgressBar();
  const sent = await sendFacts({
    server: server.value,
    programme: String(given.options.programme),
    mends: findOption(given, 'mends'),
    file: file.value,
    name,
    onProgress: bar.show,
  });
  bar.close();
  return sent.ok ? showSent(given, sent.value) : refuse(given, sent.problems);
}

function showSent({ options, screen }: Given, sent: Sent): ExitCode {
  const { added, sentBefore, warnings } = sent;
  if (options.format === 'json') {
    screen.show(jsonText({ ...sent, warnings: warnings.map(problemJson) }));
  } else {
    const before = sentBefore === 0 ? '' : `; ${sentBefore.toLocaleString('en-GB')} were there`;
    screen.show(`${screen.paint('green', `${counted(added, 'fact')} came in`)}${before}.`);
    sayWarnings(screen, warnings);
  }
  return exitCodes.done;
}

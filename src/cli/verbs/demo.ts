import { createInterface } from 'node:readline/promises';
import { type Demo, openDemo } from '../../service/index.ts';
import { demoText, shownPlace } from '../demo-text.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { openProgressBar } from '../progress.ts';
import { jsonText, refuse } from '../report.ts';
import type { Screen } from '../screen.ts';
import type { Given, Verb } from '../verb.ts';
import { answerText } from '../why-text.ts';

export const demo: Verb = {
  name: 'demo',
  about: 'Settle a real contract on its published volumes, and answer questions about it',
  examples: ['outturn demo'],
  declare: () => undefined,
  act: demoVerb,
};

async function demoVerb(given: Given): Promise<ExitCode> {
  const { options, screen } = given;
  const bar = await openProgressBar();
  const opened = await openDemo(bar.show);
  bar.close();
  if (!opened.ok) return refuse(given, opened.problems);
  if (options.format === 'json') {
    const { example, settings, result } = opened.value;
    const { lines: _, notPaid: __, ...settlement } = result;
    screen.show(jsonText({ example: example.name, ...settings, settlement }));
    return exitCodes.done;
  }
  screen.show(demoText(opened.value, screen.paint));
  if (screen.isTerminal) await answerQuestions(opened.value, screen);
  return exitCodes.done;
}

async function answerQuestions({ ask, statement }: Demo, screen: Screen): Promise<void> {
  const most = statement.lines.length;
  const keyboard = createInterface({ input: process.stdin, output: process.stdout });
  keyboard.on('SIGINT', () => keyboard.close());
  const lines = `1 to ${most}, such as ${shownPlace(statement)}`;
  const asked = `Ask about a line (${lines}), or Enter to end: `;
  keyboard.setPrompt(asked);
  screen.show('');
  keyboard.prompt();
  for await (const words of keyboard) {
    if (words.trim() === '') break;
    const answer = /^\d+$/.test(words.trim()) ? ask(Number(words)) : undefined;
    if (answer === undefined) screen.show(`Lines have numbers from 1 to ${most}.`);
    else screen.show(`\n${answerText(answer, screen.paint)}`);
    screen.show('');
    keyboard.prompt();
  }
  keyboard.close();
}

import { type Command, CommanderError } from 'commander';
import { nearest } from '../problem/index.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { faultMessage, faultText } from './fault-text.ts';
import { verbMissing, verbUnknown } from './problems.ts';
import { openProgram } from './program.ts';
import { jsonText, refuseUse } from './report.ts';
import { openScreen } from './screen.ts';
import type { Given } from './verb.ts';
import { findWrongUse } from './wrong-use.ts';

/** Does what the words ask for and sets the exit code; nothing that goes wrong shows a stack. */
export async function run(words: readonly string[]): Promise<void> {
  const screen = openScreen();
  const isJson = words.some((word, at) => isJsonAsked(word, words[at - 1]));
  const { program, ended } = openProgram(screen);
  const verbs = program.commands.map((each) => each.name());
  const [verb] = words;
  const given: Given = { operands: [], options: isJson ? { format: 'json' } : {}, screen };
  process.on('uncaughtException', (error) => process.exit(confess(error, { words, given })));
  try {
    if (verb !== undefined && !verb.startsWith('-') && ![...verbs, 'help'].includes(verb)) {
      process.exitCode = refuseUse(given, verbUnknown(verb, nearest(verb, verbs)));
      return;
    }
    await program.parseAsync([...words], { from: 'user' });
    process.exitCode = ended();
  } catch (error) {
    process.exitCode = explain(error, { program, words, given });
  }
}

/** Whether JSON was asked for, however badly the rest was put. */
function isJsonAsked(word: string, before: string | undefined): boolean {
  return word === '--format=json' || (word === 'json' && before === '--format');
}

/** Says what went wrong in Outturn itself: to a person, and as JSON where that was asked for. */
function confess(error: unknown, { words, given }: Pick<Call, 'words' | 'given'>): ExitCode {
  const { screen, options } = given;
  if (options.format === 'json') {
    screen.show(jsonText({ problems: [], fault: faultMessage(error) }));
  }
  screen.say(faultText(error, words));
  return exitCodes.fault;
}

type Call = Readonly<{ program: Command; words: readonly string[]; given: Given }>;

function explain(error: unknown, { program, words, given }: Call): ExitCode {
  if (!(error instanceof CommanderError)) return confess(error, { words, given });
  if (error.code === 'commander.help' && error.exitCode !== 0) {
    return refuseUse(given, verbMissing());
  }
  const command = program.commands.find((each) => each.name() === words[0]) ?? program;
  const problem = findWrongUse(error, command);
  return problem === undefined ? exitCodes.done : refuseUse(given, problem);
}

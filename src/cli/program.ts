import { Command } from 'commander';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { optionTwice } from './problems.ts';
import { format } from './program-options.ts';
import { refuseUse } from './report.ts';
import type { Screen } from './screen.ts';
import type { Given, Verb } from './verb.ts';
import { verbs } from './verbs/index.ts';
import { version } from './version.ts';

/** The command line with all its verbs, and the exit code with which the one called has ended. */
export function openProgram(screen: Screen): { program: Command; ended: () => ExitCode } {
  let exitCode: ExitCode = exitCodes.done;
  const end = (code: ExitCode): void => {
    exitCode = code;
  };
  const program = new Command('outturn');
  quiet(program)
    .description('Public services bought by their results: one page is the contract, and it runs.')
    .version(version, '-V, --version', 'Say which version this is')
    .helpOption('-h, --help', 'Say what there is')
    .helpCommand('help [VERB]', 'Say how a verb is used')
    .addHelpText('after', start);
  for (const verb of verbs) addVerb(program, verb, { screen, end });
  return { program, ended: () => exitCode };
}

const start = `
Begin with:
  outturn demo                    a real contract, settled and explained
  outturn new mine.md             a page of your own to start from
  outturn check mine.md           what is wrong with it, and what to do

Exit codes: 0 done, 1 problems, 2 wrong use, 3 a fault of Outturn.
`;

type Ends = Readonly<{ screen: Screen; end: (code: ExitCode) => void }>;

function addVerb(program: Command, verb: Verb, { screen, end }: Ends): void {
  const command = quiet(program.command(verb.name))
    .description(verb.about)
    .helpOption('-h, --help', 'Say how this is used')
    .addHelpText(
      'after',
      `\nFor example:\n${verb.examples.map((line) => `  ${line}`).join('\n')}\n`,
    );
  verb.declare(command);
  if (!command.options.some(({ long }) => long === '--format')) command.addOption(format('text'));
  const repeated = watchRepeated(command);
  command.action(async () => {
    const options: Record<string, unknown> = command.opts();
    const given: Given = { operands: command.args, options, screen };
    const problems = [...repeated].map(optionTwice);
    end(problems.length > 0 ? refuseUse(given, ...problems) : await verb.act(given));
  });
}

/** Options of one value that are given again: Commander would take the last without a word. */
function watchRepeated(command: Command): ReadonlySet<string> {
  const repeated = new Set<string>();
  for (const option of command.options) {
    if (option.variadic || !option.required) continue;
    let isGiven = false;
    command.on(`option:${option.name()}`, () => {
      if (isGiven) repeated.add(option.long ?? option.flags);
      isGiven = true;
    });
  }
  return repeated;
}

/** Commander throws what is wrong instead of writing it; we say it in our own words. */
function quiet(command: Command): Command {
  return command.exitOverride().configureOutput({ writeErr: () => undefined });
}

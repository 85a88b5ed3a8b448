import type { Command } from 'commander';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findMissingPackage } from '../find-missing-package.ts';
import { findOption } from '../find-option.ts';
import { servicePackageMissing } from '../problems.ts';
import { jsonText, refuse } from '../report.ts';
import type { Screen } from '../screen.ts';
import type { WayIn } from '../serve/index.ts';
import type { Given, Verb } from '../verb.ts';

export const wayBackVerb: Verb = {
  name: 'way-back',
  about: 'Make a link by which somebody sets a password who lost every way of signing in',
  examples: ['outturn way-back ada@northshire.example'],
  declare: (command) => {
    declareAddress(command.argument('<EMAIL>', 'the address they sign in with'));
  },
  act: actOn,
};

/** What the service needs that stands outside the program. */
export const nativePackages = ['@node-rs/argon2'];

/** Declares where links lead. */
export function declareAddress(command: Command): void {
  command.option('--address <URL>', 'where people reach the service, if it does not run here now');
}

async function actOn(given: Given): Promise<ExitCode> {
  const { operands, options, screen } = given;
  const missing = findMissingPackage(nativePackages);
  if (missing !== undefined) return refuse(given, [servicePackageMissing(missing)]);
  const { wayBack } = await import('../serve/index.ts');
  const [email = ''] = operands;
  const address = findOption(given, 'address');
  const world = {
    env: process.env,
    onProgress: (words: string) => screen.say(words),
    ...(address === undefined ? {} : { address }),
  };
  const made = await wayBack(world, email);
  if (!made.ok) return refuse(given, made.problems);
  if (options.format === 'json') screen.show(jsonText(made.value));
  else showWayIn(screen, email, made.value);
  return exitCodes.done;
}

/** Shows a link that sets a password: it is nowhere else, and is not shown again. */
export function showWayIn(screen: Screen, email: string, { link, endsAt }: WayIn): void {
  screen.show(`\n  ${screen.paint('bold', link)}\n`);
  screen.show(`Whoever opens it sets the password of ${email}, once, until ${endsAt}.`);
  screen.say('It is not shown again: hand it over in a way that nobody else reads.');
}

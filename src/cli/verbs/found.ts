import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findMissingPackage } from '../find-missing-package.ts';
import { findOption } from '../find-option.ts';
import { servicePackageMissing } from '../problems.ts';
import { jsonText, refuse } from '../report.ts';
import type { Given, Verb } from '../verb.ts';
import { declareAddress, nativePackages, showWayIn } from './way-back.ts';

export const foundVerb: Verb = {
  name: 'found',
  about: 'Found an organisation in the service on this machine, with its first administrator',
  examples: [
    'outturn found "Northshire Council" --email ada@northshire.example --person "Ada Lane"',
  ],
  declare: (command) => {
    declareAddress(
      command
        .argument('<NAME>', 'the name of the organisation')
        .requiredOption('--email <EMAIL>', 'the address of its first administrator')
        .requiredOption('--person <NAME>', 'their name')
        .option('--duties <DUTY...>', 'what they do beside that, such as commissioner'),
    );
  },
  act: actOn,
};

async function actOn(given: Given): Promise<ExitCode> {
  const { operands, options, screen } = given;
  const missing = findMissingPackage(nativePackages);
  if (missing !== undefined) return refuse(given, [servicePackageMissing(missing)]);
  const { found } = await import('../serve/index.ts');
  const [name = ''] = operands;
  const address = findOption(given, 'address');
  const world = {
    env: process.env,
    onProgress: (words: string) => screen.say(words),
    ...(address === undefined ? {} : { address }),
  };
  const founding = {
    name,
    email: String(options.email),
    person: String(options.person),
    duties: Array.isArray(options.duties) ? options.duties.map(String) : [],
  };
  const made = await found(world, founding);
  if (!made.ok) return refuse(given, made.problems);
  const { organisation, wayIn } = made.value;
  if (options.format === 'json') {
    screen.show(jsonText({ organisation, ...wayIn }));
    return exitCodes.done;
  }
  screen.show(`${name} is founded: ${organisation}.`);
  if (wayIn === undefined) screen.show(`${founding.email} signs in as before.`);
  else showWayIn(screen, founding.email, wayIn);
  return exitCodes.done;
}

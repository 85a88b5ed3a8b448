import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findOption } from '../find-option.ts';
import { optionMissing } from '../problems.ts';
import { counted, jsonText, refuse, refuseUse } from '../report.ts';
import type { Given, Verb } from '../verb.ts';

export const restore: Verb = {
  name: 'restore',
  about: 'Put a backup back into an empty place, and check all of it',
  examples: ['outturn restore /backups/today --keys /elsewhere/keys-today'],
  declare: (command) => {
    command
      .argument('<FOLDER>', 'the backup')
      .option('--keys <FOLDER>', 'the keys that were copied with it, or later')
      .option('--digest <HEX>', 'the digest that was shown when it was made, to be sure of it');
  },
  act: restoreVerb,
};

async function restoreVerb(given: Given): Promise<ExitCode> {
  const { operands, options, screen } = given;
  const [from = ''] = operands;
  const keysFrom = findOption(given, 'keys');
  if (keysFrom === undefined) return refuseUse(given, optionMissing('--keys', 'restore'));
  const digest = findOption(given, 'digest');
  const { restore: putBack } = await import('../serve/index.ts');
  const world = { env: process.env, onProgress: (words: string) => screen.say(words) };
  const asked = { from, keysFrom, ...(digest === undefined ? {} : { digest }) };
  const done = await putBack(world, asked);
  if (!done.ok) return refuse(given, done.problems);
  const { folder, manifest, keys, erased, checked } = done.value;
  if (options.format === 'json') {
    screen.show(jsonText({ folder, at: manifest.at, keys, erased, ...checked }));
    return exitCodes.done;
  }
  const { entries, settlements } = checked;
  screen.show(`The data as they stood at ${manifest.at} are in ${folder}.`);
  screen.show(`Its record holds, with ${counted(entries, 'entry', 'entries')}.`);
  screen.show(`${counted(settlements, 'settlement')} came out again as kept.`);
  if (erased > 0) screen.show(`Erased since, and so here: ${counted(erased, 'participant')}.`);
  return exitCodes.done;
}

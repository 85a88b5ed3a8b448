import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findOption } from '../find-option.ts';
import { counted, jsonText, refuse, sayWarnings } from '../report.ts';
import type { Given, Verb } from '../verb.ts';

export const backup: Verb = {
  name: 'backup',
  about: 'Copy the data of a service, which works on meanwhile',
  examples: ['outturn backup /backups/today --keys /elsewhere/keys-today'],
  declare: (command) => {
    command
      .argument('<FOLDER>', 'where to: a folder that is not there yet')
      .option(
        '--keys <FOLDER>',
        'another for the keys, without which personal data are unreadable',
      );
  },
  act: backupVerb,
};

async function backupVerb(given: Given): Promise<ExitCode> {
  const { operands, options, screen } = given;
  const [to = ''] = operands;
  const keysTo = findOption(given, 'keys');
  const { backUp } = await import('../serve/index.ts');
  const world = { env: process.env, onProgress: (words: string) => screen.say(words) };
  const made = await backUp(world, { to, ...(keysTo === undefined ? {} : { keysTo }) });
  if (!made.ok) return refuse(given, made.problems);
  const { manifest, keys, warnings } = made.value;
  const { at, digest, tables, files } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const shown = { folder: to, at, digest, rows, files: files.count, keys: keys ?? 0 };
  if (options.format === 'json') screen.show(jsonText(shown));
  else {
    const sealed = keys === undefined ? '' : ` and, in ${keysTo}, ${counted(keys, 'key')}`;
    const held = `${counted(rows, 'row')}, ${counted(files.count, 'file')}${sealed}`;
    screen.show(`The data as they stood at ${at} are in ${to}: ${held}.\nDigest ${digest}`);
  }
  sayWarnings(screen, warnings);
  return exitCodes.done;
}

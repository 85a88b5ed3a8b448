import { columnMoney, recomputeBundle, unitsOf } from '../../service/index.ts';
import { exampleBundle } from '../example-commands.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { argumentMissing, argumentsOver } from '../problems.ts';
import { counted, jsonText, refuse, refuseUse } from '../report.ts';
import type { Given, Verb } from '../verb.ts';

export const recompute: Verb = {
  name: 'recompute',
  about: 'Work out a bundle again, and say that it agrees or the first line that differs',
  examples: [`outturn recompute ${exampleBundle}`],
  declare: (command) => void command.argument('<BUNDLE>', 'a file that bundle has written'),
  act: recomputeVerb,
};

async function recomputeVerb(given: Given): Promise<ExitCode> {
  const { operands, options, screen } = given;
  const [path, ...others] = operands;
  if (path === undefined) return refuseUse(given, argumentMissing('a BUNDLE', 'recompute'));
  if (others.length > 0) return refuseUse(given, argumentsOver('recompute'));
  const recomputed = await recomputeBundle(path);
  if (!recomputed.ok) return refuse(given, recomputed.problems);
  const { lines, facts, total, currency, engines } = recomputed.value;
  if (options.format === 'json') {
    screen.show(jsonText({ agrees: true, lines, facts, total, currency, engines }));
    return exitCodes.done;
  }
  const what = `${counted(lines, 'line')}, ${columnMoney(unitsOf(total), currency)} in all`;
  const other =
    engines.was === engines.now
      ? ''
      : ` Engine ${engines.was} settled it first, and this is engine ${engines.now}.`;
  screen.show(
    `${screen.paint('green', 'It agrees')}: ${what}, from ${counted(facts, 'fact')}.${other}`,
  );
  return exitCodes.done;
}

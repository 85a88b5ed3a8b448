import { verifyRecordFile } from '../../service/index.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findOption } from '../find-option.ts';
import { argumentMissing, argumentsOver, headNotUnderstood } from '../problems.ts';
import { counted, jsonText, refuse, refuseUse } from '../report.ts';
import type { Given, Verb } from '../verb.ts';

export const verify: Verb = {
  name: 'verify',
  about: 'Verify a record that was exported from a service, without the service',
  examples: ['outturn verify record.ndjson'],
  declare: (command) => {
    command
      .argument('<FILE>', 'a record as the service exported it')
      .option('--head <HASH>', 'the hash with which it ended when it was noted before');
  },
  act: verifyVerb,
};

async function verifyVerb(given: Given): Promise<ExitCode> {
  const { operands, options, screen } = given;
  const [path, ...others] = operands;
  if (path === undefined) return refuseUse(given, argumentMissing('a FILE', 'verify'));
  if (others.length > 0) return refuseUse(given, argumentsOver('verify'));
  const head = findOption(given, 'head');
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
    return refuseUse(given, headNotUnderstood(head));
  }
  const verified = await verifyRecordFile({ path, ...(head === undefined ? {} : { head }) });
  if (!verified.ok) return refuse(given, verified.problems);
  const { chain, entries, head: end, noted } = verified.value;
  if (options.format === 'json') {
    screen.show(jsonText({ holds: true, chain, entries, head: end, ...(noted && { noted }) }));
    return exitCodes.done;
  }
  screen.show(`${screen.paint('green', 'It holds')}: ${counted(entries, 'entry', 'entries')}.`);
  if (noted !== undefined) screen.show(`Entry ${noted} has the hash that was noted.`);
  screen.show(`It is the record of ${chain}, and ends with\n${end}`);
  return exitCodes.done;
}

import { Argument } from 'commander';
import { findSchema, type SchemaName } from '../../service/index.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { jsonText } from '../report.ts';
import type { Given, Verb } from '../verb.ts';

export const schema: Verb = {
  name: 'schema',
  about: 'Print the JSON Schema of a page, of facts, of results or of a bundle',
  examples: ['outturn schema results > results.schema.json'],
  declare: (command) => {
    command.addArgument(
      new Argument('<WHAT>', 'what it describes').choices(['page', 'facts', 'results', 'bundle']),
    );
  },
  act: schemaVerb,
};

async function schemaVerb({ operands, screen }: Given): Promise<ExitCode> {
  screen.show(jsonText(await findSchema(operands[0] as SchemaName)));
  return exitCodes.done;
}

import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { describeApi } from '../src/http/index.ts';
import { routes } from '../src/http/routes/index.ts';
import { readProjectFile } from '../test/support/project-files.ts';

/** The API as OpenAPI describes it, and the types of its calls, both made from the routes. */
export async function apiDescription(): Promise<ReadonlyMap<string, string>> {
  const { version } = JSON.parse(readProjectFile('package.json')) as { version: string };
  // The address at which a service answers that nobody has told another.
  const description = describeApi(routes, { version, address: 'http://localhost:4180' });
  return new Map([
    ['docs/openapi.json', `${JSON.stringify(description, undefined, 1)}\n`],
    ['src/cli/client/api-types.ts', await typesOf(description)],
  ]);
}

const heading = [
  '// Written by `npm run docs` from the routes, and not by hand.',
  '// biome-ignore-all format: written by a program',
  '// biome-ignore-all lint: written by a program',
  '/* oxlint-disable */',
];

async function typesOf(description: object): Promise<string> {
  const types = await openapiTS(structuredClone(description) as OpenAPI3);
  const lines = astToString(types).split('\n');
  // What a call does not take is said again for each; without it the file can be read.
  const told = lines.filter((line) => !line.endsWith('?: never;') && !emptied.test(line));
  return [...heading, ...told].join('\n');
}

// Types that nothing of ours uses.
const emptied = /^export type (webhooks|\$defs) = Record<string, never>;$/;

// `npm start`: set up whatever is missing, then run the service with its demonstration. `--json`
// is for programs: one JSON object on a line of its own when all is ready.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { prepare, root } from './prepare.mjs';

const given = process.argv.slice(2);
// npm takes `npm start --json` for its own, and says so here.
const isJson = given.includes('--json') || process.env.npm_config_json === 'true';
const words = [
  'serve',
  '--demonstration',
  ...(isJson ? ['--format', 'json'] : []),
  ...given.filter((word) => word !== '--json'),
];

prepare();
await buildIfStale();
const program = join(root, 'dist/outturn.cjs');
process.argv = [process.execPath, program, ...words];
createRequire(import.meta.url)(program);

// `npm start`: set up whatever is missing, then show a real contract being settled.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { prepare, root } from './prepare.mjs';

prepare();
await buildIfStale();
const words = [join(root, 'dist/outturn.cjs'), 'demo', ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' });
process.exitCode = status ?? 1;

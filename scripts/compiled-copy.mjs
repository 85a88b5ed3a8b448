// The command line starts faster from a copy that has been compiled before: dist/outturn.cjs runs the
// program beside it with what the engine of Node kept of an earlier run, where this Node can use it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Turns a built program into the small file that runs it, and keeps a compiled copy beside it. */
export function keepCompiled(program, { dist, entry, page }) {
  const source = readFileSync(program);
  const name = `command-line-${createHash('sha256').update(source).digest('hex').slice(0, 16)}`;
  renameSync(program, join(dist, `${name}.js`));
  writeFileSync(program, loader(name));
  const compiled = join(dist, `${name}.compiled`);
  const run = spawnSync(process.execPath, [program, 'check', page], {
    env: { ...process.env, OUTTURN_KEEP_COMPILED: compiled },
    stdio: 'ignore',
  });
  // Without the copy everything works, and starts a little slower.
  if (run.status !== 0) rmSync(compiled, { force: true });
  renameSync(program, entry);
  sweep(dist, name);
}

const hourMilliseconds = 3_600_000;

/** Programs of earlier builds go, but for those that somebody may just be starting. */
function sweep(dist, name) {
  for (const file of readdirSync(dist)) {
    const isEarlier = file.startsWith('command-line-') && !file.startsWith(name);
    // Another build may have swept it meanwhile.
    const seen = isEarlier ? statSync(join(dist, file), { throwIfNoEntry: false }) : undefined;
    const age = seen ? Date.now() - seen.mtimeMs : 0;
    if (age > hourMilliseconds) rmSync(join(dist, file), { force: true });
  }
}

function loader(name) {
  return `'use strict';
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');
const file = join(__dirname, '${name}.js');
const compiled = () => {
  try {
    return readFileSync(join(__dirname, '${name}.compiled'));
  } catch {
    return undefined;
  }
};
const script = new Script(wrap(readFileSync(file, 'utf8')), {
  filename: file,
  cachedData: compiled(),
});
const keep = process.env.OUTTURN_KEEP_COMPILED;
if (keep) process.on('exit', () => writeFileSync(keep, script.createCachedData()));
script.runInThisContext().call({}, {}, createRequire(file), { exports: {} }, file, __dirname);
`;
}

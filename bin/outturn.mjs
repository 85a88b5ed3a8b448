#!/usr/bin/env node
// The `outturn` command. In a clone it first builds what has changed; a package comes built.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const isClone = existsSync(new URL('../src/cli', import.meta.url));
if (isClone) {
  const { buildIfStale } = await import('../scripts/build.mjs');
  await buildIfStale();
}
createRequire(import.meta.url)('../dist/outturn.cjs');

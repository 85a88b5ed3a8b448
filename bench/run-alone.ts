import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../test/support/project-files.ts';

/** What a process took, from its start to its end, and what it says of itself. */
export type Alone<Report> = Readonly<{ milliseconds: number; report: Report }>;

/** A program of this folder, the words given to it, and the folder it runs in. */
export type Program = Readonly<{ path: string; words: readonly string[]; folder: string }>;

/**
 * Builds a program into one file, and what its threads run into others beside it, as the command
 * line is built, so that loading them takes little.
 */
export async function builtAlone(path: string): Promise<string> {
  const folder = join(root, 'dist/bench');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, basename(path).replace(/\.ts$/, '.mjs'));
  const supported = { 'dynamic-import': false };
  const manner = { bundle: true, platform: 'node', target: 'node20', supported } as const;
  const entryPoints = [join(root, 'bench', path)];
  const itself = { entryPoints, outfile, format: 'esm', packages: 'external' } as const;
  await build({ ...itself, ...requiresPackages, ...manner });
  for (const name of ['shards/shard-worker', 'parquet/part-worker', 'stored/settling-worker']) {
    const source = join(root, `src/service/${name}.ts`);
    const beside = join(folder, `${basename(name)}.cjs`);
    const external = ['@duckdb/node-api', '@duckdb/node-bindings'];
    const thread = { entryPoints: [source], outfile: beside, external, ...knowsItsPlace };
    await build({ ...thread, format: 'cjs', ...manner });
  }
  return outfile;
}

// The command line is CommonJS, and requires heavy packages when it asks for them.
const requiresPackages = {
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
};

// A thread may start others, which lie beside it.
const knowsItsPlace = {
  define: { 'import.meta.url': 'moduleAddress' },
  banner: { js: "const moduleAddress = require('node:url').pathToFileURL(__filename).href;" },
};

/** Runs a built program in a process of its own; the last line that it prints is its report. */
export async function runAlone<Report>(program: Program): Promise<Alone<Report>> {
  const { path, words, folder } = program;
  const startedAt = performance.now();
  const child = spawn(process.execPath, [path, ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const milliseconds = performance.now() - startedAt;
  if (code !== 0) throw new Error(`${basename(path)} ended with code ${code}: ${text}`);
  return { milliseconds, report: JSON.parse(text.trimEnd().split('\n').at(-1) ?? '') };
}

// Builds dist/: the command line as one file, and the library as ES modules with declarations.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keepCompiled } from './compiled-copy.mjs';
import { prepare, root, stop } from './prepare.mjs';

const dist = join(root, 'dist');
const commandLine = join(dist, 'outturn.cjs');
const threadPrograms = [
  { source: 'src/service/shards/shard-worker.ts', built: join(dist, 'shard-worker.cjs') },
  { source: 'src/service/parquet/part-worker.ts', built: join(dist, 'part-worker.cjs') },
  { source: 'src/service/stored/settling-worker.ts', built: join(dist, 'settling-worker.cjs') },
  { source: 'src/service/archive/archiving-worker.ts', built: join(dist, 'archiving-worker.cjs') },
  {
    source: 'src/service/facts-in/file/sealing-worker.ts',
    built: join(dist, 'sealing-worker.cjs'),
  },
  {
    source: 'src/service/programmes/checking-worker.ts',
    built: join(dist, 'checking-worker.cjs'),
  },
];
// What `outturn serve` and its like load, kept apart so that checking a page does not wait for it.
const service = { source: join(root, 'src/cli/serve/index.ts'), built: join(dist, 'service.cjs') };
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const external = Object.keys(manifest.peerDependencies);
const anyPage = join(root, 'examples/northshire/contract.md');

/** Builds the library and the command line where the sources are newer than what was built. */
export async function buildIfStale() {
  if (isStale()) await build();
}

/** Builds the library and the command line, with the licences of what is bundled into them. */
export async function build() {
  const esbuild = await import('esbuild').catch(() =>
    stop('esbuild is not installed. Run `npm start` once; it installs what is missing.'),
  );
  if (!existsSync(join(root, 'src/cli/main.ts'))) {
    stop('There is no src/cli/main.ts, so there is no command line to build.');
  }
  try {
    const library = await esbuild.build(libraryOptions());
    const threads = [];
    for (const thread of threadPrograms) {
      threads.push((await esbuild.build(threadOptions(thread))).metafile);
      renameSync(beside(thread.built), thread.built);
    }
    const served = await buildService(esbuild);
    const program = await esbuild.build(commandLineOptions());
    writeLicences([library.metafile, ...threads, ...served, program.metafile]);
    keepCompiled(beside(commandLine), { dist, entry: commandLine, page: anyPage });
  } catch (error) {
    if (error.errors === undefined) throw error;
    stop('The sources could not be built; esbuild says why above.');
  }
}

/** Writes the type declarations of the library beside its modules. */
export function declare() {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const words = [compiler, '-p', join(root, 'tsconfig.build.json')];
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' });
  if (status !== 0) stop('The type declarations could not be written.');
}

function isStale() {
  if (!existsSync(commandLine)) return true;
  const programs = ['scripts/build.mjs', 'scripts/compiled-copy.mjs'];
  const sources = ['src', 'package-lock.json', 'package.json', ...programs];
  const newest = Math.max(...sources.map((source) => newestChange(join(root, source))));
  return newest > statSync(commandLine).mtimeMs;
}

// A folder's own time moves when a file in it is added or taken away.
function newestChange(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return path.endsWith('.test.ts') ? 0 : status.mtimeMs;
  const inside = readdirSync(path).map((name) => newestChange(join(path, name)));
  return Math.max(status.mtimeMs, ...inside);
}

const always = {
  bundle: true,
  external,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
  metafile: true,
  minifySyntax: true,
  minifyWhitespace: true,
};

const knowsItsPlace = {
  define: { 'import.meta.url': 'moduleAddress' },
  banner: { js: "const moduleAddress = require('node:url').pathToFileURL(__filename).href;" },
};

function libraryOptions() {
  rmSync(join(dist, 'chunks'), { recursive: true, force: true });
  return {
    ...always,
    entryPoints: libraryEntries(),
    outbase: join(root, 'src'),
    outdir: dist,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform: 'neutral',
    // The library runs in a browser too, where a package may have other files.
    mainFields: ['browser', 'module', 'main'],
    target: 'es2022',
    splitting: true,
  };
}

// A CommonJS file starts faster than a tree of modules. What is left outside it, the heavy packages, is
// CommonJS too and is required when it is asked for: a compiled copy cannot hold an `import()`.
function commandLineOptions() {
  return {
    ...always,
    entryPoints: [join(root, 'src/cli/main.ts')],
    outfile: beside(commandLine),
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    supported: { 'dynamic-import': false },
    ...knowsItsPlace,
    plugins: [serviceApart],
  };
}

const serviceApart = {
  name: 'the service apart',
  setup: (building) =>
    building.onResolve({ filter: /\/serve\/index\.ts$/ }, () => ({
      path: './service.cjs',
      external: true,
    })),
};

// The service, with the tables it makes and what its pages have beside them.
async function buildService(esbuild) {
  const assets = join(dist, 'assets');
  const made = [
    await esbuild.build(serviceOptions()),
    await esbuild.build(assetOptions(beside(assets))),
  ];
  const migrations = join(dist, 'migrations');
  cpSync(join(root, 'src/store/migrations'), beside(migrations), { recursive: true });
  putFolder(assets);
  putFolder(migrations);
  renameSync(beside(service.built), service.built);
  return made.map(({ metafile }) => metafile);
}

// Two builds at once may both put theirs; the last one stands, and either is whole.
function putFolder(folder) {
  const last = `${beside(folder)}.last`;
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      if (existsSync(folder)) renameSync(folder, last);
      renameSync(beside(folder), folder);
      break;
    } catch (error) {
      if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
    } finally {
      rmSync(last, { recursive: true, force: true });
    }
  }
  rmSync(beside(folder), { recursive: true, force: true });
}

function serviceOptions() {
  return {
    ...always,
    entryPoints: [service.source],
    outfile: beside(service.built),
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: [...external, ...neverAsked],
    ...knowsItsPlace,
  };
}

// As src/web/look/assets.ts makes them where the program runs from its sources.
function assetOptions(folder) {
  const look = (path) => join(root, 'src/web/look', path);
  return {
    entryPoints: [look('style/look.css'), look('islands/islands.ts'), look('mark.svg')],
    entryNames: '[name]-[hash]',
    outdir: folder,
    loader: { '.svg': 'copy' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    logLevel: 'warning',
    metafile: true,
  };
}

// Named by packages for uses that are not ours: a configuration in TypeScript, another driver.
const neverAsked = ['typescript', 'pg-native', 'esbuild'];

// What a thread runs that reads a part of the facts or settles them; it lies beside the command
// line.
function threadOptions({ source, built }) {
  return {
    ...always,
    entryPoints: [join(root, source)],
    outfile: beside(built),
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // Heavy packages are CommonJS: to import one is to look through all of its modules for names.
    supported: { 'dynamic-import': false },
    ...knowsItsPlace,
  };
}

// Where a file is built, so that nobody who runs the last one finds half of the next.
function beside(path) {
  return `${path}.${process.pid}.cjs`;
}

function libraryEntries() {
  const built = Object.values(manifest.exports).flatMap((entry) => entry.default ?? []);
  return built
    .map((path) => join(root, path.replace('./dist/', 'src/').replace(/\.js$/, '.ts')))
    .filter((path) => existsSync(path));
}

function writeLicences(metafiles) {
  const packageFolder = /^.*node_modules\/(@[^/]+\/)?[^/]+/;
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(inputs.flatMap((path) => path.match(packageFolder)?.[0] ?? []));
  const licences = [...folders].map((folder) => licenceOf(join(root, folder)));
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, 'third-party-licences.txt'), licences.join('\n\n'));
}

function licenceOf(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name} ${version} (${license})\n\n${text}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? sep).href) {
  prepare();
  rmSync(dist, { recursive: true, force: true });
  await build();
  declare();
}

// Runs tests for Stryker in its own process, without starting anything for a mutant: all tests are
// loaded once, and a mutant is asked about in the milliseconds that its tests take. (Through
// vitest, which loads every module anew for each, the same answers take many times as long.)
import { dirname, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const strykerPlugins = [{ kind: 'TestRunner', name: 'one process', factory: runnerOnce }];

const asked = (process.env.MUTANTS_TESTS ?? '').split(',');

/** How many of the tests that reach a mutant are asked, by where they stand. */
const most = { own: 160, beside: 300, elsewhere: 25, pages: 12, worlds: 8, rules: 2 };

// Two levels deep, as the folders of tests are, so that tests find the project's files.
const bundle = 'test/bundled/tests.mjs';

/** What mutated code reads: the mutant that is active, and where it writes down what it ran. */
globalThis.__stryker__ ??= {};
const state = globalThis.__stryker__;

function runnerOnce() {
  let loading;
  let times = 0;
  const load = (again) => {
    if (again || loading === undefined) {
      times += 1;
      loading = loadTests(times);
    }
    return loading;
  };
  return {
    capabilities: () => ({ reloadEnvironment: true }),
    dryRun: async () => {
      await bundleTests();
      return dryRun(await load(true));
    },
    mutantRun: (options) => mutantRun(load, options),
  };
}

async function bundleTests() {
  const lines = asked.map(
    (path) => `globalThis.collectedFrom = '${path}';\nawait import('./${path}');\n`,
  );
  await build({
    stdin: { contents: lines.join(''), resolveDir: resolve('.') },
    outfile: resolve(bundle),
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    alias: { vitest: resolve('scripts/mutants/in-place-of-vitest.mjs') },
    logLevel: 'error',
  });
}

async function loadTests(times) {
  const tests = new Map();
  globalThis.collectTest = ({ name, run }) => {
    const fileName = globalThis.collectedFrom;
    const id = `${fileName}#${name}`;
    tests.set(id, { id, name, fileName, run });
  };
  await import(`${pathToFileURL(resolve(bundle)).href}?${times}`);
  return tests;
}

async function dryRun(tests) {
  const results = [];
  for (const { run, ...test } of tests.values()) {
    state.currentTestId = test.id;
    const startedAt = performance.now();
    const failure = await failureOf(run);
    const timeSpentMs = performance.now() - startedAt;
    results.push({ ...test, timeSpentMs, ...outcomeOf(failure) });
  }
  state.currentTestId = undefined;
  return { status: 'complete', tests: results, mutantCoverage: lessLoading(state.mutantCoverage) };
}

/** What tests reach is asked of them; only what runs while modules load, and then no more, is not. */
function lessLoading({ static: loading, perTest }) {
  const reached = new Set(Object.values(perTest).flatMap((mutants) => Object.keys(mutants)));
  const left = Object.entries(loading).filter(([id]) => !reached.has(id));
  return { static: Object.fromEntries(left), perTest };
}

function outcomeOf(failure) {
  return failure === undefined ? { status: 0 } : { status: 1, failureMessage: failure };
}

async function mutantRun(load, options) {
  const { activeMutant, mutantActivation, reloadEnvironment, testFilter, hitLimit } = options;
  const { sandboxFileName } = options;
  state.hitCount = 0;
  state.hitLimit = hitLimit;
  // What a module reckons while it loads is mutated only if the mutant is active by then.
  if (mutantActivation === 'static') state.activeMutant = activeMutant.id;
  try {
    const tests = await load(reloadEnvironment);
    state.activeMutant = activeMutant.id;
    return await askAll(tests, fewOf(testFilter ?? [...tests.keys()], sandboxFileName));
  } catch (fault) {
    return killed(['loading'], String(fault), 0);
  } finally {
    state.activeMutant = undefined;
  }
}

/** Those to ask, nearest first: a mutant that survives is asked of by each of them. */
function fewOf(ids, file) {
  const path = relative('.', file).split(sep).join('/');
  return Object.entries(most).flatMap(([kind, count]) =>
    spread(
      ids.filter((id) => kindOf(id, path) === kind),
      count,
    ),
  );
}

function kindOf(id, path) {
  if (id.includes('#every rule')) return 'rules';
  if (id.includes('worlds.mutants')) return 'worlds';
  if (id.startsWith(`${path.replace(/\.ts$/, '.test.ts')}#`)) return 'own';
  if (id.startsWith(`${dirname(path)}/`)) return 'beside';
  return id.startsWith('test/') ? 'pages' : 'elsewhere';
}

/** At most so many of them, as far apart as they stand. */
function spread(ids, count) {
  if (ids.length <= count) return ids;
  return Array.from({ length: count }, (_, at) => ids[Math.floor((at * ids.length) / count)]);
}

async function askAll(tests, ids) {
  for (const [at, id] of ids.entries()) {
    const failure = await failureOf(tests.get(id).run);
    if (state.hitCount > state.hitLimit) return { status: 'timeout', reason: 'it goes on and on' };
    if (failure !== undefined) return killed([id], failure, at + 1);
  }
  return { status: 'survived', nrOfTests: ids.length };
}

function killed(killedBy, failureMessage, nrOfTests) {
  return { status: 'killed', killedBy, failureMessage, nrOfTests };
}

async function failureOf(run) {
  try {
    await run();
    return undefined;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

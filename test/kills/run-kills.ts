// Kills at every named step of what the service does, one after another in one data folder, and
// what came of each: the tests make a few, `npm run proof -- kills` makes 400.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { readProjectFile, root } from '../support/project-files.ts';
import type { Said, Victim } from './killed-program.ts';
import { type Ended, type Program, startProgram } from './program.ts';
import type { ScenarioName } from './scenarios.ts';

/** One kill, and what was found of the work that was under way. */
export type Kill = Readonly<{
  scenario: ScenarioName;
  step: string;
  victim: Victim;
  /** Whether its last request had been kept when all was up again, or left no trace. */
  outcome: 'kept' | 'no trace';
}>;

export type Kills = Readonly<{ kills: readonly Kill[]; broken: readonly string[] }>;

const victims: readonly Victim[] = ['node', 'postmaster', 'both'];
const names: readonly ScenarioName[] = [
  'importing',
  'importingMuch',
  'settling',
  'publishing',
  'erasing',
];

// After each kill all there is is looked at, and there is more after each: so a folder has its end.
const killsInFolderMax = 60;

/** Makes so many kills, each at another step than the one before, and says what was broken. */
export async function runKills(
  count: number,
  onKill: (kill: Kill) => void = () => {},
  isWanted: (point: Point, victim: Victim) => boolean = () => true,
): Promise<Kills> {
  const bundle = await bundleProgram();
  const kills: Kill[] = [];
  const broken: string[] = [];
  while (kills.length < count) {
    const folder = mkdtempSync(join(tmpdir(), 'outturn-kills-'));
    const run = openRun(bundle, folder);
    try {
      await run.begin();
      const deaths = deathsAt(await run.findPoints()).filter((one) => isWanted(one, one.victim));
      const end = Math.min(count, kills.length + killsInFolderMax);
      for (let at = kills.length; at < end; at += 1) {
        // Few are spread over all of them.
        const place = count < deaths.length ? Math.floor((at * deaths.length) / count) : at;
        const death = deaths[place % deaths.length];
        if (death === undefined) throw new Error('there are steps to kill at');
        const kill = await run.kill(death);
        kills.push(kill);
        onKill(kill);
      }
      broken.push(...run.broken, ...(await run.end()));
    } finally {
      await run.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { kills, broken };
}

type Point = Readonly<{ scenario: ScenarioName; step: string }>;

type Death = Point & Readonly<{ victim: Victim }>;

// Each step once, with victims in turn, then each with the next victim.
function deathsAt(points: readonly Point[]): readonly Death[] {
  return victims.flatMap((_, turn) =>
    points.flatMap((point, at) => {
      const victim = victims[(at + turn) % victims.length];
      return victim === undefined ? [] : [{ ...point, victim }];
    }),
  );
}

function openRun(bundle: string, folder: string) {
  let program: Program | undefined;
  let round = 0;
  let since: number | undefined;
  let isNew = false;
  const answers = new Map<string, Record<string, unknown>>();
  const broken: string[] = [];
  const up = async () => {
    isNew = program === undefined;
    program ??= await startProgram(bundle, folder);
    return program;
  };
  const hear = ({ said, way }: Ended) => {
    for (const one of said) if (one.say === 'answered') answers.set(one.key, one.answer);
    if (way === 'died') program = undefined;
    return said;
  };
  const work = async (
    scenario: ScenarioName,
    kill?: Readonly<{ step: string; victim: Victim }>,
  ) => {
    const from = since === undefined ? {} : { since };
    const order = { do: 'work', scenario, round, ...from, ...(kill && { kill }) } as const;
    return hear(await (await up()).tell(order));
  };
  const rulesIn = (said: readonly Said[]) =>
    said.flatMap((one) => (one.say === 'broken' ? one.rules : []));
  const check = async (last?: Readonly<{ key: string; step: string }>) => {
    const now = await up();
    const order = { do: 'check', answers: [...answers], isNew, ...(last && { last }) } as const;
    const said = hear(await now.tell(order));
    const found = said.find((one) => one.say === 'broken');
    const ended = { rules: ['the program ended while it was looked at'], isKept: false };
    return found?.say === 'broken' ? found : ended;
  };
  /** Does it to the end, as somebody would who got no answer. */
  const finish = async (scenario: ScenarioName) => {
    let last: readonly Said[] = [];
    for (let tries = 0; tries < 400; tries += 1) {
      last = await work(scenario);
      if (!last.some(({ say }) => say === 'failed')) {
        if (scenario === 'importing') since = round;
        return last;
      }
      await new Promise((next) => setTimeout(next, 250));
    }
    broken.push(`${scenario} of round ${round} cannot be done: ${JSON.stringify(last.slice(-3))}`);
    return last;
  };
  return {
    broken,
    begin: async () => {
      hear(await (await up()).tell({ do: 'scene' }));
    },
    /** Each step of each scenario, found by doing it once without a kill. */
    findPoints: async (): Promise<readonly Point[]> => {
      const found: Point[][] = [];
      for (const scenario of names) {
        const said = await finish(scenario);
        const steps = said.flatMap((one) => (one.say === 'step' ? [one.what] : []));
        found.push([...new Set(steps)].map((step) => ({ scenario, step })));
        round += 1;
      }
      const most = Math.max(...found.map(({ length }) => length));
      return Array.from({ length: most }, (_, at) =>
        found.flatMap((each) => each[at] ?? []),
      ).flat();
    },
    kill: async ({ scenario, step, victim }: Death): Promise<Kill> => {
      const said = await work(scenario, { step, victim });
      const isReached = said.some((one) => one.say === 'step' && one.what === step);
      if (!isReached) broken.push(`${scenario} of round ${round} did not come to ${step}`);
      const asked = said.flatMap((one) => (one.say === 'asked' ? [one.what] : []));
      const { rules, isKept } = await check({ key: asked.at(-1) ?? '', step });
      for (const rule of rules) broken.push(`${step}, ${victim}: ${rule}`);
      // What comes of doing it again is looked at after the next kill, and at the end.
      await finish(scenario);
      round += 1;
      return { scenario, step, victim, outcome: isKept ? 'kept' : 'no trace' };
    },
    end: async () => {
      const { rules } = await check();
      const said = hear(await (await up()).tell({ do: 'check everything' }));
      return [...rules, ...rulesIn(said)];
    },
    stop: async () => program?.stop(),
  };
}

/** What threads run, wherever it lies. */
const threads = readdirSync(join(root, 'src/service'), {
  recursive: true,
  encoding: 'utf8',
}).filter((path) => path.endsWith('-worker.ts'));

// Started often: it is read once and put together, as the program itself is. Beside it lie its
// migrations, and what its threads run.
async function bundleProgram(): Promise<string> {
  const folder = join(root, '.cache', 'kills');
  const outfile = join(folder, 'killed-program.mjs');
  await build({
    entryPoints: [join(root, 'test/kills/killed-program.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  const { peerDependencies } = JSON.parse(readProjectFile('package.json'));
  for (const source of threads) {
    await build({
      entryPoints: [join(root, 'src/service', source)],
      outfile: join(folder, basename(source).replace(/\.ts$/, '.cjs')),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      // As it is built for `outturn serve`; what is loaded on demand is not put in.
      external: Object.keys(peerDependencies),
      define: { 'import.meta.url': 'address' },
      banner: { js: "const address = require('node:url').pathToFileURL(__filename).href;" },
      logLevel: 'error',
    });
  }
  const migrations = join(folder, 'migrations');
  rmSync(migrations, { recursive: true, force: true });
  cpSync(join(root, 'src/store/migrations'), migrations, { recursive: true });
  return outfile;
}

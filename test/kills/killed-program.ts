// The program that is killed: it opens the service as `outturn serve` does, works its queue, and
// does what it is told on its standard input, a line of JSON each. It ends itself, or its database,
// with SIGKILL at the step that it was told.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openOutturn } from '../../src/cli/serve/open-outturn.ts';
import type { Service } from '../../src/service/act/index.ts';
import { runTasks } from '../../src/service/jobs/index.ts';
import { finishErasures } from '../../src/service/people/index.ts';
import type { Keys } from '../../src/store/keys/index.ts';
import { got } from '../support/made-facts.ts';
import { brokenAtTheEnd, brokenRules } from './invariants.ts';
import { type ScenarioName, scenarios } from './scenarios.ts';
import { dayOfRound, makeScene, readScene } from './scene.ts';

/** What is killed: this program, its database, or both at once. */
export type Victim = 'node' | 'postmaster' | 'both';

export type Order =
  | Readonly<{ do: 'scene' }>
  | Readonly<{
      do: 'work';
      scenario: ScenarioName;
      round: number;
      since?: number;
      kill?: Readonly<{ step: string; victim: Victim }>;
    }>
  | Readonly<{
      do: 'check';
      answers: readonly (readonly [string, Record<string, unknown>])[];
      /** What was asked for last, and the step at which it was killed. */
      last?: Readonly<{ key: string; step: string }>;
      /** Whether the program has been started again since. */
      isNew: boolean;
    }>
  | Readonly<{ do: 'check everything' }>
  | Readonly<{ do: 'stop' }>;

export type Said =
  | Readonly<{ say: 'ready' | 'done' }>
  | Readonly<{ say: 'step' | 'asked' | 'killing' | 'failed'; what: string }>
  | Readonly<{ say: 'answered'; key: string; answer: Record<string, unknown> }>
  | Readonly<{ say: 'broken'; rules: readonly string[]; isKept: boolean }>;

const [folder = ''] = process.argv.slice(2);
let kill: Readonly<{ step: string; victim: Victim }> | undefined;
let round = 0;

// How long a database takes to be there again says how fast a machine is, and no more.
const triesMax = 2000;

function say(said: Said): void {
  process.stdout.write(`${JSON.stringify(said)}\n`);
}

function step(name: string): void {
  say({ say: 'step', what: name });
  if (kill?.step !== name) return;
  const { victim } = kill;
  kill = undefined;
  if (victim !== 'node') process.kill(postmaster(), 'SIGKILL');
  if (victim !== 'postmaster') process.kill(process.pid, 'SIGKILL');
}

function postmaster(): number {
  return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Steps of what lies outside the database: when a key or a file is on the disk for certain. */
function watchedKeys(keys: Keys): Keys {
  const after = async <T>(name: string, done: Promise<T>): Promise<T> => {
    const value = await done;
    step(`keys: ${name}`);
    return value;
  };
  return {
    ...keys,
    makeParticipantKeys: async (programme, ids) =>
      after('of participants made', keys.makeParticipantKeys(programme, ids)),
    keepParticipantKeys: async (programme, drawn) =>
      after('of participants made', keys.keepParticipantKeys(programme, drawn)),
    makePersonKeys: async (ids) => after('of an upload made', keys.makePersonKeys(ids)),
    eraseParticipantKeys: async (programme, ids) =>
      after('of a participant destroyed', keys.eraseParticipantKeys(programme, ids)),
    erasePersonKeys: async (ids) => after('of an upload destroyed', keys.erasePersonKeys(ids)),
  };
}

async function open() {
  const opened = got(
    await openOutturn({ folder, address: 'http://localhost', env: {}, onProgress: () => {} }),
  );
  const { service: bare } = opened;
  const service: Service = {
    ...bare,
    keys: watchedKeys(bare.keys),
    files: {
      ...bare.files,
      keep: async (source, asked) => {
        const kept = await bare.files.keep(source, asked);
        step('files: kept');
        return kept;
      },
    },
    clock: () => Date.parse(`${dayOfRound(round)}T09:00:00Z`),
    step,
  };
  // What comes by itself each quarter of an hour is no step of the work that is killed.
  const jobs = await runTasks(service, () => {}, { regular: [] });
  const close = async () => {
    await jobs.close();
    await opened.close();
  };
  return { service, close };
}

async function obey(service: Service, order: Order): Promise<void> {
  switch (order.do) {
    case 'scene':
      return makeScene(service, folder);
    case 'work':
      return work(service, order);
    case 'check':
      return say(await onceAnswering(async () => check(service, order)));
    case 'check everything':
      return say({ say: 'broken', rules: await brokenAtTheEnd(service), isKept: true });
    case 'stop':
      return;
  }
}

/** Whether the work of the step is there: that of the request, or of the file that it sent. */
async function wasKept(
  { store }: Service,
  { key, step }: Readonly<{ key: string; step: string }>,
): Promise<boolean> {
  const isJob = /^facts\.load_file|^keys: of an upload destroyed/.test(step);
  const upload = / ([0-9a-f-]{36})$/.exec(key)?.[1];
  const [text, value] =
    isJob && upload !== undefined
      ? [`select from import where upload = $1 and state = 'done'`, upload]
      : [`select from once where key = encode(sha256($1), 'hex')`, Buffer.from(key)];
  return store.read({ reach: 'upkeep' }, async ({ client }) => {
    const { rowCount } = await client.query(text, [value]);
    return rowCount === 1;
  });
}

async function check(
  service: Service,
  { answers, last, isNew }: Extract<Order, { do: 'check' }>,
): Promise<Said> {
  const isKept = last !== undefined && (await wasKept(service, last));
  const { count: unfinished, notErased } = got(await finishErasures(service));
  const rules = [
    ...(await brokenRules(service, readScene(folder), new Map(answers))),
    // Where the database alone was lost, its upkeep finishes them, or whoever asks again.
    ...notErased.map(({ words }) => `an erasure cannot be finished: ${words}`),
    ...(isNew && unfinished > 0 ? ['an erasure was left unfinished'] : []),
  ];
  return { say: 'broken', rules, isKept };
}

// A database that was killed is started again by the program that lives; until it is, connections
// break, and some a moment after they were still good.
async function onceAnswering<T>(look: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await look();
    } catch (error) {
      if (tries === triesMax) throw error;
      await new Promise((next) => setTimeout(next, 200));
    }
  }
}

async function work(service: Service, order: Extract<Order, { do: 'work' }>): Promise<void> {
  kill = order.kill;
  round = order.round;
  try {
    await scenarios[order.scenario]({
      service,
      scene: readScene(folder),
      round,
      since: order.since,
      told: {
        asked: (what) => say({ say: 'asked', what }),
        answered: (key, answer) =>
          say({ say: 'answered', key, answer: answer as Record<string, unknown> }),
      },
    });
  } catch (error) {
    say({ say: 'failed', what: error instanceof Error ? error.message : String(error) });
  }
  kill = undefined;
}

const { service, close } = await open();
say({ say: 'ready' });
for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line) as Order;
  await obey(service, order);
  if (order.do === 'stop') break;
  say({ say: 'done' });
}
await close();
process.exit(0);

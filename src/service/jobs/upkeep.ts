import { assert, Fault, type Result } from '../../problem/index.ts';
import { findNamedFiles, type Reach, sweepOnce } from '../../store/index.ts';
import { perform, type Service } from '../act/index.ts';
import { keepUpProviders } from '../joining/index.ts';
import { finishErasures } from '../people/index.ts';
import { sweepSignIns } from '../sign-in/index.ts';

/** The task of the queue that comes once a day. */
export const upkeepTask = 'upkeep';

const asked = { actor: { kind: 'service' }, input: {} } as const;
const reach: Reach = { reach: 'upkeep' };
const dayMs = 24 * 60 * 60 * 1000;
const answersKeptDays = 7;

const parts: readonly ((service: Service) => Promise<Result<unknown>>)[] = [
  async (service) => perform(service, keepUpProviders, asked),
  async (service) => perform(service, sweepSignIns, asked),
  finishErasures,
  forgetAnswers,
  sweepFiles,
];

/**
 * What the service does by itself each day. Each part is done on its own, whatever became of those
 * before it, and bears being done again: where one cannot be done, the queue tries all once more.
 */
export async function keepUp(service: Service): Promise<void> {
  const met: string[] = [];
  for (const part of parts) {
    try {
      const done = await part(service);
      if (!done.ok) met.push(...done.problems.map(({ code }) => code));
    } catch (error) {
      met.push(error instanceof Fault ? error.message : String(error));
    }
  }
  assert(met.length === 0, `the daily upkeep meets no problem (${met.join(', ')})`);
}

/** Whoever sends a change again does so within days; after that its key is free. */
async function forgetAnswers({ store, clock }: Service): Promise<Result<number>> {
  const before = new Date(clock() - answersKeptDays * dayMs).toISOString();
  return { ok: true, value: await store.read(reach, async (tx) => sweepOnce(tx, before)) };
}

// Files that were sent and that nothing came of. How old they are goes by the clock of the disk, so
// that a service whose own clock is set does not lose what is on its way.
async function sweepFiles({ store, files }: Service): Promise<Result<number>> {
  return files.sweep({
    before: new Date(Date.now() - dayMs),
    findNamed: async (names) => store.read(reach, async (tx) => findNamedFiles(tx, names)),
  });
}

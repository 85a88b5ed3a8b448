import type { Result } from '../../problem/index.ts';
import {
  addJob,
  beginUpkeep,
  endUpkeep,
  findNamedFiles,
  type Reach,
  sweepOnce,
} from '../../store/index.ts';
import { dayIn, perform, performAlone, type Service } from '../act/index.ts';
import { forgetDocuments, keepUpProviders, type NotMoved } from '../joining/index.ts';
import { forgetOldBundles } from '../money/index.ts';
import { finishErasures } from '../people/index.ts';
import { keepUpBound } from '../programmes/index.ts';
import { keepLeftUndone, type UpkeepPart } from '../record/index.ts';
import { sweepSignIns } from '../sign-in/index.ts';

/** The task of the queue that looks whether a day has begun. */
export const upkeepTask = 'upkeep';

const reach: Reach = { reach: 'upkeep' };
const dayMs = 24 * 60 * 60 * 1000;
const answersKeptDays = 7;
const triesMax = 3;

/** What could not be done: for the record by codes, and for the log in words. */
type Left = Readonly<{
  programme?: string;
  about?: string;
  codes: readonly string[];
  words: string;
}>;

/** What is done each day; each part gives what of it could not be done. */
const parts: Readonly<Record<UpkeepPart, (service: Service) => Promise<readonly Left[]>>> = {
  providers: async (service) => ofProviders(await keepUpProviders(service)),
  signatures: keepUpBound,
  documents: async (service) => ofProviders(await forgetDocuments(service)),
  sign_ins: async (service) => {
    const whyNot = await performAlone(service, sweepSignIns, {});
    return whyNot === undefined ? [] : [whyNot];
  },
  erasures: async (service) => {
    const finished = await finishErasures(service);
    return finished.ok ? finished.value.notErased : leftBy(finished);
  },
  answers: forgetAnswers,
  files: async (service) => leftBy(await sweepFiles(service)),
};

/** Has the upkeep done of this day, wherever it was not done so far. */
export async function askForUpkeep({ store }: Service): Promise<void> {
  await store.read(reach, async (tx) =>
    addJob(tx, { task: upkeepTask, payload: {}, key: upkeepTask }),
  );
}

/**
 * Does the upkeep of the day, once. Days begin where the service is: whoever asks does so several
 * times an hour. What could not be done is tried again on the same day, but not for ever.
 */
export async function keepUpToday(
  service: Service,
  onFault: (words: string) => void,
): Promise<void> {
  const { store, clock } = service;
  const day = dayIn(store.timeZone, clock());
  if (!(await store.read(reach, async (tx) => beginUpkeep(tx, { day, triesMax })))) return;
  const left = await keepUp(service);
  for (const words of left) onFault(`The daily upkeep could not do this: ${words}`);
  if (left.length === 0) await store.read(reach, async (tx) => endUpkeep(tx, day));
}

/**
 * What the service does by itself each day. Each part is done on its own, whatever became of those
 * before it, and bears being done again. What could not be done is kept, for those whose programme
 * it concerns to see, and given in words.
 */
export async function keepUp(service: Service): Promise<readonly string[]> {
  const left: (Left & Readonly<{ part: UpkeepPart }>)[] = [];
  for (const [part, run] of Object.entries(parts) as [UpkeepPart, (typeof parts)[UpkeepPart]][]) {
    const found = await run(service).catch(leftByFault);
    left.push(...found.map((each) => ({ ...each, part })));
  }
  const input = {
    left: left.map(({ part, programme = null, about = null, codes }) => ({
      part,
      programme,
      about,
      codes,
    })),
  };
  await perform(service, keepLeftUndone, { actor: { kind: 'service' }, input });
  return left.map(({ part, about = 'all', words }) => `${part} (${about}): ${words}`);
}

function ofProviders(left: readonly NotMoved[]): readonly Left[] {
  return left.map(({ organisation, ...each }) => ({ ...each, about: organisation }));
}

function leftBy(result: Result<unknown>): readonly Left[] {
  if (result.ok) return [];
  const codes = result.problems.map(({ code }) => code);
  return [{ codes, words: codes.join(', ') }];
}

function leftByFault(error: unknown): readonly Left[] {
  return [{ codes: ['service.at_fault'], words: String(error) }];
}

/** Whoever sends a change again does so within days; after that its key is free. */
async function forgetAnswers({ store, clock }: Service): Promise<readonly Left[]> {
  const before = new Date(clock() - answersKeptDays * dayMs).toISOString();
  await store.read(reach, async (tx) => sweepOnce(tx, before));
  return [];
}

// Files that were sent and that nothing came of. How old they are goes by the clock of the disk, so
// that a service whose own clock is set does not lose what is on its way.
async function sweepFiles(service: Service): Promise<Result<unknown>> {
  const forgotten = await forgetOldBundles(service);
  if (!forgotten.ok) return forgotten;
  const { store, files } = service;
  return files.sweep({
    before: new Date(Date.now() - dayMs),
    findNamed: async (names) => store.read(reach, async (tx) => findNamedFiles(tx, names)),
  });
}

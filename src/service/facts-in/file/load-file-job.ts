import Type from 'typebox';
import { Value } from 'typebox/value';
import { assert, type Problem, type Result } from '../../../problem/index.ts';
import {
  advanceImport,
  findImport,
  type Import,
  refuseImport,
} from '../../../store/facts/index.ts';
import { actorNow } from '../../access/index.ts';
import { perform, type Service } from '../../act/index.ts';
import { sealProblems } from './found-problems.ts';
import { loadFile, type OnLoading } from './load-file.ts';
import { fileNotLoaded } from './problems.ts';

// Whoever watches the bar sees no more than this.
const saidEachMs = 500;

const payloadSchema = Type.Object({ programme: Type.String(), import: Type.String() });

/** Whether the queue tries no more after this, and who is told of each step. */
type Loading = Readonly<{ isLastTry?: boolean; onStep?: OnLoading }>;

/**
 * Loads a file that waits. It may be killed at any step and begun again: the facts and that the
 * file is done are one transaction, and what follows it is done again without harm. What broke off
 * time after time is refused, so that its sender is not left waiting.
 */
export async function loadFileJob(
  service: Service,
  payload: unknown,
  { isLastTry = false, onStep }: Loading = {},
): Promise<void> {
  assert(Value.Check(payloadSchema, payload), 'a job to load a file names it');
  const which = { programme: payload.programme, id: payload.import };
  const found = await service.store.read({ reach: 'upkeep' }, async (tx) => findImport(tx, which));
  if (found === undefined || found.state === 'given up') return;
  if (found.state === 'waiting') {
    try {
      await loadOrRefuse(service, found, onStep);
    } catch (error) {
      if (isLastTry) await refuse(service, found, [fileNotLoaded()]);
      throw error;
    }
  }
  const after = await service.store.read({ reach: 'upkeep' }, async (tx) => findImport(tx, which));
  if (after?.state === 'done') await forgetUploads(service, after);
}

async function loadOrRefuse(
  service: Service,
  found: Import,
  onStep: OnLoading | undefined,
): Promise<void> {
  let saidAt = 0;
  const action = loadFile(async (step) => {
    const now = performance.now();
    if (now - saidAt > saidEachMs) await advance(service, found, step);
    if (now - saidAt > saidEachMs) saidAt = now;
    service.step?.(`facts.load_file: ${step.doing}`);
    await onStep?.(step);
  });
  const actor = await actorNow(service.store, found);
  const input = { programme: found.programme, import: found.id };
  const done = await perform(service, action, { actor, input });
  if (done.ok) return;
  const after = await service.store.read({ reach: 'upkeep' }, async (tx) => findImport(tx, found));
  if (after?.state === 'waiting') await refuse(service, found, done.problems);
}

// How far it has come is kept beside the transaction that loads, which nobody else sees.
async function advance(
  { store }: Service,
  { programme, id }: Import,
  { rows, bytes }: Parameters<OnLoading>[0],
): Promise<void> {
  await store.read({ reach: 'upkeep' }, async (tx) =>
    advanceImport(tx, { programme, id, rowsRead: rows, bytesRead: bytes }),
  );
}

async function refuse(
  service: Service,
  found: Import,
  problems: readonly Problem[],
): Promise<void> {
  const sealed = await sealProblems(service, found, problems);
  assert(sealed.ok, 'the key of a file that waits is there');
  const at = new Date(service.clock()).toISOString();
  const { programme, id } = found;
  await service.store.read({ reach: 'upkeep' }, async (tx) =>
    refuseImport(tx, { programme, id, problems: problems.length, found: sealed.value, at }),
  );
}

/** What a loaded file held is in the facts: the file itself, and one it mended, are forgotten. */
async function forgetUploads(
  { keys, store }: Service,
  { programme, upload, mends }: Import,
): Promise<Result<undefined>> {
  const mended =
    mends === null
      ? undefined
      : await store.read({ reach: 'upkeep' }, async (tx) =>
          findImport(tx, { programme, id: mends }),
        );
  const uploads = [upload, ...(mended === undefined ? [] : [mended.upload])];
  const erased = await keys.erasePersonKeys(uploads);
  assert(erased.ok, 'keys of files that were loaded can be destroyed');
  return erased;
}

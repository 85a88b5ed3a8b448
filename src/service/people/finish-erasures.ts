import Type from 'typebox';
import type { Result } from '../../problem/index.ts';
import { moveImport } from '../../store/facts/index.ts';
import type { Reach } from '../../store/index.ts';
import { listFilesOnTheirWay, listNotErased, type Whom } from '../../store/people/index.ts';
import { action, perform, type Service } from '../act/index.ts';
import { erase } from './erase-participant.ts';

const finishErasure = action({
  name: 'people.finish_erasure',
  kind: 'change',
  // Nobody but the service itself.
  who: [],
  summary: 'Finishes the erasure of a participant whose key is destroyed already.',
  input: Type.Object({ programme: Type.String(), participant: Type.String() }),
  output: Type.Null(),
  run: async (work, whom) => {
    const erased = await erase(work, whom);
    if (!erased.ok) return erased;
    work.note({ programme: whom.programme, about: { participant: whom.participant } });
    return { ok: true, value: null };
  },
});

const forgetFile = action({
  name: 'people.forget_file',
  kind: 'change',
  who: [],
  summary: 'Gives up a file of facts whose key is destroyed already.',
  input: Type.Object({ programme: Type.String(), import: Type.String() }),
  output: Type.Null(),
  run: async (work, { programme, import: id }) => {
    const from = ['unmapped', 'waiting', 'refused'] as const;
    await moveImport(work.tx, { programme, id, from, to: 'given up', at: work.now });
    work.note({ programme, about: { import: id, state: 'given up' } });
    return { ok: true, value: null };
  },
});

const upkeep: Reach = { reach: 'upkeep' };
const atOnce = 5000;

/**
 * Finishes what was broken off after a key was destroyed and before the database kept it, and what
 * a restored database does not know yet: whoever's key is gone is erased. Done when the service
 * starts. Returns how many were.
 */
export async function finishErasures(service: Service): Promise<Result<number>> {
  let count = 0;
  let after: Whom | undefined;
  for (;;) {
    const range = { after, most: atOnce };
    const piece = await service.store.read(upkeep, async (tx) => listNotErased(tx, range));
    const finished = await finishThose(service, piece);
    if (!finished.ok) return finished;
    count += finished.value;
    after = piece.at(-1);
    if (after === undefined || piece.length < atOnce) break;
  }
  const forgotten = await forgetFiles(service);
  return forgotten.ok ? { ok: true, value: count } : forgotten;
}

async function finishThose(service: Service, piece: readonly Whom[]): Promise<Result<number>> {
  let count = 0;
  for (const programme of new Set(piece.map((whom) => whom.programme))) {
    const whose = piece.filter((whom) => whom.programme === programme);
    const ids = whose.map(({ participant }) => participant);
    const keys = await service.keys.participantKeys(programme, ids);
    if (!keys.ok) return keys;
    for (const input of whose) {
      if (keys.value.get(input.participant) !== 'erased') continue;
      const done = await perform(service, finishErasure, { actor: { kind: 'service' }, input });
      if (!done.ok) return done;
      count += 1;
    }
  }
  return { ok: true, value: count };
}

async function forgetFiles(service: Service): Promise<Result<null>> {
  const files = await service.store.read(upkeep, listFilesOnTheirWay);
  const keys = await service.keys.personKeys(files.map(({ upload }) => upload));
  if (!keys.ok) return keys;
  for (const { programme, id, upload } of files) {
    if (keys.value.get(upload) !== 'erased') continue;
    const input = { programme, import: id };
    const done = await perform(service, forgetFile, { actor: { kind: 'service' }, input });
    if (!done.ok) return done;
  }
  return { ok: true, value: null };
}

import Type from 'typebox';
import type { Problem, Result } from '../../problem/index.ts';
import { moveImport } from '../../store/facts/index.ts';
import type { Reach } from '../../store/index.ts';
import { listFilesOnTheirWay, listNotErased, type Whom } from '../../store/people/index.ts';
import { action, performAlone, type Service, type WhyNot } from '../act/index.ts';
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

/** An erasure that could not be finished: of a participant or a file, and why. */
export type NotErased = WhyNot & Readonly<{ programme: string; about: string }>;

/** What became of erasures that had been broken off. */
export type Finished = Readonly<{ count: number; notErased: readonly NotErased[] }>;

/**
 * Finishes what was broken off after a key was destroyed and before the database kept it, and what
 * a restored database does not know yet: whoever's key is gone is erased. Each is done on its own.
 * Done when the service starts, and once a day.
 */
export async function finishErasures(service: Service): Promise<Result<Finished>> {
  let count = 0;
  const notErased: NotErased[] = [];
  const problems: Problem[] = [];
  let after: Whom | undefined;
  for (;;) {
    const range = { after, most: atOnce };
    const piece = await service.store.read(upkeep, async (tx) => listNotErased(tx, range));
    for (const whose of byProgramme(piece)) {
      const finished = await finishThose(service, whose);
      if (!finished.ok) problems.push(...finished.problems);
      else {
        count += finished.value.count;
        notErased.push(...finished.value.notErased);
      }
    }
    after = piece.at(-1);
    if (after === undefined || piece.length < atOnce) break;
  }
  const forgotten = await forgetFiles(service);
  // Keys that cannot be read are said last: the erasures of other programmes are finished by then.
  if (problems.length > 0) return { ok: false, problems };
  if (!forgotten.ok) return forgotten;
  return { ok: true, value: { count, notErased: [...notErased, ...forgotten.value] } };
}

function byProgramme(piece: readonly Whom[]): readonly (readonly Whom[])[] {
  const programmes = new Set(piece.map(({ programme }) => programme));
  return [...programmes].map((programme) => piece.filter((whom) => whom.programme === programme));
}

async function finishThose(service: Service, whose: readonly Whom[]): Promise<Result<Finished>> {
  let count = 0;
  const notErased: NotErased[] = [];
  const programme = whose[0]?.programme ?? '';
  const ids = whose.map(({ participant }) => participant);
  const keys = await service.keys.participantKeys(programme, ids);
  if (!keys.ok) return keys;
  for (const input of whose) {
    if (keys.value.get(input.participant) !== 'erased') continue;
    const whyNot = await performAlone(service, finishErasure, input);
    if (whyNot === undefined) count += 1;
    else notErased.push({ ...whyNot, programme, about: input.participant });
  }
  return { ok: true, value: { count, notErased } };
}

async function forgetFiles(service: Service): Promise<Result<readonly NotErased[]>> {
  const files = await service.store.read(upkeep, listFilesOnTheirWay);
  const keys = await service.keys.personKeys(files.map(({ upload }) => upload));
  if (!keys.ok) return keys;
  const notErased: NotErased[] = [];
  for (const { programme, id, upload } of files) {
    if (keys.value.get(upload) !== 'erased') continue;
    const whyNot = await performAlone(service, forgetFile, { programme, import: id });
    if (whyNot !== undefined) notErased.push({ ...whyNot, programme, about: id });
  }
  return { ok: true, value: notErased };
}

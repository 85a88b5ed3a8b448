import { randomUUID } from 'node:crypto';
import { assert, type Result } from '../../problem/index.ts';
import {
  addMarks,
  addParticipants,
  isReference,
  listMarked,
  listParticipants,
  nobody,
} from '../../store/facts/index.ts';
import { fingerprintSalt, type Key, mark } from '../../store/keys/index.ts';
import type { Work } from '../act/index.ts';
import { factKeys } from './fact-keys.ts';

/** A participant that facts being sent are about. */
export type Known = {
  readonly id: string;
  readonly key: Key | 'erased';
  readonly salt: Buffer;
  /** Entered with these facts. */
  readonly isNew: boolean;
  /** How often a stay begins or ends in what is being sent. */
  stays: number;
};

/** The participants met so far in what is being sent, by what the sender calls them. */
export type KnownParticipants = Readonly<{
  work: Work;
  programme: string;
  organisation: string;
  /** For marks of the sender's references. */
  markKey: Key;
  byName: Map<string, Known>;
}>;

const noSalt = Buffer.alloc(0);

/** Facts about nobody lie under the programme's own key. */
export function knownParticipants(ground: Omit<KnownParticipants, 'byName'>): KnownParticipants {
  const key = ground.markKey;
  const none = { id: nobody, key, salt: fingerprintSalt(key), isNew: false, stays: 0 };
  return { ...ground, byName: new Map([['', none]]) };
}

/** The mark of a reference of the sender's own: no other sender's is the same. */
export function markOf(
  { markKey, organisation }: Pick<KnownParticipants, 'markKey' | 'organisation'>,
  what: 'fact' | 'participant',
  name: string,
): Buffer {
  return mark(markKey, `${organisation}/${what}/${name}`);
}

/**
 * Finds whom these names mean, each a reference of ours or one of the sender's own. Whoever is
 * not known is entered. That somebody is known to others is never told: here they are new.
 */
export async function meet(
  known: KnownParticipants,
  names: ReadonlySet<string>,
): Promise<Result<null>> {
  const unmet = [...names].filter((name) => !known.byName.has(name));
  if (unmet.length === 0) return { ok: true, value: null };
  const found = await findThem(known, unmet);
  const fresh = unmet.filter((name) => !found.has(name)).toSorted();
  // Their references come in the order of the sender's: what is settled then stands in one order.
  const ids = fresh.map(() => randomUUID() as string).toSorted();
  const given = new Map(fresh.map((name, at) => [name, ids[at] as string]));
  const entered = await enter(known, fresh, ids);
  if (!entered.ok) return entered;
  const before = [...found.values()];
  const { keys: all } = known.work.service;
  const keys = before.length === 0 ? entered : await factKeys(all, known.programme, before);
  if (!keys.ok) return keys;
  for (const name of unmet) {
    const id = found.get(name) ?? (given.get(name) as string);
    const key = entered.value.get(id) ?? keys.value.get(id);
    assert(key !== undefined, 'every participant has a key, or had one');
    const salt = key === 'erased' ? noSalt : fingerprintSalt(key);
    known.byName.set(name, { id, key, salt, isNew: !found.has(name), stays: 0 });
  }
  return { ok: true, value: null };
}

async function findThem(
  known: KnownParticipants,
  names: readonly string[],
): Promise<Map<string, string>> {
  const { work, programme } = known;
  const ours = await listParticipants(work.tx, programme, names.filter(isReference));
  const found = new Map(ours.map(({ id }) => [id, id]));
  const marks = names.map((name) => markOf(known, 'participant', name));
  const marked = await listMarked(work.tx, known, marks);
  const meant = new Map(marked.map((each) => [each.mark.toString('hex'), each.participant]));
  for (const [at, name] of names.entries()) {
    const participant = meant.get((marks[at] as Buffer).toString('hex'));
    if (participant !== undefined) found.set(name, participant);
  }
  return found;
}

/** Gives them keys, which are on the disk for certain before the database knows of them. */
async function enter(
  known: KnownParticipants,
  names: readonly string[],
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, Key>>> {
  if (names.length === 0) return { ok: true, value: new Map() };
  const { work, programme, organisation } = known;
  const keys = await work.service.keys.makeParticipantKeys(programme, ids);
  if (!keys.ok) return keys;
  await addParticipants(work.tx, programme, { ids, by: organisation, at: work.now });
  const marks = names.map((name, at) => ({
    mark: markOf(known, 'participant', name),
    participant: ids[at] as string,
  }));
  await addMarks(work.tx, known, marks);
  return keys;
}

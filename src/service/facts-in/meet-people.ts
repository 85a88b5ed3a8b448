import { randomUUID } from 'node:crypto';
import { type Day, type DayNumber, dayNumber } from '../../calendar/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import {
  addMarks,
  addParticipants,
  isReference,
  listMeant,
  loosenMarks,
} from '../../store/facts/index.ts';
import type { Key } from '../../store/keys/index.ts';
import { listReferredSince } from '../../store/people/index.ts';
import type { Work } from '../act/index.ts';
import type { IntakeKeys } from './intake-keys.ts';
import { looseMarkOf, markOf } from './own-reference.ts';
import type { Met } from './sealing.ts';

/** Into which programme facts are sent, by whom. */
export type MeetingGround = Readonly<{
  work: Work;
  programme: string;
  organisation: string;
  /** Whether the sender's word of who came to it needs somebody else's referral. */
  isOwnWord: boolean;
  /** For marks of the sender's references. */
  markKey: Key;
  keys: IntakeKeys;
}>;

/**
 * Finds whom these names mean, each a reference of ours or one of the sender's own. Whoever is
 * not known is entered. That somebody is known to others is never told: here they are new.
 */
export async function meetPeople(
  ground: MeetingGround,
  names: readonly string[],
): Promise<Result<readonly Met[]>> {
  if (names.length === 0) return { ok: true, value: [] };
  const found = await findThem(ground, names);
  const fresh = names.filter((name) => !found.has(name)).toSorted();
  // Their references come in the order of the sender's: what is settled then stands in one order.
  const ids = fresh.map(() => randomUUID() as string).toSorted();
  const given = new Map(fresh.map((name, at) => [name, ids[at] as string]));
  const entered = await enter(ground, fresh, ids);
  const before = [...found.values()];
  const keys = await ground.keys.find(before);
  if (!keys.ok) return keys;
  const referred = await referredSince(ground, before);
  const met = names.map((name) => {
    const id = found.get(name) ?? (given.get(name) as string);
    const key = entered.get(id) ?? keys.value.get(id);
    assert(key !== undefined, 'every participant has a key, or had one');
    return { name, id, key, isNew: !found.has(name), referredOn: referred.get(id) };
  });
  return { ok: true, value: met };
}

/** Since when referrals of these people to the sender are open that others have made. */
async function referredSince(
  { work, programme, organisation, isOwnWord }: MeetingGround,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DayNumber>> {
  if (!isOwnWord || ids.length === 0) return new Map();
  const asked = { programme, provider: organisation };
  const found = await listReferredSince(work.tx, asked, ids);
  return new Map(found.map(({ participant, on }) => [participant, dayNumber(on as Day)]));
}

async function findThem(
  ground: MeetingGround,
  names: readonly string[],
): Promise<Map<string, string>> {
  const references = names.filter(isReference);
  const marks = names.map((name) => markOf(ground, name));
  const meant = await listMeant(ground.work.tx, ground, { references, marks });
  const ofMark = new Map(meant.map((each) => [each.mark?.toString('hex'), each]));
  const ours = meant.filter(({ mark }) => mark === null).map(({ participant }) => participant);
  const found = new Map(ours.map((id) => [id, id]));
  const loosened = [];
  for (const [at, name] of names.entries()) {
    const mark = marks[at] as Buffer;
    const own = ofMark.get(mark.toString('hex'));
    if (own === undefined) continue;
    found.set(name, own.participant);
    // Whoever was entered before loose forms were kept has one from now on.
    if (own.isToLoosen) loosened.push({ mark, loose: looseMarkOf(ground, name) });
  }
  if (loosened.length > 0) await loosenMarks(ground.work.tx, ground, loosened);
  return found;
}

/** Enters who is new, and draws their keys. */
async function enter(
  ground: MeetingGround,
  names: readonly string[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, Key>> {
  if (names.length === 0) return new Map();
  const { work, programme, organisation } = ground;
  const keys = ground.keys.draw(ids);
  await addParticipants(work.tx, programme, { ids, by: organisation, at: work.now });
  const marks = names.map((name, at) => ({
    mark: markOf(ground, name),
    loose: looseMarkOf(ground, name),
    participant: ids[at] as string,
  }));
  await addMarks(work.tx, ground, marks);
  return keys;
}

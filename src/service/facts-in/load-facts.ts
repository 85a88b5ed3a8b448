import type { Fact } from '../../facts/index.ts';
import type { Result } from '../../problem/index.ts';
import { type FactRows, factsInRows, listErased, readFactRows } from '../../store/facts/index.ts';
import type { Key } from '../../store/keys/index.ts';
import type { Work } from '../act/index.ts';
import { factKeys, isKey } from './fact-keys.ts';
import { openFact } from './open-fact.ts';

/** All facts of a programme in a form that the engine takes. */
export type LoadedFacts = Readonly<{
  /** Participant by participant. What is known of each is the day on which it arrived here. */
  facts: readonly Fact[];
  /** Participants whose facts cannot be read any more, by their references in order. */
  erased: readonly string[];
  /** The number of the last fact read, as facts came in; 0 where there is none. */
  through: bigint;
}>;

type Ground = Pick<Work, 'tx' | 'service'>;

/** Facts as they are kept, with the keys of all of whom they are that have one. */
export type SealedRows = FactRows & Readonly<{ keys: ReadonlyMap<string, Key> }>;

/**
 * Reads the facts of a programme that whoever asks may see, and opens what is sealed. With
 * `through` those that came in later are left out, so that what was read once is read again.
 */
export async function loadFacts(
  work: Ground,
  programme: string,
  { through }: Readonly<{ through?: bigint }> = {},
): Promise<Result<LoadedFacts>> {
  const facts: Fact[] = [];
  let last = 0n;
  const read = await readSealed(work, { programme, through }, async ({ bytes, keys }) => {
    for (const sealed of factsInRows(bytes)) {
      if (sealed.number > last) last = sealed.number;
      const key = keys.get(sealed.participant);
      if (key === undefined) continue;
      const opened = openFact(key, programme, sealed);
      if (!opened.ok) return opened;
      facts.push(opened.value);
    }
    return { ok: true, value: null };
  });
  return read.ok ? { ok: true, value: { facts, erased: read.value, through: last } } : read;
}

/**
 * Reads the facts of a programme as they are kept, some thousands at a time, with the keys that
 * open them. Gives the participants whose facts cannot be read any more, in order.
 */
export async function readSealed(
  { tx, service }: Ground,
  asked: Parameters<typeof readFactRows>[1],
  take: (rows: SealedRows) => Promise<Result<unknown>>,
): Promise<Result<readonly string[]>> {
  const { programme } = asked;
  const erased = new Set(await listErased(tx, programme));
  let taken: Promise<Result<unknown>> = Promise.resolve({ ok: true, value: null });
  for await (const rows of readFactRows(tx, asked)) {
    const people = rows.participants.filter((id) => !erased.has(id));
    const found = await factKeys(service.keys, programme, people);
    if (!found.ok) return found;
    const keys = new Map([...found.value].flatMap(([id, key]) => (isKey(key) ? [[id, key]] : [])));
    for (const id of people) if (!keys.has(id)) erased.add(id);
    const before = await taken;
    if (!before.ok) return before;
    // While these are taken the next are read. Should it fail, that is found when it is waited for.
    taken = take({ ...rows, keys });
    taken.catch(() => undefined);
  }
  const last = await taken;
  if (!last.ok) return last;
  return { ok: true, value: [...erased].toSorted() };
}

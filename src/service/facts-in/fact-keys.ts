import type { Result } from '../../problem/index.ts';
import { nobody } from '../../store/facts/index.ts';
import type { Key, KeyOrErased, Keys } from '../../store/keys/index.ts';

/**
 * The keys that open facts of a programme, by whom the facts are about. Those about nobody lie
 * under the programme's own.
 */
export async function factKeys(
  keys: Keys,
  programme: string,
  participants: readonly string[],
): Promise<Result<ReadonlyMap<string, KeyOrErased>>> {
  const people = participants.filter((id) => id !== nobody);
  const found = await keys.participantKeys(programme, people);
  if (!found.ok || people.length === participants.length) return found;
  const own = await keys.programmeKey(programme);
  return own.ok
    ? { ok: true, value: new Map<string, KeyOrErased>([...found.value, [nobody, own.value]]) }
    : own;
}

/** A key that was not destroyed. */
export function isKey(key: KeyOrErased | undefined): key is Key {
  return key !== undefined && key !== 'erased';
}

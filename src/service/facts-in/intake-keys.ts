import type { Result } from '../../problem/index.ts';
import { drawKeys, type Key, type KeyOrErased, type Keys } from '../../store/keys/index.ts';
import { factKeys } from './fact-keys.ts';

/**
 * The keys of whom facts are about while these are taken in. Those of who come in with them are
 * drawn, and kept once nothing stands against it: what is refused leaves none behind.
 */
export type IntakeKeys = Readonly<{
  draw: (ids: readonly string[]) => ReadonlyMap<string, Key>;
  find: (ids: readonly string[]) => Promise<Result<ReadonlyMap<string, KeyOrErased>>>;
  /** They are on the disk for certain when this returns, before the database knows of them. */
  keep: () => Promise<Result<undefined>>;
}>;

export function openIntakeKeys(keys: Keys, programme: string): IntakeKeys {
  const drawn = new Map<string, Key>();
  return {
    draw: (ids) => {
      const fresh = new Map(drawKeys(ids));
      for (const [id, key] of fresh) drawn.set(id, key);
      return fresh;
    },
    find: async (ids) => {
      const kept = ids.filter((id) => !drawn.has(id));
      const found = kept.length === 0 ? undefined : await factKeys(keys, programme, kept);
      if (found?.ok === false) return found;
      const all = new Map<string, KeyOrErased>(found?.value);
      for (const id of ids) {
        const own = drawn.get(id);
        if (own !== undefined) all.set(id, own);
      }
      return { ok: true, value: all };
    },
    keep: async () =>
      drawn.size === 0
        ? { ok: true, value: undefined }
        : keys.keepParticipantKeys(programme, drawn),
  };
}

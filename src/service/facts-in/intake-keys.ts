import { assert, type Result } from '../../problem/index.ts';
import {
  drawKeys,
  type Key,
  type KeyOrErased,
  type Keys,
  type SealedKeys,
} from '../../store/keys/index.ts';
import { factKeys } from './fact-keys.ts';

/**
 * The keys of whom facts are about while these are taken in. Those of who come in with them are
 * drawn, and kept once nothing stands against it: what is refused leaves none behind.
 */
export type IntakeKeys = Readonly<{
  draw: (ids: readonly string[]) => ReadonlyMap<string, Key>;
  find: (ids: readonly string[]) => Promise<Result<ReadonlyMap<string, KeyOrErased>>>;
  /** Begins to make them ready to be kept, once all are drawn, while the database is at work. */
  makeReady: () => void;
  /** They are on the disk for certain when this returns, before the database knows of them. */
  keep: () => Promise<Result<undefined>>;
}>;

export function openIntakeKeys(keys: Keys, programme: string): IntakeKeys {
  const drawn = new Map<string, Key>();
  let ready: Promise<SealedKeys> | undefined;
  const makeReady = async () => {
    ready ??= keys.sealParticipantKeys(programme, drawn);
    return ready;
  };
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
    makeReady: () => {
      // What fails here is met where they are kept.
      makeReady().catch(() => {});
    },
    keep: async () => {
      if (drawn.size === 0) return { ok: true, value: undefined };
      const sealed = await makeReady();
      assert(sealed.ids.length === drawn.size, 'every key that was drawn is kept');
      return keys.keepParticipantKeys(programme, sealed);
    },
  };
}

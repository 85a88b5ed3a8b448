import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Result } from '../../problem/index.ts';
import { type Keys, openKeys } from './keys.ts';

const root = mkdtempSync(join(tmpdir(), 'outturn-keys-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const ids = Array.from({ length: 6 }, (_, at) => `00000000-0000-4000-8000-00000000000${at}`);
const some = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 });
const step = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom<'make' | 'erase' | 'find'>('make', 'make', 'find', 'erase'),
  ids: some,
});

type Known = Map<string, string>;

test('three openings of one folder agree after every step, whoever makes or destroys', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      run += 1;
      const folder = join(root, String(run));
      const openings = await threeOpenings(folder);
      const known: Known = new Map();
      for (const { who, what, ids: asked } of steps) {
        const keys = openings[who];
        if (keys !== undefined) await doStep({ keys, known, what }, asked);
      }
      expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('whatever happens at the same time, a key is one key, and what is destroyed stays so', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
      run += 1;
      const openings = await threeOpenings(join(root, `at once ${run}`));
      const seen = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
      const work = steps.map(async ({ who, what, ids: asked }) => {
        const keys = openings[who];
        if (what === 'erase') {
          await keys?.erasePersonKeys(asked);
          return;
        }
        const got = what === 'make' ? keys?.makePersonKeys(asked) : keys?.personKeys(asked);
        const result = await got;
        if (result?.ok) for (const [id, key] of result.value) seen.get(id)?.add(text(key));
      });
      await Promise.all(work);
      const erased = new Set(steps.flatMap((one) => (one.what === 'erase' ? one.ids : [])));
      for (const id of ids) {
        expect([...(seen.get(id) ?? [])].filter((key) => key !== 'erased').length).toBeLessThan(2);
        for (const keys of openings) {
          const found = await keys.personKeys([id]);
          if (erased.has(id)) expect(found.ok && found.value.get(id)).toBe('erased');
        }
      }
    }),
    { numRuns: 40 },
  );
});

async function threeOpenings(folder: string): Promise<readonly Keys[]> {
  const first = valueIn(await openKeys(folder, {}));
  return [first, valueIn(await openKeys(folder, {})), valueIn(await openKeys(folder, {}))];
}

type Doing = Readonly<{ keys: Keys; known: Known; what: 'make' | 'erase' | 'find' }>;

async function doStep({ keys, known, what }: Doing, asked: readonly string[]): Promise<void> {
  switch (what) {
    case 'erase':
      valueIn(await keys.erasePersonKeys(asked));
      for (const id of asked) known.set(id, 'erased');
      return;
    case 'make': {
      const made = await keys.makePersonKeys(asked);
      expect(made.ok).toBe(!asked.some((id) => known.get(id) === 'erased'));
      if (!made.ok) return;
      for (const [id, key] of made.value) {
        expect(known.get(id) ?? text(key)).toBe(text(key));
        known.set(id, text(key));
      }
      return;
    }
    case 'find': {
      const found = await keys.personKeys(asked);
      expect(found.ok).toBe(asked.every((id) => known.has(id)));
      if (!found.ok) return;
      for (const id of asked) expect(text(found.value.get(id))).toBe(known.get(id));
    }
  }
}

function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  return result.value;
}

function text(key: Uint8Array | 'erased' | undefined): string {
  return typeof key === 'object' ? Buffer.from(key).toString('hex') : String(key);
}

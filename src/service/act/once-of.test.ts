import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Actor } from '../access/index.ts';
import { onceOf } from './once-of.ts';

const actor = (account = randomUUID() as string): Actor => ({
  kind: 'account',
  account,
  name: 'Ada',
  organisations: [],
  duties: [],
  by: { way: 'sign-in', mark: '' },
});

function kept(input: unknown, onceKey: string, by = actor()) {
  const once = onceOf({ actor: by, onceKey }, { act: 'facts.write_fact', input, at: 'now' });
  return once.ok ? once.value : once.problems.map(({ code }) => code);
}

const hashOf = (input: unknown, onceKey = 'a-key-of-theirs') => {
  const once = kept(input, onceKey);
  return Buffer.from((once as { requestHash: Uint8Array }).requestHash).toString('hex');
};

test('neither the key nor what was asked can be made out from what is kept', () => {
  const fact = { participant: 'Case 7', kind: 'death', day: '2027-06-01' };
  expect(JSON.stringify(kept(fact, 'a-key-of-theirs'))).not.toContain('a-key-of-theirs');
  expect(hashOf(fact)).toBe(hashOf({ ...fact }));
  expect(hashOf(fact)).not.toBe(hashOf(fact, 'another-key-of-theirs'));
  expect(hashOf(fact)).not.toBe(hashOf({ ...fact, day: '2027-06-02' }));
});

test('a file that is sent again is the same request, though it is sealed anew', () => {
  const sent = (upload: string) => ({ upload, file: `sealed ${upload}`, fileBytes: 7 });
  expect(hashOf({ shown: sent('one') })).toBe(hashOf({ shown: sent('two') }));
  expect(hashOf(sent('one'))).not.toBe(hashOf({ ...sent('one'), fileBytes: 8 }));
});

test('a key that is too short or too long is a problem', () => {
  expect(kept({}, 'short')).toEqual(['once.key_otherwise']);
  expect(kept({}, 'x'.repeat(201))).toEqual(['once.key_otherwise']);
});

test('who is not signed in keeps nothing under a key', () => {
  expect(kept({}, 'a-key-of-theirs', { kind: 'anyone' } as never)).toBeUndefined();
});

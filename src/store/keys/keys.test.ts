import { randomBytes, randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Result } from '../../problem/index.ts';
import { headerLength } from './key-header.ts';
import { recordLength } from './key-record.ts';
import { type Keys, openKeys } from './keys.ts';

const root = mkdtempSync(join(tmpdir(), 'outturn-keys-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const programme = '5d3f2c80-6a0c-4a53-9d4e-9a3c6a1f7b11';
const newFolder = () => join(root, randomUUID());
const uuids = (count: number) => Array.from({ length: count }, () => randomUUID() as string);
const fileIn = (folder: string) => join(folder, `${programme}.keys`);

test('keys that were made are found again, and asking twice makes no other', async () => {
  const keys = valueIn(await openKeys(newFolder(), {}));
  const ids = uuids(20);
  const made = valueIn(await keys.makeParticipantKeys(programme, ids));
  expect(new Set([...made.values()].map(hex)).size).toBe(20);
  expect(hexes(valueIn(await keys.participantKeys(programme, ids)))).toEqual(hexes(made));
  const again = valueIn(await keys.makeParticipantKeys(programme, [...ids, ...uuids(2)]));
  expect(again.size).toBe(22);
  expect(hexes(again)).toMatchObject(hexes(made));
});

test('keys outlast the program, and lie on the disk only sealed, open to nobody else', async () => {
  const folder = newFolder();
  const ids = uuids(3);
  const made = valueIn(await valueIn(await openKeys(folder, {})).makePersonKeys(ids));
  const keys = valueIn(await openKeys(folder, {}, { isInUse: true }));
  expect(hexes(valueIn(await keys.personKeys(ids)))).toEqual(hexes(made));
  const file = readFileSync(join(folder, 'persons.keys'));
  for (const key of made.values()) expect(file.includes(Buffer.from(key))).toBe(false);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of ['master.key', 'persons.keys']) {
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  }
});

test('persons and each programme have keys of their own, whatever the ids', async () => {
  const keys = valueIn(await openKeys(newFolder(), {}));
  const ids = uuids(1);
  const of = [
    valueIn(await keys.makePersonKeys(ids)),
    valueIn(await keys.makeParticipantKeys(programme, ids)),
    valueIn(await keys.makeParticipantKeys(randomUUID(), ids)),
  ];
  expect(new Set(of.flatMap((made) => [...made.values()].map(hex))).size).toBe(3);
  const own = valueIn(await keys.programmeKey(programme));
  expect(hex(valueIn(await keys.programmeKey(programme)))).toBe(hex(own));
});

test('a key that was destroyed stays so, is nowhere on the disk, and gets no other', async () => {
  const folder = newFolder();
  const keys = valueIn(await openKeys(folder, {}));
  const [gone = '', stays = '', never = ''] = uuids(3);
  const made = valueIn(await keys.makeParticipantKeys(programme, [gone, stays]));
  const sealed = readFileSync(fileIn(folder)).subarray(headerLength + 20, headerLength + 80);
  valueIn(await keys.eraseParticipantKeys(programme, [gone, never]));
  const expected = { [gone]: 'erased', [stays]: hex(made.get(stays)), [never]: 'erased' };
  for (const each of [keys, valueIn(await openKeys(folder, {}))]) {
    const found = valueIn(await each.participantKeys(programme, [gone, stays, never]));
    expect(hexes(found)).toEqual(expected);
    for (const id of [gone, never]) {
      expect(codeOf(await each.makeParticipantKeys(programme, [id]))).toBe('keys.erased');
    }
  }
  expect(readFileSync(fileIn(folder)).includes(sealed.subarray(12, 44))).toBe(false);
  valueIn(await keys.eraseParticipantKeys(programme, [gone]));
});

test('many ask at the same time, and each id has one key', async () => {
  const keys = valueIn(await openKeys(newFolder(), {}));
  const ids = uuids(30);
  const asked = Array.from({ length: 12 }, async (_, at) => {
    const some = ids.slice(at, at + 15);
    const made = valueIn(await keys.makeParticipantKeys(programme, some));
    const found = valueIn(await keys.participantKeys(programme, some));
    expect(hexes(found)).toEqual(hexes(made));
    return made;
  });
  const given = (await Promise.all(asked)).flatMap((made) => [...made]);
  const distinct = new Set(given.map(([id, key]) => `${id} ${hex(key)}`));
  expect(distinct.size).toBe(26);
});

test('a crash while keys are added leaves every whole record, wherever it comes', async () => {
  const folder = newFolder();
  const [before, after] = [uuids(4), uuids(4)];
  const keys = valueIn(await openKeys(folder, {}));
  const acknowledged = valueIn(await keys.makeParticipantKeys(programme, before));
  const header = readFileSync(fileIn(folder)).subarray(0, headerLength);
  const added = valueIn(await keys.makeParticipantKeys(programme, after));
  const whole = readFileSync(fileIn(folder));
  const end = headerLength + before.length * recordLength;
  const lengths = fc.integer({ min: end, max: whole.length });
  await fc.assert(
    fc.asyncProperty(lengths, fc.nat(200), async (length, zeros) => {
      const records = [whole.subarray(headerLength, length), Buffer.alloc(zeros)];
      writeFileSync(fileIn(folder), Buffer.concat([header, ...records]));
      const crashed = valueIn(await openKeys(folder, {}));
      const left = Math.floor((length - end) / recordLength);
      const kept = [...before, ...after.slice(0, left)];
      const found = valueIn(await crashed.participantKeys(programme, kept));
      expect(hexes(found)).toEqual(hexes(new Map([...acknowledged, ...[...added].slice(0, left)])));
      const [next = ''] = uuids(1);
      const made = valueIn(await crashed.makeParticipantKeys(programme, [next, ...before]));
      const opened = valueIn(await openKeys(folder, {}));
      expect(hexes(valueIn(await opened.participantKeys(programme, [next, ...before])))).toEqual(
        hexes(made),
      );
    }),
    { numRuns: 60 },
  );
});

test('a file that lost keys or was damaged is a problem, and nothing is added to it', async () => {
  const folder = newFolder();
  const keys = valueIn(await openKeys(folder, {}));
  valueIn(await keys.makeParticipantKeys(programme, uuids(5)));
  valueIn(await keys.makeParticipantKeys(programme, uuids(5)));
  const whole = readFileSync(fileIn(folder));
  for (let length = headerLength; length < whole.length; length += 37) {
    writeFileSync(fileIn(folder), whole);
    truncateSync(fileIn(folder), length);
    expect(codeOf(await openKeys(folder, {}))).toBe('keys.file_short');
  }
  const damaged = Buffer.from(whole);
  damaged.writeUInt8(damaged.readUInt8(headerLength + 200) ^ 1, headerLength + 200);
  writeFileSync(fileIn(folder), damaged);
  expect(codeOf(await openKeys(folder, {}))).toBe('keys.file_damaged');
  writeFileSync(fileIn(folder), 'something else');
  expect(codeOf(await openKeys(folder, {}))).toBe('keys.file_damaged');
  expect(codeOf(await keys.makeParticipantKeys(programme, uuids(1)))).toBe('keys.file_damaged');
  unlinkSync(fileIn(folder));
  expect(codeOf(await keys.participantKeys(programme, []))).toBe('keys.file_lost');
});

test('half a header leaves the one before', async () => {
  const folder = newFolder();
  const ids = uuids(2);
  const keys = valueIn(await openKeys(folder, {}));
  const made = valueIn(await keys.makeParticipantKeys(programme, ids));
  const whole = readFileSync(fileIn(folder));
  for (const at of [20, 84]) {
    const torn = Buffer.from(whole);
    torn.fill(0, at, at + 30);
    writeFileSync(fileIn(folder), torn);
    const opened = await openKeys(folder, {});
    const found = valueIn(await valueIn(opened).participantKeys(programme, ids));
    expect(hexes(found)).toEqual(hexes(made));
  }
});

test('an erasure that a crash cut off in the middle is finished by the next change', async () => {
  const folder = newFolder();
  const [gone = '', stays = ''] = uuids(2);
  const keys = valueIn(await openKeys(folder, {}));
  valueIn(await keys.makeParticipantKeys(programme, [gone, stays]));
  const before = readFileSync(fileIn(folder));
  valueIn(await keys.eraseParticipantKeys(programme, [gone]));
  const crashed = readFileSync(fileIn(folder));
  const key = before.subarray(headerLength + 20, headerLength + 80);
  crashed.set(key, headerLength + 20);
  writeFileSync(fileIn(folder), crashed);
  const opened = valueIn(await openKeys(folder, {}));
  expect(valueIn(await opened.participantKeys(programme, [gone])).get(gone)).toBe('erased');
  valueIn(await opened.makeParticipantKeys(programme, [stays]));
  expect(readFileSync(fileIn(folder)).includes(key)).toBe(false);
});

test('the environment gives the master key, as itself or in a file; it is not written', async () => {
  const folder = newFolder();
  const digits = randomBytes(32).toString('hex');
  const path = join(root, 'the-master-key');
  writeFileSync(path, `${digits}\n`);
  const ids = uuids(1);
  const env = { OUTTURN_MASTER_KEY: digits };
  const made = valueIn(await valueIn(await openKeys(folder, env)).makePersonKeys(ids));
  const opened = valueIn(await openKeys(folder, { OUTTURN_MASTER_KEY: path }));
  expect(hexes(valueIn(await opened.personKeys(ids)))).toEqual(hexes(made));
  expect(existsSync(join(folder, 'master.key'))).toBe(false);
});

test('a master key that is lost, another or no key is said, and no other is made', async () => {
  const folder = newFolder();
  valueIn(await valueIn(await openKeys(folder, {})).makePersonKeys(uuids(1)));
  const other = { OUTTURN_MASTER_KEY: randomBytes(32).toString('hex') };
  expect(codeOf(await openKeys(folder, other))).toBe('keys.master_other');
  const wrong = await openKeys(folder, { OUTTURN_MASTER_KEY: 'hunter2' });
  expect(codeOf(wrong)).toBe('keys.master_not_understood');
  expect(JSON.stringify(wrong)).not.toContain('hunter2');
  unlinkSync(join(folder, 'master.key'));
  expect(codeOf(await openKeys(folder, {}))).toBe('keys.master_missing');
  expect(codeOf(await openKeys(newFolder(), {}, { isInUse: true }))).toBe('keys.master_missing');
  writeFileSync(join(folder, 'master.key'), 'short');
  expect(codeOf(await openKeys(folder, {}))).toBe('keys.master_unreadable');
});

test('that there is no key for somebody is a problem', async () => {
  const keys = valueIn(await openKeys(newFolder(), {}));
  const [known = '', unknown = ''] = uuids(2);
  valueIn(await keys.makePersonKeys([known]));
  const found = await keys.personKeys([known, unknown]);
  expect(codeOf(found)).toBe('keys.missing');
  expect(JSON.stringify(found)).toContain(unknown);
});

test('a copy holds the keys without the destroyed, and is put back under any master', async () => {
  const [folder, copy, place] = [newFolder(), newFolder(), newFolder()];
  const keys = valueIn(await openKeys(folder, {}));
  const [gone = '', stays = ''] = uuids(2);
  valueIn(await keys.makeParticipantKeys(programme, [gone, stays]));
  valueIn(await keys.makePersonKeys([stays]));
  const sealed = readFileSync(fileIn(folder)).subarray(headerLength + 20, headerLength + 80);
  valueIn(await keys.eraseParticipantKeys(programme, [gone]));
  expect(valueIn(await keys.copyTo(copy))).toEqual({ keys: 3, hasMasterKey: true });
  expect(readdirSync(copy).toSorted()).toEqual([`${programme}.keys`, 'master.key', 'persons.keys']);
  expect(readFileSync(fileIn(copy)).includes(sealed)).toBe(false);
  const env = { OUTTURN_MASTER_KEY: randomBytes(32).toString('hex') };
  const restored = valueIn(await openKeys(place, env));
  expect(valueIn(await restored.restoreFrom(copy))).toBe(3);
  await expectSame(restored, keys, [gone, stays]);
  expect(valueIn(await restored.restoreFrom(copy))).toBe(3);
  await expectSame(restored, keys, [gone, stays]);
});

test('a copy from before an erasure does not bring the key back', async () => {
  const [folder, copy] = [newFolder(), newFolder()];
  const keys = valueIn(await openKeys(folder, {}));
  const ids = uuids(2);
  const [gone = ''] = ids;
  valueIn(await keys.makePersonKeys(ids));
  valueIn(await keys.copyTo(copy));
  valueIn(await keys.erasePersonKeys([gone]));
  valueIn(await keys.restoreFrom(copy));
  expect(valueIn(await keys.personKeys([gone])).get(gone)).toBe('erased');
});

test('a copy that disagrees with the keys here is refused', async () => {
  const [folder, copy] = [newFolder(), newFolder()];
  const ids = uuids(1);
  valueIn(await valueIn(await openKeys(folder, {})).makePersonKeys(ids));
  const other = valueIn(await openKeys(copy, {}));
  valueIn(await other.makePersonKeys(ids));
  const restored = await valueIn(await openKeys(folder, {})).restoreFrom(copy);
  expect(codeOf(restored)).toBe('keys.other_here');
});

test('another file in the place of the one that was read is read anew', async () => {
  const [folder, copy] = [newFolder(), newFolder()];
  const env = { OUTTURN_MASTER_KEY: randomBytes(32).toString('hex') };
  const keys = valueIn(await openKeys(folder, env));
  const other = valueIn(await openKeys(copy, env));
  valueIn(await keys.makePersonKeys(uuids(3)));
  const ids = uuids(2);
  const made = valueIn(await other.makePersonKeys(ids));
  copyFileSync(join(copy, 'persons.keys'), join(folder, 'persons.keys'));
  expect(hexes(valueIn(await keys.personKeys(ids)))).toEqual(hexes(made));
});

test('a folder that cannot be made or is not there is a problem', async () => {
  const file = join(root, 'a-file');
  writeFileSync(file, '');
  expect(codeOf(await openKeys(join(file, 'keys'), {}))).toBe('keys.unusable');
  const keys = valueIn(await openKeys(newFolder(), {}));
  expect(codeOf(await keys.copyTo(join(file, 'copy')))).toBe('keys.unusable');
  expect(codeOf(await keys.restoreFrom(newFolder()))).toBe('keys.unusable');
});

test('a lock that a program left behind when it was killed holds nobody up', async () => {
  const folder = newFolder();
  const keys = valueIn(await openKeys(folder, {}));
  mkdirSync(join(folder, 'persons.keys.lock'));
  writeFileSync(join(folder, 'persons.keys.lock', '99999999-1-0-abcdef'), '');
  valueIn(await keys.makePersonKeys(uuids(1)));
});

async function expectSame(one: Keys, other: Keys, ids: readonly string[]): Promise<void> {
  const both = await Promise.all([one, other].map((keys) => keys.participantKeys(programme, ids)));
  const [first, second] = both.map((found) => hexes(valueIn(found)));
  expect(first).toEqual(second);
}

function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  return result.value;
}

function codeOf(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : result.problems[0]?.code;
}

function hex(key: Uint8Array | 'erased' | undefined): string {
  return typeof key === 'object' ? Buffer.from(key).toString('hex') : String(key);
}

function hexes(keys: ReadonlyMap<string, Uint8Array | 'erased'>): Record<string, string> {
  return Object.fromEntries([...keys].map(([id, key]) => [id, hex(key)]));
}

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Result } from '../../problem/index.ts';
import { openKeys } from './keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'outturn-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const project = join(import.meta.dirname, '../../..');
const programme = randomUUID();
const uuids = (count: number) => Array.from({ length: count }, () => randomUUID() as string);

test('two programs that make keys at once agree on each, and none is lost', async () => {
  const ids = uuids(60);
  const asked = ids.map((_, at) => ids.slice(at, at + 20));
  const given = await Promise.all([
    runProgram(makes(asked)),
    runProgram(makes(asked.toReversed())),
  ]);
  const [first, second] = given.map(keysIn);
  expect(first?.size).toBe(60);
  expect(first).toEqual(second);
  const keys = valueIn(await openKeys(folder, {}));
  expect(hexes(valueIn(await keys.participantKeys(programme, ids)))).toEqual(first);
});

test('what another program destroyed is seen at once', async () => {
  const ids = uuids(3);
  const [gone = ''] = ids;
  const keys = valueIn(await openKeys(folder, {}));
  const made = hexes(valueIn(await keys.makeParticipantKeys(programme, ids)));
  await runProgram(`await keys.eraseParticipantKeys(programme, ${JSON.stringify([gone])});`);
  const found = hexes(valueIn(await keys.participantKeys(programme, ids)));
  expect(found).toEqual(new Map([...made, [gone, 'erased']]));
});

test('a program that is killed while it makes keys loses none that it had told of', async () => {
  const told: string[] = [];
  const ids = uuids(1000);
  const asked = ids.map((id) => [id]);
  await runProgram(makes(asked), (text, kill) => {
    told.push(text);
    if (told.join('').length > 5000) kill();
  });
  const known = keysIn(told.join('').replace(/[^\n]*$/, ''));
  expect(known.size).toBeGreaterThan(10);
  const keys = valueIn(await openKeys(folder, {}));
  const found = valueIn(await keys.participantKeys(programme, [...known.keys()]));
  expect(hexes(found)).toEqual(known);
  valueIn(await keys.makeParticipantKeys(programme, ids));
});

function makes(asked: readonly (readonly string[])[]): string {
  return `for (const ids of ${JSON.stringify(asked)}) {
    const made = await keys.makeParticipantKeys(programme, ids);
    const lines = [...made.value].map(([id, key]) => id + ' ' + Buffer.from(key).toString('hex'));
    process.stdout.write(lines.join('\\n') + '\\n');
  }`;
}

async function runProgram(
  text: string,
  onOutput: (text: string, kill: () => void) => void = () => {},
): Promise<string> {
  const program = `import { openKeys } from './src/store/keys/index.ts';
    const keys = (await openKeys(${JSON.stringify(folder)}, {})).value;
    const programme = ${JSON.stringify(programme)};
    ${text}`;
  const words = ['--import', 'tsx', '--input-type=module', '-e', program];
  const child = spawn(process.execPath, words, {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    output.push(piece);
    onOutput(piece, () => child.kill('SIGKILL'));
  });
  return new Promise((resolve) => child.on('close', () => resolve(output.join(''))));
}

function keysIn(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(0, 36), line.slice(37)]));
}

function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  return result.value;
}

function hexes(keys: ReadonlyMap<string, Uint8Array | 'erased'>): Map<string, string> {
  return new Map(
    [...keys].map(([id, key]) => [id, key === 'erased' ? key : Buffer.from(key).toString('hex')]),
  );
}

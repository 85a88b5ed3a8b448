// An auditor verifies a record outside the service that wrote it, with the file alone.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import { exportRecord, verifyRecord } from '../../src/service/record/index.ts';
import { aService } from '../support/made-facts.ts';
import { got } from '../support/made-organisations.ts';
import { aPublishedProgramme, aStaff } from '../support/made-programmes.ts';
import { runBeside } from '../support/run-outturn.ts';
import { aStore } from '../support/with-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'outturn-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { service } = await aService(await aStore());
const staff = await aStaff(service);
const programme = await aPublishedProgramme({ service, staff });
const asked = { actor: await staff.as('auditor'), input: { chain: programme } };
const { body } = got(await perform(service, exportRecord, asked));
const text = String(body);
const { entries, head } = got(await perform(service, verifyRecord, asked));

function put(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function verify(...words: readonly string[]) {
  const { status, stdout } = await runBeside(['verify', ...words, '--format', 'json']);
  return { status, ...JSON.parse(stdout) };
}

const codes = async (...words: readonly string[]) => {
  const { status, problems } = await verify(...words);
  return [
    status,
    ...problems.map(({ code, line }: { code: string; line: number }) => [code, line]),
  ];
};

test('a record that was exported holds, by its hash and by one that was noted before', async () => {
  const path = put('record.ndjson', text);
  const holds = { status: 0, holds: true, chain: programme, entries, head };
  expect(await verify(path)).toEqual(holds);
  const [first = ''] = text.split('\n');
  const { hash } = JSON.parse(first);
  expect(await verify(path, '--head', hash)).toEqual({ ...holds, noted: 1 });
  const { stdout } = await runBeside(['verify', path]);
  expect(stdout).toContain(`It holds: ${entries} entries.`);
  expect(stdout).toContain(head);
});

test('what was changed, left out, or put in is found at its entry', async () => {
  const lines = text.trimEnd().split('\n');
  const [first = '', second = ''] = lines;
  const changed = JSON.parse(second);
  const other = { ...changed, act: 'programmes.other' };
  const withOther = [first, JSON.stringify(other), ...lines.slice(2)].join('\n');
  expect(await codes(put('changed.ndjson', withOther))).toEqual([1, ['record.broken', 2]]);
  const without = [first, ...lines.slice(2)].join('\n');
  expect(await codes(put('without.ndjson', without))).toEqual([1, ['record.broken', 3]]);
  const twice = [first, second, second, ...lines.slice(2)].join('\n');
  expect(await codes(put('twice.ndjson', twice))).toEqual([1, ['record.broken', 2]]);
});

test('what was cut off the end shows by the hash that was noted', async () => {
  const cut = put('cut.ndjson', text.trimEnd().split('\n').slice(0, -1).join('\n'));
  expect((await verify(cut)).status).toBe(0);
  expect(await codes(cut, '--head', head)).toEqual([1, ['record.ends_otherwise', 0]]);
});

test('what is no record is said to be none', async () => {
  const other = createHash('sha256').update('other').digest('hex');
  expect(await codes(put('text.ndjson', 'Dear auditor'))).toEqual([
    1,
    ['record.line_unreadable', 1],
  ]);
  expect(await codes(put('empty.ndjson', ''))).toEqual([1, ['record.empty', 0]]);
  expect(await codes(join(folder, 'nowhere.ndjson'))).toEqual([1, ['record.unreadable', 0]]);
  expect((await codes(put('short.ndjson', text), '--head', other.slice(1)))[0]).toBe(2);
  const [first = ''] = text.split('\n');
  const stranger = JSON.stringify({ ...JSON.parse(first), chain: staff.organisation });
  expect(await codes(put('two.ndjson', `${first}\n${stranger}\n`))).toEqual([
    1,
    ['record.of_two', 2],
  ]);
});

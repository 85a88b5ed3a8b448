import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Result } from '../../problem/index.ts';
import { everyFileType, type FileType } from './file-type.ts';
import { type Files, openFiles } from './files.ts';

const root = mkdtempSync(join(tmpdir(), 'outturn-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const seal = { key: randomBytes(32), bound: 'evidence 12' };
const newFolder = () => join(root, randomUUID());
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(200_000)]);

test('a file is kept sealed under the hash of what is stored, and read back', async () => {
  const folder = newFolder();
  const files = valueIn(await openFiles(folder));
  const kept = valueIn(await keep(files, pdf));
  expect(kept).toMatchObject({
    type: 'pdf',
    mediaType: 'application/pdf',
    extension: 'pdf',
    bytes: pdf.length,
    contentHash: createHash('sha256').update(pdf).digest('hex'),
  });
  const path = join(folder, kept.name.slice(0, 2), kept.name.slice(2, 4), kept.name);
  const stored = readFileSync(path);
  expect(createHash('sha256').update(stored).digest('hex')).toBe(kept.name);
  expect(stored.includes(pdf.subarray(0, 9))).toBe(false);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  const content = valueIn(await files.read({ name: kept.name, seal }));
  expect(content.bytes).toBe(pdf.length);
  expect((await bytesOf(content.pieces)).equals(pdf)).toBe(true);
});

test('the same content sent twice is stored twice, each for whom it is about', async () => {
  const files = valueIn(await openFiles(newFolder()));
  const other = { ...seal, key: randomBytes(32) };
  const kept = [valueIn(await keep(files, pdf)), valueIn(await keep(files, pdf, { seal: other }))];
  expect(new Set(kept.map(({ name }) => name)).size).toBe(2);
  const [first = '', second = ''] = kept.map(({ name }) => name);
  expect(codeOf(await files.read({ name: second, seal }))).toBe('stored_file.not_opened');
  expect((await files.read({ name: first, seal })).ok).toBe(true);
  const elsewhere = { ...seal, bound: 'evidence 13' };
  expect(codeOf(await files.read({ name: first, seal: elsewhere }))).toBe('stored_file.not_opened');
});

test('a file of any length that arrives in pieces of any length is the same file', async () => {
  const files = valueIn(await openFiles(newFolder()));
  const lengths = fc.integer({ min: 1, max: 200_000 });
  await fc.assert(
    fc.asyncProperty(lengths, lengths, async (length, step) => {
      const text = Buffer.from('Sam began work. '.repeat(Math.ceil(length / 16)).slice(0, length));
      const kept = valueIn(await files.keep(inPieces(text, step), asked()));
      const content = valueIn(await files.read({ name: kept.name, seal }));
      expect((await bytesOf(content.pieces)).equals(text)).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test('a file over the limit is read no further, and nothing of it stays', async () => {
  const folder = newFolder();
  const files = valueIn(await openFiles(folder));
  let given = 0;
  async function* endless() {
    for (;;) {
      given += 1;
      yield Buffer.from('text without end\n'.repeat(1000));
    }
  }
  const refused = await files.keep(endless(), { ...asked(), bytesMax: 100_000 });
  expect(codeOf(refused)).toBe('upload.too_large');
  expect(given).toBeLessThan(10);
  expect((await keep(files, pdf, { bytesMax: pdf.length })).ok).toBe(true);
  expect(codeOf(await keep(files, pdf, { bytesMax: pdf.length - 1 }))).toBe('upload.too_large');
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
});

test('what a file is called does not matter, and what it holds does', async () => {
  const files = valueIn(await openFiles(newFolder()));
  const refused = async (text: string, types: readonly FileType[] = everyFileType) =>
    codeOf(await keep(files, Buffer.from(text, 'latin1'), { types }));
  expect(await refused('')).toBe('upload.empty');
  expect(await refused('<html><script>x()</script>')).toBe('upload.type_refused');
  expect(await refused('%PDF-1.7', ['png', 'csv'])).toBe('upload.type_refused');
  expect(await refused(`plain text ${'a'.repeat(70_000)}\xff`)).toBe('upload.text_unreadable');
  expect(await refused('text that rings \x07 a bell')).toBe('upload.text_unreadable');
  expect(await refused('PAR1 and no more')).toBe('upload.not_whole');
  expect(await refused('PAR1 to the PAR1')).toBeUndefined();
  expect(await refused('a,b\n1,2\n', ['text'])).toBeUndefined();
  const message = await keep(files, pdf, { types: ['png', 'jpeg', 'csv'] });
  expect(message).toMatchObject({
    problems: [{ message: 'By its content this is PDF, and may be PNG, JPEG or CSV.' }],
  });
});

test('a spreadsheet is taken, and one with macros or anything else packed is not', async () => {
  const files = valueIn(await openFiles(newFolder()));
  const sheet = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml'];
  const printed = [...sheet, 'xl/printerSettings/printerSettings1.bin'];
  expect(valueIn(await keep(files, packed(printed))).type).toBe('xlsx');
  for (const part of ['xl/vbaProject.bin', 'xl/macrosheets/sheet1.xml', 'xl/embeddings/a.bin']) {
    expect(codeOf(await keep(files, packed([...sheet, part])))).toBe('upload.runs');
  }
  const document = ['[Content_Types].xml', 'word/document.xml'];
  expect(codeOf(await keep(files, packed(document)))).toBe('upload.type_refused');
  expect(codeOf(await keep(files, packed(sheet).subarray(0, -30)))).toBe('upload.not_whole');
});

test('a spreadsheet of several megabytes is known by the directory at its end', async () => {
  const files = valueIn(await openFiles(newFolder()));
  const many = packed(['[Content_Types].xml', 'xl/workbook.xml'], 3_000_000);
  expect(valueIn(await files.keep(inPieces(many, 65_536), asked())).type).toBe('xlsx');
});

test('a file that is gone or damaged is said before any of it is sent', async () => {
  const folder = newFolder();
  const files = valueIn(await openFiles(folder));
  const { name } = valueIn(await keep(files, pdf));
  const path = join(folder, name.slice(0, 2), name.slice(2, 4), name);
  const whole = readFileSync(path);
  for (const damaged of [whole.subarray(0, -1), whole.subarray(0, 30), Buffer.alloc(0)]) {
    writeFileSync(path, damaged);
    expect(codeOf(await files.read({ name, seal }))).toBe('stored_file.damaged');
  }
  rmSync(path);
  expect(codeOf(await files.read({ name, seal }))).toBe('stored_file.missing');
});

test('a sender who breaks off leaves nothing, and the fault is passed on', async () => {
  const folder = newFolder();
  const files = valueIn(await openFiles(folder));
  async function* broken() {
    yield pdf;
    throw new Error('the sender went away');
  }
  await expect(files.keep(broken(), asked())).rejects.toThrow('the sender went away');
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
});

test('what nothing names is removed once it is old, and nothing else is', async () => {
  const folder = newFolder();
  const files = valueIn(await openFiles(folder));
  const names: string[] = [];
  for (let count = 0; count < 4; count += 1) names.push(valueIn(await keep(files, pdf)).name);
  const [named = '', orphan = '', young = ''] = names;
  const old = new Date('2027-01-01T00:00:00Z');
  const before = new Date('2027-01-02T00:00:00Z');
  const later = new Date('2027-01-03T00:00:00Z');
  const pathOf = (name: string) => join(folder, name.slice(0, 2), name.slice(2, 4), name);
  for (const name of names) utimesSync(pathOf(name), old, name === young ? later : old);
  const part = join(folder, 'incoming', 'cut-off.part');
  writeFileSync(part, 'half a file');
  utimesSync(part, old, old);
  const asked: string[] = [];
  const findNamed = async (some: readonly string[]) => {
    asked.push(...some);
    return new Set(some.filter((name) => name === named));
  };
  expect(valueIn(await files.sweep({ before, findNamed }))).toBe(3);
  expect(asked).not.toContain(young);
  const left: string[] = [];
  for await (const { name } of files.list()) left.push(name);
  expect(left.toSorted()).toEqual([named, young].toSorted());
  expect(left).not.toContain(orphan);
  expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
});

test('a folder that cannot be made is a problem', async () => {
  const file = join(root, 'a-file');
  writeFileSync(file, '');
  expect(codeOf(await openFiles(join(file, 'files')))).toBe('stored_file.folder_unusable');
});

function asked() {
  return { bytesMax: 10_000_000, types: everyFileType, seal };
}

async function keep(files: Files, content: Buffer, change: Partial<ReturnType<typeof asked>> = {}) {
  return files.keep(inPieces(content, 20_000), { ...asked(), ...change });
}

async function* inPieces(content: Buffer, step: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += step) yield content.subarray(at, at + step);
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** A folder packed without pressing it, with these names and as much content in each. */
function packed(names: readonly string[], length = 3): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const name of names) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(length, 18);
    local.writeUInt32LE(length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), Buffer.alloc(length, 'x'));
    entries.push(entry, Buffer.from(name));
    at += 30 + name.length + length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(Buffer.concat(entries).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...entries, end]);
}

function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  return result.value;
}

function codeOf(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : result.problems[0]?.code;
}

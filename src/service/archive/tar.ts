import type { FileHandle } from 'node:fs/promises';

// A tape archive as POSIX.1-1988 has it (ustar): for each file a block that names it and says how
// long it is, its bytes, and nothing up to the next whole block; two blocks of nothing at the end.

const blockLength = 512;
const magicAt = 257;
const magic = 'ustar';

/** A file of an archive: its name, and where its bytes stand. */
export type TarEntry = Readonly<{ name: string; from: number; bytes: number }>;

/** A file as it stands in an archive. */
export function tarFile(name: string, content: Uint8Array): Uint8Array {
  const rest = (blockLength - (content.length % blockLength)) % blockLength;
  return Buffer.concat([headOf(name, content.length), content, Buffer.alloc(rest)]);
}

/** What stands after the last file. */
export function tarEnd(): Uint8Array {
  return Buffer.alloc(2 * blockLength);
}

/** Whether something that begins so is an archive. */
export function isTar(start: Uint8Array): boolean {
  return Buffer.from(start.subarray(magicAt, magicAt + magic.length)).toString('latin1') === magic;
}

/** The plain files of an archive in their order; undefined where it is cut off or damaged. */
export async function readTar(handle: FileHandle): Promise<readonly TarEntry[] | undefined> {
  const { size } = await handle.stat();
  const entries: TarEntry[] = [];
  const head = Buffer.alloc(blockLength);
  for (let at = 0; ; ) {
    const { bytesRead } = await handle.read(head, 0, blockLength, at);
    if (bytesRead < blockLength) return undefined;
    if (head.every((byte) => byte === 0)) return entries;
    const bytes = lengthIn(head);
    const from = at + blockLength;
    if (bytes === undefined || from + bytes > size) return undefined;
    entries.push({ name: textIn(head, fields.name), from, bytes });
    at = from + Math.ceil(bytes / blockLength) * blockLength;
  }
}

type Field = readonly [from: number, length: number];

const fields = {
  name: [0, 100],
  mode: [100, 8],
  owner: [108, 8],
  group: [116, 8],
  bytes: [124, 12],
  changed: [136, 12],
  sum: [148, 8],
  sort: [156, 1],
  magic: [magicAt, 8],
} as const satisfies Record<string, Field>;

/** Nothing in it says who wrote it or when: the same files are the same archive. */
function headOf(name: string, bytes: number): Buffer {
  const head = Buffer.alloc(blockLength);
  head.write(name, ...fields.name, 'latin1');
  for (const [field, number] of [
    [fields.mode, 0o600],
    [fields.owner, 0],
    [fields.group, 0],
    [fields.bytes, bytes],
    [fields.changed, 0],
  ] as const) {
    head.write(octal(number, field), field[0], 'latin1');
  }
  head.write('0', fields.sort[0], 'latin1');
  head.write(`${magic}\u000000`, magicAt, 'latin1');
  head.write(`${octal(sumOf(head), [0, 7])}\0 `, fields.sum[0], 'latin1');
  return head;
}

function octal(number: number, [, length]: Field): string {
  return number.toString(8).padStart(length - 1, '0');
}

/** The sum of a head is reckoned as if blanks stood in its place. */
function sumOf(head: Uint8Array): number {
  const [from, length] = fields.sum;
  const sum = head.reduce((all, byte) => all + byte, 0);
  const own = head.subarray(from, from + length).reduce((all, byte) => all + byte, 0);
  return sum - own + length * ' '.charCodeAt(0);
}

/** How long a file is, where this is the head of a plain one. */
function lengthIn(head: Buffer): number | undefined {
  const isWhole = isTar(head) && Number.parseInt(textIn(head, fields.sum), 8) === sumOf(head);
  const isPlain = head[fields.sort[0]] === '0'.charCodeAt(0);
  const bytes = Number.parseInt(textIn(head, fields.bytes), 8);
  return isWhole && isPlain && Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : undefined;
}

function textIn(head: Buffer, [from, length]: Field): string {
  const text = head.toString('latin1', from, from + length);
  return text.split('\0')[0] ?? '';
}

import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Result } from '../../problem/index.ts';
import { replaceDurably } from './durable-file.ts';
import { changeKeyFile, type KeyFile, type OpenKeyFile } from './key-file.ts';
import { headerLength, headerSlot } from './key-header.ts';
import { recordLength } from './key-record.ts';
import { type MasterKey, masterKeyPath } from './master-key.ts';

/** What a copy holds: whoever has the master key with it can read what the keys sealed. */
export type KeysCopy = Readonly<{ keys: number; hasMasterKey: boolean }>;

export type CopyAsked = Readonly<{
  files: readonly KeyFile[];
  master: MasterKey;
  folder: string;
}>;

/**
 * Copies each file as it stands between two changes. Keys that were destroyed are zeros there; that
 * they were is copied too. The master key goes along where it lies in the folder of keys, and not
 * where the operator keeps it elsewhere.
 */
export async function copyKeys({ files, master, folder }: CopyAsked): Promise<Result<KeysCopy>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let keys = 0;
  for (const file of files) {
    const copied = await changeKeyFile(file, (open) => copyFile(open, folder));
    if (!copied.ok) return copied;
    keys += copied.value;
  }
  if (master.isInFolder) {
    const text = `${Buffer.from(master.key).toString('hex')}\n`;
    await replaceDurably(masterKeyPath(folder), [Buffer.from(text)]);
  }
  return { ok: true, value: { keys, hasMasterKey: master.isInFolder } };
}

async function copyFile({ file, contents }: OpenKeyFile, folder: string): Promise<Result<number>> {
  const { count, records } = contents;
  const slot = headerSlot({ ...contents.header, count });
  const header = Buffer.alloc(headerLength);
  header.set(slot.bytes, slot.at);
  const pieces = [header, records.subarray(0, count * recordLength)];
  await replaceDurably(join(folder, basename(file.path)), pieces);
  return { ok: true, value: count };
}

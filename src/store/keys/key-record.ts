import { crc32 } from 'node:zlib';
import { assert } from '../../problem/index.ts';
import { type Key, seal, sealLength, unseal } from './seal.ts';
import { readUuid, writeUuid } from './uuid-bytes.ts';

// A record is check (4 bytes), id (16), key (60: sealed under the file's own key, which comes from
// the master key, and bound to the id). The check says which of three things it is:
//   live    the checksum of all the rest
//   erased  the checksum of the id with a word before it; then the key is zeros, or about to be
//   neither a record that a crash left half written, or one that was damaged
// A multiple of 16, so that the four bytes of a check never lie in two sectors of a disk: a live
// record becomes an erased one in one step.

export const keyLength = 32;
const idAt = 4;
const keyAt = 20;
export const recordLength = keyAt + keyLength + sealLength;

/** Where in a record its key stands, and how many bytes it takes. */
export const keyPlace = { at: keyAt, length: keyLength + sealLength } as const;

export type RecordState = 'live' | 'erased' | 'broken';

export function recordState(records: Buffer, at: number): RecordState {
  const check = records.readUInt32LE(at);
  if (check === liveCheck(records, at)) return 'live';
  return check === erasedCheck(records, at) ? 'erased' : 'broken';
}

export function recordId(records: Buffer, at: number): string {
  return readUuid(records, at + idAt);
}

/** The key of a live record. */
export function openRecord(records: Buffer, at: number, sealing: Key): Key {
  const key = unseal(sealing, keyBytes(records, at), idBytes(records, at));
  assert(key.ok, 'a whole record of a key opens with the master key that the file names');
  return key.value;
}

/** Whether the key of an erased record is still to be overwritten. */
export function hasKeyLeft(records: Buffer, at: number): boolean {
  return keyBytes(records, at).some((byte) => byte !== 0);
}

export type NewKey = Readonly<{ id: string; key: Key; sealing: Key }>;

export function writeLiveRecord(records: Buffer, at: number, { id, key, sealing }: NewKey): void {
  assert(key.length === keyLength, 'every key has the same length');
  writeUuid(records, at + idAt, id);
  records.set(seal(sealing, key, idBytes(records, at)), at + keyAt);
  records.writeUInt32LE(liveCheck(records, at), at);
}

export function writeErasedRecord(records: Buffer, at: number, id: string): void {
  writeUuid(records, at + idAt, id);
  keyBytes(records, at).fill(0);
  records.set(erasedMark(records, at), at);
}

/** What makes a record erased, whatever its key still is: it is written over the check alone. */
export function erasedMark(records: Buffer, at: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(erasedCheck(records, at));
  return bytes;
}

function liveCheck(records: Buffer, at: number): number {
  return crc32(records.subarray(at + idAt, at + recordLength));
}

function erasedCheck(records: Buffer, at: number): number {
  return crc32(idBytes(records, at), crc32('erased'));
}

function idBytes(records: Buffer, at: number): Buffer {
  return records.subarray(at + idAt, at + keyAt);
}

function keyBytes(records: Buffer, at: number): Buffer {
  return records.subarray(at + keyAt, at + recordLength);
}

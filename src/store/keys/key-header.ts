import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * What stands at the start of a file of keys. It is written in two places by turns, and the later
 * whole one counts, so that a crash while it is written leaves the one before.
 */
export type KeyHeader = Readonly<{
  /** Drawn for the file when it is made: another file in its place is known by it. */
  file: string;
  /** What the master key makes of the file's name: another master key is known by it. */
  masterMark: Buffer;
  /** Rises when keys begin to be erased and when they have been, so that others look again. */
  erasures: number;
  /** How many records are certain to be on the disk: fewer than that have been lost. */
  count: number;
  /** How often the header was written. */
  turn: number;
}>;

const magic = 'outkeys1';
const slotLength = 64;

/** Where the records begin. */
export const headerLength = 2 * slotLength;

export function newHeader(masterMark: Buffer): KeyHeader {
  return { file: randomBytes(8).toString('hex'), masterMark, erasures: 0, count: 0, turn: 0 };
}

/** Whether keys are being erased just now, or were when a program came to a sudden end. */
export function isErasing({ erasures }: KeyHeader): boolean {
  return erasures % 2 === 1;
}

/** The later of the two headers that are whole. */
export function findHeader(bytes: Buffer): KeyHeader | undefined {
  const slots = [0, slotLength].flatMap((at) => findSlot(bytes.subarray(at, at + slotLength)));
  return slots.toSorted((one, other) => other.turn - one.turn)[0];
}

function findSlot(slot: Buffer): readonly KeyHeader[] {
  const isWhole =
    slot.length === slotLength &&
    slot.toString('latin1', 0, 8) === magic &&
    slot.readUInt32LE(60) === crc32(slot.subarray(0, 60));
  if (!isWhole) return [];
  return [
    {
      file: slot.toString('hex', 8, 16),
      masterMark: Buffer.from(slot.subarray(16, 32)),
      erasures: Number(slot.readBigUInt64LE(32)),
      count: Number(slot.readBigUInt64LE(40)),
      turn: Number(slot.readBigUInt64LE(48)),
    },
  ];
}

/** The bytes of a header, and where in the file this turn's place is. */
export function headerSlot(header: KeyHeader): Readonly<{ bytes: Buffer; at: number }> {
  const bytes = Buffer.alloc(slotLength);
  bytes.write(magic, 'latin1');
  bytes.write(header.file, 8, 'hex');
  bytes.set(header.masterMark, 16);
  bytes.writeBigUInt64LE(BigInt(header.erasures), 32);
  bytes.writeBigUInt64LE(BigInt(header.count), 40);
  bytes.writeBigUInt64LE(BigInt(header.turn), 48);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 60)), 60);
  return { bytes, at: (header.turn % 2) * slotLength };
}

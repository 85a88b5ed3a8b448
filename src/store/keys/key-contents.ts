import { headerLength, type KeyHeader } from './key-header.ts';
import { hasKeyLeft, recordId, recordLength, recordState } from './key-record.ts';

/** What a file of keys held when it was last looked at: its whole records, keys still sealed. */
export type KeyContents = {
  header: KeyHeader;
  records: Buffer;
  count: number;
  /** The number of each id's record. */
  readonly places: Map<string, number>;
  /** Erased records whose key a crash left to be overwritten. */
  readonly halfErased: number[];
};

export function emptyContents(header: KeyHeader): KeyContents {
  return { header, records: Buffer.alloc(0), count: 0, places: new Map(), halfErased: [] };
}

/** Where in the file the first record stands that is not yet known. */
export function contentsEnd({ count }: KeyContents): number {
  return headerLength + count * recordLength;
}

/**
 * Takes in what follows in the file, up to the first record that is not whole: another program may
 * be writing it, or a crash has cut it off.
 */
export function takeRecords(contents: KeyContents, bytes: Buffer): void {
  const first = contents.count;
  const whole = wholeRecords(bytes);
  contents.records = joined(contents, bytes.subarray(0, whole * recordLength));
  contents.count = first + whole;
  for (let number = first; number < contents.count; number += 1) {
    const at = number * recordLength;
    contents.places.set(recordId(contents.records, at), number);
    const isErased = recordState(contents.records, at) === 'erased';
    if (isErased && hasKeyLeft(contents.records, at)) contents.halfErased.push(number);
  }
}

function wholeRecords(bytes: Buffer): number {
  const records = Math.floor(bytes.length / recordLength);
  for (let number = 0; number < records; number += 1) {
    if (recordState(bytes, number * recordLength) === 'broken') return number;
  }
  return records;
}

// Room for as much again, so that keys made one by one are not all copied for each.
function joined({ records, count }: KeyContents, more: Buffer): Buffer {
  const used = count * recordLength;
  const needed = used + more.length;
  const room = needed <= records.length ? records : Buffer.alloc(Math.max(needed, 2 * used));
  if (room !== records) room.set(records.subarray(0, used));
  room.set(more, used);
  return room;
}

const endMark = Buffer.from('PK\x05\x06', 'latin1');
const entryMark = 0x02014b50;
const endLength = 22;
const entryLength = 46;

/** At most so much from the end of a packed folder is looked at for its directory. */
export const directoryMax = 262_144;

/**
 * The names in a packed folder (ZIP), from the directory at its end; undefined where there is no
 * whole one in these last bytes of it, as in one that was cut off or has very many names.
 */
export function findPackedNames(tail: Buffer): readonly string[] | undefined {
  const end = tail.lastIndexOf(endMark);
  if (end < 0 || end + endLength > tail.length) return undefined;
  const count = tail.readUInt16LE(end + 10);
  let at = end - tail.readUInt32LE(end + 12);
  const names: string[] = [];
  while (names.length < count) {
    if (at < 0 || at + entryLength > end || tail.readUInt32LE(at) !== entryMark) return undefined;
    const nameAt = at + entryLength;
    const nameEnd = nameAt + tail.readUInt16LE(at + 28);
    names.push(tail.toString('utf8', nameAt, nameEnd));
    at = nameEnd + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32);
  }
  return at === end ? names : undefined;
}

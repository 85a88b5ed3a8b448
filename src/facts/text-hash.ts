/** The hash of no text at all. */
export const hashStart: number = 0x811c9dc5 | 0;

/** FNV-1a over code units: a hash and the next unit make the hash of both. */
export function hashed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

export function hashOf(text: string): number {
  let hash = hashStart;
  for (let at = 0; at < text.length; at += 1) hash = hashed(hash, text.charCodeAt(at));
  return hash;
}

/** The slot of a hash among so many, a power of two: its high bits count like its low ones. */
export function slotOf(hash: number, slots: number): number {
  return (hash ^ (hash >>> 15)) & (slots - 1);
}

/**
 * Four whole numbers of 32 bits, never all zero, spread evenly over the seeds: each is FNV-1a of
 * the text from a start of its own, then mixed by the last step of MurmurHash3, so that seeds as
 * alike as "1" and "2" begin far apart.
 */
export function stateOf(seed: string): [number, number, number, number] {
  return [
    mixed(seed, 0x811c9dc5),
    mixed(seed, 0x9e3779b9),
    mixed(seed, 0x7f4a7c15),
    mixed(seed, 0xf39cc060) | 1,
  ];
}

function mixed(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

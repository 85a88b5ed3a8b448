/** Something that is ours to put right. It is thrown, and the work stops, in production too. */
export class Fault extends Error {
  override readonly name = 'Fault';
}

/** Throws a fault unless the invariant, given in words, holds. */
export function assert(condition: unknown, invariant: string): asserts condition {
  if (!condition) throw new Fault(`This must hold, and does not: ${invariant}.`);
}

import type { Fact } from '../../facts/index.ts';

/**
 * Of which kind the facts of an intake are, by their rows, where that is all that is asked of them
 * when another takes their place: so they need not be unsealed for it.
 */
export type KindsOfRows = {
  readonly kinds: string[];
  /** By row the number of its kind, counted from one; 0 where it is not known. */
  numbers: Uint8Array;
};

const kindsMost = 255;

// A file that mends another has its rows far behind those: they are not worth the room.
const rowsMost = 2 ** 26;

export function kindsOfRows(): KindsOfRows {
  return { kinds: [], numbers: new Uint8Array(1024) };
}

/** Notes of which kind the fact of a row is. What is about a cohort is not told by its kind. */
export function noteKind(of: KindsOfRows, row: number, { kind, cohort }: Fact): void {
  if (cohort !== undefined || row >= rowsMost) return;
  const number = numberOf(of, kind);
  if (number > kindsMost) return;
  if (row >= of.numbers.length) {
    const longer = new Uint8Array(2 * row);
    longer.set(of.numbers);
    of.numbers = longer;
  }
  of.numbers[row] = number;
}

// There are few, and mostly it is one of the first.
function numberOf({ kinds }: KindsOfRows, kind: string): number {
  const at = kinds.indexOf(kind);
  return at < 0 ? kinds.push(kind) : at + 1;
}

/** The kind of the fact of a row, where it was noted. */
export function kindOfRow({ kinds, numbers }: KindsOfRows, row: number): string | undefined {
  return kinds[(numbers[row] ?? 0) - 1];
}

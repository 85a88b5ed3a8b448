import type { Day } from '../../calendar/index.ts';
import type { Entry } from '../../ledger/index.ts';
import type { MovedLine } from '../difference/moved-lines.ts';
import type { By } from './by.ts';
import { memorandumEntries } from './memorandum-entries.ts';
import { type Move, movesOfLine } from './moves.ts';
import { addMove, entriesByLine, entriesOfSums, type OwedSums } from './owed-entries.ts';
import { addUnverified, type UnverifiedSums } from './unverified-sums.ts';

/**
 * The books of one settlement while its lines pass: of each that is not as it was, what it moves.
 * By clause nothing is held but sums, however many lines there are.
 */
export type Books = Readonly<{
  day: Day;
  add: (line: MovedLine) => void;
  /** What is owed otherwise than before, by provider, clause and payer or line by line. */
  owed: () => readonly Entry[];
  /** What is owed by nobody yet; with what more is set aside for those attached. */
  memoranda: (reservedMore: bigint) => readonly Entry[];
}>;

/** Opens the books of the settlement of a day. */
export function openBooks(day: Day, by: By): Books {
  const sums: OwedSums = new Map();
  const moves: Move[] = [];
  const unverified: UnverifiedSums = new Map();
  return {
    day,
    add: (line) => {
      for (const move of movesOfLine(line)) {
        if (by === 'line') moves.push(move);
        else addMove(sums, move);
      }
      addUnverified(unverified, line);
    },
    owed: () => (by === 'line' ? entriesByLine(day, moves) : entriesOfSums(day, sums)),
    memoranda: (reservedMore) => memorandumEntries(day, unverified, reservedMore),
  };
}

import type { Result } from '../../../problem/index.ts';
import type { SealedFacts } from '../seal-facts.ts';
import type { Met, SealingGround } from '../sealing.ts';
import type { WrittenFacts } from '../write-facts.ts';
import type { FileToSeal, WritingStep } from './write-files.ts';

/** What a thread that reads files is told: what to do, then what it asks for, as it asks. */
export type ToReading =
  | Readonly<{
      is: 'files';
      ground: SealingGround;
      files: readonly FileToSeal[];
      rowsAtOnce: number;
    }>
  /** The next bytes of the file that is read; none where it has ended. */
  | Readonly<{ is: 'piece'; piece: Uint8Array | undefined }>
  | Readonly<{ is: 'met'; met: Result<readonly Met[]> }>
  /** A step that was given has been taken: one more may be. */
  | Readonly<{ is: 'taken' }>;

/** What comes back of it: what it asks for, and the steps of its work. */
export type FromReading =
  | Readonly<{ is: 'more'; file: number }>
  | Readonly<{ is: 'names'; names: readonly string[] }>
  | WritingStep;

/**
 * What a thread that seals is told: for which programme, then facts, one lot after the other. What
 * the database has taken of them is given back, to be let go there: whoever lets it go is looked
 * through for garbage, and this thread holds next to nothing, the one that answers much.
 */
export type ToSealing =
  | Readonly<{ is: 'programme'; programme: string }>
  | Readonly<{ is: 'written'; facts: WrittenFacts }>
  | Readonly<{ is: 'kept'; sealed: SealedFacts }>;

/** The same facts, in the order in which they were given. */
export type FromSealing = Readonly<{ is: 'sealed'; sealed: SealedFacts }>;

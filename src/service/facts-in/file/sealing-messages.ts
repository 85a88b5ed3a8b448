import type { Result } from '../../../problem/index.ts';
import type { Met, SealingGround } from '../sealing.ts';
import type { FileToSeal, SealingStep } from './seal-files.ts';

/** What a thread that seals files is told: what to do, then what it asks for, as it asks. */
export type ToSealing =
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

/** What comes back: what it asks for, and the steps of its work. */
export type FromSealing =
  | Readonly<{ is: 'more'; file: number }>
  | Readonly<{ is: 'names'; names: readonly string[] }>
  | SealingStep;

import type { Result } from '../../problem/index.ts';
import type { Outstanding, PaidResult } from '../../settlement/index.ts';
import type { Before, Given, SealedFacts, SettlingGround } from '../stored/settling.ts';

/** What a settlement that is put into an archive rests on: plain data. */
export type ArchivingGround = Readonly<{
  settling: SettlingGround;
  /** Every version of the page, as it was given. */
  pages: readonly Readonly<{ name: string; text: string }>[];
}>;

/** The settlement before, but for its lines, and who had been erased by then. */
export type ArchivedBefore = Before & Readonly<{ erased: readonly string[] }>;

/** The settlement as it was kept, but for its lines. */
export type KeptAbout = Readonly<{
  result: Omit<PaidResult, 'lines' | 'notPaid' | 'changes' | 'outstanding' | 'erased'>;
  outstanding: Omit<Outstanding, 'paid'>;
  gone: ReadonlyMap<string, string>;
  erased: readonly string[];
}>;

/** What an archive is known by. */
export type ArchiveMade = Readonly<{
  digest: string;
  facts: number;
  lines: number;
  /** The last bytes. */
  bytes: Uint8Array;
}>;

/**
 * A settlement that is put into an archive by whoever has no store: facts and lines are given to it
 * as the database sends them, and the archive is taken from it file by file. The steps come in this
 * order, each once all before it has been answered.
 */
export type Archiving = Readonly<{
  takeFacts: (facts: SealedFacts) => Promise<Result<null>>;
  /** Takes lines of the settlement before, for whom and what they name. */
  takeNames: (rows: Uint8Array) => Promise<void>;
  /** Names everything anew, and works out what is owed. */
  settle: (asked: { given?: Given | undefined; before?: ArchivedBefore }) => Promise<void>;
  /** The next file of facts; undefined where there are no more. */
  nextFacts: () => Promise<Uint8Array | undefined>;
  /** Takes the same lines again, and gives the files that are full of them. */
  takeBefore: (rows: Uint8Array) => Promise<readonly Uint8Array[]>;
  /** Says what changed and what is paid now; gives the last file of earlier lines. */
  follow: () => Promise<readonly Uint8Array[]>;
  /** Takes lines as they were kept, which must come out again, and gives the files full of them. */
  holdAgainst: (rows: Uint8Array) => Promise<readonly Uint8Array[]>;
  /** Holds all else that was kept against what came out, and gives the rest of the archive. */
  end: (kept: KeptAbout) => Promise<Result<ArchiveMade>>;
  close: () => Promise<void>;
}>;

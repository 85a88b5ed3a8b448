import type { Debt, OutstandingItem, PaidResult } from '../../settlement/index.ts';
import { digestOf } from '../bundle/digest-of.ts';

/** A file beside the small one, with what is counted in it. */
export type ArchivedFile = Readonly<{
  name: string;
  /** How many facts or lines stand in it. */
  rows: number;
  bytes: number;
  digest: string;
}>;

/** What a settlement leaves for the next, but for the days on which its own lines were paid. */
export type Left = Readonly<{
  held: readonly OutstandingItem[];
  onAccount: readonly OutstandingItem[];
  debts: readonly Debt[];
  writtenOff: readonly OutstandingItem[];
}>;

/** A settlement but for its lines, which stand in files with the day on which each was paid. */
export type WithoutLines = Omit<PaidResult, 'lines' | 'notPaid' | 'changes' | 'outstanding'> &
  Readonly<{
    outstanding: Left;
    /** Lines that are gone, and the day on which more was last paid for each. */
    gone: readonly (readonly [line: string, paidOn: string])[];
  }>;

/**
 * The small file of a bundle that is one archive: all of it but facts and lines, and a digest of
 * each file in which those stand. Everything is under keys made for it alone.
 */
export type Archive = Readonly<{
  /** The version of this form. */
  bundle: 2;
  personalData: string;
  language: number;
  engine: string;
  asAt: string;
  knownAt: string;
  /** Every version of the page, as it was given. */
  pages: readonly Readonly<{ name: string; text: string }>[];
  facts: readonly ArchivedFile[];
  lines: readonly ArchivedFile[];
  /** The settlement before; `none` where this is the first of a series. */
  previous: WithoutLines | 'none';
  previousLines: readonly ArchivedFile[];
  result: WithoutLines;
  /** The hash of the whole result, with changes and what is paid on each line. */
  resultHash: string;
  /** Of all that stands before it, and so of every file. */
  digest: string;
}>;

/** The name of the small file, which stands last: it holds the digests of those before it. */
export const archiveName = 'bundle.json';

export function sealedArchive(archive: Omit<Archive, 'digest'>): Archive {
  return { ...archive, digest: digestOf(archive) };
}

export function isArchiveAsWritten({ digest, ...archive }: Archive): boolean {
  return digest === digestOf(archive);
}

/** How many facts or lines stand in all of these files. */
export function rowsIn(files: readonly ArchivedFile[]): number {
  return files.reduce((sum, { rows }) => sum + rows, 0);
}

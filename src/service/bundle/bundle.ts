import type { PaidResult } from '../../settlement/index.ts';
import { digestOf } from './digest-of.ts';

/** A settlement with all that it rests on, for somebody else to work out again. */
export type Bundle = Readonly<{
  /** The version of this form of file. */
  bundle: 1;
  /** Says that what it holds is about people. */
  personalData: string;
  language: number;
  engine: string;
  asAt: string;
  knownAt: string;
  /** Every version of the page, as it was given. */
  pages: readonly Readonly<{ name: string; text: string }>[];
  /** Rows of facts under new keys, by column. */
  facts: readonly Readonly<Record<string, string>>[];
  /** The settlement before; `none` where this is the first of a series. */
  previous?: PaidResult | 'none';
  result: PaidResult;
  /** Of all that stands before it, so that no change goes unseen. */
  digest: string;
}>;

export const personalData =
  'This file holds facts about people, under keys made for it alone. Keep it, and pass it on, ' +
  'only as the law on personal data allows.';

export function sealed(bundle: Omit<Bundle, 'digest'>): Bundle {
  return { ...bundle, digest: digestOf(bundle) };
}

export function isAsWritten({ digest, ...bundle }: Bundle): boolean {
  return digest === digestOf(bundle);
}

import type { TextPieces } from '../../facts/index.ts';

/** What an earlier line says by the number of a text among today's. */
export const earlierTexts = [
  'clause',
  'outcome',
  'group',
  'provider',
  'number',
  'quantity',
  'price',
  'unpaid',
] as const;

export type EarlierText = (typeof earlierTexts)[number];

/** A text that none of today's lines has. */
export const otherText = -2;

/**
 * Some lines of an earlier settlement, by column: where in their file they stand, numbers of texts
 * (`noText` for none), days, and whole smallest units. Lines that are not plain have other payers
 * or payees, a period or a cohort, or a name that is not clause, attachment, provider and number:
 * of these nothing else is told.
 */
export type EarlierChunk = Readonly<
  Record<EarlierText | 'place' | 'day' | 'payableOn' | 'version' | 'isPlain', Int32Array>
> &
  Readonly<{
    length: number;
    gross: Float64Array;
    amount: Float64Array;
    participant: TextPieces;
    attachment: TextPieces;
  }>;

/** One line of a chunk. */
export type EarlierAt = Readonly<{ chunk: EarlierChunk; at: number }>;

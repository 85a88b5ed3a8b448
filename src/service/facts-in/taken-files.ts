/** A file of facts: so much holds some tens of millions of them. */
export const takesFacts = {
  bytesMax: 2 ** 32,
  types: ['csv', 'ndjson', 'parquet', 'text'],
} as const;

/** A file that shows a fact. */
export const takesEvidence = {
  bytesMax: 50 * 2 ** 20,
  types: ['pdf', 'png', 'jpeg', 'webp', 'heic', 'text', 'xlsx', 'csv'],
} as const;

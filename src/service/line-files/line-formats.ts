/** The formats in which lines are written, by the ending of the file. */
export const lineFormats = {
  '.ndjson': 'ndjson',
  '.csv': 'csv',
  '.parquet': 'parquet',
} as const;

import { noPlace, type Problem } from '../../problem/index.ts';

export function endingUnknown(path: string, endings: readonly string[]): Problem {
  return {
    code: 'output.ending_unknown',
    severity: 'error',
    at: noPlace(path),
    message: 'The ending of this name does not say in which format it is to be written.',
    help: `Let it end in ${endings.slice(0, -1).join(', ')} or ${endings.at(-1) ?? ''}.`,
  };
}

export function endingOfOtherFormat(path: string, format: string): Problem {
  return {
    code: 'output.ending_of_other_format',
    severity: 'error',
    at: noPlace(path),
    message: `The format ${format} was asked for, and the name ends as one of another.`,
    help: 'Leave --format out, as the ending says the format, or change the ending.',
  };
}

export function parquetWriterMissing(path: string): Problem {
  return {
    code: 'output.parquet_writer_missing',
    severity: 'error',
    at: noPlace(path),
    message: 'Parquet needs the package @duckdb/node-api, which is not installed.',
    help: 'Run `npm install @duckdb/node-api`, or give a file that ends in .ndjson or .csv.',
  };
}

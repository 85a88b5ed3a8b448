import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { columns } from '../../../facts/index.ts';
import type { Reading } from './reading.ts';

/** The first line of a file: the names of its columns, and what stands between them. */
export type FileHeader = Readonly<{
  names: readonly string[];
  separator: Reading['separator'];
  /** Whether they are the columns of the table of facts. */
  isOurs: boolean;
  /** What the file is known by again. */
  hash: Buffer;
}>;

const separators = [',', ';', '\t'] as const;

/** The header in the first text of a file. */
export function headerOf(text: string): FileHeader {
  const [first = ''] = text.replace(/^\ufeff/, '').split(/\r\n?|\n/, 1);
  const separator = separators.reduce((best, each) =>
    first.split(each).length > first.split(best).length ? each : best,
  );
  const parsed = Papa.parse<string[]>(first, { delimiter: separator });
  const names = (parsed.data[0] ?? []).map((name) => name.trim());
  const isOurs =
    separator === ',' && names.every((name) => (columns as readonly string[]).includes(name));
  const hash = createHash('sha256')
    .update(JSON.stringify([separator, names]))
    .digest();
  return { names, separator, isOurs, hash };
}

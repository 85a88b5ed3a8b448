import {
  byParticipant,
  type ColumnSource,
  type FactRules,
  type FactSet,
  type FactSource,
} from '../../facts/index.ts';
import { findFactFiles } from './fact-files.ts';
import { type ReadFactsOptions, readFacts } from './read-facts.ts';
import { readParquetColumns } from './read-parquet.ts';

/** Facts read and checked against each other, by participant. */
export type SourcedFacts = Omit<FactSet, 'facts'> & Readonly<{ source: FactSource }>;

/** The same, with the columns that they were read into. */
export type ColumnSourced = SourcedFacts & Readonly<{ source: ColumnSource }>;

export type ReadSourceOptions = ReadFactsOptions &
  Readonly<{
    /** The kinds of fact that are wanted; all where absent. Others may be there all the same. */
    kinds?: ReadonlySet<string>;
    /** On how many threads Parquet is read; on the one that asks unless said. */
    threads?: number;
    /** What is smaller than this is read on the one that asks all the same. */
    partedBytes?: number;
  }>;

/**
 * Less than this is read as soon by the thread that asks, with DuckDB at work beside it: of others
 * each must first learn how, and what they have read must be put together.
 */
const partedBytesUsual = 160_000_000;

/**
 * Reads the facts in files and folders as `readFacts` does. Where all files are Parquet and nothing
 * is to be said of them they are read by column, so that those of a nation can be held.
 */
export async function readFactSource(
  paths: readonly string[],
  rules: FactRules,
  options: ReadSourceOptions = {},
): Promise<SourcedFacts> {
  const byColumn = await readFactColumns(paths, rules, options);
  if (byColumn !== undefined) return byColumn;
  const { facts, ...rest } = await readFacts(paths, rules, options);
  return { ...rest, source: byParticipant(facts) };
}

/** The same by column; undefined where their rows must be read one by one. */
export async function readFactColumns(
  paths: readonly string[],
  rules: FactRules,
  { kinds, threads = 1, partedBytes = partedBytesUsual, onProgress }: ReadSourceOptions,
): Promise<ColumnSourced | undefined> {
  if (paths.includes('-')) return undefined;
  const { files, problems } = await findFactFiles(paths);
  const areAllParquet = files.every(({ format }) => format === 'parquet');
  const isDoubtful = problems.some(({ severity }) => severity === 'error');
  if (files.length === 0 || isDoubtful || !areAllParquet) return undefined;
  const source = files[0]?.path ?? '';
  const bytesTotal = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const read = await readParquetColumns(
    files.map(({ path }) => path),
    {
      rules,
      ...(kinds && { kinds }),
      threads: bytesTotal < partedBytes ? 1 : threads,
      onRows: (rows, rowsTotal) =>
        onProgress?.({ source, bytes: (bytesTotal * rows) / rowsTotal, bytesTotal, rows }),
    },
  );
  return read && { source: read.source, rows: read.rows, problems, unread: [] };
}

import { createReadStream } from 'node:fs';
import {
  addUnreadSource,
  closeFactTable,
  type FactReader,
  type FactRules,
  type FactSet,
  type FactTable,
  fileEmpty,
  openFactTable,
  pathUnreadable,
} from '../../facts/index.ts';
import { getFileReason } from '../../store/disk/index.ts';
import { utf8Text } from '../files/utf8-text.ts';
import { type FactFile, findFactFiles } from './fact-files.ts';
import { openFactReader } from './open-fact-reader.ts';
import { readParquet } from './read-parquet.ts';

/** How far the reading has come; `bytesTotal` is 0 where what is read has no known length. */
export type FactProgress = Readonly<{
  source: string;
  bytes: number;
  bytesTotal: number;
  rows: number;
}>;

export type ReadFactsOptions = Readonly<{
  onProgress?: (progress: FactProgress) => void;
  /** Keeps what can be relied on where rows cannot be read; otherwise there are then no facts. */
  setAside?: boolean;
  /** What "-" stands for. */
  input?: AsyncIterable<Uint8Array>;
  /** Problems beyond so many are counted, not kept. */
  problemsMax?: number;
}>;

/**
 * Reads the facts in files and folders into one set and checks them against each other. Files are
 * streamed; memory grows with the facts, not with the files.
 */
export async function readFacts(
  paths: readonly string[],
  rules: FactRules,
  options: ReadFactsOptions = {},
): Promise<FactSet> {
  const table = openFactTable(rules, options.problemsMax);
  const { files, problems } = await findFactFiles(paths);
  for (const problem of problems) addUnreadSource(table, problem);
  const reading = openReading(files, table, options);
  for (const file of files) await readFile(reading, file);
  return closeFactTable(table, options);
}

type Reading = Readonly<{
  table: FactTable;
  input: AsyncIterable<Uint8Array>;
  advance: (source: string, bytes: number) => void;
}>;

function openReading(
  files: readonly FactFile[],
  table: FactTable,
  { onProgress, input }: ReadFactsOptions,
): Reading {
  const isOpenEnded = files.some(({ format }) => format === 'told by its first byte');
  const bytesTotal = isOpenEnded ? 0 : files.reduce((sum, file) => sum + file.bytes, 0);
  let bytes = 0;
  return {
    table,
    input: input ?? process.stdin,
    advance: (source, more) => {
      bytes += more;
      onProgress?.({ source, bytes, bytesTotal, rows: table.rows });
    },
  };
}

async function readFile(reading: Reading, file: FactFile): Promise<void> {
  const { table, advance } = reading;
  if (file.format === 'parquet') {
    await readParquet(table, { path: file.path, onRows: () => advance(file.path, 0) });
    advance(file.path, file.bytes);
    return;
  }
  const pieces =
    file.path === '-' ? reading.input : createReadStream(file.path, { highWaterMark: 1 << 18 });
  try {
    await readPieces(reading, file, pieces);
  } catch (error) {
    addUnreadSource(table, pathUnreadable(file.path, getFileReason(error)));
  }
}

async function readPieces(
  { table, advance }: Reading,
  file: FactFile,
  pieces: AsyncIterable<Uint8Array>,
): Promise<void> {
  const text = utf8Text();
  let reader: FactReader | undefined;
  for await (const bytes of pieces) {
    if (bytes.length === 0) continue;
    if (reader === undefined) {
      const opened = openFactReader(table, file, bytes);
      if (!opened.ok) return void opened.problems.map((each) => addUnreadSource(table, each));
      reader = opened.value;
    }
    reader.push(text.push(bytes));
    advance(file.path, bytes.length);
  }
  if (reader === undefined) addUnreadSource(table, fileEmpty(file.path));
  reader?.push(text.end());
  reader?.end();
}

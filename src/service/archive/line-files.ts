import type { ResultSummary } from '../../settlement/index.ts';
import type { KeptLine } from '../../store/money/index.ts';
import type { ArchiveWriter } from './archive-writer.ts';
import { linePart, linesInPart } from './line-part.ts';

/** Lines that are written as they come, a file at a time. */
export type LineFiles = Readonly<{
  /** Takes some, and gives the files that are full. */
  take: (lines: readonly KeptLine[]) => Promise<readonly Uint8Array[]>;
  /** Gives the last file, where any line is left. */
  close: () => Promise<readonly Uint8Array[]>;
}>;

export function openLineFiles(
  writer: ArchiveWriter,
  sort: 'lines' | 'previousLines',
  about: ResultSummary,
): LineFiles {
  let waiting: KeptLine[] = [];
  const write = async (some: readonly KeptLine[]) =>
    writer.put(sort, linePart(some, about), some.length);
  return {
    take: async (lines) => {
      const files: Uint8Array[] = [];
      for (const line of lines) {
        waiting.push(line);
        if (waiting.length < linesInPart) continue;
        files.push(await write(waiting));
        waiting = [];
      }
      return files;
    },
    close: async () => {
      const rest = waiting;
      waiting = [];
      return rest.length === 0 ? [] : [await write(rest)];
    },
  };
}

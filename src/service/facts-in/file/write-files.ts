import {
  closeProblemList,
  type FactTable,
  openFactTable,
  takeFacts,
} from '../../../facts/index.ts';
import type { Problem, Result } from '../../../problem/index.ts';
import { object, placeOfRow } from '../objections.ts';
import { addMet, closeSealing, type Met, type Sealed, type Sealing, unmetIn } from '../sealing.ts';
import { type WrittenFacts, writeFacts } from '../write-facts.ts';
import { type FactsFile, readRows } from './read-rows.ts';

/** A file of which facts are sealed; where it is mended, without its rows at fault. */
export type FileToSeal = Omit<FactsFile, 'pieces'> &
  Readonly<{
    /** What is added to the numbers of its rows, so that no two files have the same. */
    from: number;
    without?: ReadonlySet<number>;
  }>;

/** What whoever reads files asks of who has them, and the store. */
export type Asking = Readonly<{
  /** The bytes of one of the files. */
  pieces: (file: number) => AsyncIterable<Uint8Array>;
  meet: (names: readonly string[]) => Promise<Result<readonly Met[]>>;
  rowsAtOnce: number;
}>;

/** What comes last: that it was broken off, or what is left to say once all was read. */
export type LastStep =
  | Readonly<{ is: 'stopped'; problems: readonly Problem[] }>
  | Readonly<{ is: 'all'; sealed: Sealed }>;

/** How far reading has come. */
export type ReadSoFar = Readonly<{ rows: number; bytes: number }>;

/** What comes of it, one after the other: facts to be sealed, and what comes last. */
export type WritingStep = (Readonly<{ is: 'written'; facts: WrittenFacts }> & ReadSoFar) | LastStep;

/** Facts read, about some of whom the store is being asked. */
type Waiting = Readonly<{
  taken: ReturnType<typeof takeFacts>;
  met: Promise<Result<readonly Met[]>>;
  rows: number;
  bytes: number;
}>;

/**
 * Reads files of facts and writes what they say as it will be sealed, so many rows at a time. While
 * the store is asked about whom some rows are, those before them are written.
 */
export async function* writeFiles(
  sealing: Sealing,
  files: readonly FileToSeal[],
  asking: Asking,
): AsyncGenerator<WritingStep> {
  let before: Waiting | undefined;
  for (const [number, file] of files.entries()) {
    const table = openFactTable(sealing.ground.rules);
    const pieces = asking.pieces(number);
    for await (const bytes of readRows(table, { ...file, pieces })) {
      // What stands against rows that are left out was told when the file was refused for it.
      if (file.without === undefined && table.problems.hasErrors) {
        sealing.counted.isRefused = true;
      }
      if (table.list.facts.length < asking.rowsAtOnce) continue;
      const next = askAbout(sealing, asking, { table, file, bytes });
      if (before !== undefined) yield await written(sealing, before);
      before = next;
    }
    const next = askAbout(sealing, asking, { table, file, bytes: before?.bytes ?? 0 });
    if (before !== undefined) yield await written(sealing, before);
    before = next;
    for (const problem of closeProblemList(table.problems)) keepProblem(sealing, problem, file);
  }
  if (before !== undefined) yield await written(sealing, before);
  yield { is: 'all', sealed: closeSealing(sealing) };
}

type Read = Readonly<{ table: FactTable; file: FileToSeal; bytes: number }>;

function askAbout(sealing: Sealing, { meet }: Asking, { table, file, bytes }: Read): Waiting {
  const taken = takenOf(table, file);
  const met = meet(unmetIn(sealing, taken.facts));
  // A fault is met where the answer is waited for, and passed over where nobody does any more.
  met.catch(() => {});
  return { taken, met, rows: table.rows, bytes };
}

async function written(sealing: Sealing, waiting: Waiting): Promise<WritingStep> {
  const { taken, rows, bytes } = waiting;
  const met = await waiting.met;
  if (!met.ok) return { is: 'stopped', problems: met.problems };
  addMet(sealing, met.value);
  return { is: 'written', facts: writeFacts(sealing, taken), rows, bytes };
}

function takenOf(table: FactTable, { from, without }: FileToSeal): Waiting['taken'] {
  const { facts, lines } = takeFacts(table);
  if (from === 0 && without === undefined) return { facts, lines };
  const kept = facts.map((_, at) => !(without?.has(lines[at] ?? 0) ?? false));
  return {
    facts: facts.filter((_, at) => kept[at]),
    lines: lines.filter((_, at) => kept[at]).map((line) => line + from),
  };
}

function keepProblem(sealing: Sealing, problem: Problem, { from, without }: FileToSeal): void {
  const { line, field } = problem.at;
  if (problem.severity !== 'error' || without?.has(line) === true) return;
  const row = placeOfRow(line === 0 ? 0 : line + from, field);
  object(sealing.objections, () => ({ ...problem, at: row }));
}

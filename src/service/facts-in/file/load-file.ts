import Type from 'typebox';
import { closeProblemList, openFactTable, takeFacts } from '../../../facts/index.ts';
import { assert, type Problem, type Result } from '../../../problem/index.ts';
import { endImport, findImport, findMapping, type Import } from '../../../store/facts/index.ts';
import { action, type Work } from '../../act/index.ts';
import { closeIntake } from '../close-intake.ts';
import { takenSchema } from '../fact-cells.ts';
import { type Intake, object, openIntake, placeOfRow, takeIn } from '../intake.ts';
import { linesAtFault } from './found-problems.ts';
import { headerOf } from './header.ts';
import { openUpload, startOfUpload } from './open-upload.ts';
import { fileNotInState, fileNotThere } from './problems.ts';
import { readRows } from './read-rows.ts';
import type { Reading } from './reading.ts';

/** Is told how far the loading of a file has come. */
export type OnLoading = (
  step: Readonly<{ doing: 'reading' | 'closing'; rows: number; bytes: number }>,
) => Promise<void>;

/** Rows of mended files stand after all lines of the file that they mend. */
export const mendedFrom = 1_000_000_000;

const rowsAtOnce = 4096;

/**
 * Loads a file in one transaction: all of its facts, and that it is done, or nothing. It is a job
 * that does it, on behalf of who sent the file.
 */
export function loadFile(onLoading: OnLoading) {
  return action({
    name: 'facts.load_file',
    kind: 'change',
    who: 'signed in',
    parts: ['commissioner', 'provider', 'verifier', 'referrer'],
    summary: 'Loads a file of facts that was sent.',
    input: Type.Object({ programme: Type.String(), import: Type.String() }),
    output: takenSchema,
    run: async (work, { programme, import: id }) => {
      const found = await findImport(work.tx, { programme, id });
      if (found === undefined) return { ok: false, problems: [fileNotThere()] };
      if (found.state !== 'waiting') return { ok: false, problems: [fileNotInState(found.state)] };
      const opened = await openIntake(work, { programme, way: 'file' });
      if (!opened.ok) return opened;
      const loading = { work, intake: opened.value, onLoading };
      const read = await readAll(loading, found);
      if (!read.ok) return read;
      const { facts: rows } = opened.value.counted;
      await onLoading({ doing: 'closing', rows, bytes: Number(found.bytes) });
      const taken = await closeIntake(opened.value);
      if (!taken.ok) return taken;
      const { added, sentBefore } = taken.value;
      const ended = { programme, id, added, sentBefore, rowsRead: rows, at: work.now };
      assert(await endImport(work.tx, ended), 'a file that is loaded was waiting for it');
      return taken;
    },
  });
}

type Loading = Readonly<{ work: Work; intake: Intake; onLoading: OnLoading }>;

/** Reads a file; where it mends another, that one first, without its rows at fault. */
async function readAll(loading: Loading, found: Import): Promise<Result<null>> {
  const { tx, service } = loading.work;
  if (found.mends === null) return readOne(loading, found, { from: 0 });
  const { programme, mends } = found;
  const before = await findImport(tx, { programme, id: mends });
  if (before === undefined) return { ok: false, problems: [fileNotThere()] };
  const without = await linesAtFault(service, before);
  if (!without.ok) return without;
  const first = await readOne(loading, before, { from: 0, without: without.value });
  return first.ok ? readOne(loading, found, { from: mendedFrom }) : first;
}

type Lines = Readonly<{ from: number; without?: ReadonlySet<number> }>;

async function readOne(loading: Loading, found: Import, lines: Lines): Promise<Result<null>> {
  const { work, intake, onLoading } = loading;
  const reading = await readingOf(work, found);
  if (!reading.ok) return reading;
  const pieces = await openUpload(work.service, found);
  if (!pieces.ok) return pieces;
  const table = openFactTable(intake.rules);
  const file = { type: found.type, pieces: pieces.value, reading: reading.value };
  for await (const bytes of readRows(table, file)) {
    const isEnough = table.list.facts.length >= rowsAtOnce || bytes >= Number(found.bytes);
    if (!isEnough) continue;
    if (table.problems.hasErrors) intake.counted.isRefused = true;
    const taken = await takeIn(intake, linedUp(takeFacts(table), lines));
    if (!taken.ok) return taken;
    await onLoading({ doing: 'reading', rows: table.rows, bytes });
  }
  const rest = await takeIn(intake, linedUp(takeFacts(table), lines));
  for (const problem of closeProblemList(table.problems)) keepProblem(intake, problem, lines);
  return rest;
}

function linedUp({ facts, lines }: ReturnType<typeof takeFacts>, { from, without }: Lines) {
  if (from === 0 && without === undefined) return { facts, lines };
  const kept = facts.map((_, at) => !(without?.has(lines[at] ?? 0) ?? false));
  return {
    facts: facts.filter((_, at) => kept[at]),
    lines: lines.filter((_, at) => kept[at]).map((line) => line + from),
  };
}

function keepProblem(intake: Intake, problem: Problem, { from, without }: Lines): void {
  const { line, field } = problem.at;
  if (problem.severity !== 'error' || without?.has(line) === true) return;
  object(intake, () => ({ ...problem, at: placeOfRow(line === 0 ? 0 : line + from, field) }));
}

/** How the columns of a file are read: as its sender said of its header once, or as ours. */
async function readingOf(
  { tx, service }: Work,
  found: Import,
): Promise<Result<Reading | undefined>> {
  if (found.type !== 'csv') return { ok: true, value: undefined };
  const start = await startOfUpload(service, found);
  if (!start.ok) return start;
  const { isOurs, hash: header } = headerOf(start.value);
  if (isOurs) return { ok: true, value: undefined };
  const { programme, organisation } = found;
  const reading = await findMapping(tx, { programme, organisation, header });
  return { ok: true, value: reading as Reading | undefined };
}

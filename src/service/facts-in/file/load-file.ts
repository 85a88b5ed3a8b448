import Type from 'typebox';
import { Fault, type Result } from '../../../problem/index.ts';
import { endImport, findImport, findMapping, type Import } from '../../../store/facts/index.ts';
import { action, type Work } from '../../act/index.ts';
import { closeIntake } from '../close-intake.ts';
import { takenSchema } from '../fact-cells.ts';
import { type Intake, meet, oneAtOnce, openIntake, send, settled } from '../intake.ts';
import { toldOf } from '../not-met.ts';
import type { Sealed } from '../sealing.ts';
import { linesAtFault } from './found-problems.ts';
import { headerOf } from './header.ts';
import { openUpload, startOfUpload } from './open-upload.ts';
import { fileNotInState, fileNotThere } from './problems.ts';
import type { Reading } from './reading.ts';
import { sealFiles } from './seal-files.ts';
import { sealOnThreads } from './seal-on-threads.ts';
import type { Asking, FileToSeal } from './write-files.ts';

/** Is told how far the loading of a file has come. */
export type OnLoading = (
  step: Readonly<{ doing: 'reading' | 'closing'; rows: number; bytes: number }>,
) => Promise<void>;

/** Rows of mended files stand after all lines of the file that they mend. */
export const mendedFrom = 1_000_000_000;

/** From so many bytes on a file is worth a thread of its own. */
const bytesLarge = 1_000_000;

const rowsAtOnce = { ofSmall: 4096, ofLarge: 16_384 };

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
      const read = await oneAtOnce(async () => readAll(loading, found)).finally(async () =>
        settled(opened.value),
      );
      if (!read.ok) return read;
      const { facts: rows } = read.value;
      await onLoading({ doing: 'closing', rows, bytes: Number(found.bytes) });
      const taken = await closeIntake(opened.value, read.value);
      if (!taken.ok) return taken;
      const { added, sentBefore } = taken.value;
      const warnings = [...toldOf(read.value.notMet), ...taken.value.warnings];
      const came = { added, sentBefore, rowsRead: rows, warnings };
      const ended = { programme, id, ...came, at: work.now };
      // An erasure gives up what waits while this is under way: it may name who is erased.
      if (!(await endImport(work.tx, ended))) {
        return { ok: false, problems: [fileNotInState('given up')] };
      }
      return { ok: true, value: { ...taken.value, warnings } };
    },
  });
}

type Loading = Readonly<{ work: Work; intake: Intake; onLoading: OnLoading }>;

/** A file to be read, and where it is kept. */
type Asked = Readonly<{ file: FileToSeal; kept: Import }>;

/** Reads a file and sends what it says; where it mends another, that one first. */
async function readAll(loading: Loading, found: Import): Promise<Result<Sealed>> {
  const { work } = loading;
  const asked: Asked[] = [];
  if (found.mends !== null) {
    const { programme, mends } = found;
    const before = await findImport(work.tx, { programme, id: mends });
    if (before === undefined) return { ok: false, problems: [fileNotThere()] };
    const without = await linesAtFault(work.service, before);
    if (!without.ok) return without;
    const first = await askedOf(work, before, { from: 0, without: without.value });
    if (!first.ok) return first;
    asked.push(first.value);
  }
  const own = await askedOf(work, found, { from: found.mends === null ? 0 : mendedFrom });
  return own.ok ? sealAndSend(loading, [...asked, own.value]) : own;
}

async function askedOf(
  work: Work,
  kept: Import,
  rows: Readonly<{ from: number; without?: ReadonlySet<number> }>,
): Promise<Result<Asked>> {
  const reading = await readingOf(work, kept);
  if (!reading.ok) return reading;
  return { ok: true, value: { kept, file: { type: kept.type, reading: reading.value, ...rows } } };
}

async function sealAndSend(
  { work, intake, onLoading }: Loading,
  asked: readonly Asked[],
): Promise<Result<Sealed>> {
  const opened: AsyncIterable<Uint8Array>[] = [];
  for (const { kept } of asked) {
    const pieces = await openUpload(work.service, kept);
    if (!pieces.ok) return pieces;
    opened.push(pieces.value);
  }
  const isLarge = asked.some(({ kept }) => kept.bytes >= bytesLarge);
  const asking: Asking = {
    pieces: (number) => opened[number] as AsyncIterable<Uint8Array>,
    meet: async (names) => meet(intake, names),
    rowsAtOnce: isLarge ? rowsAtOnce.ofLarge : rowsAtOnce.ofSmall,
  };
  const files = asked.map(({ file }) => file);
  const steps = isLarge
    ? sealOnThreads(intake.ground, files, asking)
    : sealFiles(intake.ground, files, asking);
  for await (const step of steps) {
    switch (step.is) {
      case 'stopped':
        return { ok: false, problems: step.problems };
      case 'all':
        return { ok: true, value: step.sealed };
      case 'facts':
        await send(intake, step.sealed);
        await onLoading({ doing: 'reading', rows: step.rows, bytes: step.bytes });
    }
  }
  throw new Fault('the sealing of files comes to an end');
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

import { setTimeout as pause } from 'node:timers/promises';
import { noPlace, type Problem, type Result } from '../../problem/index.ts';
import type { Progress } from '../../service/index.ts';
import { answered } from './answered.ts';
import { openClient } from './open-client.ts';
import type { OpenedFile } from './open-file.ts';
import { fileGivenUp, fileUnmapped } from './problems.ts';
import { bodyFrom, halfDuplex } from './request-for.ts';
import type { Server } from './server.ts';

/** A file of facts to be sent. */
export type Sending = Readonly<{
  server: Server;
  programme: string;
  /** The refused file whose rows at fault these stand in for. */
  mends: string | undefined;
  file: OpenedFile;
  /** What the file is called, for problems of its rows. */
  name: string;
  onProgress: (progress: Progress) => void;
}>;

/** What came of it. */
export type Sent = Readonly<{
  import: string;
  added: number;
  sentBefore: number;
  /** What is worth a look, though all of it came in. */
  warnings: readonly Problem[];
}>;

/** Sends a file of facts and follows its loading to the end: all of it is in, or nothing. */
export async function sendFacts(sending: Sending): Promise<Result<Sent>> {
  const { server, programme, mends, file } = sending;
  const client = openClient(server);
  // Whoever may not send is told so before anything large is on its way.
  const path = { programme };
  const may = client.GET('/api/programmes/{programme}/facts/files', { params: { path } });
  const allowed = await answered(server, may);
  if (!allowed.ok) return allowed;
  const posted = client.POST('/api/programmes/{programme}/facts/files', {
    params: { path, ...(mends === undefined ? {} : { query: { mends } }) },
    headers: { 'content-type': 'application/octet-stream' },
    // The file itself is the body. It is read only once, so that it is sent only once.
    body: '',
    bodySerializer: () => bodyFrom(counted(file, sending.onProgress)),
    fetch: async (request: Request) => fetch(request),
    ...halfDuplex,
  });
  const taken = await answered(server, posted);
  return taken.ok ? follow(sending, taken.value.import) : taken;
}

async function* counted(
  { pieces, bytes }: OpenedFile,
  onProgress: Sending['onProgress'],
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const piece of pieces) {
    yield piece;
    done += piece.length;
    onProgress({ doing: 'sending', done, total: bytes ?? 0, unit: 'bytes' });
  }
}

const waitsMs = [100, 200, 400, 800];
const waitMsMost = 1500;

async function follow(sending: Sending, id: string): Promise<Result<Sent>> {
  const { server, programme, name, onProgress } = sending;
  const client = openClient(server);
  const params = { path: { programme, import: id } };
  for (let count = 0; ; count += 1) {
    const asking = client.GET('/api/programmes/{programme}/facts/files/{import}', { params });
    const asked = await answered(server, asking);
    if (!asked.ok) return asked;
    const { state, added = 0, sentBefore = 0, bytes, bytesRead, found, header } = asked.value;
    if (state === 'done') {
      const warnings = found.map(rowProblem(name, 'warning'));
      return { ok: true, value: { import: id, added, sentBefore, warnings } };
    }
    if (state === 'refused') return { ok: false, problems: found.map(rowProblem(name, 'error')) };
    if (state === 'given up') return { ok: false, problems: [fileGivenUp()] };
    if (state === 'unmapped') {
      const place = `${server.address}/programmes/${programme}/facts/files/${id}`;
      return { ok: false, problems: [fileUnmapped(place, header)] };
    }
    onProgress({ doing: 'loading', done: bytesRead, total: bytes, unit: 'bytes' });
    await pause(waitsMs[count] ?? waitMsMost);
  }
}

type Found = Readonly<{
  code: string;
  row: number;
  isMended: boolean;
  column?: string;
  message: string;
  help: string;
}>;

// As reading the same file on this machine would say it.
function rowProblem(name: string, severity: Problem['severity']): (found: Found) => Problem {
  return ({ code, row, isMended, column, message, help }) => ({
    code,
    severity,
    at: {
      ...noPlace(isMended ? `${name} (mended rows)` : name),
      line: row,
      ...(column === undefined ? {} : { field: column }),
    },
    message,
    help,
  });
}

import { createReadStream, statSync } from 'node:fs';
import { request } from 'node:http';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tokenOf } from '../../test/support/made-organisations.ts';
import type { Asked, Findings, Row } from '../row.ts';
import { copyBare } from './copy-bare.ts';
import { type Founded, foundProgramme } from './found-programme.ts';
import { type FactFiles, factsEach, findHindrance, makeFacts } from './make-facts.ts';
import { peakOf } from './memory.ts';
import { type Place, withPlace } from './place.ts';
import { type Served, serveBuilt } from './serve-built.ts';
import { headersOf } from './signed-in.ts';

export const name = 'facts imported by file';

const sizeUsual = 1_000_000;

/** Of a COPY of the same rows into a table with as many indexes. */
const ratioMost = 3;

/** Sends a file of facts through the API, and copies the same file into a bare table. */
export async function run({ sizes, runs }: Asked): Promise<Findings> {
  const leftOut = await findHindrance();
  if (leftOut !== undefined) return { rows: [], leftOut };
  const rows: Row[] = [];
  for (const size of sizes.length > 0 ? sizes : [sizeUsual]) {
    for (let count = 0; count < runs; count += 1) rows.push(...(await importOf(size)));
  }
  return { rows };
}

async function importOf(size: number): Promise<readonly Row[]> {
  return withPlace(async (place) => {
    const founded = await foundProgramme(place.service);
    const participants = Math.max(1, Math.round(size / factsEach));
    const files = await makeFacts(participants, dirname(place.folder));
    const served = await serveBuilt(place.folder);
    let ours: Imported;
    try {
      ours = await importedBy(served, { place, founded, files });
    } finally {
      await served.close();
    }
    const copied = await copyBare(place.service.store.owner, files.csv);
    if (copied.rows !== ours.added) throw new Error(`${copied.rows} rows, ${ours.added} facts`);
    return rowsOf(ours, { copied: copied.milliseconds, bytes: statSync(files.csv).size });
  });
}

type Ground = Readonly<{ place: Place; founded: Founded; files: FactFiles }>;

type Imported = Readonly<{
  added: number;
  /** Until the file was kept, and until its facts were in. */
  sent: number;
  milliseconds: number;
  memoryBytesMax: number;
}>;

async function importedBy(
  { address, pid }: Served,
  { place, founded, files }: Ground,
): Promise<Imported> {
  const { programme, commissioner, member } = founded;
  const token = await tokenOf(place.service, await member(commissioner, 'commissioner'));
  const at = `${address}/api/programmes/${programme}/facts/files`;
  const headers = headersOf(token);
  const startedAt = performance.now();
  const { import: id } = await sendFile(at, { csv: files.csv, headers });
  const sent = performance.now() - startedAt;
  for (;;) {
    const answer = await fetch(`${at}/${id}`, { headers });
    const { state, added = 0 } = (await answer.json()) as { state: string; added?: number };
    if (state === 'done') {
      const milliseconds = performance.now() - startedAt;
      return { added, sent, milliseconds, memoryBytesMax: peakOf(pid) };
    }
    if (state !== 'waiting') throw new Error(`the file is ${state}`);
    await sleep(250);
  }
}

type Sent = Readonly<{ csv: string; headers: Readonly<Record<string, string>> }>;

async function sendFile(at: string, { csv, headers }: Sent): Promise<{ import: string }> {
  const asked = request(at, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/csv' },
  });
  createReadStream(csv).pipe(asked);
  const text = await new Promise<string>((resolve, reject) => {
    asked.on('error', reject);
    asked.on('response', (answer) => {
      let all = '';
      answer.setEncoding('utf8').on('data', (piece: string) => {
        all += piece;
      });
      answer.on('end', () => resolve(all));
    });
  });
  return JSON.parse(text) as { import: string };
}

function rowsOf(
  { added, sent, milliseconds, memoryBytesMax }: Imported,
  { copied, bytes }: Readonly<{ copied: number; bytes: number }>,
): readonly Row[] {
  const facts = added.toLocaleString('en-GB');
  const megabytes = Math.round(bytes / 1e6);
  return [
    {
      what: `${facts} facts, ${megabytes} MB of CSV, by the API and its job`,
      oursMilliseconds: milliseconds,
      memoryBytesMax,
      peer: { name: 'COPY', milliseconds: copied },
      target: { ratioMost },
    },
    { what: '  of which until the file is kept', oursMilliseconds: sent },
  ];
}

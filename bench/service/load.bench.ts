import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tokenOf } from '../../test/support/made-organisations.ts';
import type { Asked, Findings, Row } from '../row.ts';
import { ask } from './ask-much.ts';
import { fillStore } from './fill-store.ts';
import { type Founded, foundProgramme } from './found-programme.ts';
import { findHindrance, makeFacts } from './make-facts.ts';
import { type Held, heldBy, heldByDatabase } from './memory.ts';
import { type MixedCalls, mixedCalls } from './mixed-calls.ts';
import { type Place, withPlace } from './place.ts';
import { type Served, serveBuilt } from './serve-built.ts';
import { approvePlace, settlePlace } from './settle-place.ts';
import { headersOf } from './signed-in.ts';
import { findSubjects } from './subjects.ts';

export const name = 'memory under a mixed load';

const minutesUsual = 10;
const participants = 5000;
const people = 50;
const everyMs = 5000;

type Memory = Readonly<{ program: Held; database: Held }>;

/** Fifty people signed in, each asking something every five seconds, for so many minutes. */
export async function run({ sizes }: Asked): Promise<Findings> {
  const leftOut = await findHindrance();
  if (leftOut !== undefined) return { rows: [], leftOut };
  const minutes = sizes[0] ?? minutesUsual;
  return withPlace(async (place) => {
    const founded = await foundProgramme(place.service);
    const { csv } = await makeFacts(participants, dirname(place.folder));
    await fillStore(place, founded, csv);
    const settled = await settlePlace(place, founded);
    await approvePlace(place, founded, settled);
    place.setDay();
    const calls = await callsFor(place, founded, settled.settlement);
    const served = await serveBuilt(place.folder);
    try {
      const before = memoryNow(place, served);
      const taken = await loaded(served.address, calls, minutes);
      return { rows: rowsOf({ before, after: memoryNow(place, served) }, { taken, minutes }) };
    } finally {
      await served.close();
    }
  });
}

async function callsFor(
  { service }: Place,
  founded: Founded,
  settlement: string,
): Promise<readonly MixedCalls[]> {
  const subjects = await findSubjects(service.store.owner, founded, settlement);
  const { commissioner, provider, member } = founded;
  const signedIn: MixedCalls[] = [];
  for (let count = 0; count < people; count += 1) {
    const kind = (['staff', 'verifier', 'finance'] as const)[count % 3] ?? 'staff';
    const email =
      kind === 'staff'
        ? await member(provider.id, 'provider_staff')
        : await member(commissioner, kind === 'verifier' ? 'verifier' : 'finance_preparer');
    const headers = headersOf(await tokenOf(service, email));
    signedIn.push(mixedCalls({ founded, subjects, settlement, kind, headers }));
  }
  return signedIn;
}

/** Each begins at another moment, and asks again in time whether it was answered or not yet. */
async function loaded(
  address: string,
  calls: readonly MixedCalls[],
  minutes: number,
): Promise<readonly number[]> {
  const endsAt = performance.now() + minutes * 60_000;
  const taken: number[] = [];
  const one = async (next: MixedCalls, at: number) => {
    await sleep((everyMs / people) * at);
    while (performance.now() < endsAt) {
      const askedAt = performance.now();
      await ask(address, next());
      const took = performance.now() - askedAt;
      taken.push(took);
      await sleep(Math.max(0, everyMs - took));
    }
  };
  await Promise.all(calls.map(one));
  return taken;
}

function memoryNow({ folder }: Place, { pid }: Served): Memory {
  return { program: heldBy(pid), database: heldByDatabase(folder) };
}

function rowsOf(
  { before, after }: Readonly<{ before: Memory; after: Memory }>,
  { taken, minutes }: Readonly<{ taken: readonly number[]; minutes: number }>,
): readonly Row[] {
  const inOrder = taken.toSorted((one, other) => one - other);
  const most95 = inOrder[Math.floor(inOrder.length * 0.95)] ?? Number.NaN;
  const asked = taken.length.toLocaleString('en-GB');
  const row = (what: string, memoryBytesMax: number): Row => {
    return { what, oursMilliseconds: most95, memoryBytesMax };
  };
  const { program, database } = after;
  return [
    row(
      `${people} people, ${asked} requests in ${minutes} minutes: program`,
      program.residentBytes,
    ),
    row('  the same before the first request', before.program.residentBytes),
    row('  PostgreSQL, what its processes share counted once', database.ownBytes),
    row('  PostgreSQL, each of its processes by itself', database.residentBytes),
  ];
}

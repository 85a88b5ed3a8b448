import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { tokenOf } from '../../test/support/made-organisations.ts';
import { root } from '../../test/support/project-files.ts';
import type { Asked, Findings, Row } from '../row.ts';
import { builtAlone } from '../run-alone.ts';
import { ask, askMuch, awaitAnswer, type Load, type Question } from './ask-much.ts';
import { countQuestions } from './count-questions.ts';
import { fillStore } from './fill-store.ts';
import { type Founded, foundProgramme } from './found-programme.ts';
import { findHindrance, makeFacts } from './make-facts.ts';
import { peakOf } from './memory.ts';
import { type Place, withPlace } from './place.ts';
import { usedBetween, usedBy } from './processor-time.ts';
import { serveBuilt } from './serve-built.ts';
import { approvePlace, settlePlace } from './settle-place.ts';
import { headersOf } from './signed-in.ts';
import { findSubjects } from './subjects.ts';
import { type Measured, type MeasuredCall, rate, tableOfCalls } from './table-of-calls.ts';
import { type Call, type Calling, inTurn, tenCalls } from './ten-calls.ts';

export const name = 'the ten commonest calls';

const sizeUsual = 200_000;

const signIns = 60;

const load: Load = { connections: 8, milliseconds: 5000 };

/** Asks the service and the peer, which has fastify and SQL alone, the same over one store. */
export async function run({ sizes }: Asked): Promise<Findings> {
  const leftOut = await findHindrance();
  if (leftOut !== undefined) return { rows: [], leftOut };
  const rows: Row[] = [];
  const tables: string[] = [];
  for (const size of sizes.length > 0 ? sizes : [sizeUsual]) {
    const all = await callsAt(size);
    const people = `${size.toLocaleString('en-GB')} participants`;
    rows.push(...all.map((each) => rowOf(people, each)));
    tables.push(`${people}\n\n${tableOfCalls(all)}`);
  }
  return { rows, table: tables.join('\n\n') };
}

async function callsAt(size: number): Promise<readonly MeasuredCall[]> {
  return withPlace(async (place) => {
    const told = tellSince(performance.now());
    const founded = await foundProgramme(place.service);
    const { csv } = await makeFacts(size, dirname(place.folder));
    told('facts are made');
    await fillStore(place, founded, csv);
    rmSync(csv);
    told('facts are in');
    const settled = await settlePlace(place, founded);
    await approvePlace(place, founded, settled);
    told('they are settled');
    const calls = tenCalls(await callingOf(place, founded, settled.settlement));
    const all = await measured(place, calls);
    told('all calls are measured');
    return all;
  });
}

function tellSince(startedAt: number): (what: string) => void {
  return (what) => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    const held = Math.round(peakOf(process.pid) / 2 ** 20);
    console.error(`  after ${seconds} s ${what}; at most ${held} MiB here`);
  };
}

async function callingOf(place: Place, founded: Founded, settlement: string): Promise<Calling> {
  const { service, setDay } = place;
  setDay();
  const { commissioner, provider, member } = founded;
  // Nobody may ask this much: it is asked by many who are signed in.
  const headers = async (organisation: string, duty: Parameters<Founded['member']>[1]) => {
    const email = await member(organisation, duty);
    const all: Readonly<Record<string, string>>[] = [];
    while (all.length < signIns) all.push(headersOf(await tokenOf(service, email)));
    return inTurn(all);
  };
  return {
    founded,
    settlement,
    subjects: await findSubjects(service.store.owner, founded, settlement),
    headers: {
      staff: await headers(provider.id, 'provider_staff'),
      verifier: await headers(commissioner, 'verifier'),
      finance: await headers(commissioner, 'finance_preparer'),
    },
  };
}

async function measured(
  { folder, service }: Place,
  calls: readonly Call[],
): Promise<readonly MeasuredCall[]> {
  const questions = await countQuestions(service, calls);
  const served = await serveBuilt(folder);
  const bare = await serveBare(service.store.owner);
  const measure = async (to: Asking, next: () => Question): Promise<Measured> => {
    const before = usedBy(to.pid, folder);
    const answered = await askMuch(to.address, next, load);
    return { ...answered, used: usedBetween(before, usedBy(to.pid, folder)) };
  };
  try {
    // What cannot be asked is found before any time goes by.
    for (const { what, ours, bare: peer } of calls) {
      await ask(served.address, ours());
      if ((await ask(bare.address, peer())) === '[]') throw new Error(`${what}: bare finds none`);
    }
    const all: MeasuredCall[] = [];
    for (const { what, ours, bare: peer } of calls) {
      const own = await measure(served, ours);
      const other = await measure(bare, peer);
      all.push({ what, questions: questions.get(what) ?? 0, ours: own, bare: other });
    }
    return all;
  } finally {
    bare.close();
    await served.close();
  }
}

type Asking = Readonly<{ address: string; pid: number }>;

function rowOf(people: string, { what, questions, ours, bare }: MeasuredCall): Row {
  const asked = `${people}: ${what} (${questions} questions)`;
  return {
    what: `${asked}: ${rate(ours)} a second, bare ${rate(bare)}; 95 of 100 within`,
    oursMilliseconds: ours.millisecondsMost95,
    peer: { name: 'bare', milliseconds: bare.millisecondsMost95 },
    perSecond: { ours: ours.perSecond, peer: bare.perSecond },
  };
}

async function serveBare(owner: unknown) {
  const port = await freePort();
  const path = await builtAlone('service/bare-server.ts');
  const child = spawn(process.execPath, [path, JSON.stringify(owner), `${port}`], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const address = `http://127.0.0.1:${port}`;
  await awaitAnswer(address);
  return { address, pid: child.pid ?? 0, close: () => child.kill('SIGKILL') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen({ host: '127.0.0.1', port: 0 }, done));
  const place = server.address();
  await new Promise((done) => server.close(done));
  return typeof place === 'object' && place !== null ? place.port : 0;
}

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { tokenOf } from '../../test/support/made-organisations.ts';
import { root } from '../../test/support/project-files.ts';
import type { Asked, Findings, Row } from '../row.ts';
import { builtAlone } from '../run-alone.ts';
import { type Answered, ask, askMuch, awaitAnswer, type Load } from './ask-much.ts';
import { countQuestions } from './count-questions.ts';
import { fillStore } from './fill-store.ts';
import { type Founded, foundProgramme } from './found-programme.ts';
import { findHindrance, makeFacts } from './make-facts.ts';
import { type Place, withPlace } from './place.ts';
import { serveBuilt } from './serve-built.ts';
import { approvePlace, settlePlace } from './settle-place.ts';
import { headersOf } from './signed-in.ts';
import { findSubjects } from './subjects.ts';
import { type Call, type Calling, tenCalls } from './ten-calls.ts';

export const name = 'the ten commonest calls';

const sizeUsual = 200_000;

const load: Load = { connections: 8, milliseconds: 5000 };

/** Asks the service and the peer, which has fastify and SQL alone, the same over one store. */
export async function run({ sizes }: Asked): Promise<Findings> {
  const leftOut = await findHindrance();
  if (leftOut !== undefined) return { rows: [], leftOut };
  const rows: Row[] = [];
  for (const size of sizes.length > 0 ? sizes : [sizeUsual]) rows.push(...(await callsAt(size)));
  return { rows };
}

async function callsAt(size: number): Promise<readonly Row[]> {
  return withPlace(async (place) => {
    const founded = await foundProgramme(place.service);
    const { csv } = await makeFacts(size, dirname(place.folder));
    await fillStore(place, founded, csv);
    const settled = await settlePlace(place, founded);
    await approvePlace(place, founded, settled);
    const calls = tenCalls(await callingOf(place, founded, settled.settlement));
    return measured(place, calls, `${size.toLocaleString('en-GB')} participants`);
  });
}

async function callingOf(place: Place, founded: Founded, settlement: string): Promise<Calling> {
  const { service, setDay } = place;
  setDay();
  const { commissioner, provider, member } = founded;
  const headers = async (organisation: string, duty: Parameters<Founded['member']>[1]) =>
    headersOf(await tokenOf(service, await member(organisation, duty)));
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
  people: string,
): Promise<readonly Row[]> {
  const questions = await countQuestions(service, calls);
  const served = await serveBuilt(folder);
  const bare = await serveBare(service.store.owner);
  try {
    const rows: Row[] = [];
    for (const { what, ours, bare: peer } of calls) {
      if ((await ask(bare.address, peer())) === '[]') throw new Error(`${what}: bare finds none`);
      const own = await askMuch(served.address, ours, load);
      const other = await askMuch(bare.address, peer, load);
      const asked = `${people}: ${what} (${questions.get(what)} questions)`;
      rows.push(rowOf(asked, own, other));
    }
    return rows;
  } finally {
    bare.close();
    await served.close();
  }
}

function rowOf(what: string, ours: Answered, peer: Answered): Row {
  return {
    what: `${what}: ${rate(ours)} a second, bare ${rate(peer)}; 95 of 100 within`,
    oursMilliseconds: ours.millisecondsMost95,
    peer: { name: 'bare', milliseconds: peer.millisecondsMost95 },
    perSecond: { ours: ours.perSecond, peer: peer.perSecond },
  };
}

function rate({ perSecond }: Answered): string {
  return perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond).toLocaleString('en-GB');
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
  return { address, close: () => child.kill('SIGKILL') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen({ host: '127.0.0.1', port: 0 }, done));
  const place = server.address();
  await new Promise((done) => server.close(done));
  return typeof place === 'object' && place !== null ? place.port : 0;
}

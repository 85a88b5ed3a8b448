import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { perform } from '../../src/service/act/index.ts';
import { recomputeArchive } from '../../src/service/archive/recompute-archive.ts';
import { lastingJob } from '../../src/service/lasting/index.ts';
import { bundleWork, giveBundle, requestBundle } from '../../src/service/money/index.ts';
import { signedInAs } from '../../test/support/made-organisations.ts';
import type { Asked, Findings, Row } from '../row.ts';
import { fillStore } from './fill-store.ts';
import { foundProgramme } from './found-programme.ts';
import { findHindrance, makeFacts } from './make-facts.ts';
import { got, type Place, withPlace } from './place.ts';
import { approvePlace, settlePlace } from './settle-place.ts';

export const name = 'a bundle of a settlement in the store';

const sizeUsual = 18_750;

/** Makes an archive of a settlement and works it out again; memory is of the whole process. */
export async function run({ sizes }: Asked): Promise<Findings> {
  const leftOut = await findHindrance();
  if (leftOut !== undefined) return { rows: [], leftOut };
  const rows: Row[] = [];
  for (const size of sizes.length > 0 ? sizes : [sizeUsual]) rows.push(...(await bundledAt(size)));
  return { rows };
}

async function bundledAt(size: number): Promise<readonly Row[]> {
  return withPlace(async (place) => {
    const founded = await foundProgramme(place.service);
    const folder = dirname(place.folder);
    const { csv } = await makeFacts(size, folder);
    await fillStore(place, founded, csv);
    const settled = await settlePlace(place, founded);
    await approvePlace(place, founded, settled);
    const email = await founded.member(founded.commissioner, 'auditor');
    const of = { programme: founded.programme, settlement: settled.settlement };
    const path = join(folder, 'bundle.tar');
    const making = await watched(async () => makeInto(path, place, { email, of }));
    const again = await watched(async () => got(await recomputeArchive(path)));
    const count = size.toLocaleString('en-GB');
    return [
      { what: `${count} participants put into an archive, and given`, ...making },
      { what: '  and worked out again', ...again },
    ];
  });
}

type Of = Readonly<{ programme: string; settlement: string }>;

async function makeInto(
  path: string,
  { service }: Place,
  { email, of }: Readonly<{ email: string; of: Of }>,
): Promise<void> {
  const actor = await signedInAs(service, email);
  const input = { ...of, recipient: 'National auditor' };
  const { bundle } = got(await perform(service, requestBundle, { actor, input }));
  await lastingJob(service, bundleWork, { programme: of.programme, request: bundle });
  const given = got(await perform(service, giveBundle, { actor, input: { ...of, bundle } }));
  writeFileSync(path, await buffer(given.body as Readable));
}

const lookEachMs = 50;

/** How long something takes, and the most that this process holds meanwhile. */
async function watched(
  work: () => Promise<unknown>,
): Promise<Pick<Row, 'oursMilliseconds' | 'memoryBytesMax'>> {
  let memoryBytesMax = 0;
  const look = () => {
    memoryBytesMax = Math.max(memoryBytesMax, process.memoryUsage().rss);
  };
  const looking = setInterval(look, lookEachMs);
  const startedAt = performance.now();
  try {
    await work();
    look();
    return { oursMilliseconds: performance.now() - startedAt, memoryBytesMax };
  } finally {
    clearInterval(looking);
  }
}

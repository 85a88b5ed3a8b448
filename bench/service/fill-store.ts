import { createReadStream } from 'node:fs';
import { keepUpload } from '../../src/http/keep-upload.ts';
import { perform } from '../../src/service/act/index.ts';
import {
  fileOfFacts,
  loadFileJob,
  sendFile,
  takesFacts,
} from '../../src/service/facts-in/index.ts';
import { signedInAs } from '../../test/support/made-organisations.ts';
import type { Founded } from './found-programme.ts';
import { got, type Place } from './place.ts';

/** The day on which the facts of the benchmark come in: all of them have happened by then. */
export const arrivedOn = '2022-01-01';

/** Fills the store through the import itself, on the day on which facts come in. */
export async function fillStore(
  { service, setDay }: Place,
  { programme, commissioner, member }: Founded,
  csv: string,
): Promise<void> {
  setDay(arrivedOn);
  const actor = await signedInAs(service, await member(commissioner, 'commissioner'));
  const upload = got(await keepUpload(service, createReadStream(csv), takesFacts));
  const input = { programme, ...upload };
  const sent = got(await perform(service, sendFile, { actor, input }));
  await loadFileJob(service, { programme, import: sent.import });
  const asked = { programme, import: sent.import };
  const done = got(await perform(service, fileOfFacts, { actor, input: asked }));
  if (done.state !== 'done') throw new Error(`the file is ${done.state}: ${JSON.stringify(done)}`);
}

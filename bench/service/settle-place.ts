import { perform } from '../../src/service/act/index.ts';
import { approveSettlement } from '../../src/service/money/index.ts';
import { signedInAs } from '../../test/support/made-organisations.ts';
import { root } from '../../test/support/project-files.ts';
import { builtAlone, runAlone } from '../run-alone.ts';
import { arrivedOn } from './fill-store.ts';
import type { Founded } from './found-programme.ts';
import { withMigrations } from './migrations-beside.ts';
import { got, type Place } from './place.ts';

/** What is settled, and when: of what had come in on the day before. */
export const settledAsAt = '2016-04-01';
export const settledOn = '2022-01-02';

/** A settlement that was prepared, and how long each part of that took. */
export type Settled = Readonly<{
  settlement: string;
  resultHash: string;
  total: string;
  memoryBytesMax: number;
  /** For how long the thread that answers requests answered none, at its longest. */
  pauseMilliseconds: number;
  parts: readonly Readonly<{ what: string; milliseconds: number }>[];
}>;

/** Settles what is in the store, in a process of its own. */
export async function settlePlace(
  { folder }: Place,
  { programme, commissioner, member }: Founded,
): Promise<Settled> {
  const email = await member(commissioner, 'finance_preparer');
  const path = withMigrations(await builtAlone('service/settle-stored.ts'));
  const words = [folder, programme, email, settledAsAt, arrivedOn, settledOn];
  const { report } = await runAlone<Settled>({ path, words, folder: root });
  return report;
}

/** Approves it, by somebody else. */
export async function approvePlace(
  { service, setDay }: Place,
  { programme, commissioner, member }: Founded,
  { settlement, resultHash }: Settled,
): Promise<void> {
  setDay(settledOn);
  const actor = await signedInAs(service, await member(commissioner, 'finance_approver'));
  const input = { programme, settlement, resultHash };
  got(await perform(service, approveSettlement, { actor, input }));
}

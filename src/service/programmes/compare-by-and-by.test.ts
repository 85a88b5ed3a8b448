// What a page that was put forward changes in money, where there is too much to be worked out while
// somebody waits: it comes to the same, is shown as it was worked out, and is approved so.
import { expect, test } from 'vitest';
import { aService, codesOf } from '../../../test/support/made-facts.ts';
import { got } from '../../../test/support/made-organisations.ts';
import {
  aPublishedProgramme,
  aStaff,
  northshireNext,
} from '../../../test/support/made-programmes.ts';
import { sendFactsAsForm } from '../../../test/support/send-facts-as-form.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { addParty, findVersion } from '../../store/index.ts';
import { findComparison, pageComparisons } from '../../store/money/index.ts';
import { perform } from '../act/index.ts';
import { lastingJob, queueLastingAgain } from '../lasting/index.ts';
import { versionsBefore } from './compare-draft.ts';
import { differenceFrom } from './difference.ts';
import {
  compareVersion,
  comparisonWork,
  pageOfVersion,
  putForward,
  requestComparison,
  writeDraft,
} from './index.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-02-01');
const staff = await aStaff(service);
const commissioner = await staff.as('commissioner');
const publisher = await staff.as('publisher');
const provider = await aStaff(service, 'Bright Futures');

const source = "the council's housing team";
const lives = ['A', 'B', 'C'].flatMap((participant, at) => [
  {
    id: `a${at}`,
    kind: 'attached',
    participant,
    group: 'leaving',
    provider: 'Bright Futures',
    day: '2028-04-03',
  },
  {
    id: `s${at}`,
    kind: 'in settled housing',
    participant,
    from: '2028-04-03',
    to: '2028-07-02',
    source,
  },
]);

async function putForwardOn(facts: readonly (typeof lives)[number][]) {
  setDay('2027-02-01');
  const programme = await aPublishedProgramme({ service, staff });
  const { organisation } = staff;
  const account = commissioner.kind === 'account' ? commissioner.account : '';
  await store.read({ reach: 'organisation', organisation, account }, async (tx) =>
    addParty(tx, {
      programme,
      organisation: provider.organisation,
      part: 'provider',
      name: 'Bright Futures',
      joinedAt: '2027-03-01T09:00:00.000Z',
    }),
  );
  setDay('2028-08-01');
  got(
    await perform(service, sendFactsAsForm, { actor: commissioner, input: { programme, facts } }),
  );
  const write = { programme, revision: 1, text: northshireNext };
  got(await perform(service, writeDraft, { actor: commissioner, input: write }));
  const put = { actor: commissioner, input: { programme, revision: 2 } };
  const { number } = got(await perform(service, putForward, put));
  return { programme, number };
}

/** The difference, as though more than none were too many facts. */
async function ofMany(which: Readonly<{ programme: string; number: number }>) {
  return store.read({ reach: 'upkeep' }, async (tx) => {
    const version = await findVersion(tx, which);
    if (version === undefined) throw new Error('it was put forward');
    const published = (await versionsBefore({ tx }, version)).map(pageOfVersion);
    const now = pageOfVersion(version);
    const asked = { ...which, published, now, factsMost: 0n };
    return got(await differenceFrom({ tx, service, today: '2028-08-01' }, asked));
  });
}

const comparisonOf = async (which: Readonly<{ programme: string; number: number }>) =>
  store.read({ reach: 'upkeep' }, async (tx) => findComparison(tx, which));

test('by and by it comes to what it comes to at once, and is shown with its day', async () => {
  const which = await putForwardOn(lives);
  const ask = { actor: publisher, input: which };
  const { difference: atOnce } = got(await perform(service, compareVersion, ask));
  expect((await ofMany(which))?.isOfTermsAlone).toBe(true);
  expect(await ofMany(which)).not.toHaveProperty('comparison');
  got(await perform(service, requestComparison, ask));
  got(await perform(service, requestComparison, ask));
  const waiting = await store.read({ reach: 'upkeep' }, pageComparisons.listWaiting);
  expect(waiting.filter(({ programme }) => programme === which.programme)).toHaveLength(1);
  const terms = await ofMany(which);
  expect(terms?.comparison).toEqual({ state: 'waiting', step: 'waiting' });
  await queueLastingAgain(service, comparisonWork);
  await lastingJob(service, comparisonWork, { ...which, request: waiting[0]?.id });
  const found = await ofMany(which);
  expect(found?.asAt).toBe('2028-08-01');
  const { hash: _, ...rest } = atOnce ?? {};
  expect(found).toMatchObject(rest);
  expect(found?.together?.lines).toBe(3);
  expect(found?.hash).not.toBe(terms?.hash);
  // Begun again, it is done already.
  await lastingJob(service, comparisonWork, { ...which, request: waiting[0]?.id });
  expect(await ofMany(which)).toEqual(found);
});

test('what breaks off time after time has failed, and may be asked for again', async () => {
  const which = await putForwardOn(lives.slice(0, 2));
  const ask = { actor: commissioner, input: which };
  got(await perform(service, requestComparison, ask));
  const { id: request } = (await comparisonOf(which)) ?? {};
  const payload = { ...which, request };
  const keys = { ...service.keys, participantKeys: () => Promise.reject(new Error('the disk')) };
  for (let turn = 1; turn <= 5; turn += 1) {
    const done = lastingJob({ ...service, keys }, comparisonWork, payload);
    await expect(done).rejects.toThrow('the disk');
  }
  expect((await ofMany(which))?.comparison).toEqual({ state: 'failed', step: 'ended' });
  expect(JSON.stringify((await comparisonOf(which))?.problems)).not.toContain('the disk');
  setDay('2028-08-02');
  got(await perform(service, requestComparison, ask));
  expect((await ofMany(which))?.comparison?.state).toBe('waiting');
  const nothing = { actor: commissioner, input: { ...which, number: 1 } };
  expect(codesOf(await perform(service, requestComparison, nothing))).toEqual([
    'version.not_there version',
  ]);
});

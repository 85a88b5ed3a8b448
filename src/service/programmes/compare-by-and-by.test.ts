// What a page changes in money, put forward or still being written, where there is too much to be worked out while
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
import { addParty, findVersion, listPublishedVersions } from '../../store/index.ts';
import { findComparison, pageComparisons } from '../../store/money/index.ts';
import { perform } from '../act/index.ts';
import { lastingJob, queueLastingAgain } from '../lasting/index.ts';
import { checkText } from './check-text.ts';
import { versionsBefore } from './compare-draft.ts';
import { differenceFrom } from './difference.ts';
import {
  compareDraft,
  compareVersion,
  comparisonWork,
  pageOfVersion,
  putForward,
  requestComparison,
  requestDraftComparison,
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

/** A draft of the next version, and these facts. */
async function writtenOn(facts: readonly (typeof lives)[number][]) {
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
  return programme;
}

async function putForwardOn(facts: readonly (typeof lives)[number][]) {
  const programme = await writtenOn(facts);
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
  store.read({ reach: 'upkeep' }, async (tx) =>
    findComparison(tx, { ...which, text: '', inForce: 0 }),
  );

/** The same of the page that is being written. */
async function ofManyDrafted(programme: string, text = northshireNext) {
  return store.read({ reach: 'upkeep' }, async (tx) => {
    const published = (await listPublishedVersions(tx, programme)).map(pageOfVersion);
    const { page: now } = checkText(text, published);
    const asked = { programme, published, now, factsMost: 0n };
    return got(await differenceFrom({ tx, service, today: '2028-08-01' }, asked));
  });
}

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

test('a page that is being written is compared so too, and put forward so it is compared already', async () => {
  const programme = await writtenOn(lives);
  const of = { programme, revision: 2 };
  const { difference: atOnce } = got(
    await perform(service, compareDraft, { actor: commissioner, input: { programme } }),
  );
  const stale = { actor: commissioner, input: { ...of, revision: 1 } };
  expect(codesOf(await perform(service, requestDraftComparison, stale))).toEqual([
    'revision.changed_meanwhile revision',
  ]);
  got(await perform(service, requestDraftComparison, { actor: commissioner, input: of }));
  got(await perform(service, requestDraftComparison, { actor: publisher, input: of }));
  const listed = await store.read({ reach: 'upkeep' }, pageComparisons.listWaiting);
  const waiting = listed.filter((each) => each.programme === programme);
  expect(waiting).toHaveLength(1);
  expect((await ofManyDrafted(programme))?.comparison?.state).toBe('waiting');
  await lastingJob(service, comparisonWork, { programme, request: waiting[0]?.id });
  const { hash: _, ...rest } = atOnce ?? {};
  const found = await ofManyDrafted(programme);
  expect(found).toMatchObject(rest);
  const put = got(await perform(service, putForward, { actor: commissioner, input: of }));
  expect(await ofMany({ programme, number: put.number })).toEqual(found);
  // Other words are another page, of which nothing is known.
  const text = northshireNext.replace('£240', '£250');
  expect(text).not.toBe(northshireNext);
  expect((await ofManyDrafted(programme, text))?.isOfTermsAlone).toBe(true);
});

test('what a draft would change in money is for those who read drafts', async () => {
  const programme = await writtenOn(lives.slice(0, 2));
  const of = { programme, revision: 2 };
  got(await perform(service, requestDraftComparison, { actor: commissioner, input: of }));
  const { organisation } = staff;
  const seenBy = async (duty: 'auditor' | 'finance_preparer') => {
    const actor = await staff.as(duty);
    const account = actor.kind === 'account' ? actor.account : '';
    return store.read(
      { reach: 'organisation', organisation, account },
      pageComparisons.listWaiting,
    );
  };
  expect(await seenBy('auditor')).toMatchObject([{ programme }]);
  expect(await seenBy('finance_preparer')).toEqual([]);
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

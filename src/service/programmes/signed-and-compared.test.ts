// Which versions bind a provider, and what a change would pay on the facts that there are.

import { expect, test } from 'vitest';
import { aService, codesOf } from '../../../test/support/made-facts.ts';
import { got } from '../../../test/support/made-organisations.ts';
import {
  aPublishedProgramme,
  aStaff,
  northshire,
  northshireNext,
  published,
} from '../../../test/support/made-programmes.ts';
import { sendFactsAsForm } from '../../../test/support/send-facts-as-form.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { hashesOf, readContract } from '../../contract/index.ts';
import { addParty, type Store } from '../../store/index.ts';
import type { Actor } from '../access/index.ts';
import { perform } from '../act/index.ts';
import { loadFacts } from '../facts-in/index.ts';
import { approveSettlement, listOfLines, prepareSettlement } from '../money/index.ts';
import {
  compareDraft,
  compareVersion,
  keepUpBound,
  listSigned,
  publishPage,
  putForward,
  readPublic,
  signVersion,
  versionsFor,
  writeDraft,
} from './index.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-02-01');
const staff = await aStaff(service);
const commissioner = await staff.as('commissioner');
const publisher = await staff.as('publisher');
const provider = await aStaff(service, 'Bright Futures');
const signer = await provider.as('administrator');

async function joined(programme: string): Promise<void> {
  await asCommissioner(store, async (tx) =>
    addParty(tx, {
      programme,
      organisation: provider.organisation,
      part: 'provider',
      name: 'Bright Futures',
      joinedAt: '2027-03-01T09:00:00.000Z',
    }),
  );
}

async function boundFacts(programme: string) {
  const { facts } = await asCommissioner(store, async (tx) =>
    got(await loadFacts({ tx, service }, programme)),
  );
  return facts
    .filter(({ kind }) => kind === 'bound')
    .map(({ provider, value, method }) => [provider, Number(value?.numerator), method]);
}

async function asCommissioner<T>(
  given: Store,
  work: Parameters<typeof given.read<T>>[1],
): Promise<T> {
  const { organisation } = staff;
  const account = commissioner.kind === 'account' ? commissioner.account : '';
  return given.read({ reach: 'organisation', organisation, account }, work);
}

async function hashOf(programme: string, version: number): Promise<string> {
  const input = { programme, version };
  return got(await perform(service, readPublic, { actor: signer, input })).pageHash;
}

const sign = async (programme: string, version: number, actor: Actor = signer) =>
  perform(service, signVersion, {
    actor,
    input: { programme, version, pageHash: await hashOf(programme, version) },
  });

async function bindingOf(programme: string) {
  const { organisation } = provider;
  const bound = await asCommissioner(store, async (tx) =>
    versionsFor({ tx, service }, { programme, organisation }),
  );
  return [bound.binding, bound.notBinding].map((versions) =>
    versions.map(({ ownNumber }) => ownNumber),
  );
}

async function nextVersion(programme: string, revision: number, text: string): Promise<void> {
  const input = { programme, revision, text };
  got(await perform(service, writeDraft, { actor: commissioner, input }));
  await published(service, staff, { programme, revision: revision + 1 });
}

/** The page as it is, with a later version said and something changed. */
function laterPage(was: string, number: number, from: string, change: (text: string) => string) {
  const { contract } = hashesOf(readContract(was).contract);
  const said = `Version ${number} counts for attachments from ${from} and replaces ${contract}.`;
  const bare = was.replace(/^Version .*\n/m, '');
  return change(bare).replace('Written in', `${said}\nWritten in`);
}

const untilNow = (text: string) =>
  `${text.slice(0, text.indexOf('### Sam settles'))}${tomsExample}`;
const tomsExample = northshire.slice(northshire.indexOf("### Tom's"));

test('a provider signs by the hash of the page, once, and through an administrator', async () => {
  setDay('2027-02-01');
  const programme = await aPublishedProgramme({ service, staff });
  expect(codesOf(await sign(programme, 1))).toEqual(['programme.not_there programme']);
  await joined(programme);
  expect(await bindingOf(programme)).toEqual([[], [1]]);
  const otherHash = { programme, version: 1, pageHash: `sha256:${'0'.repeat(64)}` };
  const wrong = await perform(service, signVersion, { actor: signer, input: otherHash });
  expect(codesOf(wrong)).toEqual(['signature.other_hash pageHash']);
  const worker = await provider.as('provider_staff');
  expect(codesOf(await sign(programme, 1, worker))).toEqual(['access.without_duty']);
  const unpublished = { ...otherHash, version: 2 };
  const early = await perform(service, signVersion, { actor: signer, input: unpublished });
  expect(codesOf(early)).toEqual(['version.not_there version']);
  expect(got(await sign(programme, 1))).toEqual(got(await sign(programme, 1)));
  expect(await bindingOf(programme)).toEqual([[1], []]);
});

test('a change that the page foretold binds without a signature, any other does not', async () => {
  setDay('2027-02-01');
  const programme = await aPublishedProgramme({ service, staff });
  await joined(programme);
  got(await sign(programme, 1));
  setDay('2027-12-01');
  const cheaper = (text: string) => untilNow(text.replace('£220 |', '£210 |'));
  const second = laterPage(northshire, 2, '2028-04-01', cheaper);
  await nextVersion(programme, 1, second);
  expect(await bindingOf(programme)).toEqual([[1, 2], []]);
  expect((await boundFacts(programme)).toSorted()).toEqual([
    ['Bright Futures', 1, 'signed'],
    ['Bright Futures', 2, 'foretold'],
  ]);
  setDay('2028-12-01');
  const dearer = (text: string) => text.replace('£8,200 is paid', '£4,000 is paid');
  await nextVersion(programme, 2, laterPage(second, 3, '2029-04-01', dearer));
  expect(await bindingOf(programme)).toEqual([[1, 2], [3]]);
  const asked = { actor: signer, input: { programme } };
  expect(got(await perform(service, listSigned, asked)).providers).toMatchObject([
    { name: 'Bright Futures', signed: [{ version: 1 }], binding: [1, 2], notBinding: [3] },
  ]);
  got(await sign(programme, 3));
  expect(await bindingOf(programme)).toEqual([[1, 2, 3], []]);
});

const facts = [
  {
    id: '1',
    kind: 'attached',
    participant: 'A',
    group: 'leaving',
    provider: 'Bright Futures',
    day: '2028-04-03',
  },
  {
    id: '2',
    kind: 'in settled housing',
    participant: 'A',
    from: '2028-04-03',
    to: '2028-07-02',
    source: "the council's housing team",
  },
];

test('what a change pays is shown for the facts there are, and approved as it was shown', async () => {
  setDay('2027-02-01');
  const programme = await aPublishedProgramme({ service, staff });
  await joined(programme);
  setDay('2028-08-01');
  const sent = { actor: commissioner, input: { programme, facts } };
  got(await perform(service, sendFactsAsForm, sent));
  const write = { programme, revision: 1, text: northshireNext };
  got(await perform(service, writeDraft, { actor: commissioner, input: write }));
  const asked = { actor: commissioner, input: { programme } };
  const { difference } = got(await perform(service, compareDraft, asked));
  expect(difference).toMatchObject({ facts: 2, currency: 'GBP' });
  const settled = { name: 'Settled', was: '220.00', now: '240.00' };
  expect(difference?.together?.outcomes).toContainEqual(settled);
  expect(difference?.alone?.outcomes).toContainEqual(settled);
  const put = { programme, revision: 2 };
  const forward = await perform(service, putForward, { actor: commissioner, input: put });
  const { number, pageHash } = got(forward);
  const which = { programme, number };
  const before = got(await perform(service, compareVersion, { actor: publisher, input: which }));
  const more = facts.map((fact) => ({ ...fact, id: `${fact.id}b`, participant: 'B' }));
  const next = { actor: commissioner, input: { programme, facts: more } };
  got(await perform(service, sendFactsAsForm, next));
  const publish = async (shown: string | undefined) =>
    perform(service, publishPage, { actor: publisher, input: { ...which, pageHash, shown } });
  expect(codesOf(await publish(before.difference?.hash))).toEqual([
    'version.shown_otherwise shown',
  ]);
  const now = got(await perform(service, compareVersion, { actor: publisher, input: which }));
  expect(now.difference?.facts).toBe(4);
  expect(got(await publish(now.difference?.hash))).toEqual({ version: 2 });
});

test('the upkeep tells settlement what it was not told when a provider signed', async () => {
  setDay('2027-02-01');
  const programme = await aPublishedProgramme({ service, staff });
  await joined(programme);
  got(await sign(programme, 1));
  await asCommissioner(store, async (tx) =>
    addParty(tx, {
      programme,
      organisation: provider.organisation,
      part: 'provider',
      name: 'Bright Futures CIC',
      joinedAt: '2027-03-01T09:00:00.000Z',
    }),
  );
  expect(await keepUpBound(service)).toEqual([]);
  expect(await keepUpBound(service)).toEqual([]);
  expect((await boundFacts(programme)).toSorted()).toEqual([
    ['Bright Futures CIC', 1, 'signed'],
    ['Bright Futures', 1, 'signed'],
  ]);
});

test('who has not signed a change is settled by what it signed, until it signs', async () => {
  setDay('2027-02-01');
  const programme = await aPublishedProgramme({ service, staff });
  await joined(programme);
  got(await sign(programme, 1));
  setDay('2027-12-01');
  const second = laterPage(northshire, 2, '2028-04-01', (text) =>
    untilNow(text.replace('£220 |', '£100 |')),
  );
  await nextVersion(programme, 1, second);
  expect(await bindingOf(programme)).toEqual([[1], [2]]);
  setDay('2028-08-01');
  got(
    await perform(service, sendFactsAsForm, { actor: commissioner, input: { programme, facts } }),
  );
  const preparer = await staff.as('finance_preparer');
  const approver = await staff.as('finance_approver');
  const settled = async (asAt: string) => {
    const input = { programme, asAt };
    const made = got(await perform(service, prepareSettlement, { actor: preparer, input }));
    const { settlement, resultHash } = made;
    const which = { programme, settlement };
    const { lines } = got(await perform(service, listOfLines, { actor: preparer, input: which }));
    const approval = { ...which, resultHash };
    got(await perform(service, approveSettlement, { actor: approver, input: approval }));
    return lines
      .filter(({ outcome }) => outcome === 'Settled')
      .map(({ version, amount }) => [version, amount]);
  };
  setDay('2028-08-02');
  expect(await settled('2028-08-01')).toEqual([[1, '220.00']]);
  setDay('2028-09-01');
  got(await sign(programme, 2));
  setDay('2028-09-02');
  expect(await settled('2028-09-01')).toEqual([[2, '100.00']]);
});

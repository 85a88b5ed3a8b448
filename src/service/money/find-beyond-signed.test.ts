import { expect, test } from 'vitest';
import { aService } from '../../../test/support/made-facts.ts';
import { got } from '../../../test/support/made-organisations.ts';
import {
  aPublishedProgramme,
  aStaff,
  northshire,
  published,
} from '../../../test/support/made-programmes.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { hashesOf, readContract } from '../../contract/index.ts';
import { addParty, listPublishedVersions } from '../../store/index.ts';
import { reachOf } from '../access/index.ts';
import { perform } from '../act/index.ts';
import { readPublic, signVersion, writeDraft } from '../programmes/index.ts';
import { findBeyondSigned } from './find-beyond-signed.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-02-01');
const staff = await aStaff(service);
const commissioner = await staff.as('commissioner');
const provider = await aStaff(service, 'Bright Futures');
const signer = await provider.as('administrator');

/** What is said of a provider that has signed the first version, and not this next one. */
async function saidOf(change: (text: string) => string): Promise<readonly string[]> {
  setDay('2027-02-01');
  const programme = await aPublishedProgramme({ service, staff });
  const { organisation } = provider;
  const party = { programme, organisation, part: 'provider', name: 'Bright Futures' };
  await store.read(reachOf(commissioner), async (tx) =>
    addParty(tx, { ...party, joinedAt: '2027-03-01T09:00:00.000Z' }),
  );
  const asked = { actor: signer, input: { programme, version: 1 } };
  const { pageHash } = got(await perform(service, readPublic, asked));
  const signing = { actor: signer, input: { programme, version: 1, pageHash } };
  got(await perform(service, signVersion, signing));
  const { contract } = hashesOf(readContract(northshire).contract);
  const version = `Version 2 counts for attachments from 2028-04-01 and replaces ${contract}.`;
  const text = change(northshire).replace('Written in', `${version}\nWritten in`);
  const dated = text.replace('from 2028-04-01', 'from 1 April 2028');
  const draft = { actor: commissioner, input: { programme, revision: 1, text: dated } };
  got(await perform(service, writeDraft, draft));
  setDay('2027-12-01');
  await published(service, staff, { programme, revision: 2 });
  return store.read(reachOf(commissioner), async (tx) => {
    const versions = await listPublishedVersions(tx, programme);
    const found = await findBeyondSigned({ tx, service }, programme, { versions });
    return found.map(({ message }) => message);
  });
}

test('of a price that a provider has not signed nothing is said: it is paid what it signed', async () => {
  expect(await saidOf((text) => text.replace('£8,200 is paid', '£4,000 is paid'))).toEqual([]);
});

test('what is one for all and not signed by all is said', async () => {
  const dearer = (text: string) => text.replace('reserves £2,400', 'reserves £3,000');
  expect(await saidOf(dearer)).toEqual([
    'Bright Futures has not signed version 2, and these are one for all: what an attachment reserves.',
  ]);
});

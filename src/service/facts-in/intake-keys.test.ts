// Facts that are refused leave nothing behind, no key of somebody who never came in either.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { aCast, anUpload, aService, codesOf, got } from '../../../test/support/made-facts.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { perform } from '../act/index.ts';
import { fileOfFacts, loadFileJob, sendFacts, sendFile } from './index.ts';

const store = await aStore();
const { service, folder } = await aService(store);
const page = readFileSync('examples/northshire/contract.md', 'utf8');
const cast = await aCast(store, page, { Northshire: 'commissioner', 'Bright Futures': 'provider' });
const { programme } = cast;
const actor = cast.as('Northshire', 'case_worker');
const provider = 'Bright Futures';
const recordLength = 80;

const came = (participant: string, more: object = {}) => {
  const facts = { kind: 'attached', provider, group: 'leaving', day: '2027-05-03' };
  return { id: `${participant} came`, participant, ...facts, ...more };
};
const send = async (...facts: readonly object[]) =>
  codesOf(await perform(service, sendFacts, { actor, input: { programme, facts } }));
const keysLength = () => statSync(join(folder, 'keys', `${programme}.keys`)).size;

// The programme's own key is made with the first that is sent.
beforeAll(async () => {
  got(await perform(service, sendFacts, { actor, input: { programme, facts: [came('First')] } }));
});

test('refused by a call', async () => {
  const before = keysLength();
  const twice = came('Sam', { id: 'Sam again', day: '2027-05-10' });
  const nothing = { id: 'w', kind: 'withdrawn', participant: 'Max', day: '2027-05-04' };
  expect(await send(came('Kim'), came('Lou', { kind: 'atached' }))).not.toEqual([]);
  expect(await send(came('Sam'), twice)).toEqual(['fact.attached_twice 2 day']);
  expect(await send(came('Max'), { ...nothing, replaces: 'none such' })).not.toEqual([]);
  expect(keysLength()).toBe(before);
});

test('refused as a file', async () => {
  const before = keysLength();
  const text = 'id,kind,participant,day\nf1,level 2,P1,2027-05-20\nf2,level two,P2,2027-05-20\n';
  const input = { programme, ...(await anUpload(service, text)) };
  const { import: id } = got(await perform(service, sendFile, { actor, input }));
  await loadFileJob(service, { programme, import: id });
  const asked = { actor, input: { programme, import: id } };
  expect(got(await perform(service, fileOfFacts, asked)).state).toBe('refused');
  expect(keysLength()).toBe(before);
});

test('while everybody who comes in has theirs, also whose facts are looked at together', async () => {
  const before = keysLength();
  const left = { id: 'Ada left', kind: 'left', participant: 'Ada', provider, day: '2027-05-05' };
  expect(await send(came('Ada'), left, came('Ben'), came('Cleo'))).toEqual([]);
  expect(await send(came('Ada', { id: 'Ada back', day: '2027-05-20' }))).toEqual([]);
  const { rows } = await store.read({ reach: 'upkeep' }, async ({ client }) =>
    client.query('select id from participant where programme = $1', [programme]),
  );
  const ids = rows.map((row) => String(row.id));
  expect(got(await service.keys.participantKeys(programme, ids)).size).toBe(4);
  expect(keysLength() - before).toBe(3 * recordLength);
});

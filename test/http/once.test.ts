// What is sent again under the same key is done once, also where a file comes with it.
import { expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import { makeToken } from '../../src/service/sign-in/index.ts';
import { certificate } from '../support/made-applications.ts';
import { aService } from '../support/made-facts.ts';
import { got } from '../support/made-organisations.ts';
import { aPublishedProgramme, aStaff } from '../support/made-programmes.ts';
import { served } from '../support/served.ts';
import { aStore } from '../support/with-store.ts';

const { service: made } = await aService(await aStore(), '2027-04-05');
const { service, address } = await served(made);
const programme = await aPublishedProgramme({ service, staff: await aStaff(service) });
const staff = await aStaff(service, 'Harbour House');
const actor = await staff.as('administrator', 'provider_staff');
const input = { name: 'joining', scopes: ['joining:read', 'joining:change'], days: 1 };
const { token } = got(await perform(service, makeToken, { actor, input }));

async function handedIn(key: string, content: Buffer) {
  const path = `/api/programmes/${programme}/application/documents?field=insured_proof`;
  const answer = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/pdf',
      'idempotency-key': key,
    },
    body: new Uint8Array(content),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

test('a file that is sent again under its key is handed in once, and answered alike', async () => {
  const one = await handedIn('a key for one file', certificate);
  expect(one).toMatchObject({ status: 201, body: { revision: 1 } });
  expect(await handedIn('a key for one file', certificate)).toEqual(one);
  const other = Buffer.concat([certificate, Buffer.from('\n')]);
  expect((await handedIn('a key for one file', other)).status).toBe(409);
});

test('a key that is too short or too long is said to be so', async () => {
  for (const key of ['short', 'k'.repeat(201)]) {
    const { status, body } = await handedIn(key, certificate);
    expect([status, body.type]).toEqual([422, 'urn:outturn:problem:once.key_otherwise']);
  }
});

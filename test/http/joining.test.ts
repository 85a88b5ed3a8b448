// A provider joins by calls of the API alone; whoever has no part in it is told that nothing is there.
import { expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import { makeToken } from '../../src/service/sign-in/index.ts';
import { answers, anUpload, certificate } from '../support/made-applications.ts';
import { aService } from '../support/made-facts.ts';
import { got } from '../support/made-organisations.ts';
import { aPublishedProgramme, aStaff, type Staff } from '../support/made-programmes.ts';
import { served } from '../support/served.ts';
import { aStore } from '../support/with-store.ts';

const { service: made } = await aService(await aStore(), '2027-04-05');
const { service, address } = await served(made);
const buyers = await aStaff(service);
const providers = await aStaff(service, 'Harbour House');
const strangers = await aStaff(service, 'Bright Futures');
const programme = await aPublishedProgramme({ service, staff: buyers });

type Call = (method: string, path: string, sent?: unknown) => Promise<Called>;

type Called = Readonly<{ status: number; body: Record<string, unknown>; headers: Headers }>;

async function caller(staff: Staff, ...duties: Parameters<Staff['as']>): Promise<Call> {
  const actor = await staff.as(...duties);
  const scopes = ['joining:read', 'joining:change'];
  const input = { name: 'joining', scopes, days: 1 };
  const { token } = got(await perform(service, makeToken, { actor, input }));
  return async (method: string, path: string, sent?: unknown): Promise<Called> => {
    const isFile = Buffer.isBuffer(sent);
    const answer = await fetch(`${address}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(sent === undefined
          ? {}
          : { 'content-type': isFile ? 'application/pdf' : 'application/json' }),
      },
      ...(sent === undefined ? {} : { body: isFile ? new Uint8Array(sent) : JSON.stringify(sent) }),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return {
      status: answer.status,
      body: isJson ? JSON.parse(text) : { text },
      headers: answer.headers,
    };
  };
}

const provider = await caller(providers, 'administrator', 'provider_staff');
const buyer = await caller(buyers, 'commissioner');
const stranger = await caller(strangers, 'administrator', 'provider_staff', 'commissioner');
const at = `/programmes/${programme}`;

test('an application is filled in, sent, decided and looked at by calls alone', async () => {
  const saved = await provider('PUT', `${at}/application`, { revision: 0, answers });
  expect([saved.status, saved.body]).toEqual([200, { revision: 1 }]);
  const documents = `${at}/application/documents?field=insured_proof`;
  const handedIn = await provider('POST', `${documents}&expiresOn=2028-03-31`, certificate);
  expect([handedIn.status, handedIn.body]).toEqual([201, { revision: 2 }]);
  const program = await provider('POST', documents, Buffer.from('MZ\0\0'));
  expect(program.status).toBe(422);
  const { body: form } = await provider('GET', `${at}/application`);
  expect(form).toMatchObject({ state: 'draft', revision: 2, problems: [] });
  const sending = { revision: 2, pageHash: form.pageHash };
  const sent = await provider('POST', `${at}/application/sending`, sending);
  expect(sent.body).toEqual({ number: 1, appliedOn: '2027-04-05', decideBy: '2027-04-16' });
  const one = `${at}/applications/${providers.organisation}/1`;
  const { body: seen } = await buyer('GET', one);
  const shown = JSON.stringify(seen);
  expect(shown).toContain('£5,000,000');
  const document = /"document":\{"id":"([^"]+)"/.exec(shown)?.[1] ?? '';
  const file = await buyer('GET', `${at}/joining-documents/${document}`);
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(file.body.text).toBe(certificate.toString());
  for (const path of [one, `${at}/applications`, `${at}/joining-documents/${document}`]) {
    const refused = await stranger('GET', path);
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      404,
      expect.stringContaining('programme.not_there'),
    ]);
    expect((await provider('GET', path)).status).toBe(403);
  }
  expect((await stranger('POST', `${one}/admission`, {})).status).toBe(404);
  expect((await provider('POST', `${one}/admission`, {})).status).toBe(403);
  const admitted = await buyer('POST', `${one}/admission`, {});
  expect(admitted.body).toEqual({ name: 'Harbour House', joinsOn: '2027-04-05' });
  const { body: open } = await stranger('GET', `/published/${programme}/providers`);
  expect(open.providers).toEqual([
    { name: 'Harbour House', areas: [], since: '2027-04-05', isOpen: true },
  ]);
});

test('no call takes over a file that was kept for somebody else', async () => {
  const upload = await anUpload(service);
  const body = { revision: 0, answers: {}, uploads: [{ field: 'insured_proof', ...upload }] };
  const refused = await stranger('PUT', `${at}/application`, body);
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    422,
    expect.stringContaining('input.otherwise'),
  ]);
  const query = new URLSearchParams({
    field: 'insured_proof',
    upload: upload.upload,
    file: upload.file,
  });
  const documents = `${at}/application/documents?${query}`;
  expect((await stranger('POST', documents, certificate)).status).toBe(201);
  const kept = await made.store.read({ reach: 'upkeep' }, async ({ client }) =>
    client.query('select from handed_in where id = $1', [upload.upload]),
  );
  expect(kept.rowCount).toBe(0);
});

test('where a provider stands is its own to read, and to change', async () => {
  const { body } = await provider('GET', `${at}/provider`);
  expect(body).toMatchObject({ state: 'admitted', pausedBy: [], capacity: 40 });
  const paused = await provider('POST', `${at}/provider/pause`);
  expect(paused.body).toMatchObject({ isPaused: true });
  expect((await stranger('POST', `${at}/provider/pause`)).status).toBe(404);
  const other = `${at}/providers/${providers.organisation}`;
  expect((await stranger('POST', `${other}/resumption`)).status).toBe(404);
  expect((await buyer('POST', `${other}/resumption`)).body).toMatchObject({ isPaused: true });
  expect((await provider('POST', `${at}/provider/resumption`)).body).toMatchObject({
    isPaused: false,
  });
});

import { expect, test } from 'vitest';
import type { Scopes } from '../../src/service/access/index.ts';
import { perform } from '../../src/service/act/index.ts';
import {
  endMembership,
  giveDuty,
  invite,
  signUp,
  takeDuty,
} from '../../src/service/organisations/index.ts';
import { endToken, findActor, makeToken } from '../../src/service/sign-in/index.ts';
import { aService } from '../support/made-facts.ts';
import { aMember, anOrganisation, got, signedInAs } from '../support/made-organisations.ts';
import { served } from '../support/served.ts';
import { aStore } from '../support/with-store.ts';

const clock = { now: Date.parse('2027-06-01T09:00:00Z') };
const { service: made } = await aService(await aStore());
const { service, address } = await served({ ...made, clock: () => clock.now });

async function aToken(email: string, scopes: Scopes, days = 30) {
  const actor = await signedInAs(service, email);
  const input = { name: 'Nightly', scopes, days };
  return { actor, ...got(await perform(service, makeToken, { actor, input })) };
}

async function call(token: string, path: string, body?: unknown) {
  const answer = await fetch(`${address}/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const read = (await answer.json()) as Readonly<{ type?: string }>;
  return { status: answer.status, type: read.type?.split(':').at(-1), read };
}

test('a token does what its scopes say, for its own organisation, and nothing else', async () => {
  const { email } = await anOrganisation(service, { name: 'Kale' });
  const { token } = await aToken(email, ['organisations:read']);
  expect(token).toMatch(/^outturn_[\w-]{43}$/);
  expect(await call(token, '/organisation')).toMatchObject({ status: 200, read: { name: 'Kale' } });
  const invited = { email: 'one@example.org', duties: ['auditor'] };
  expect(await call(token, '/organisation/invitations', invited)).toMatchObject({
    status: 403,
    type: 'access.outside_token',
  });
  expect(await call(token, '/account'), 'no scope is for ways of signing in').toMatchObject({
    status: 403,
    type: 'access.outside_token',
  });
  expect(await call('outturn_another', '/organisation')).toMatchObject({ status: 401 });
});

test('a token never goes beyond the duties that its owner has on the day', async () => {
  const { email, organisation } = await anOrganisation(service);
  const ada = await signedInAs(service, email);
  const second = { duties: ['administrator'], email: 'two@kale.org' } as const;
  const { account } = await aMember(service, organisation, second);
  const { token } = await aToken('two@kale.org', ['organisations:change']);
  const invited = { email: 'three@example.org', duties: ['auditor'] };
  expect(await call(token, '/organisation/invitations', invited)).toMatchObject({ status: 201 });
  const input = { account, duty: 'administrator' };
  got(await perform(service, takeDuty, { actor: ada, input }));
  expect(await call(token, '/organisation/invitations', invited)).toMatchObject({
    status: 403,
    type: 'access.without_duty',
  });
  got(await perform(service, endMembership, { actor: ada, input: { account } }));
  expect(await call(token, '/organisation/invitations', invited)).toMatchObject({ status: 401 });
});

test('a token ends on its day, or when its owner ends it, and nobody else can', async () => {
  const { email } = await anOrganisation(service);
  const stranger = await signedInAs(service, (await anOrganisation(service)).email);
  const first = await aToken(email, ['record:read'], 1);
  const second = await aToken(email, ['record:read']);
  const end = { input: { token: second.id } };
  const refused = await perform(service, endToken, { ...end, actor: stranger });
  expect(refused).toMatchObject({ ok: false, problems: [{ code: 'token.not_there' }] });
  expect((await findActor(service, { bearer: second.token })).kind).toBe('account');
  got(await perform(service, endToken, { ...end, actor: second.actor }));
  expect((await findActor(service, { bearer: second.token })).kind).toBe('anyone');
  expect((await findActor(service, { bearer: first.token })).kind).toBe('account');
  clock.now += 24 * 3600_000;
  expect((await findActor(service, { bearer: first.token })).kind).toBe('anyone');
});

test('a token lasts a year at most, is for something, and is not made by a token', async () => {
  const { email } = await anOrganisation(service);
  const { token, actor } = await aToken(email, ['record:read']);
  const codeOf = async (input: unknown, by = actor) => {
    const result = await perform(service, makeToken, { actor: by, input });
    return result.ok ? undefined : result.problems[0]?.code;
  };
  const fine = { name: 'x', scopes: ['record:read'], days: 30 };
  expect(await codeOf({ ...fine, days: 367 })).toBe('input.otherwise');
  expect(await codeOf({ ...fine, scopes: [] })).toBe('token.without_scopes');
  expect(await codeOf({ ...fine, scopes: ['sign-in:change'] })).toBe('input.otherwise');
  expect(await codeOf({ ...fine, name: ' ' })).toBe('token.name_missing');
  const program = await findActor(service, { bearer: token });
  if (program.kind !== 'account') return expect(program.kind).toBe('account');
  expect(await codeOf(fine, program)).toBe('access.outside_token');
});

test('what was shown once is not kept: the same request again is told so', async () => {
  const { email } = await anOrganisation(service);
  const actor = await signedInAs(service, email);
  const input = { email: 'once@example.org', duties: ['auditor'] };
  const asked = { actor, input, onceKey: 'one-click-of-two' };
  const { link } = got(await perform(service, invite, asked));
  const again = await perform(service, invite, asked);
  expect(again).toMatchObject({ ok: false, problems: [{ code: 'once.shown_before' }] });
  const kept = await service.store.read({ reach: 'upkeep' }, async ({ client }) =>
    client.query(`select answer from once where key = encode(sha256($1), 'hex')`, [
      Buffer.from(asked.onceKey),
    ]),
  );
  expect(kept.rows).toEqual([{ answer: null }]);
  expect(link).toContain('/invitation/');
});

test('giving a duty by call takes effect on the next request, as the member of another', async () => {
  const { email, organisation } = await anOrganisation(service);
  const actor = await signedInAs(service, email);
  const member = await aMember(service, organisation, { duties: ['auditor'] });
  const given = { account: member.account, duty: 'commissioner' };
  got(await perform(service, giveDuty, { actor, input: given }));
  const other = await anOrganisation(service);
  const stranger = await signedInAs(service, other.email);
  const refused = await perform(service, giveDuty, { actor: stranger, input: given });
  expect(refused).toMatchObject({ ok: false, problems: [{ code: 'member.not_there' }] });
});

test('a token opens no screen, so that it never turns into a sign-in', async () => {
  const { email } = await anOrganisation(service);
  const { token } = await aToken(email, ['record:read']);
  const headers = { authorization: `Bearer ${token}` };
  for (const path of ['/account', '/sign-in', '/organisation']) {
    expect((await fetch(address + path, { headers, redirect: 'manual' })).status).toBe(403);
  }
  const body = new URLSearchParams({ organisation: 'Founded by a token', csrf: '' });
  const answer = await fetch(`${address}/sign-up`, { method: 'POST', headers, body });
  expect(answer.status).toBe(403);
  expect(answer.headers.getSetCookie()).toEqual([]);
  const actor = await findActor(service, { bearer: token });
  const input = { organisation: 'Founded by a token', address: '192.0.2.5', agent: '' };
  const founded = got(await perform(service, signUp, { actor, input }));
  expect(founded).toMatchObject({ problems: [{ code: 'sign_in.not_by_token' }] });
});

import { expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import { makeWayBack } from '../../src/service/sign-in/index.ts';
import { aService } from '../support/made-facts.ts';
import {
  aMember,
  anOrganisation,
  got,
  password,
  signedInAs,
} from '../support/made-organisations.ts';
import { served } from '../support/served.ts';
import { aVisitor } from '../support/visitor.ts';
import { aStore } from '../support/with-store.ts';

const clock = { now: Date.parse('2027-06-01T09:00:00Z') };
const { service: made } = await aService(await aStore());
const { service, address } = await served({ ...made, clock: () => clock.now });

const cookie = 'outturn-sign-in';
const secret = /<code class="secret">([^<]+)</;

async function signedIn(email: string, next = '/account') {
  const visitor = aVisitor(address);
  await visitor.open(`/sign-in?next=${encodeURIComponent(next)}`);
  const page = await visitor.send('/sign-in', { email, password });
  return { visitor, page };
}

test('a page for people who signed in leads to signing in, and back', async () => {
  const { email } = await anOrganisation(service, { name: 'Alder Trust' });
  const visitor = aVisitor(address);
  const asked = await visitor.open('/organisation');
  expect(asked.text).toContain('<h1>Sign in</h1>');
  const wrong = await visitor.send('/sign-in', { email, password: 'another than that' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('do not go together');
  expect(wrong.text).not.toContain('another than that');
  const page = await visitor.send('/sign-in', { email, password });
  expect([page.at, page.status]).toEqual(['/organisation', 200]);
  expect(page.text).toContain('<h1>Alder Trust</h1>');
});

test('nobody is led away from us after signing in', async () => {
  const { email } = await anOrganisation(service);
  for (const next of ['//evil.example', 'https://evil.example/', '/\\evil.example', '/sign-in']) {
    const { page } = await signedIn(email, next);
    expect(page.at).toBe('/programmes');
  }
});

test('a form that another page sends is refused', async () => {
  const { email } = await anOrganisation(service);
  const { visitor } = await signedIn(email);
  const answer = await fetch(new URL('/account/password', address), {
    method: 'POST',
    body: new URLSearchParams({ password: 'another quite long one' }),
    headers: { cookie: `${cookie}=${visitor.cookies.get(cookie)}` },
  });
  expect(answer.status).toBe(403);
});

test('signing in changes the token, and signing out ends it', async () => {
  const { email } = await anOrganisation(service);
  const { visitor } = await signedIn(email);
  const first = visitor.cookies.get(cookie) ?? '';
  expect(first).toHaveLength(43);
  await visitor.open('/account');
  await visitor.send('/sign-out');
  expect(visitor.cookies.has(cookie)).toBe(false);
  const thief = aVisitor(address);
  thief.cookies.set(cookie, first);
  expect((await thief.open('/account')).at).toContain('/sign-in');
  expect((await signedIn(email)).visitor.cookies.get(cookie)).not.toBe(first);
});

test('choosing another organisation changes the token; the old one lasts some seconds', async () => {
  const alder = await anOrganisation(service, { name: 'Alder' });
  const birch = await anOrganisation(service, { name: 'Birch' });
  await aMember(service, birch.organisation, { duties: ['auditor'], email: alder.email });
  const { visitor, page } = await signedIn(alder.email, '/organisation');
  expect(page.text).toContain('Which organisation do you act for?');
  const before = visitor.cookies.get(cookie) ?? '';
  const next = { organisation: birch.organisation, next: '/organisation' };
  const chosen = await visitor.send('/organisation/choose', next);
  expect(chosen.text).toContain('<h1>Birch</h1>');
  expect(visitor.cookies.get(cookie)).not.toBe(before);
  const other = aVisitor(address);
  other.cookies.set(cookie, before);
  expect((await other.open('/account')).at).toBe('/account');
  clock.now += 11_000;
  expect((await other.open('/account')).at).toContain('/sign-in');
  await visitor.open('/organisation');
  const foreign = await anOrganisation(service, { name: 'Cedar' });
  const refused = await visitor.send('/organisation/choose', {
    organisation: foreign.organisation,
  });
  expect(refused.text).toContain('You belong to no such organisation.');
});

test('half an hour without a request ends a sign-in, and twelve hours end any', async () => {
  const { email } = await anOrganisation(service);
  const { visitor } = await signedIn(email);
  const began = clock.now;
  while (clock.now + 29 * 60_000 < began + 12 * 3600_000) {
    clock.now += 29 * 60_000;
    expect((await visitor.open('/account')).at).toBe('/account');
  }
  clock.now = began + 12 * 3600_000;
  expect((await visitor.open('/account')).at, 'after twelve hours').toContain('/sign-in');
  const idle = await signedIn(email);
  clock.now += 31 * 60_000;
  expect((await idle.visitor.open('/account')).at, 'half an hour idle').toContain('/sign-in');
});

test('changing the password ends the other sign-ins, and needs the one before', async () => {
  const { email } = await anOrganisation(service);
  const [one, other] = [(await signedIn(email)).visitor, (await signedIn(email)).visitor];
  await one.open('/account/password');
  const short = await one.send('/account/password', { current: password, password: 'short' });
  expect(short.text).toContain('The password has 5 characters, and must have 12 or more.');
  const common = { current: password, password: 'Password123456!' };
  expect((await one.send('/account/password', common)).text).toContain('tried first');
  const fresh = 'harbour velvet nineteen';
  const wrong = await one.send('/account/password', { current: 'x', password: fresh });
  expect(wrong.text).toContain('This is not the password that you have now.');
  const done = await one.send('/account/password', { current: password, password: fresh });
  expect(done.text).toContain('Your password is changed.');
  expect((await other.open('/account')).at).toContain('/sign-in');
  expect((await one.open('/account')).at).toBe('/account');
  await expect(signedInAs(service, email)).rejects.toThrow('do not go together');
});

test('whoever is signed in sees where, and ends one of them', async () => {
  const { email } = await anOrganisation(service);
  const [one, other] = [(await signedIn(email)).visitor, (await signedIn(email)).visitor];
  const { text } = await one.open('/account');
  const marks = [...text.matchAll(/name="signIn" value="([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(marks).toHaveLength(1);
  const ended = await one.send('/account/sign-ins/end', { signIn: marks[0] ?? '' });
  expect(ended.text).toContain('That sign-in has ended.');
  expect((await other.open('/account')).at).toContain('/sign-in');
});

test('an administrator invites, the link makes an account once, and never opens one', async () => {
  const { email } = await anOrganisation(service, { name: 'Dogwood' });
  const { visitor } = await signedIn(email, '/organisation/invite');
  const invited = { email: 'Nia@Example.org', duties: ['publisher'], limit: '250,000.00' };
  const made = await visitor.send('/organisation/invite', { ...invited, currency: 'GBP' });
  const link = secret.exec(made.text)?.[1] ?? '';
  expect(link).toMatch(/^http:\/\/localhost:\d+\/invitation\/[\w-]{43}$/);
  const { pathname } = new URL(link);
  const nia = aVisitor(address);
  expect((await nia.open(pathname)).text).toContain('Join Dogwood');
  const joined = await nia.send(pathname, { name: 'Nia', password });
  expect(joined.at).toBe('/programmes');
  expect((await aVisitor(address).open(pathname)).text).toContain('There is no such invitation');
  const organisation = await visitor.open('/organisation');
  expect(organisation.text).toContain('Publisher up to £250,000');
  const again = await anOrganisation(service, { name: 'Elder' });
  const elder = (await signedIn(again.email, '/organisation/invite')).visitor;
  const second = await elder.send('/organisation/invite', { ...invited, limit: '' });
  const other = new URL(secret.exec(second.text)?.[1] ?? '').pathname;
  const stranger = aVisitor(address);
  expect((await stranger.open(other)).text).toContain('You have an account');
  const { visitor: member } = await signedIn('nia@example.org', other);
  expect((await member.send(other)).text).toContain('<h1>Elder</h1>');
});

test('giving a duty ends the sign-ins that it changes, and nobody gives one to themselves', async () => {
  const { email, account, organisation } = await anOrganisation(service, { name: 'Fir' });
  const max = await aMember(service, organisation, { duties: ['verifier'], email: 'max@fir.org' });
  const member = (await signedIn('max@fir.org')).visitor;
  const { visitor } = await signedIn(email, `/organisation/members/${max.account}`);
  const path = `/organisation/members/${max.account}`;
  const given = await visitor.send(`${path}/give`, { duty: 'finance_preparer' });
  expect(given.text).toContain('The duty is given.');
  expect((await member.open('/account')).at).toContain('/sign-in');
  const both = await visitor.send(`${path}/give`, { duty: 'case_worker' });
  expect(both.text).toContain('A case worker never sees amounts of money');
  const own = `/organisation/members/${account}`;
  const last = await visitor
    .open(own)
    .then(async () => visitor.send(`${own}/take`, { duty: 'administrator' }));
  expect(last.text).toContain('This is the only administrator');
  expect((await visitor.open('/organisation/leave')).status).toBe(200);
  const left = await visitor.send('/organisation/leave');
  expect(left.text).toContain('This is the only administrator');
});

test('anybody signs up a provider, which may ask to join and nothing else', async () => {
  const visitor = aVisitor(address);
  await visitor.open('/sign-up');
  const fields = { organisation: 'Harbour House', name: 'Ivo', email: 'ivo@harbour.org', password };
  const wrong = await visitor.send('/sign-up', { ...fields, password: 'ivo ivo' });
  expect(wrong.text).toContain('value="Harbour House"');
  const page = await visitor.send('/sign-up', fields);
  expect(page.at).toBe('/');
  expect((await visitor.open('/organisation')).text).toContain('provider finance');
  const second = aVisitor(address);
  await second.open('/sign-up');
  expect((await second.send('/sign-up', fields)).text).toContain('Sign in to it first');
});

test('whoever lost every way in is given a link that sets a password once', async () => {
  const { email, account } = await anOrganisation(service);
  const old = (await signedIn(email)).visitor;
  const asked = { actor: { kind: 'service' as const }, input: { email } };
  const first = got(await perform(service, makeWayBack, asked));
  const { link } = got(await perform(service, makeWayBack, asked));
  const visitor = aVisitor(address);
  const unused = await visitor.open(new URL(first.link).pathname);
  expect(unused.text, 'a newer one takes its place').toContain('has run out');
  const { pathname } = new URL(link);
  await visitor.open(pathname);
  expect((await visitor.send(pathname, { password: 'short' })).text).toContain('must have 12');
  const fresh = { password: 'harbour velvet nineteen' };
  expect((await visitor.send(pathname, fresh)).at).toBe('/account');
  expect((await old.open('/account')).at).toContain('/sign-in');
  expect((await aVisitor(address).open(pathname)).text).toContain('has run out');
  const actor = await signedInAs(service, (await anOrganisation(service)).email);
  const refused = await perform(service, makeWayBack, { actor, input: { email } });
  expect(refused.ok, 'an administrator cannot').toBe(false);
  const kept = await service.store.read({ reach: 'upkeep' }, async ({ client }) =>
    client.query('select act from record where chain = $1 order by number desc limit 2', [account]),
  );
  expect(kept.rows.map(({ act }) => act)).toEqual([
    'sign-in.follow_way_back',
    'sign-in.make_way_back',
  ]);
});

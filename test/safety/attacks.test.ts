import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { openServer } from '../../src/http/index.ts';
import { cookieName, cookieOptions } from '../../src/http/request-actor.ts';
import { routes } from '../../src/http/routes/index.ts';
import { perform } from '../../src/service/act/index.ts';
import { findActor, makeToken, signInByPassword } from '../../src/service/sign-in/index.ts';
import { screens, showProblems } from '../../src/web/index.ts';
import { loadAssets } from '../../src/web/look/index.ts';
import { aMember, anOrganisation, got, password } from '../support/made-organisations.ts';
import { type Served, served } from '../support/served.ts';
import { aStore } from '../support/with-store.ts';
import { ask } from './asking.ts';
import { countRows, tablesChanged } from './count-rows.ts';
import { addressOf, placesOf, plausibleInput, valuesOf } from './plausible.ts';
import { tryCall, tryScreen } from './tried.ts';
import { aWorld, personMarkers, type World } from './world.ts';

// What is tried against any service on the web.

const store = await aStore();
let world: World;
let server: Served['server'];
let address: string;
const log: string[] = [];
beforeAll(async () => {
  world = await aWorld(store);
  const { service, address: at } = await served(world.service);
  address = at;
  const { all: assets, frame: pageAssets } = await loadAssets();
  const options = { routes, screens, assets, pageAssets, findActor, showProblems, version: 'test' };
  const line = (each: string) => log.push(each);
  server = await openServer({ ...options, service, log: line, requestsMax: 100_000 });
});

const changing = () => screens.filter(({ method }) => method === 'POST');

describe('forms of others', () => {
  test('are refused by every screen and every call, and change nothing', async () => {
    const wrong: string[] = [];
    const values = valuesOf(world.one);
    const by = { ...world.one.commissioner.has('administrator'), csrf: 'of-somebody-else' };
    const before = await countRows(store);
    for (const screen of changing()) {
      const { status } = await tryScreen(screen, { server, by, values });
      if (![403, 404].includes(status)) wrong.push(`POST ${screen.path}: ${status}`);
    }
    for (const route of routes.filter(({ method }) => method !== 'GET')) {
      const { status, code } = await tryCall(route, { server, by, values });
      if (code !== 'access.form_not_ours') wrong.push(`${route.path}: ${status} ${code}`);
    }
    const own = world.one.commissioner.has('administrator', 2);
    for (const origin of ['https://evil.example', 'null']) {
      const headers = { origin };
      const asked = { method: 'POST', url: '/organisation/invite', by: own, headers } as const;
      const { statusCode } = await ask(server, { ...asked, body: { email: 'a@example.org' } });
      if (statusCode !== 403) wrong.push(`${origin}: ${statusCode}`);
    }
    expect(wrong).toEqual([]);
    expect(tablesChanged(before, await countRows(store))).toEqual([]);
  });
});

describe('text that is code', () => {
  const evil = `"'><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}`;

  test('is shown as text wherever it is typed, on pages that run no script but ours', async () => {
    const by = world.one.commissioner.has('commissioner');
    const begun = await ask(server, {
      method: 'POST',
      url: '/api/programmes',
      by,
      body: { name: evil, text: `# ${evil}\n\n${evil}\n` },
    });
    const programme = begun.json<{ programme: string }>().programme;
    const found: string[] = [];
    const values = { ...valuesOf(world.one), programme, payee: evil, condition: evil, token: evil };
    for (const screen of screens.filter(({ method }) => method === 'GET')) {
      const url = `${addressOf(screen.path, values)}?${new URLSearchParams({
        next: evil,
        find: evil,
        at: evil,
        participant: evil,
        line: evil,
        seed: evil,
        problem: evil,
      })}`;
      const answer = await ask(server, { method: 'GET', url, by });
      const type = String(answer.headers['content-type'] ?? '');
      const policy = String(answer.headers['content-security-policy'] ?? '');
      if (/<img src=x|<script>alert/.test(answer.body) && type.includes('html')) found.push(url);
      const isGuarded = !/unsafe|\*/.test(policy) && /default-src 'none'/.test(policy);
      if (type.includes('html') && !isGuarded) found.push(`${screen.path}: ${policy}`);
      if (answer.statusCode >= 500) found.push(`${screen.path}: ${answer.statusCode}`);
    }
    expect(found).toEqual([]);
  });

  test('for a database, a path, a header or a spreadsheet is no fault anywhere', async () => {
    const wrong: string[] = [];
    const texts = [
      `'; drop table person; -- ../../../../etc/passwd\r\nset-cookie: stolen=1`,
      '=HYPERLINK("http://evil.example")\u0000',
      'x'.repeat(5000),
    ];
    const office = world.one.commissioner;
    for (const text of texts) {
      const values = Object.fromEntries(
        Object.entries(valuesOf(world.one)).map(([name, value]) => [
          name,
          typeof value === 'string' && name !== 'programme' ? text : value,
        ]),
      );
      for (const route of routes) {
        const named = new Set([...placesOf(route), ...Object.keys(plausibleInput(route, values))]);
        if (named.size === 0) continue;
        const { who } = route.action;
        const by = office.has(typeof who === 'string' ? 'commissioner' : (who[0] ?? 'none'));
        const { status } = await tryCall(route, { server, by, values });
        if (status >= 500)
          wrong.push(`${route.method} ${route.path} ${text.slice(0, 9)}: ${status}`);
      }
      for (const screen of screens.filter(({ path }) => !/sign-out|leave|choose/.test(path))) {
        const by = office.has(/settlement|payment/.test(screen.path) ? 'auditor' : 'commissioner');
        const { status } = await tryScreen(screen, { server, by, values });
        if (status >= 500)
          wrong.push(`${screen.method} ${screen.path} ${text.slice(0, 9)}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('what is sent', () => {
  const by = () => world.one.commissioner.has('commissioner', 2);

  test('with characters that are no text is told so, and is no fault', async () => {
    for (const name of ['a\u0000b', 'a\ud800b']) {
      const body = { name };
      const answer = await ask(server, { method: 'POST', url: '/api/programmes', by: by(), body });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('holds a character that is no text');
    }
  });

  test('is refused where it is too large, too deep or not what it says', async () => {
    const send = async (payload: string, type = 'application/json') => {
      const url = '/api/programmes';
      const headers = { 'x-csrf': by().csrf, 'content-type': type };
      const cookies = { 'outturn-sign-in': by().token };
      return (await server.inject({ method: 'POST', url, headers, cookies, payload })).statusCode;
    };
    expect(await send(JSON.stringify({ name: 'x'.repeat(2_000_000) }))).toBe(413);
    expect(await send(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)).toBe(422);
    expect(await send('{"name":')).toBe(422);
    expect(await send('<a/>', 'application/xml')).toBe(422);
    expect(await send('{"__proto__":{"name":"x"}}')).toBe(422);
  });

  test('as a file that is a page, a picture with a script or a program is refused', async () => {
    const staff = world.one.provider.has('provider_staff');
    const { programme, fact } = world.one.ids;
    const url = `/api/programmes/${programme}/claims/${fact}/evidence`;
    const files = [
      '<!doctype html><script>alert(1)</script>',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      'GIF89a/*<script>alert(1)</script>*/',
      'MZ\u0090\u0000\u0003',
    ];
    const refused = [];
    for (const file of files) {
      const answer = await ask(server, { method: 'POST', url, by: staff, body: Buffer.from(file) });
      refused.push(answer.json().type);
    }
    const code = 'urn:outturn:problem:upload.type_refused';
    expect(refused).toEqual(files.map(() => code));
  });

  test('comes back as a file to be kept, which nothing runs', async () => {
    const { programme, evidence } = world.one.ids;
    const url = `/api/programmes/${programme}/evidence/${evidence}`;
    const verifier = world.one.commissioner.has('verifier');
    const { headers, statusCode } = await ask(server, { method: 'GET', url, by: verifier });
    expect(statusCode).toBe(200);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain('sandbox');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"$/);
  });

  test('opens in no spreadsheet as a formula', async () => {
    const staff = world.one.provider.has('provider_staff');
    const { programme, import: file } = world.one.ids;
    const url = `/api/programmes/${programme}/facts/files/${file}/rows-to-mend`;
    const { body } = await ask(server, { method: 'GET', url, by: staff });
    expect(body).toContain('unknown(kind)');
    expect(body).not.toMatch(/(?:^|,|\n)"?[=+@]/);
  });
});

describe('a sign-in', () => {
  test('is held by a cookie that no script reads and no other site sends', () => {
    expect(cookieName('sign-in', 'https://outturn.example')).toBe('__Host-outturn-sign-in');
    const { httpOnly, sameSite, secure, path } = cookieOptions('https://outturn.example');
    expect({ httpOnly, sameSite, secure, path }).toEqual({
      httpOnly: true,
      sameSite: 'lax',
      secure: true,
      path: '/',
    });
  });

  test('is another than what the browser brought, and leads nowhere else', async () => {
    const { service } = world;
    const { organisation } = await anOrganisation(service, { name: 'Fixed Ltd' });
    const email = 'fixed@example.org';
    await aMember(service, organisation, { duties: ['auditor'], email });
    const places = [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
    ];
    for (const next of [...places, '/%0d%0aset-cookie:x=1', '/programmes']) {
      const answer = await ask(server, {
        method: 'POST',
        url: '/sign-in',
        body: { email, password, next },
        headers: {},
      });
      expect(answer.statusCode).toBe(303);
      const to = String(answer.headers.location);
      expect(new URL(to, address).origin).toBe(address);
      const [cookie = ''] = [answer.headers['set-cookie']].flat().map(String);
      expect(cookie).toMatch(/outturn-sign-in=[\w-]{43};.*HttpOnly/);
    }
  });

  test('that was ended is nobody’s', async () => {
    const worker = world.rival.commissioner.has('none', 1);
    const out = await ask(server, { method: 'POST', url: '/sign-out', by: worker, body: {} });
    expect(out.statusCode).toBe(303);
    const after = await ask(server, { method: 'GET', url: '/api/account', by: worker });
    expect(after.statusCode).toBe(401);
  });

  test('by guessing takes ever longer', async () => {
    const email = 'guessed@example.org';
    const actor = { kind: 'anyone' } as const;
    const { organisation } = await anOrganisation(world.service, { name: 'Guessed Ltd' });
    await aMember(world.service, organisation, { duties: ['auditor'], email });
    let refused = '';
    for (let guess = 0; guess < 12; guess += 1) {
      const input = {
        email,
        password: `guess ${guess} of many`,
        address: '192.0.2.77',
        agent: 'x',
      };
      const outcome = got(await perform(world.service, signInByPassword, { actor, input }));
      refused = outcome.state === 'refused' ? (outcome.problems[0]?.code ?? '') : 'let in';
    }
    expect(refused).toBe('sign_in.too_often');
  });
});

describe('a token', () => {
  test('does what it was made for, and nothing else; it opens no screen', async () => {
    const owner = world.other.commissioner.has('commissioner');
    const actor = await world.as(owner);
    const input = { name: 'reader', scopes: ['programmes:read'], days: 1 };
    const { token } = got(await perform(world.service, makeToken, { actor, input }));
    const wrong: string[] = [];
    const values = valuesOf(world.other);
    for (const route of routes) {
      const { area, kind } = scopeOf(route.action);
      const asked = { method: route.method, url: `/api${addressOf(route.path, values)}` } as const;
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const payload = JSON.stringify(plausibleInput(route, values));
      const answer = await server.inject({
        ...asked,
        headers,
        ...(route.method === 'GET' ? {} : { payload }),
      });
      const isScope = area === 'programmes' && kind === 'read';
      const isOpen = isScope || route.action.who === 'anyone';
      if (!isOpen && answer.statusCode !== 403) wrong.push(`${asked.url}: ${answer.statusCode}`);
    }
    expect(wrong).toEqual([]);
    const headers = { authorization: `Bearer ${token}` };
    const screen = await server.inject({ method: 'GET', url: '/account', headers });
    expect(screen.statusCode).not.toBe(200);
  });
});

function scopeOf({ name, kind }: (typeof routes)[number]['action']) {
  return { area: name.split('.')[0], kind };
}

describe('the key of a request', () => {
  test('is its sender’s own: nobody is given the answer to another’s', async () => {
    const key = `key-${randomUUID()}`;
    const headers = { 'idempotency-key': key };
    const asked = { method: 'POST', url: '/api/programmes', headers } as const;
    const body = { name: 'Twice asked for' };
    const [one, other] = [world.one.commissioner, world.other.commissioner];
    const first = await ask(server, { ...asked, body, by: one.has('commissioner') });
    const again = await ask(server, { ...asked, body, by: one.has('commissioner') });
    const others = await ask(server, { ...asked, body, by: other.has('commissioner') });
    expect(again.body).toBe(first.body);
    expect(others.statusCode).toBe(201);
    expect(others.body).not.toBe(first.body);
  });
});

describe('requests', () => {
  test('come in no faster from one address than is allowed', async () => {
    const { all: assets, frame: pageAssets } = await loadAssets();
    const options = {
      routes,
      screens,
      assets,
      pageAssets,
      findActor,
      showProblems,
      version: 'test',
    };
    const slow = await openServer({ ...options, service: world.service, requestsMax: 5 });
    const ask7 = async (
      remoteAddress: string,
      forwarded: (count: number) => string,
      shown: Readonly<Record<string, string>> = {},
    ) => {
      const statuses: number[] = [];
      for (let count = 0; count < 7; count += 1) {
        const headers = { 'x-forwarded-for': forwarded(count), ...shown };
        const asked = { method: 'GET', url: '/health', remoteAddress, headers } as const;
        statuses.push((await slow.inject(asked)).statusCode);
      }
      return statuses;
    };
    const limited = [200, 200, 200, 200, 200, 429, 429];
    // Behind a proxy of our own the address that it tells counts; nobody else is believed.
    expect(await ask7('127.0.0.1', () => '198.51.100.1')).toEqual(limited);
    expect(await ask7('127.0.0.1', (count) => `198.51.100.${count + 2}`)).not.toContain(429);
    expect(await ask7('203.0.113.5', (count) => `198.51.100.${count + 2}`)).toEqual(limited);
    // Of an office behind one address each is counted by what they are signed in with.
    const office = '203.0.113.5';
    const worker = { cookie: `outturn-sign-in=${world.one.commissioner.has('auditor').token}` };
    expect(await ask7(office, () => '', worker)).toEqual(limited);
    expect(await ask7(office, () => '', { authorization: 'Bearer one' })).toEqual(limited);
    expect(await ask7(office, () => '', { authorization: 'Bearer other' })).toEqual(limited);
    const { address = '' } = assets[0] ?? {};
    const asset = await slow.inject({ method: 'GET', url: address, remoteAddress: office });
    expect(asset.statusCode).toBe(200);
    await slow.close();
  });

  test('leave nothing secret and nothing personal in the log', async () => {
    const values = valuesOf(world.one);
    const by = world.one.provider.has('provider_staff');
    for (const route of routes) await tryCall(route, { server, by, values });
    await ask(server, { method: 'GET', url: `/nowhere/${personMarkers.email}`, by });
    const text = log.join('\n');
    const secrets = [by.token, by.csrf, by.email, ...Object.values(personMarkers)];
    const ids = ['participant', 'person', 'fact', 'programme'].map((name) => world.one.ids[name]);
    const found = [...secrets, ...ids].filter((each) => each !== undefined && text.includes(each));
    expect(found).toEqual([]);
  });
});

describe('whatever asks', () => {
  test('may ask for what it would read, without its body', async () => {
    for (const url of ['/', '/health', '/api/published', '/openapi.json']) {
      const { statusCode, body } = await server.inject({ method: 'HEAD', url });
      expect([url, statusCode, body]).toEqual([url, 200, '']);
    }
  });

  test('is told in words that nothing is at an address, however it is written', async () => {
    for (const part of ['%E0%A4%A', '%', '%ff', 'x'.repeat(101), 'x'.repeat(9000)]) {
      const page = await server.inject({ method: 'GET', url: `/invitation/${part}/none` });
      expect([part, page.statusCode]).toEqual([part, 404]);
      expect(page.headers['content-security-policy']).toContain("default-src 'none'");
      expect(page.headers['content-type']).toContain('text/html');
      const call = await server.inject({ method: 'GET', url: `/api/published/${part}/none` });
      expect(call.json().type).toBe('urn:outturn:problem:address.not_there');
    }
    // A name may be long, and is found by all of it.
    const { programme, settlement } = world.one.ids;
    const url = `/api/programmes/${programme}/settlements/${settlement}/statements/`;
    const by = world.one.commissioner.has('auditor');
    const named = await ask(server, { method: 'GET', url: url + '%E2%82%AC'.repeat(200), by });
    expect(named.json().type).toBe('urn:outturn:problem:statement.not_there');
  });

  test('is told in words why it cannot be read', async () => {
    const url = '/api/programmes';
    const said = async (type: string, payload: string) => {
      const headers = { 'content-type': type };
      return (await server.inject({ method: 'POST', url, headers, payload })).json().detail;
    };
    expect(await said('application/json', '{')).toContain('what it sends is not JSON');
    expect(await said('application/json', '')).toContain('says that it sends JSON, and sends');
    expect(await said('text/xml', '<a/>')).toContain('"text/xml", not JSON or a form');
    const polluted = await said('application/json', '{"__proto__":{"a":1}}');
    expect(polluted).toContain('what it sends is not JSON');
  });
});

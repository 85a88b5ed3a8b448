import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Route } from '../../src/http/index.ts';
import { routes } from '../../src/http/routes/index.ts';
import type { Worker } from '../support/made-workers.ts';
import { type Served, served } from '../support/served.ts';
import { aStore } from '../support/with-store.ts';
import { ask } from './asking.ts';
import { placesOf, plausibleInput, type Values, valuesOf } from './plausible.ts';
import { type Answered, tryCall } from './tried.ts';
import { mayBy, readWhoMayWhat } from './who-may-what.ts';
import { aWorld, type Side, type World } from './world.ts';

// What is another's is answered exactly as what never was: status, words and all.

const store = await aStore();
const { calls } = readWhoMayWhat();
let world: World;
let server: Served['server'];
beforeAll(async () => {
  world = await aWorld(store);
  ({ server } = await served(world.service));
});

// Ids that everybody may know: they are answered as what they are.
const open = new Set(['programme', 'organisation', 'account', 'token', 'wayBack']);

/** The names of a route's input that stand for something of somebody's. */
function idsOf(route: Route, theirs: Values): readonly string[] {
  const named = [...placesOf(route), ...Object.keys(plausibleInput(route, theirs))];
  const isId = (name: string) => typeof theirs[name] === 'string' && name in world.one.ids;
  return [...new Set(named)].filter((name) => isId(name) && !open.has(name));
}

const stranger = (name: string) => (name === 'payee' ? 'Nobody Known' : randomUUID());

function strangerOf(name: string, theirs: Values): string {
  if (name !== 'line') return stranger(name);
  return String(theirs.line).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, randomUUID());
}

type Asking = Readonly<{ route: Route; by: Worker; own: Side; theirs: Side; name: string }>;

/** How one id is answered that is another's, and one that is nobody's. */
async function bothOf({ route, by, own, theirs, name }: Asking) {
  const value = String(valuesOf(theirs)[name]);
  const none = strangerOf(name, valuesOf(theirs));
  const asked = async (id: string) => {
    const values = { ...valuesOf(own), [name]: id };
    return said(await tryCall(route, { server, by, values }), id);
  };
  return { others: await asked(value), nobodys: await asked(none) };
}

function said({ status, body }: Answered, id: string): string {
  return `${status} ${body.replaceAll(id, 'THAT')}`;
}

async function differing(asker: Side, theirs: Side): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const route of routes) {
    const row = calls.find(({ method, path }) => {
      return method === route.method && path === `/api${route.path}`;
    });
    const { commissioner, provider } = asker;
    const duty = (typeof row?.who === 'object' ? row.who[0] : undefined) ?? 'none';
    const isProviders = row?.parts.includes('provider') && !row.parts.includes('commissioner');
    const offices = asker === world.rival || isProviders ? [provider] : [commissioner, provider];
    if (row === undefined || !mayBy(row, duty)) continue;
    for (const name of idsOf(route, valuesOf(theirs))) {
      // What both have to do with is no secret between them.
      if (asker.ids[name] === theirs.ids[name]) continue;
      for (const office of offices) {
        const asking = { route, by: office.has(duty), own: asker, theirs, name };
        const { others, nobodys } = await bothOf(asking);
        if (others !== nobodys) {
          wrong.push(
            `${route.method} ${route.path}, ${name}, ${office.name}: ${others} | ${nobodys}`,
          );
        }
      }
    }
  }
  return wrong;
}

test('what another commissioner has is answered as what never was', async () => {
  expect(await differing(world.other, world.one)).toEqual([]);
});

test('what another provider of the same programme has is answered as what never was', async () => {
  expect(await differing(world.rival, world.one)).toEqual([]);
});

test('a programme of others is answered as one that never was', async () => {
  const wrong: string[] = [];
  for (const route of routes.filter((each) => placesOf(each).includes('programme'))) {
    if (route.path.startsWith('/published/')) continue;
    const { parts = [], who } = route.action;
    if (parts.length === 0) continue;
    const duty = typeof who === 'string' ? 'none' : (who[0] ?? 'none');
    const by = world.stranger.has(duty);
    const own = { ...world.one, ids: { ...world.one.ids } };
    const asking = { route, by, own, theirs: world.one, name: 'programme' };
    const { others, nobodys } = await bothOf(asking);
    if (others !== nobodys) wrong.push(`${route.method} ${route.path}: ${others} | ${nobodys}`);
  }
  expect(wrong).toEqual([]);
});

test('what is looked up leads to no address that holds it: it may be a name', async () => {
  const { commissioner, programme } = world.one;
  const url = `/programmes/${programme}/participants`;
  for (const duty of ['case_worker', 'commissioner', 'auditor', 'finance_preparer'] as const) {
    const by = commissioner.has(duty);
    const { headers } = await ask(server, {
      method: 'POST',
      url,
      by,
      body: { reference: 'Anna Smith' },
    });
    expect(`${duty} ${String(headers.location)}`).not.toMatch(/Anna|Smith/);
    expect(headers['cache-control']).toBe('no-store');
  }
});

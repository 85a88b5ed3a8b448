import type { ConsoleMessage, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Screen } from '../../src/http/index.ts';
import { screens } from '../../src/web/index.ts';
import type { Worker } from '../support/made-workers.ts';
import { type Served, served } from '../support/served.ts';
import { axe, sizes, withBrowser } from '../support/with-browser.ts';
import { aStore } from '../support/with-store.ts';
import { ask } from './asking.ts';
import { addressOf, type Values, valuesOf } from './plausible.ts';
import { triesOf } from './tried.ts';
import { readWhoMayWhat } from './who-may-what.ts';
import { aWorld, fillIn, type World } from './world.ts';

// Every screen that the router has is visited, at a desk and in a hand, and is without fault.

const store = await aStore();
const browser = withBrowser();
const { screens: rows } = readWhoMayWhat();
let world: World;
let site: Served;
beforeAll(async () => {
  world = await aWorld(store);
  site = await served(world.service);
  // Whoever is about to apply is shown all of it before it is sent.
  const { service, stranger: office, as, one } = world;
  await fillIn({ store, service, as }, { office, programme: one.programme });
});

type Visited = Readonly<{ url: string; by: Worker | undefined; isPage: boolean; status: number }>;

/** Opens a screen as the first of those who are shown it. */
async function visit(screen: Screen, values: Values): Promise<Visited> {
  const { method, path } = screen;
  const row = rows.filter((each) => each.path === path && each.method === method);
  const line = path.endsWith('/why')
    ? `?${new URLSearchParams({ line: String(values.line) })}`
    : '';
  const url = addressOf(path, values) + line;
  const applicant = { by: world.stranger.has('provider_staff') };
  const tries = [...triesOf(world, row).filter(({ isAllowed }) => isAllowed), applicant];
  let last: Visited = { url, by: undefined, isPage: false, status: 0 };
  for (const { by } of tries) {
    const { statusCode: status, headers } = await ask(site.server, { method, url, by });
    const isPage = String(headers['content-type'] ?? '').includes('html');
    last = { url, by, isPage, status };
    if (status === 200) return last;
  }
  return last;
}

// Nobody has been sent to a provider of identities here: the page says so.
const answersOtherwise = new Set(['/sign-in/with/:provider', '/sign-in/provider-answer']);

test('every screen is shown to somebody, and is without fault for axe', async () => {
  const faults: string[] = [];
  const { attached: referral } = world.one.ids;
  const values = { ...valuesOf(world.one), condition: 'insured', referral };
  const page = await browser.open();
  for (const screen of screens.filter(({ method }) => method === 'GET')) {
    const visited = await visit(screen, values);
    const isShown = visited.status === 200 || answersOtherwise.has(screen.path);
    if (!isShown) faults.push(`${screen.path} is shown to nobody: ${visited.status}`);
    if (!visited.isPage) continue;
    for (const each of await faultsOf(page, visited)) faults.push(`${screen.path} ${each}`);
  }
  expect(faults).toEqual([]);
});

// One page for all of them: it is opened at a desk, and then made as narrow as a hand.
async function faultsOf(page: Page, { url, by }: Visited): Promise<readonly string[]> {
  await page.context().clearCookies();
  if (by !== undefined) {
    const name = 'outturn-sign-in';
    await page.context().addCookies([{ name, value: by.token, url: site.address }]);
  }
  const found: string[] = [];
  const hear = (said: ConsoleMessage) => {
    if (/Content Security Policy/.test(said.text())) found.push(said.text());
  };
  page.on('console', hear);
  await page.setViewportSize(sizes.desktop);
  await page.goto(site.address + url);
  for (const [on, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    if (wide === true) found.push(`${on}: wider than the screen`);
    for (const each of await axe(page)) found.push(`${on}: ${each}`);
  }
  page.off('console', hear);
  return found;
}

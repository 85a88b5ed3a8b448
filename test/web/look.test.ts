import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Assets, loadAssets, renderPage } from '../../src/web/look/index.ts';
import { readProjectFile } from '../support/project-files.ts';
import { axe, look, type Opening, withBrowser } from '../support/with-browser.ts';
import { gallery } from './gallery.tsx';

// What a page may load and do: nothing but what our own server gives.
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');
const pageType = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };

const paths = [
  '/settlements/7',
  '/join',
  '/contract',
  '/editor',
  '/money',
  '/at-work',
  '/quiet',
] as const;

const browser = withBrowser();
const page = readProjectFile('examples/northshire/contract.md');
const sent: string[] = [];
let isDone = false;
let assets: Assets;
let server: Server;
let address: string;

beforeAll(async () => {
  assets = await loadAssets();
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { url = '/', method } = request;
  const asset = assets.all.find((each) => each.address === url);
  const path = isDone && url === '/at-work' ? '/money' : url;
  const shown = gallery({ assets: assets.frame, page }).get(path);
  if (method === 'POST') {
    sent.push(Buffer.concat(await request.toArray()).toString());
    response.writeHead(200, pageType).end('<p>Nothing is wrong.</p>');
  } else if (asset !== undefined) {
    response.writeHead(200, { 'content-type': asset.mediaType }).end(asset.body);
  } else if (shown !== undefined) {
    response.writeHead(200, pageType).end(renderPage(shown));
  } else {
    response.writeHead(404, pageType).end();
  }
}

async function opened(path: string, opening: Opening = {}): Promise<Page> {
  const shown = await browser.open(opening);
  await shown.goto(address + path);
  return shown;
}

describe.each(paths)('%s', (path) => {
  test.each(['light', 'dark'] as const)('axe finds nothing wrong in %s', async (scheme) => {
    const shown = await browser.open({ scheme });
    const refused: string[] = [];
    shown.on('console', (message) => refused.push(message.text()));
    await shown.goto(address + path);
    // LOOKS=1 keeps a picture of each.
    if (process.env.LOOKS === '1')
      await look(shown, `gallery${path.replaceAll('/', '-')}-${scheme}`);
    expect(await axe(shown)).toEqual([]);
    expect(refused, 'what the policy refused').toEqual([]);
    await shown.context().close();
  });

  test('a phone and the narrowest window hold all of it', async () => {
    const shown = await opened(path, { on: 'phone' });
    expect(await axe(shown)).toEqual([]);
    for (const width of [390, 320]) {
      await shown.setViewportSize({ width, height: 700 });
      expect(await shown.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      );
    }
    await shown.context().close();
  });
});

test('keys show what they do, lead to places, and can be turned off', async () => {
  const shown = await opened('/settlements/7');
  await shown.keyboard.press('?');
  expect(await shown.locator('#keys').isVisible()).toBe(true);
  expect(await axe(shown)).toEqual([]);
  await shown.keyboard.press('Escape');
  await shown.locator('#keys').waitFor({ state: 'hidden' });
  // On a busy machine the second key may come too late to belong to the first.
  const pressed = async () => shown.keyboard.type('gs').then(() => shown.url());
  await expect.poll(pressed).toBe(`${address}/settlements`);
  await shown.goto(`${address}/settlements/7`);
  await shown.keyboard.press('?');
  await shown.getByLabel('Turn these keys off').check();
  await shown.keyboard.press('Escape');
  await shown.locator('#keys').waitFor({ state: 'hidden' });
  await shown.keyboard.press('?');
  expect(await shown.locator('#keys').isVisible()).toBe(false);
  await shown.context().close();
});

test('a letter typed into a field is no key', async () => {
  const shown = await opened('/join');
  await shown.getByLabel('Name of the organisation').fill('');
  await shown.getByLabel('Name of the organisation').pressSequentially('gs?');
  expect(await shown.getByLabel('Name of the organisation').inputValue()).toBe('gs?');
  expect(await shown.locator('#keys').isVisible()).toBe(false);
  await shown.context().close();
});

const typedInOneGo = `(field) => {
  for (const letter of ['#', ' ', 'A']) {
    field.value += letter;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}`;

test('a live form is checked when the typing rests, and what is found is put in its place', async () => {
  const shown = await opened('/editor');
  sent.length = 0;
  // In one go, as a machine with other work to do may let any time pass between two keys.
  await shown.evaluate(`(${typedInOneGo})(document.querySelector('textarea'))`);
  await shown.getByText('Nothing is wrong.').waitFor();
  expect(await shown.getByText('There is a problem').count()).toBe(0);
  expect(sent).toHaveLength(1);
  expect(new URLSearchParams(sent[0]).get('csrf')).toBe('x1');
  await shown.context().close();
});

test('work is followed without the page moving, and shown whole when it is done', async () => {
  const shown = await opened('/at-work');
  await shown.waitForRequest((request) => request.isNavigationRequest() === false);
  expect(await shown.title()).toContain('Facts being read');
  isDone = true;
  await shown.getByRole('heading', { name: 'Money by period' }).waitFor();
  isDone = false;
  await shown.context().close();
});

test('without scripts work is followed too, and nothing stands there that does nothing', async () => {
  const work = await opened('/at-work', { scripts: false });
  expect(await work.locator('noscript meta[http-equiv=refresh]').getAttribute('content')).toBe('3');
  await work.context().close();
  const settlement = await opened('/settlements/7', { scripts: false });
  expect(await settlement.getByRole('button', { name: 'Copy' }).count()).toBe(0);
  await settlement.locator('.person summary').click();
  expect(await settlement.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(true);
  await settlement.context().close();
});

test('on a phone places are a menu, without scripts too, and what is read begins at once', async () => {
  const shown = await opened('/settlements/7', { on: 'phone', scripts: false });
  const top = async (of: string) => (await shown.locator(of).boundingBox())?.y ?? 0;
  expect(await top('.heading')).toBeLessThan(120);
  // Views of one thing are one line there, which is moved sideways.
  expect((await shown.locator('.tabs').boundingBox())?.height).toBeLessThan(60);
  const verification = shown.getByRole('link', { name: 'Verification' });
  expect(await verification.isVisible()).toBe(false);
  await shown.locator('summary', { hasText: 'Menu' }).click();
  expect(await verification.isVisible()).toBe(true);
  await shown.context().close();
});

test('a page with problems is turned to them, and each leads to its field', async () => {
  const shown = await opened('/join');
  expect(await shown.title()).toBe('Problem: Join Leaving care well – Outturn');
  expect(await shown.evaluate('document.activeElement.className')).toContain('problems');
  await shown.getByRole('link', { name: 'The insurance covers £2,000,000' }).click();
  expect(await shown.evaluate('document.activeElement.name')).toBe('cover');
  await shown.context().close();
});

test('a page for people in danger says nowhere what it is about', () => {
  const quiet = gallery({ assets: assets.frame, page }).get('/quiet');
  expect(quiet).toBeDefined();
  const html = quiet === undefined ? '' : renderPage(quiet);
  expect(html).toContain('<title>Your page</title>');
  expect(html).not.toMatch(/outturn|leaving|northshire|adeyemi|assets\/mark/i);
});

test('no page has a style or a script of its own inside it', () => {
  for (const shown of gallery({ assets: assets.frame, page }).values()) {
    expect(renderPage(shown)).not.toMatch(
      / style=|<style| on[a-z]+=|<script(?! type="module" src=)/,
    );
  }
});

test('a password is never sent back to the page it came from', () => {
  const join = gallery({ assets: assets.frame, page }).get('/join');
  const html = join === undefined ? '' : renderPage(join);
  expect(html).toMatch(/<input[^>]*type="password"/);
  expect(html).not.toContain('typed before');
});

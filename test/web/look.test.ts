import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Assets, loadAssets, renderPage } from '../../src/web/look/index.ts';
import { readProjectFile } from '../support/project-files.ts';
import { axe, look, withBrowser } from '../support/with-browser.ts';
import { gallery } from './gallery.tsx';

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

const browser = withBrowser();
const page = readProjectFile('examples/northshire/contract.md');
let assets: Assets;
let server: Server;
let address: string;

beforeAll(async () => {
  assets = await loadAssets();
  server = createServer(({ url = '/' }, response) => answer(url, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function answer(url: string, response: ServerResponse): void {
  const asset = assets.all.find((each) => each.address === url);
  if (asset !== undefined) {
    response.writeHead(200, { 'content-type': asset.mediaType }).end(asset.body);
    return;
  }
  const shown = gallery({ assets: assets.frame, page }).get(url.replace(/[?#].*$/, ''));
  const type = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
  if (shown === undefined) response.writeHead(404, type).end();
  else response.writeHead(200, type).end(renderPage(shown));
}

describe.each(['/settlements/7', '/join', '/contract', '/editor', '/money', '/at-work', '/quiet'])(
  '%s',
  (path) => {
    test.each(['light', 'dark'] as const)('axe finds nothing wrong in %s', async (scheme) => {
      const shown = await browser.open({ scheme });
      const refused: string[] = [];
      shown.on('console', (message) => refused.push(message.text()));
      await shown.goto(address + path);
      await look(shown, `gallery${path.replaceAll('/', '-')}-${scheme}`);
      expect(await axe(shown)).toEqual([]);
      await shown.setViewportSize({ width: 390, height: 844 });
      expect(await axe(shown)).toEqual([]);
      expect(refused, 'what the policy refused').toEqual([]);
      await shown.context().close();
    });

    test('nothing is wider than a phone', async () => {
      const shown = await browser.open({ on: 'phone' });
      await shown.goto(address + path);
      const width = await shown.evaluate('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(390);
      await shown.context().close();
    });
  },
);

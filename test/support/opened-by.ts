import type { BrowserContext, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { tokenOf } from './made-organisations.ts';
import type { Served } from './served.ts';
import type { Opening, withBrowser } from './with-browser.ts';

/** Opens a page as somebody who is signed in, in a browser of their own. */
export type OpenedBy = (email: string, path: string, opening?: Opening) => Promise<Page>;

/** Pages of a server for those who are signed in; all are closed once a file's tests are over. */
export function openedBy(
  browser: ReturnType<typeof withBrowser>,
  { service, address }: Pick<Served, 'service' | 'address'>,
): OpenedBy {
  const contexts: BrowserContext[] = [];
  afterAll(async () => Promise.all(contexts.map((context) => context.close())));
  return async (email, path, opening = {}) => {
    const context = await browser.context(opening);
    contexts.push(context);
    const value = await tokenOf(service, email);
    await context.addCookies([{ name: 'outturn-sign-in', value, url: address }]);
    const page = await context.newPage();
    await page.goto(`${address}${path}`);
    return page;
  };
}

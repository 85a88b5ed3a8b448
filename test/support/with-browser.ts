import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { AxeResults } from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { afterAll } from 'vitest';
import { root } from './project-files.ts';

/** How large a window is on each. */
export const sizes = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;

/** How a page is opened: on a desktop and in light colours unless it says otherwise. */
export type Opening = Readonly<{
  on?: 'desktop' | 'phone';
  scheme?: 'light' | 'dark';
  /** Every page is complete without them. */
  scripts?: boolean;
}>;

/** A browser for the tests of one file. It is started when the first page is asked for. */
export type TestBrowser = Readonly<{
  /** A page of its own, with no cookies but those it is given. */
  open: (opening?: Opening) => Promise<Page>;
  /** Several pages that are signed in together. */
  context: (opening?: Opening) => Promise<BrowserContext>;
}>;

const cache = join(root, '.cache');
const unpacked = join(cache, 'browser');

// How fast a machine is, is no test: what is waited for comes, or the test is over.
const waitMax = 480_000;

// The package's own words to the browser make one process of it and switch its guards off.
const words = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars'];

/** Asked for at the top of a test file, which it is closed after. */
export function withBrowser(): TestBrowser {
  let starting: Promise<Browser> | undefined;
  const context = async (opening: Opening = {}): Promise<BrowserContext> => {
    starting ??= startBrowser();
    const browser = await starting;
    const opened = await browser.newContext({
      viewport: sizes[opening.on ?? 'desktop'],
      colorScheme: opening.scheme ?? 'light',
      javaScriptEnabled: opening.scripts ?? true,
      reducedMotion: 'reduce',
      locale: 'en-GB',
      timezoneId: 'UTC',
    });
    opened.setDefaultTimeout(waitMax);
    opened.on('page', waitWhereClicksLead);
    return opened;
  };
  afterAll(async () => {
    const browser = await starting;
    await browser?.close();
  });
  return { context, open: async (opening) => (await context(opening)).newPage() };
}

/** Keeps what a page looks like: `.cache/looks/<name>-desktop.png` and `-phone.png`. */
export async function look(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const [on, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(cache, 'looks', `${name}-${on}.png`), fullPage: true });
  }
  if (before !== null) await page.setViewportSize(before);
}

/** What axe finds wrong with a page: the rule, and where. Nothing, if all is well. */
export async function axe(page: Page): Promise<readonly string[]> {
  const isThere = await page.evaluate('typeof axe === "object"');
  if (isThere !== true) await page.evaluate(await axeSource());
  const { violations }: AxeResults = await page.evaluate(
    'axe.run({ resultTypes: ["violations"] })',
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      [`${id}: ${help}`, target.join(' '), failureSummary ?? ''].join('\n'),
    ),
  );
}

type Clicked = { click: (this: Page | Locator, ...words: never[]) => Promise<void> };

let isWaiting = false;

// A click is over as soon as what it leads to has begun to come: whoever reads the page then may
// find half of it. In this thread it is over when all of it is there.
function waitWhereClicksLead(page: Page): void {
  if (isWaiting) return;
  isWaiting = true;
  for (const one of [page, page.locator('html')]) {
    const kind: Clicked = Object.getPrototypeOf(one);
    const { click } = kind;
    kind.click = async function clickAndWait(...words) {
      await click.apply(this, words);
      const clicked = 'page' in this ? this.page() : this;
      if (!clicked.isClosed()) await clicked.waitForLoadState('domcontentloaded');
    };
  }
}

let read: Promise<string> | undefined;

async function axeSource(): Promise<string> {
  const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  read ??= readFile(path, 'utf8');
  return read;
}

async function startBrowser(): Promise<Browser> {
  const { path, env } = await findBrowser();
  const started = { executablePath: path, args: words, timeout: waitMax };
  return chromium.launch({ ...started, env: { ...process.env, ...env } });
}

type Found = Readonly<{ path: string; env: Readonly<Record<string, string>> }>;

/** The browser named by CHROME_PATH, else that of the package, else the machine's. */
async function findBrowser(): Promise<Found> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH !== undefined) return { path: CHROME_PATH, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') {
    if (!existsSync(join(unpacked, 'chromium'))) await unpack();
    return { path: join(unpacked, 'chromium'), env: whatItNeeds() };
  }
  const machines = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  if (machines === undefined)
    throw new Error('There is no browser. CHROME_PATH says where one is.');
  return { path: machines, env: {} };
}

/** Its own libraries, so that a machine needs none; its own typefaces where a machine has none. */
function whatItNeeds(): Found['env'] {
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(unpacked, 'fonts') };
  return { LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib'), ...fonts };
}

/**
 * Unpacks the package's browser into a folder of this thread and gives it its name at once when it
 * is whole: another thread that does the same at this time finds it there, or is found there.
 */
async function unpack(): Promise<void> {
  const own = `${unpacked}-${process.pid}-${threadId}`;
  mkdirSync(own, { recursive: true });
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: own, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
  } finally {
    for (const name of [
      'TMPDIR',
      'AWS_EXECUTION_ENV',
      'LD_LIBRARY_PATH',
      'FONTCONFIG_PATH',
      'HOME',
    ]) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
  try {
    renameSync(own, unpacked);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(join(unpacked, 'chromium'))) throw error;
  }
}

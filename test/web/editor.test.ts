// The editor of a page in the browser, with scripts and without, and the way from there to what is
// published.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import { readDraft, writeDraft } from '../../src/service/programmes/index.ts';
import { addParty } from '../../src/store/index.ts';
import { aService } from '../support/made-facts.ts';
import { aMember, got, tokenOf } from '../support/made-organisations.ts';
import {
  aProgramme,
  aPublishedProgramme,
  aStaff,
  northshire,
  northshireNext,
} from '../support/made-programmes.ts';
import { served } from '../support/served.ts';
import { axe, look, type Opening, withBrowser } from '../support/with-browser.ts';
import { aStore } from '../support/with-store.ts';

const browser = withBrowser();
const { service: made } = await aService(await aStore(), '2027-02-01');
const { service, address } = await served(made);
const staff = await aStaff(service);
const buyer = await aMember(service, staff.organisation, {
  duties: ['commissioner'],
  email: 'buyer@example.org',
  name: 'Bea Buyer',
});
const publisherEmail = 'publisher@example.org';
await aMember(service, staff.organisation, {
  duties: ['publisher'],
  email: publisherEmail,
  name: 'Pat Publisher',
});
// A server ends when nobody is at it any more.
const contexts: BrowserContext[] = [];
afterAll(async () => Promise.all(contexts.map((context) => context.close())));
const isLooking = process.env.LOOKS === '1';

async function signedIn(email: string, opening: Opening = {}): Promise<BrowserContext> {
  const context = await browser.context(opening);
  contexts.push(context);
  const value = await tokenOf(service, email);
  await context.addCookies([{ name: 'outturn-sign-in', value, url: address }]);
  return context;
}

async function openedBy(email: string, path: string, opening: Opening = {}): Promise<Page> {
  const page = await (await signedIn(email, opening)).newPage();
  await page.goto(`${address}${path}`);
  return page;
}

const openedAs = (path: string, opening: Opening = {}) =>
  openedBy('buyer@example.org', path, opening);

async function draftOf(programme: string) {
  return got(await perform(service, readDraft, { actor: buyer, input: { programme } }));
}

const wrong = northshire.replace('Pays £570', 'Pays £580');
const typo = northshire.replace('for 13 weeks in one go', 'for 13 weaks in one go');

async function kept(page: Page): Promise<void> {
  await page.locator('#editor-kept').getByText('Kept', { exact: true }).waitFor();
}

async function shown(page: Page, name: string): Promise<void> {
  expect(await axe(page)).toEqual([]);
  if (!isLooking) return;
  await page.screenshot({ path: `.cache/looks/${name}-view.png` });
  await look(page, name);
}

describe('the editor with scripts', () => {
  test('what is wrong is said as one types, and leads to its place', async () => {
    const programme = await aProgramme({ service, staff });
    const page = await openedAs(`/programmes/${programme}/edit`);
    const verdict = page.locator('#editor-verdict');
    expect(await verdict.textContent()).toContain('Ready to be put forward');
    await shown(page, 'editor');
    await page.locator('textarea').fill(typo);
    await page.locator('.editor-problem').first().waitFor();
    expect(await verdict.textContent()).toContain('to put right');
    expect(await page.locator('#editor-said').textContent()).toContain('to put right');
    const link = page.locator('.editor-place a').first();
    const line = typo.split('\n').findIndex((each) => each.includes('weaks')) + 1;
    expect(await link.textContent()).toBe(`Line ${line}`);
    await link.click();
    const chosen = await page.evaluate(
      'document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)',
    );
    expect(chosen).toContain('weaks');
    expect(await page.locator('.editor-line mark').count()).toBeGreaterThan(0);
    await shown(page, 'editor-wrong');
  });

  test('a worked example that fails says what the terms pay, and why', async () => {
    const programme = await aProgramme({ service, staff, text: wrong });
    const page = await openedAs(`/programmes/${programme}/edit`);
    const example = page.locator('.editor-examples details[open]');
    expect(await example.count()).toBe(1);
    expect(await example.textContent()).toContain('£580');
    expect(await example.locator('.why li').count()).toBeGreaterThan(2);
    await shown(page, 'editor-example');
  });

  test('Ctrl+S keeps the draft without leaving the page', async () => {
    const programme = await aProgramme({ service, staff });
    const page = await openedAs(`/programmes/${programme}/edit`);
    const state = page.locator('#editor-kept');
    expect(await state.textContent()).toBe('Kept');
    await page.locator('textarea').press('Control+End');
    await page.keyboard.type('\n> A note.\n');
    expect(await state.textContent()).toContain('Not kept');
    await page.keyboard.press('Control+s');
    await kept(page);
    await page.keyboard.type('More.');
    await page.keyboard.press('Control+s');
    await kept(page);
    const draft = await draftOf(programme);
    expect(draft.revision).toBe(3);
    expect(draft.text).toContain('> A note.\n> More.');
  });

  test('what two have written at once is shown side by side, and nothing is lost', async () => {
    const programme = await aProgramme({ service, staff });
    const page = await openedAs(`/programmes/${programme}/edit`);
    const input = { programme, revision: 1, text: `${northshire}\n> Theirs.\n` };
    got(await perform(service, writeDraft, { actor: buyer, input }));
    await page.locator('textarea').fill(`${northshire}\n> Mine.\n`);
    await page.keyboard.press('Control+s');
    await page.locator('.diff').waitFor();
    expect(await page.locator('.diff-added').textContent()).toContain('Mine.');
    expect(await page.locator('.diff-taken').textContent()).toContain('Theirs.');
    await shown(page, 'editor-conflict');
    await page.getByRole('button', { name: 'Keep this instead' }).click();
    await page.locator('#editor-verdict').waitFor();
    expect((await draftOf(programme)).text).toContain('Mine.');
    await page.goto(`${address}/programmes/${programme}/edit/earlier`);
    await shown(page, 'editor-earlier');
    await page.getByRole('link', { name: 'Revision 2' }).click();
    expect(await page.locator('.diff-added').textContent()).toContain('Theirs.');
    await page.getByRole('button', { name: 'Have this back' }).click();
    await page.locator('#editor-verdict').waitFor();
    expect((await draftOf(programme)).text).toContain('Theirs.');
  });

  test('who goes on with what the other has kept finds their own among the earlier drafts', async () => {
    const programme = await aProgramme({ service, staff });
    const page = await openedAs(`/programmes/${programme}/edit`, { scripts: false });
    const input = { programme, revision: 1, text: `${northshire}\n> Theirs.\n` };
    got(await perform(service, writeDraft, { actor: buyer, input }));
    await page.locator('textarea').fill(`${northshire}\n> Mine.\n`);
    await page.getByRole('button', { name: 'Keep the draft' }).click();
    await page.getByRole('button', { name: 'Go on with what is kept' }).click();
    expect(await page.textContent('main')).toContain('yours stands among the earlier ones');
    expect((await draftOf(programme)).text).toContain('Theirs.');
    await page.goto(`${address}/programmes/${programme}/edit/earlier/3`);
    expect(await page.locator('.diff-added').textContent()).toContain('Mine.');
  });

  test('a sentence is found by what it means, and put where the cursor is', async () => {
    const programme = await aProgramme({ service, staff });
    const page = await openedAs(`/programmes/${programme}/edit`);
    await page.locator('textarea').press('Control+End');
    await page.locator('#find').fill('mutuals');
    await page.locator('#sentences button').first().waitFor();
    await shown(page, 'editor-sentences');
    await page.locator('#sentences button').first().click();
    const text = await page.locator('textarea').inputValue();
    expect(text.slice(northshire.length)).toMatch(/^- .*mutuals.*\.$/);
  });

  test('who is signed out while they write signs in elsewhere, and keeps what they wrote', async () => {
    const programme = await aProgramme({ service, staff });
    const context = await signedIn('buyer@example.org');
    const page = await context.newPage();
    await page.goto(`${address}/programmes/${programme}/edit`);
    await context.clearCookies({ name: 'outturn-sign-in' });
    await page.locator('textarea').press('Control+End');
    await page.keyboard.type('> A note.');
    await page.keyboard.press('Control+s');
    await page.locator('#editor-kept').getByText('you are signed out').waitFor();
    expect(await page.locator('#editor-verdict').count()).toBe(1);
    const value = await tokenOf(service, 'buyer@example.org');
    await context.addCookies([{ name: 'outturn-sign-in', value, url: address }]);
    await page.keyboard.press('Control+s');
    await kept(page);
    expect((await draftOf(programme)).text).toContain('> A note.');
  });

  test('whoever leaves what is not kept is asked first', async () => {
    const programme = await aProgramme({ service, staff });
    const page = await openedAs(`/programmes/${programme}/edit`);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await page.locator('textarea').press('Control+End');
    await page.keyboard.type('> A note.');
    await page.getByRole('link', { name: 'Versions' }).click();
    await expect.poll(() => asked).toEqual(['beforeunload']);
    expect(await page.locator('textarea').inputValue()).toContain('> A note.');
  });

  test('the lines behind the text stand where its own lines are', async () => {
    const programme = await aProgramme({ service, staff });
    for (const on of ['desktop', 'phone'] as const) {
      const page = await openedAs(`/programmes/${programme}/edit`, { on });
      const heights = await page.evaluate(
        '(() => { const t = document.querySelector("textarea"); return [t.scrollHeight, t.clientHeight]; })()',
      );
      const [whole, seen] = heights as [number, number];
      expect(Math.abs(whole - seen)).toBeLessThan(3);
      if (isLooking) await page.screenshot({ path: `.cache/looks/editor-on-${on}.png` });
    }
  });
});

describe('the editor without scripts', () => {
  test('checks by a button, keeps by a button, and loses nothing that was typed', async () => {
    const programme = await aProgramme({ service, staff });
    const page = await openedAs(`/programmes/${programme}/edit`, { scripts: false });
    await page.locator('textarea').fill(typo);
    await page.getByRole('button', { name: 'Check' }).click();
    expect(await page.locator('.editor-problem').count()).toBeGreaterThan(0);
    expect(await page.locator('textarea').inputValue()).toContain('weaks');
    expect(await page.textContent('main')).toContain('not kept so far');
    expect((await draftOf(programme)).text).toBe(northshire);
    await page.getByRole('button', { name: 'Keep the draft' }).click();
    expect(await page.textContent('main')).toContain('The draft is kept');
    expect((await draftOf(programme)).text).toBe(typo);
    if (isLooking) await look(page, 'editor-without-scripts');
  });
});

describe('from the draft to what is published', () => {
  test('a programme is begun, put forward by one, published by another, and public', async () => {
    const page = await openedAs('/programmes');
    await page.getByRole('link', { name: 'Begin a programme' }).click();
    await shown(page, 'programme-new');
    await page.getByLabel('What is it called?').fill('Leaving care well, Northshire');
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.locator('#editor-verdict').waitFor();
    await page.getByRole('link', { name: 'Put forward' }).click();
    await shown(page, 'put-forward');
    await page.getByRole('button', { name: 'Put version 1 forward' }).click();
    await page.getByText('waits for a publisher').first().waitFor();
    const at = new URL(page.url()).pathname;
    const other = await openedBy(publisherEmail, at);
    await shown(other, 'decision');
    await other.getByRole('button', { name: 'Publish version 1' }).click();
    await other.locator('.contract').first().waitFor();
    const path = new URL(other.url()).pathname;
    const context = await browser.context();
    contexts.push(context);
    const anyone = await context.newPage();
    await anyone.goto(`${address}${path}`);
    await shown(anyone, 'programme');
    expect(await anyone.title()).not.toContain('care');
    await anyone.goto(`${address}/`);
    await shown(anyone, 'open-programmes');
    await page.goto(`${address}${path}/edit/put-forward`);
    expect(await page.textContent('main')).toContain('There is nothing to put forward');
    expect(await page.locator('main button').count()).toBe(0);
    await shown(page, 'nothing-to-put-forward');
    await page.goto(`${address}/programmes`);
    await shown(page, 'programmes');
  });

  test('a later version shows what it changes before it is published', async () => {
    const programme = await aPublishedProgramme({ service, staff });
    const page = await openedAs(`/programmes/${programme}/edit`);
    await page.getByText('Begin version 2').first().click();
    await shown(page, 'next-version');
    await page.getByLabel('From which day does it count?').fill('2028-04-01');
    await page.getByRole('button', { name: 'Begin version 2' }).click();
    await page.getByText('Now change what it is to say').first().waitFor();
    await page.locator('textarea').fill(northshireNext);
    await page.keyboard.press('Control+s');
    await kept(page);
    await page.goto(`${address}/programmes/${programme}/edit/put-forward`);
    await page.getByRole('button', { name: 'Put version 2 forward' }).click();
    const other = await openedBy(publisherEmail, new URL(page.url()).pathname);
    expect(await other.locator('del').count()).toBeGreaterThan(0);
    await shown(other, 'decision-later');
    await other.getByRole('button', { name: 'Publish version 2' }).click();
    await other.getByText('Version 2 is published').first().waitFor();
    await other.goto(`${address}/programmes/${programme}/versions`);
    await shown(other, 'versions');
    await other.goto(`${address}/programmes/${programme}/versions/1`);
    expect(await other.textContent('main')).toContain('a later one is in force');
  });

  test('a provider signs the page that it has read, by its hash', async () => {
    const programme = await aPublishedProgramme({ service, staff });
    const provider = await aStaff(service, 'Bright Futures');
    const email = 'signer@example.org';
    await aMember(service, provider.organisation, { duties: ['administrator'], email });
    await service.store.read(
      {
        reach: 'organisation',
        organisation: staff.organisation,
        account: buyer.account,
      },
      async (tx) =>
        addParty(tx, {
          programme,
          organisation: provider.organisation,
          part: 'provider',
          name: 'Bright Futures',
          joinedAt: '2027-02-01T09:00:00.000Z',
        }),
    );
    const page = await openedBy(email, `/programmes/${programme}/sign`);
    await shown(page, 'sign');
    await page.getByLabel('The page hash').fill('sha256:something else');
    await page.getByRole('button', { name: 'Sign version 1' }).click();
    expect(await page.locator('.field-wrong').count()).toBe(1);
    const hash = await page.locator('.contract footer dd').last().textContent();
    await page.getByLabel('The page hash').fill(String(hash));
    await page.getByRole('button', { name: 'Sign version 1' }).click();
    expect(await page.textContent('main')).toContain('Version 1 is signed');
    expect(await page.textContent('main')).toContain('Signed on');
  });

  test('nothing is wrong in dark colours either', async () => {
    const programme = await aProgramme({ service, staff, text: wrong });
    const page = await openedAs(`/programmes/${programme}/edit`, { scheme: 'dark' });
    await shown(page, 'editor-dark');
  });

  test('an organisation without programmes is told what would bring one', async () => {
    const others = await aStaff(service, 'Southmere Council');
    const email = 'south@example.org';
    await aMember(service, others.organisation, { duties: ['commissioner'], email });
    const page = await openedBy(email, '/programmes');
    expect(await page.textContent('main')).toContain('has no programme so far');
    await shown(page, 'programmes-empty');
    await page.goto(`${address}/sentences?find=grant`);
    await shown(page, 'sentences');
    await page.goto(`${address}/sentences`);
    await page.getByRole('heading', { name: 'Outcomes', exact: true }).waitFor();
    await shown(page, 'sentences-by-part');
  });
});

// The money of a programme in the browser: prepared by one, approved by another, read by a provider.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runTasks } from '../../src/service/jobs/index.ts';
import { aService } from '../support/made-facts.ts';
import { aMember, tokenOf } from '../support/made-organisations.ts';
import { playNorthshire } from '../support/northshire.ts';
import { served } from '../support/served.ts';
import { axe, look, type Opening, withBrowser } from '../support/with-browser.ts';
import { aStore } from '../support/with-store.ts';

const browser = withBrowser();
const store = await aStore();
const { service: made, setDay } = await aService(store, '2027-04-01');
const { service, address } = await served(made);
const isLooking = process.env.LOOKS === '1';

const emails = {
  preparer: 'preparer@example.org',
  approver: 'approver@example.org',
  provider: 'provider@example.org',
  auditor: 'auditor@example.org',
};

let programme = '';
beforeAll(async () => {
  const play = { settledOn: ['2028-05-31'], thenBy: '2028-08-31' };
  const { cast } = (await playNorthshire({ store, service, setDay }, play)).stage;
  ({ programme } = cast);
  const council = cast.organisation('Northshire Council');
  await aMember(service, council, {
    duties: ['finance_preparer'],
    email: emails.preparer,
    name: 'Priya Preparer',
  });
  await aMember(service, council, {
    duties: ['finance_approver'],
    email: emails.approver,
    name: 'Ali Approver',
  });
  await aMember(service, council, {
    duties: ['auditor'],
    email: emails.auditor,
    name: 'Olu Auditor',
  });
  await aMember(service, cast.organisation('Bright Futures'), {
    duties: ['provider_finance'],
    email: emails.provider,
    name: 'Fay Finance',
  });
});

const contexts: BrowserContext[] = [];
afterAll(async () => Promise.all(contexts.map(async (context) => context.close())));

async function openedBy(email: string, path = '', opening: Opening = {}): Promise<Page> {
  const context = await browser.context(opening);
  contexts.push(context);
  const value = await tokenOf(service, email);
  await context.addCookies([{ name: 'outturn-sign-in', value, url: address }]);
  const page = await context.newPage();
  await page.goto(`${address}/programmes/${programme}/settlements${path}`);
  return page;
}

async function shown(page: Page, name: string): Promise<void> {
  expect(await axe(page)).toEqual([]);
  if (isLooking) await look(page, `money-${name}`);
}

/** What is between the margins of a sheet of A4 holds every table, and no links that lead nowhere. */
async function holdsOnPaper(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 658, height: 1000 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(658);
  expect(await page.getByRole('link', { name: /^Why/ }).first().isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(size);
}

test('a settlement is prepared, looked at, and approved by somebody else, without scripts', async () => {
  const page = await openedBy(emails.preparer, '', { scripts: false });
  await page.getByRole('link', { name: 'Prepare a settlement' }).click();
  await page.getByRole('button', { name: 'Prepare it' }).click();
  await page.getByText('is prepared and waits for approval').waitFor();
  await page.getByRole('heading', { name: 'As at 31 August 2028' }).waitFor();
  const { pathname } = new URL(page.url());
  expect(await page.getByRole('button', { name: 'Approve this settlement' }).count()).toBe(0);
  const other = await openedBy(emails.approver, pathname.split('/settlements')[1], {
    scripts: false,
  });
  await shown(await openedBy(emails.approver, pathname.split('/settlements')[1]), 'to-approve');
  await other.getByRole('button', { name: 'Approve this settlement' }).click();
  await other.getByText('It is approved.').waitFor();
  await other.getByText('Approved', { exact: true }).waitFor();
});

test('every page of finance is without fault, and leads from a sum to why a line is so', async () => {
  const page = await openedBy(emails.preparer);
  await shown(page, 'list');
  await page.getByRole('link', { name: 'Prepare a settlement' }).click();
  await shown(page, 'prepare');
  await page.goBack();
  await page.getByRole('link', { name: '2, as at 31 August 2028' }).click();
  await shown(page, 'settlement');
  await page.getByRole('link', { name: 'See each of the' }).click();
  await shown(page, 'changes');
  await page.getByRole('link', { name: 'Why line 1', exact: true }).click();
  await shown(page, 'why');
  await page.goBack();
  await page.goBack();
  await page.getByRole('link', { name: 'Every line, with why' }).click();
  await shown(page, 'lines');
});

test('a provider reads its statement, asks why, and questions a line', async () => {
  const page = await openedBy(emails.provider);
  await shown(page, 'statements');
  await page.getByRole('link', { name: 'As at 31 August 2028' }).click();
  await shown(page, 'statement');
  await page.locator('summary', { hasText: 'Settled' }).click();
  await shown(page, 'statement-opened');
  const lines = page.getByRole('table', { name: 'Lines of Settled' });
  await holdsOnPaper(page);
  await lines.getByRole('link', { name: /^Why/ }).last().click();
  await shown(page, 'own-why');
  await page.getByLabel('A fact behind it is wrong').check();
  await page.getByRole('button', { name: 'Question it' }).click();
  await page.getByText('The line is questioned').waitFor();
  await shown(page, 'disputes');
  await page.getByRole('link', { name: 'Why the line is so' }).click();
  await page.getByText('This line is in dispute').waitFor();
  expect(await page.getByRole('button', { name: 'Question it' }).count()).toBe(0);
});

test('what the bank paid is recorded, and a slip is said at its field', async () => {
  const page = await openedBy(emails.preparer);
  await page.getByRole('link', { name: 'Payments and ledger' }).click();
  const reference = await page
    .getByText(/^PROGRAMME7[B-Z]{3}-2-1$/)
    .first()
    .textContent();
  await shown(page, 'payments');
  await page
    .getByRole('link', { name: /^Record what was paid to Bright Futures/ })
    .first()
    .click();
  expect(await page.getByLabel('Amount').inputValue()).toMatch(/^\d+\.\d\d$/);
  await page.goBack();
  await page.getByRole('link', { name: 'Record what the bank has paid' }).click();
  await shown(page, 'payment');
  await page.getByRole('button', { name: 'Record it' }).click();
  await page.getByRole('link', { name: 'The bank’s own reference: Nothing is given.' }).waitFor();
  await page.getByRole('link', { name: 'Day on which it was paid: Nothing is given.' }).waitFor();
  expect(await page.locator('.field-wrong').count()).toBe(4);
  await page.getByLabel('The bank’s own reference').fill('BANK-77');
  await page.getByLabel('Our reference').fill(reference ?? '');
  await page.getByLabel('Amount', { exact: true }).fill('12');
  await page.getByLabel('Day on which it was paid').fill('2028-08-31');
  await page.getByRole('button', { name: 'Record it' }).click();
  await page.getByText('The amount 12 is no sum in GBP').first().waitFor();
  await shown(page, 'payments-problem');
  await page.getByLabel('Amount', { exact: true }).fill('£1,012.00');
  await page.getByRole('button', { name: 'Record it' }).click();
  await page.getByText('1 recorded').waitFor();
  await page.getByText('BANK-77').waitFor();
  // The way back leads to the form, and not to a question of the browser's.
  await page.goBack();
  await page.getByRole('heading', { name: 'Record what the bank has paid' }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/payments\/new$/);
  expect(await page.locator('.field-wrong').count()).toBe(0);
});

test('an auditor has a settlement worked out again, and verifies the record, without a command', async () => {
  const jobs = await runTasks(service, (message) => {
    throw new Error(message);
  });
  const page = await openedBy(emails.auditor);
  await page.click('table a >> nth=0');
  await page.getByRole('link', { name: 'Work it out again, and compare' }).click();
  await page.getByRole('button', { name: 'Work it out again' }).click();
  await page.getByText('It came out as it was kept').waitFor();
  await jobs.close();
  await page.reload();
  expect(await page.textContent('.facts')).toMatch(/Facts\d+Lines\d+/);
  await shown(page, 'recomputed');
  await page.goto(`${address}/organisation`);
  await page.getByRole('link', { name: 'What was done, and whether it holds' }).click();
  await page.selectOption('select[name=chain]', programme);
  await page.getByRole('button', { name: 'Show it' }).click();
  const later = page.getByRole('link', { name: 'Later entries' });
  while ((await later.count()) > 0) await later.click();
  expect(await page.textContent('tbody')).toContain('A settlement was approved.');
  expect(await page.textContent('tbody')).toContain('Northshire Council, commissioner');
  await shown(page, 'record');
  await page.getByRole('link', { name: 'Verify the record' }).click();
  await page.fill('input[name=head]', '0'.repeat(64));
  await page.getByRole('button', { name: 'Verify with it' }).click();
  expect(await page.textContent('.problems')).toContain('The record holds, and ends with');
  await page.fill('input[name=head]', '');
  await page.getByRole('button', { name: 'Verify with it' }).click();
  expect(await page.textContent('h1')).toBe('The record holds');
  expect(await page.textContent('main')).toMatch(/record\.ndjson --head [0-9a-f]{64}/);
  await shown(page, 'record-holds');
});

// What a payer that is not the commissioner sees: its own part, from the list to the payment file.
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import { listOfLines, openDispute } from '../../src/service/money/index.ts';
import { readExamplePage } from '../support/example-folders.ts';
import { aService, got } from '../support/made-facts.ts';
import { aMember, tokenOf } from '../support/made-organisations.ts';
import { playNorthshire } from '../support/northshire.ts';
import { served } from '../support/served.ts';
import { axe, look, withBrowser } from '../support/with-browser.ts';
import { aStore } from '../support/with-store.ts';

const browser = withBrowser();
const store = await aStore();
const { service: made, setDay } = await aService(store, '2027-04-01');
const { service, address } = await served(made);
const isLooking = process.env.LOOKS === '1';

const page = readExamplePage('northshire').replace(
  '- Outcomes are settled monthly',
  '- Northshire Health pays 40% of what is owed for Settled.\n- Outcomes are settled monthly',
);

const email = 'payer@example.org';

let programme = '';
beforeAll(async () => {
  const others = { 'Northshire Health': 'payer' } as const;
  const play = { settledOn: ['2028-08-31'], page, others };
  const { stage, done } = await playNorthshire({ store, service, setDay }, play);
  const { cast } = stage;
  ({ programme } = cast);
  const settlement = done[0]?.settlement;
  const provider = cast.as('Bright Futures', 'provider_finance');
  const asked = { actor: provider, input: { programme, settlement } };
  const { lines } = got(await perform(service, listOfLines, asked));
  const line = lines.find(({ outcome }) => outcome === 'Settled')?.line;
  const input = { programme, settlement, line, reason: 'fact_wrong' };
  got(await perform(service, openDispute, { actor: provider, input }));
  await aMember(service, cast.organisation('Northshire Health'), {
    duties: ['finance_preparer'],
    email,
    name: 'Hana Health',
  });
});

const contexts: BrowserContext[] = [];
afterAll(async () => Promise.all(contexts.map(async (context) => context.close())));

async function opened(): Promise<Page> {
  const context = await browser.context();
  contexts.push(context);
  const value = await tokenOf(service, email);
  await context.addCookies([{ name: 'outturn-sign-in', value, url: address }]);
  const shown = await context.newPage();
  await shown.goto(`${address}/programmes/${programme}/settlements`);
  return shown;
}

async function shown(there: Page, name: string): Promise<void> {
  expect(await axe(there)).toEqual([]);
  if (isLooking) await look(there, `payer-${name}`);
}

test('a payer reads its part of a statement, and is given what to pay', async () => {
  const there = await opened();
  await there.getByRole('heading', { name: 'What you pay' }).waitFor();
  await shown(there, 'list');
  const file = there.waitForEvent('download');
  await there
    .getByRole('link', { name: /Payment file/ })
    .first()
    .click();
  expect((await file).suggestedFilename()).toBe('programme-7-payments-2028-08-31.csv');
  await there.getByRole('link', { name: 'As at 31 August 2028', exact: true }).first().click();
  await there.getByText('Your part of the statement').waitFor();
  expect(await there.getByText('Northshire Council').count()).toBe(0);
  expect(await there.getByRole('link', { name: /^Why/ }).count()).toBe(0);
  await shown(there, 'statement');
});

test('a payer sees what is questioned, and records what its bank has paid', async () => {
  const there = await opened();
  await there.getByRole('link', { name: 'Disputes' }).click();
  await there.getByRole('heading', { name: 'Settled, Bright Futures' }).waitFor();
  expect(await there.getByRole('button', { name: 'End the dispute' }).count()).toBe(0);
  await shown(there, 'disputes');
  await there.goto(`${address}/programmes/${programme}/payments`);
  await shown(there, 'payments');
  const reference = await there
    .getByText(/^PROGRAMME7[B-Z]{3}-1-\d$/)
    .first()
    .textContent();
  await there.getByRole('link', { name: 'Record what the bank has paid' }).click();
  await there.getByText('Many at once, as CSV').click();
  await there
    .getByLabel('Payments as CSV')
    .fill(
      `bankReference,reference,amount,day\nB-1,${reference},1.00,2028-08-31\nB-2,RENT,x,yesterday`,
    );
  await there.getByRole('button', { name: 'Record them' }).click();
  await there.getByText('1 left out and not kept').first().waitFor();
  await there.getByText('B-1', { exact: true }).waitFor();
  expect(await there.getByText('RENT').count()).toBe(0);
  await shown(there, 'payments-recorded');
});

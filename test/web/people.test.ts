// People in the browser: referred with name and contact, answered, looked at for a
// reason, protected, sent on to another provider; and what is asked before somebody new is recorded.
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Duty } from '../../src/service/access/index.ts';
import { aProvider } from '../support/made-applications.ts';
import { aService } from '../support/made-facts.ts';
import { aMember } from '../support/made-organisations.ts';
import { aPublishedProgramme, aStaff } from '../support/made-programmes.ts';
import { openedBy } from '../support/opened-by.ts';
import { served } from '../support/served.ts';
import { axe, look, withBrowser } from '../support/with-browser.ts';
import { aStore } from '../support/with-store.ts';

const browser = withBrowser();
const { service: made, setDay } = await aService(await aStore(), '2027-04-01');
const { service, address } = await served(made);
const openAs = openedBy(browser, { service, address });
const council = await aStaff(service);
const programme = await aPublishedProgramme({ service, staff: council });
const harbour = await aStaff(service, 'Harbour House');
const sea = await aStaff(service, 'Sea View');
await aProvider({ service, programme, staff: harbour, by: council });
const otherwise = { name: 'Sea View', charity_number: '1123464' };
await aProvider({ service, programme, staff: sea, by: council, otherwise });
const enter = async (organisation: string, email: string, duties: readonly Duty[]) =>
  aMember(service, organisation, { duties, email, name: 'Max Member' });
await enter(council.organisation, 'case@example.org', ['case_worker']);
await enter(council.organisation, 'administrator@example.org', ['administrator']);
await enter(council.organisation, 'buyer@example.org', ['commissioner']);
await enter(harbour.organisation, 'worker@example.org', ['provider_staff']);
setDay('2027-06-01');

const at = `/programmes/${programme}`;
const isLooking = process.env.LOOKS === '1';

async function checked(page: Page, name: string): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
  if (isLooking) await look(page, `people-${name}`);
  expect(await axe(page)).toEqual([]);
}

const wrongField = (page: Page, name: string) =>
  page.textContent(`.field-wrong:has([name="${name}"])`);
const press = async (page: Page, button: string) =>
  page.getByRole('button', { name: button, exact: true }).click();

describe('somebody with a name', () => {
  let record = '';

  test('is referred as they chose, protected at once, and their name is on no page', async () => {
    const page = await openAs('case@example.org', `${at}/facts`);
    await page.getByRole('link', { name: 'Refer somebody' }).click();
    await press(page, 'Refer them');
    expect(await wrongField(page, 'provider')).toBeTruthy();
    expect(await wrongField(page, 'way')).toBeTruthy();
    expect(await wrongField(page, 'name')).toBeTruthy();
    await page.check('input[value="Harbour House"]');
    await page.check('input[name=way][value=chosen]');
    await page.selectOption('select[name=group]', 'leaving');
    await page.fill('input[name="phone.1"]', 'ask her mother');
    await page.selectOption('select[name=safe]', 'email.1');
    await press(page, 'Refer them');
    expect(await wrongField(page, 'name')).toContain('No name is given');
    expect(await wrongField(page, 'phone.1')).toBeTruthy();
    expect(await wrongField(page, 'safe')).toBeTruthy();
    await checked(page, 'refer-wrong');
    await page.fill('input[name=name]', 'Robin Vale');
    await page.fill('input[name="phone.1"]', '+44 7700 900123');
    await page.selectOption('select[name=safe]', 'phone.1');
    await page.check('input[name=isProtected]');
    await press(page, 'Refer them');
    record = new URL(page.url()).pathname;
    const text = await page.textContent('main');
    expect(text).toContain(record.slice(-36));
    expect(text).toContain('Protected');
    expect(text).not.toContain('Robin');
    expect(await page.title()).not.toMatch(/Leaving care/);
    await checked(page, 'record');
  });

  test('is looked at for a reason alone, which is written down, and changed there', async () => {
    const page = await openAs('case@example.org', record);
    await press(page, 'Show name and contact');
    expect(await wrongField(page, 'why')).toBeTruthy();
    await page.selectOption('select[name=why]', 'appointment');
    await press(page, 'Show name and contact');
    expect(await page.inputValue('input[name=name]')).toBe('Robin Vale');
    expect(await page.inputValue('select[name=safe]')).toBe('phone.1');
    await checked(page, 'contact');
    await page.fill('input[name="email.1"]', 'no address');
    await press(page, 'Keep what stands here');
    expect(await wrongField(page, 'email.1')).toBeTruthy();
    expect(await page.inputValue('input[name=name]')).toBe('Robin Vale');
    await page.fill('input[name="email.1"]', 'robin@example.org');
    await page.fill('input[name=otherNames]', 'Bobby; Rob');
    await press(page, 'Keep what stands here');
    expect(await page.textContent('.notice-good')).toContain('are kept');
    const looks = await openAs('administrator@example.org', `${at}/looks`);
    expect(await looks.textContent('tbody')).toContain('To arrange to meet');
    await checked(looks, 'looks');
  });

  test('is answered by the provider, and sent on to another when that stay ends', async () => {
    const page = await openAs('worker@example.org', `${at}/facts`);
    await page.locator('table tbody a').first().click();
    await page.getByRole('link', { name: 'Answer with Harbour House' }).click();
    await checked(page, 'answer');
    await press(page, 'Begin the stay');
    expect(await wrongField(page, 'group')).toBeTruthy();
    await page.selectOption('select[name=group]', 'leaving');
    await press(page, 'Begin the stay');
    expect(await page.textContent('.notice-good')).toContain('has begun');
    const worker = await openAs('case@example.org', record);
    await worker.getByRole('link', { name: 'End the stay with Harbour House' }).click();
    await checked(worker, 'end');
    await worker.selectOption('select[name=why]', 'other provider');
    await press(worker, 'End the stay');
    expect(await worker.textContent('h1')).toBe('Refer somebody');
    expect(await worker.locator('input[name=name]').count()).toBe(0);
    await worker.check('input[value="Sea View"]');
    await worker.check('input[name=way][value=referred]');
    await press(worker, 'Refer them');
    expect(new URL(worker.url()).pathname).toBe(record);
    expect(await worker.textContent('table')).toContain('Sea View');
    await press(worker, 'Ask for protection to end');
    expect(await worker.textContent('.notice-good')).toContain('Another worker');
  });
});

test('a provider whose stay ends refers nobody to another, and is not asked whom they go to', async () => {
  const page = await openAs('worker@example.org', `${at}/refer`);
  await page.fill('input[name=name]', 'Ada Vale');
  await press(page, 'Record that they chose you');
  expect(await page.getByRole('link', { name: 'They chose you' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Answer with Harbour House' }).click();
  await page.selectOption('select[name=group]', 'leaving');
  await press(page, 'Begin the stay');
  await page.getByRole('link', { name: 'End the stay with Harbour House' }).click();
  await page.selectOption('select[name=why]', 'other provider');
  await press(page, 'End the stay');
  expect(await page.textContent('h1')).toContain('Record');
  expect(await page.textContent('.notice-good')).toContain('sends them on');
  expect(await page.getByRole('link', { name: 'They chose you' }).count()).toBe(1);
});

describe('somebody new in a fact', () => {
  test('is said to be verified of a claim alone: what a case worker says counts', async () => {
    const path = `${at}/facts/one?kind=level%202`;
    const provider = await openAs('worker@example.org', path);
    expect(await provider.textContent('main')).toContain('verifies this');
    const caseWorker = await openAs('case@example.org', path);
    expect(await caseWorker.textContent('main')).not.toContain('verifies this');
  });

  test('is asked about, and recorded all the same where that is meant', async () => {
    const page = await openAs('worker@example.org', `${at}/facts/one?kind=level%202`, {
      scripts: false,
    });
    await page.fill('input[name=participant]', 'Tom Jones');
    await page.fill('input[name=day]', '2027-05-20');
    await press(page, 'Record it');
    expect(await wrongField(page, 'participant')).toContain('name of a person');
    await page.fill('input[name=participant]', 'HH-7');
    await press(page, 'Record it all the same');
    expect(await wrongField(page, 'participant')).toContain('referred or attached');
    if (isLooking) await look(page, 'people-asked-first');
    await press(page, 'Record it all the same');
    expect(await page.textContent('main')).toContain('It stands in the record');
    expect(page.url()).not.toContain('HH-7');
    if (isLooking) await look(page, 'people-recorded');
    await page.goto(`${address}${at}/facts`);
    await page.fill('input[name=reference]', 'HH-7');
    await press(page, 'Open the record');
    expect(await page.textContent('.notice-good')).toContain('HH-7');
    expect(page.url()).not.toContain('HH-7');
    if (isLooking) await look(page, 'people-own-reference');
  });
});

test('a commissioner lets an organisation take part by its reference, and nobody verify itself', async () => {
  const page = await openAs('buyer@example.org', `${at}/parties`);
  const agency = await aStaff(service, 'Vale Agency');
  const ask = async (organisation: string, part: string) => {
    await page.fill('input[name=organisation]', organisation);
    await page.check(`input[name=part][value=${part}]`);
    await page.fill('input[name=name]', 'Vale Agency');
    await press(page, 'Let it take part');
  };
  await ask(randomUUID(), 'referrer');
  expect(await wrongField(page, 'organisation')).toContain('No organisation');
  await ask(harbour.organisation, 'verifier');
  expect(await wrongField(page, 'organisation')).toContain('its own claims');
  await checked(page, 'parties-wrong');
  await ask(agency.organisation, 'referrer');
  expect(await page.textContent('.notice-good')).toContain('takes part from now on');
  expect(await page.textContent('table')).toContain('Vale Agency');
  await ask(agency.organisation, 'referrer');
  expect(await wrongField(page, 'organisation')).toContain('already');
});

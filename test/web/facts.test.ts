// Facts in the browser: a file sent, mended and mapped; one fact recorded; claims verified by keys;
// and the record of a participant.
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import { attachEvidence, sendFacts } from '../../src/service/facts-in/index.ts';
import { runTasks } from '../../src/service/jobs/index.ts';
import { attachPerson, protectParticipant, referPerson } from '../../src/service/people/index.ts';
import { aProvider } from '../support/made-applications.ts';
import { anUpload, aService } from '../support/made-facts.ts';
import { aMember, got } from '../support/made-organisations.ts';
import { aPublishedProgramme, aStaff } from '../support/made-programmes.ts';
import { openedBy } from '../support/opened-by.ts';
import { served } from '../support/served.ts';
import { until } from '../support/until.ts';
import { axe, look, withBrowser } from '../support/with-browser.ts';
import { aStore } from '../support/with-store.ts';

const browser = withBrowser();
const { service: made, setDay } = await aService(await aStore(), '2027-04-01');
const { service, address } = await served(made);
const openAs = openedBy(browser, { service, address });
const council = await aStaff(service);
const programme = await aPublishedProgramme({ service, staff: council });
const harbour = await aStaff(service, 'Harbour House');
await aProvider({ service, programme, staff: harbour, by: council });
const enter = async (
  organisation: string,
  email: string,
  duty: 'provider_staff' | 'verifier' | 'case_worker',
) => aMember(service, organisation, { duties: [duty], email, name: 'Max Member' });
const worker = await enter(harbour.organisation, 'worker@example.org', 'provider_staff');
await enter(council.organisation, 'verifier@example.org', 'verifier');
const caseWorker = await enter(council.organisation, 'case@example.org', 'case_worker');
const jobs = await runTasks(service, (message) => {
  throw new Error(message);
});
setDay('2027-06-01');

afterAll(async () => jobs.close());

const isLooking = process.env.LOOKS === '1';
const at = `/programmes/${programme}`;

async function checked(page: Page, name: string): Promise<void> {
  expect(await axe(page)).toEqual([]);
  if (isLooking) await look(page, name);
}

const csv = (day: string) =>
  [
    'id,kind,participant,provider,group,day,value',
    'a1,attached,Sam,Harbour House,leaving,2027-05-04,',
    'a2,attached,Kim,Harbour House,leaving,2027-05-11,',
    `g1,goals score,Sam,,,${day},12`,
    '',
  ].join('\n');

async function sendText(page: Page, name: string, text: string): Promise<void> {
  const file = { name: 'facts.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.setInputFiles(`form[action$="${name}"] input[type=file]`, file);
  await page.click(`form[action$="${name}"] button`);
}

async function untilSaid(page: Page, words: string): Promise<void> {
  const isSaid = async () => {
    if ((await page.content()).includes(words)) return true;
    await page.reload();
    return false;
  };
  await until(isSaid, () => `the page never said "${words}"`);
}

describe('facts', () => {
  test('a form that is sent without its file asks for it in one sentence', async () => {
    const page = await openAs('worker@example.org', `${at}/facts`, { scripts: false });
    await page.getByRole('button', { name: 'Send the file' }).click();
    await page.getByText('There is a problem').waitFor();
    await page.getByRole('link', { name: 'No file is chosen.' }).waitFor();
  });

  test('a file is refused row by row, its rows at fault are mended, and all comes in', async () => {
    const page = await openAs('worker@example.org', `${at}/facts`);
    await checked(page, 'facts');
    await sendText(page, '/files', csv('2027-13-05'));
    await untilSaid(page, 'Rows to mend');
    expect(await page.textContent('table')).toContain('day');
    await checked(page, 'facts-refused');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('a[href$="rows-to-mend"]'),
    ]);
    expect(download.suggestedFilename()).toContain('rows-to-mend');
    const rows: string[] = [];
    for await (const piece of await download.createReadStream()) rows.push(String(piece));
    await sendText(page, '/mended', rows.join('').replace('2027-13-05', '2027-05-13'));
    await untilSaid(page, 'Loaded');
    expect(await page.textContent('.facts')).toContain('New facts3');
    await checked(page, 'facts-loaded');
  });

  test('a few rows are mended where they are shown, and sent from there', async () => {
    const page = await openAs('worker@example.org', `${at}/facts`);
    const rows = ['h1,goals score,Sam,2027-13-06,7', 'h2,goals score,"Kim, 2",2027-05-20,8', ''];
    const text = ['id,kind,participant,day,value', ...rows].join('\n');
    await sendText(page, '/files', text);
    await untilSaid(page, 'Rows to mend');
    const field = page.locator('.mend-row input[aria-invalid]');
    await field.waitFor();
    expect(await field.inputValue()).toBe('2027-13-06');
    await checked(page, 'facts-mended');
    await field.fill('2027-05-14');
    await page.click('form[action$="mended"] button');
    await untilSaid(page, 'Loaded');
    expect(await page.textContent('.facts')).toContain('New facts2');
  });

  test('an export with columns of its own is asked about once, without scripts too', async () => {
    const page = await openAs('worker@example.org', `${at}/facts`, { scripts: false });
    const own = 'Ref;Client;What;On\r\nr1;Sam;Got level 2;20.05.2027\r\n';
    await sendText(page, '/files', own);
    await checked(await openAs('worker@example.org', new URL(page.url()).pathname), 'mapping');
    for (const [number, value] of ['id', 'participant', 'kind', 'day'].entries()) {
      await page.selectOption(`select[name="column.${number}"]`, value);
    }
    await page.fill('textarea[name=kinds]', 'Got level 2 = level 2');
    await page.check('input[value="day.month.year"]');
    await page.click('form[action$="/mapping"] button');
    await untilSaid(page, 'Loaded');
    await page.goto(`${address}${at}/facts`);
    await sendText(page, '/files', own.replace('r1', 'r2').replace('20.05', '21.05'));
    await untilSaid(page, 'Loaded');
  });

  test('one fact is recorded in a form of its kind, with what is wrong beside its field', async () => {
    const page = await openAs('worker@example.org', `${at}/facts/one`);
    await checked(page, 'fact-kind');
    await page.getByRole('link', { name: 'In settled housing' }).click();
    await page.fill('input[name=participant]', 'Sam');
    await page.fill('input[name=from]', '2027-07-01');
    await page.click('main form button');
    expect(await page.textContent('.field-wrong')).toContain('2027-07-01');
    await checked(page, 'fact-wrong');
    await page.fill('input[name=from]', '2027-05-10');
    const letter = Buffer.from('%PDF-1.7\nLives here since May.\n%%EOF\n');
    const file = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: letter };
    await page.setInputFiles('input[name=shown]', file);
    await page.click('main form button');
    expect(await page.textContent('main')).toContain('was recorded');
  });

  test('what is wrong with a day is said at that day, and once', async () => {
    const page = await openAs('worker@example.org', `${at}/facts/one?kind=goals%20score`);
    await page.fill('input[name=participant]', 'Sam');
    await page.fill('input[name=value]', '7');
    await page.fill('input[name=day]', '2027-07-01');
    await page.click('main form button');
    expect(await page.textContent('.field-wrong:has(input[name=day])')).toContain('2027-07-01');
    await page.goto(`${address}${at}/facts/one?kind=in%20settled%20housing`);
    await page.fill('input[name=participant]', 'Sam');
    await page.click('main form button');
    expect(await page.locator('.problems li').count()).toBe(1);
  });

  test('a referral may say to whom, and what is no reference is asked for again', async () => {
    const page = await openAs('worker@example.org', `${at}/facts/one?kind=referred`);
    expect(await page.locator('select[name=provider]').count()).toBe(1);
    await page.goto(`${address}${at}/facts`);
    await page.fill('input[name=reference]', 'Sam of another');
    await page.click('main button:has-text("Open the record")');
    expect(await page.textContent('.field-wrong')).toContain('no such participant');
    expect(await page.inputValue('input[name=reference]')).toBe('Sam of another');
    await page.fill('input[name=reference]', 'Sam');
    await page.click('main button:has-text("Open the record")');
    expect(await page.textContent('h1')).toMatch(/^Record /);
    expect(page.url()).not.toContain('Sam');
  });
});

describe('verification', () => {
  test('is done by keys, with what shows each claim beside it, and nobody sees what was drawn', async () => {
    const fact = { id: 'q9', kind: 'level 2', participant: 'Kim', day: '2027-05-20' };
    got(await perform(service, sendFacts, { actor: worker, input: { programme, facts: [fact] } }));
    const page = await openAs('verifier@example.org', `${at}/verification`);
    const claims = await page.$$('table tbody tr');
    if (claims.length === 0) console.log(await page.textContent('main'));
    expect(claims.length).toBeGreaterThan(2);
    expect(await page.textContent('table')).toContain('1 file');
    await attachTo(page);
    await page.reload();
    expect(await page.textContent('.claim-shown')).toContain('Take evidence 1');
    await checked(page, 'verification');
    const first = await page.textContent('#claim-title');
    await page.keyboard.press('a');
    await page.waitForSelector('.notice-good');
    expect(await page.$$('table tbody tr')).toHaveLength(claims.length - 1);
    expect(first).toBeTruthy();
    await page.keyboard.press('r');
    const field = await page.evaluate('document.activeElement.getAttribute("name")');
    expect(field).toBe('reason');
    await page.selectOption('select[name=reason]', 'nothing shown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.notice-good');
    expect(await page.textContent('.notice-good')).toContain('Rejected');
  });

  test('asks for more, which who claimed it finds among the facts and answers', async () => {
    const fact = { id: 'q10', kind: 'level 2', participant: 'Kim', day: '2027-05-21' };
    got(await perform(service, sendFacts, { actor: worker, input: { programme, facts: [fact] } }));
    const page = await openAs('verifier@example.org', `${at}/verification`, { scripts: false });
    expect(await page.textContent('.claim-head')).toContain('Decide by');
    await page.click('button[value=asked]');
    expect(await page.textContent('.field-wrong')).toContain('Choose the reason');
    await page.selectOption('select[name=ask]', 'not enough shown');
    await page.click('button[value=asked]');
    expect(await page.textContent('.notice-good')).toContain('More is asked for');
    setDay('2027-06-02');
    const claimant = await openAs('worker@example.org', `${at}/facts`);
    await checked(claimant, 'facts-asked');
    await claimant.click('table a[href$="/evidence"]');
    await checked(claimant, 'evidence');
    const letter = Buffer.from('%PDF-1.7\nHere it is.\n%%EOF\n');
    const file = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: letter };
    await claimant.setInputFiles('input[name=shown]', file);
    await claimant.click('form[action$="/evidence"] button');
    expect(await claimant.textContent('.notice-good')).toContain('attached');
    await claimant.goto(`${address}${at}/facts`);
    expect(await claimant.textContent('main')).not.toContain('More is asked for');
  });
});

describe('a long queue', () => {
  test('has pages, and deciding goes on from one to the next', async () => {
    const facts = Array.from({ length: 54 }, (_, at) => ({
      id: `many${at}`,
      kind: 'level 2',
      participant: 'Kim',
      day: `2027-05-${String((at % 28) + 1).padStart(2, '0')}`,
    }));
    got(await perform(service, sendFacts, { actor: worker, input: { programme, facts } }));
    const page = await openAs('verifier@example.org', `${at}/verification`);
    const waiting = Number(/of (\d+)/.exec((await page.textContent('.claim-way')) ?? '')?.[1]);
    expect(waiting).toBeGreaterThan(54);
    expect(await page.textContent('.pager')).toContain(`1 to 50 of ${waiting}`);
    expect(await page.textContent('.pager')).not.toContain('Earlier');
    await page.locator('table tbody tr a').last().click();
    expect(await page.textContent('.claim-way')).toContain(`50 of ${waiting}`);
    await page.click('button[value=verified]');
    await page.waitForSelector('.notice-good');
    expect(await page.textContent('.claim-way')).toContain(`50 of ${waiting - 1}`);
    expect(await page.textContent('.pager')).toContain(`50 to ${waiting - 1} of ${waiting - 1}`);
    await checked(page, 'verification-later');
    await page.getByRole('link', { name: 'Earlier claims' }).click();
    expect(await page.textContent('.pager')).toContain(`1 to 49 of ${waiting - 1}`);
    await page.getByRole('link', { name: 'Later claims' }).click();
    expect(await page.textContent('.claim-way')).toContain(`50 of ${waiting - 1}`);
  });

  test('a place in it that is past, or none, is the beginning of what waits', async () => {
    const page = await openAs('verifier@example.org', `${at}/verification?after=999999999999&at=x`);
    expect(await page.textContent('.claim-way')).toMatch(/^1 of /);
  });
});

async function attachTo(page: Page): Promise<void> {
  const href = await page.getAttribute('table tbody tr a', 'href');
  const fact = href?.split('=')[1] ?? '';
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const upload = await anUpload(service, Buffer.from(pixel, 'base64'));
  const input = { programme, fact, ...upload };
  got(await perform(service, attachEvidence, { actor: worker, input }));
}

test('the record of a participant shows what happened, in a neutral name and without money', async () => {
  const details = { names: ['Sam Okoro'], ways: [] };
  const asked = { programme, provider: 'Harbour House', way: 'referred', details };
  const referred = await perform(service, referPerson, { actor: caseWorker, input: asked });
  const { participant, referral } = got(referred);
  const attach = { programme, referral, group: 'leaving' };
  got(await perform(service, attachPerson, { actor: worker, input: attach }));
  const whom = { programme, participant };
  got(await perform(service, protectParticipant, { actor: worker, input: whom }));
  const page = await openAs('case@example.org', `${at}/participants/${participant}`);
  const text = (await page.textContent('main')) ?? '';
  expect(text).toContain('Attached');
  expect(text).toContain('Protected');
  expect(text).not.toMatch(/[£$€]|Okoro|Max Member/);
  expect(await page.title()).not.toContain('care');
  await checked(page, 'participant');
  const strange = await openAs('worker@example.org', `${at}/participants/${programme}`);
  expect(await strange.textContent('main')).toContain('no such participant');
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aCast, anUpload, aService, codesOf, got } from '../../../../test/support/made-facts.ts';
import { aStore } from '../../../../test/support/with-store.ts';
import type { Actor } from '../../access/index.ts';
import { perform } from '../../act/index.ts';
import { sendFacts } from '../send-facts.ts';
import { loadFileJob } from './load-file-job.ts';
import { mapFile } from './map-file.ts';
import { rowsToMend } from './rows-to-mend.ts';
import { fileOfFacts } from './see-files.ts';
import { sendFile } from './send-file.ts';

// Whoever works with people neither reads an amount of money by a file of facts nor writes one.

const store = await aStore();
const { service } = await aService(store);
const page = readFileSync('examples/northshire/contract.md', 'utf8')
  .replaceAll('| leaving ', '| under £9,876 ')
  .replaceAll('as leaving', 'as under £9,876');
const cast = await aCast(store, page, { Northshire: 'commissioner', 'Bright Futures': 'provider' });
const { programme } = cast;
const worker = cast.as('Northshire 1', 'case_worker');
const finance = cast.as('Northshire 2', 'finance_preparer');
const colleague = cast.as('Northshire 2', 'case_worker');
const header = 'id,kind,provider,participant,group,day,value\n';
const adjusted = 'b1,adjustment,Bright Futures,,,2027-05-04,777.91\n';

// The queue does it with the duties that are kept, of which a test has all but one for everybody.
async function sent(actor: Actor, rows: string) {
  const file = await anUpload(service, `${header}${rows}`);
  const input = { programme, ...file };
  const { import: id } = got(await perform(service, sendFile, { actor, input }));
  await loadFileJob(service, { programme, import: id });
  return { programme, import: id };
}

test('rows of a colleague in finance are not shown, and one’s own are', async () => {
  const input = await sent(finance, adjusted.replace('2027-05-04', 'soon'));
  const seen = got(await perform(service, fileOfFacts, { actor: worker, input }));
  expect(seen).toMatchObject({ state: 'refused', isWithheld: true, found: [] });
  expect(codesOf(await perform(service, rowsToMend, { actor: worker, input }))).toEqual([
    'facts_file.of_finance import',
  ]);
  const plain = { separator: ',', columns: {}, kinds: {}, fixed: {}, days: 'year-month-day' };
  const mapping = { actor: worker, input: { ...input, reading: plain } };
  expect(codesOf(await perform(service, mapFile, mapping))).toEqual([
    'facts_file.of_finance import',
  ]);
  const own = got(await perform(service, rowsToMend, { actor: finance, input })) as {
    body: string;
  };
  expect(own.body).toContain('777.91');
});

test('what a colleague sent who saw no money is shown, and many may look at one moment', async () => {
  const input = await sent(worker, 'd1,attached,Bright Futures,Ann,leaving,soon,\n');
  const seen = got(await perform(service, fileOfFacts, { actor: colleague, input }));
  expect(seen).toMatchObject({ state: 'refused', isWithheld: false });
  expect(seen.found).not.toEqual([]);
  const ofFinance = await sent(finance, adjusted.replace('b1', 'b2').replace('2027-05-04', 'soon'));
  const look = async () => perform(service, fileOfFacts, { actor: worker, input: ofFinance });
  const looks = await Promise.all(Array.from({ length: 30 }, look));
  for (const each of looks) expect(got(each)).toMatchObject({ isWithheld: true, found: [] });
});

test('what the page has names for is told without amounts, by call and by file', async () => {
  const attached = { id: 'c1', kind: 'attached', provider: 'Bright Futures', participant: 'Sam' };
  const facts = [{ ...attached, group: 'under £9,877', day: '2027-05-04' }];
  const toWorker = await perform(service, sendFacts, {
    actor: worker,
    input: { programme, facts },
  });
  expect(codesOf(toWorker)).toEqual(['fact.group_unknown 1 group']);
  expect(JSON.stringify(toWorker)).not.toContain('9,87');
  const toFinance = await perform(service, sendFacts, {
    actor: finance,
    input: { programme, facts },
  });
  expect(JSON.stringify(toFinance)).toContain('Did you mean \\"under £9,876\\"?');
  const input = await sent(worker, 'c1,attached,Bright Futures,Sam,"under £9,877",2027-05-04,\n');
  const seen = got(await perform(service, fileOfFacts, { actor: worker, input }));
  expect(seen).toMatchObject({ isWithheld: false, found: [{ code: 'fact.group_unknown' }] });
  expect(JSON.stringify(seen)).not.toContain('9,87');
});

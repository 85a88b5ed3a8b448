// Two years of an example through the service: facts come in on their days, every month is settled
// and approved, then every quarter, and each comes to what `outturn settle` makes of the same files.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMonths, type Day, dayNumber, dayOf } from '../../src/calendar/index.ts';
import { perform } from '../../src/service/act/index.ts';
import { recompute } from '../../src/service/bundle/recompute-bundle.ts';
import { changesCsv } from '../../src/service/line-files/change-table.ts';
import { linesCsv } from '../../src/service/line-files/line-table.ts';
import {
  explainLineOf,
  explainOwnLine,
  explainParticipantOf,
  journalFile,
  listOfBalances,
  listOfChanges,
  listOfLines,
  listOfStatements,
  makeSettlementBundle,
  paymentFile,
  readSettlement,
  readStatement,
  recomputeSettlement,
  settlementFile,
  statementFile,
} from '../../src/service/money/index.ts';
import { pagesOf, settledUnder } from '../../src/service/money/pages-of.ts';
import { publishedFigures, publishFigures } from '../../src/service/publishing/index.ts';
import { exportRecord, verifyRecord, verifyRecordLines } from '../../src/service/record/index.ts';
import { settle } from '../../src/service/settling/settle.ts';
import { bundleStored } from '../../src/service/stored/bundle-stored.ts';
import { resultHash } from '../../src/service/stored/result-hash.ts';
import { findSettlement, getResult, type WholeResult } from '../../src/store/money/index.ts';
import { examplePath } from '../support/example-folders.ts';
import { balancesByHledger, hasHledger } from '../support/hledger.ts';
import { aService, codesOf, got } from '../support/made-facts.ts';
import { financeOf, type Stage } from '../support/made-settlements.ts';
import { northshireProviders, type Played, playNorthshire } from '../support/northshire.ts';
import { aStore } from '../support/with-store.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-04-01');
const folder = mkdtempSync(join(tmpdir(), 'outturn-year-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Twelve months, then four quarters, in which there is more to publish.
const settledOn = [...Array(12).keys(), 14, 17, 20, 23].map((months) =>
  dayOf(addMonths(dayNumber('2027-05-01'), months) - 1),
);

let stage: Stage;
let done: Played['done'];
beforeAll(async () => {
  ({ stage, done } = await playNorthshire({ store, service, setDay }, { settledOn }));
});

/** What `outturn settle` makes of the same files, each settlement following the one before. */
async function byFiles(): Promise<readonly WholeResult[]> {
  const results: WholeResult[] = [];
  let previous = 'none';
  for (const day of settledOn) {
    const { result } = got(
      await settle({
        pages: [examplePath('northshire', 'contract.md')],
        facts: [examplePath('northshire', 'facts')],
        asAt: dayNumber(day),
        knownAt: dayNumber(day),
        previous,
      }),
    );
    results.push(result as WholeResult);
    previous = join(folder, `${day}.json`);
    writeFileSync(previous, JSON.stringify(result));
  }
  return results;
}

function sumsOf({ lines, payable }: WholeResult) {
  const sums: Record<string, number> = {};
  for (const { provider, outcome, amount } of lines) {
    const key = `${provider} ${outcome}`;
    sums[key] = (sums[key] ?? 0) + Math.round(Number(amount) * 100);
  }
  const paid = payable.statements.map(({ payee, due, paid: now }) => [payee, due, now]);
  return { sums, paid, lines: lines.length };
}

test('every month comes to what the files alone come to, to the penny', async () => {
  const expected = await byFiles();
  expect(expected.at(-1)?.total).not.toBe('0.00');
  for (const [at, each] of expected.entries()) {
    const of = { programme: stage.cast.programme, settlement: done[at]?.settlement ?? '' };
    const stored = await store.read({ reach: 'upkeep' }, (tx) => getResult(tx, of));
    expect(done[at]?.total).toBe(each.total);
    expect(done[at]?.paid).toBe(each.payable.paid);
    expect(sumsOf(stored)).toEqual(sumsOf(each));
    expect(resultHash(stored)).toBe(done[at]?.resultHash);
  }
});

test('what is shown of a settlement adds up to it', async () => {
  const { one } = financeOf(stage);
  const last = done.at(-1);
  const input = { programme: stage.cast.programme, settlement: last?.settlement };
  const shown = got(await perform(service, readSettlement, { actor: one, input }));
  const pence = (sum: number, { amount }: { amount: string }) => sum + Number(amount) * 100;
  for (const sums of [shown.byProvider, shown.byOutcome, shown.byMonth]) {
    expect(Math.round(sums.reduce(pence, 0))).toBe(Math.round(Number(last?.total) * 100));
  }
  expect(shown.settlement.state).toBe('approved');
  expect(shown.statements.map(({ payee }) => payee)).toEqual(northshireProviders);
});

const of = (at: number) => ({
  programme: stage.cast.programme,
  settlement: done.at(at)?.settlement ?? '',
});

const bodyOf = (file: { body: unknown }) => String(file.body);

test('every settlement comes out again from what it rested on, byte by byte', async () => {
  const { other } = financeOf(stage);
  for (const [at, { resultHash: hash }] of done.entries()) {
    const again = got(await perform(service, recomputeSettlement, { actor: other, input: of(at) }));
    expect(again.resultHash).toBe(hash);
  }
});

test('the journal of the ledger is sound for hledger, which finds the same balances', async () => {
  const { one } = financeOf(stage);
  const input = { programme: stage.cast.programme };
  const journal = bodyOf(got(await perform(service, journalFile, { actor: one, input })));
  const { balances } = got(await perform(service, listOfBalances, { actor: one, input }));
  expect(balances.some(({ account }) => account === 'paid:Bright Futures')).toBe(true);
  expect(balances.filter(({ account }) => account.startsWith('owed:'))).toEqual(
    balances
      .filter(({ account }) => account.startsWith('owed:'))
      .map(({ account }) => ({ account, amount: '0.00' })),
  );
  if (!hasHledger) return;
  const found = balancesByHledger(journal);
  const again = balances.map(({ account }) => {
    const units = (found[account] ?? '0').replace('GBP ', '');
    return { account, amount: units === '0' ? '0.00' : units };
  });
  expect(again).toEqual(balances);
});

test('all statements of the year add up to what is paid, and their payments stand in a file', async () => {
  const { one } = financeOf(stage);
  const input = { programme: stage.cast.programme };
  const { statements } = got(await perform(service, listOfStatements, { actor: one, input }));
  const pence = statements.reduce(
    (sum, { statement }) => sum + Math.round(Number(statement.paid ?? 0) * 100),
    0,
  );
  expect(pence).toBe(Math.round(Number(done.at(-1)?.total) * 100));
  const references = statements.map(({ statement }) => statement.reference);
  expect(new Set(references).size).toBe(references.length);
  const csv = bodyOf(got(await perform(service, paymentFile, { actor: one, input: of(11) })));
  expect(csv.split('\r\n')[0]).toBe('payer,payee,reference,amount,currency,payBy');
  expect(csv).toMatch(/Northshire Council,Bright Futures,PROGRAMME7[B-Z]{3}-12-1,/);
  expect(csv).not.toMatch(/(^|,|\n)[=+@-]/);
});

test('a provider sees its own statements and lines, and why, and nobody else’s', async () => {
  const actor = stage.cast.as('Bright Futures', 'provider_finance');
  const { programme } = stage.cast;
  const shown = got(await perform(service, listOfStatements, { actor, input: { programme } }));
  expect(new Set(shown.statements.map(({ statement }) => statement.payee))).toEqual(
    new Set(['Bright Futures']),
  );
  const { lines } = got(await perform(service, listOfLines, { actor, input: of(11) }));
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.every(({ payee }) => payee === 'Bright Futures')).toBe(true);
  const { changes } = got(await perform(service, listOfChanges, { actor, input: of(11) }));
  expect(changes.every(({ payee }) => payee === 'Bright Futures')).toBe(true);
  const other = { ...of(11), payee: 'Harbour House' };
  expect(codesOf(await perform(service, readStatement, { actor, input: other }))).toEqual([
    'statement.not_there payee',
  ]);
  expect(codesOf(await perform(service, readSettlement, { actor, input: of(11) }))).toEqual([
    'access.without_duty',
  ]);
  const own = lines.find(({ participant }) => participant !== undefined)?.line;
  const input = { ...of(11), line: own };
  const why = got(await perform(service, explainOwnLine, { actor, input }));
  expect(why.paragraphs.flat().length).toBeGreaterThan(0);
  const { one } = financeOf(stage);
  const all = got(await perform(service, listOfLines, { actor: one, input: of(11) })).lines;
  const foreign = all.find(({ payee, participant }) => payee !== 'Bright Futures' && participant);
  const notOwn = { ...of(11), line: foreign?.line };
  expect(codesOf(await perform(service, explainOwnLine, { actor, input: notOwn }))).toEqual([
    'settlement_line.not_there line',
  ]);
});

test('a line and a participant are explained to finance', async () => {
  const { one: actor } = financeOf(stage);
  const { lines } = got(await perform(service, listOfLines, { actor, input: of(11) }));
  const line = lines.find(({ outcome }) => outcome === 'Settled');
  const about = { ...of(11), line: line?.line };
  const why = got(await perform(service, explainLineOf, { actor, input: about }));
  expect(why.paragraphs.flat().join(' ')).toContain('Settled');
  expect(why.facts.some(({ kind }) => kind === 'in settled housing')).toBe(true);
  const whose = { ...of(11), participant: line?.participant };
  const all = got(await perform(service, explainParticipantOf, { actor, input: whose }));
  expect(all.paragraphs.length).toBeGreaterThan(0);
});

test('a statement is given as text, as CSV and as PDF, and shows what it adds up to', async () => {
  const actor = stage.cast.as('Harbour House', 'provider_finance');
  const asked = { ...of(11), payee: 'Harbour House' };
  const read = got(await perform(service, readStatement, { actor, input: asked }));
  expect(read.lines.length).toBe(read.names.length);
  const file = async (format: string) =>
    got(await perform(service, statementFile, { actor, input: { ...asked, format } }));
  expect(bodyOf(await file('txt'))).toContain('Statement of Harbour House, as at 31 March 2028');
  expect(bodyOf(await file('csv')).split('\r\n').length).toBe(read.lines.length + 2);
  const pdf = await file('pdf');
  expect(
    Buffer.from(pdf.body as Uint8Array)
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(pdf.name).toBe('programme-7-statement-2028-03-31-2.pdf');
});

test('a bundle is under new keys, and comes out the same without the service', async () => {
  const actor = stage.cast.as('Northshire Council', 'auditor');
  const input = { ...of(-1), recipient: 'National auditor' };
  const file = got(await perform(service, makeSettlementBundle, { actor, input }));
  const bundle = JSON.parse(bodyOf(file));
  const { lines } = got(await perform(service, listOfLines, { actor, input: of(-1) }));
  expect(bodyOf(file)).not.toContain(lines.find(({ participant }) => participant)?.participant);
  expect(got(recompute('bundle.json', bundle)).result.total).toBe(done.at(-1)?.total);
  expect(bodyOf(file)).toBe(JSON.stringify(bundle));
  // As many facts would be put into it on a thread.
  expect(await bundledOnThread(of(-1))).toBe(bodyOf(file));
});

/** The text of a bundle as it is made of many facts. */
async function bundledOnThread(asked: ReturnType<typeof of>): Promise<string> {
  return store.read({ reach: 'upkeep' }, async (tx) => {
    const found = await findSettlement(tx, asked);
    if (found === undefined) throw new Error('the settlement is there');
    const stored = { ...found, factsCount: 50_000n };
    const { pages } = got(await pagesOf(tx, asked.programme, stored.versions));
    const asAt = { trueBy: dayNumber(found.asAt as Day), knownBy: dayNumber(found.knownAt as Day) };
    const texts = pages.map(({ name, text }) => ({ name, text }));
    const ground = { ...settledUnder({ pages }), asAt, stored, pages: texts };
    const made = await bundleStored({ tx, service }, ground, async ({ text }) => {
      let whole = '';
      for await (const piece of text) whole += piece;
      return whole;
    });
    return got(made);
  });
}

test('the result that is given as a file is the one that was approved', async () => {
  const { one: actor } = financeOf(stage);
  const input = { ...of(5), what: 'result' };
  const file = got(await perform(service, settlementFile, { actor, input }));
  expect(resultHash(JSON.parse(bodyOf(file)))).toBe(done[5]?.resultHash);
});

test('files of every settlement are those of its whole result, byte by byte', async () => {
  const { one: actor } = financeOf(stage);
  for (const at of done.keys()) {
    const whole = await store.read({ reach: 'upkeep' }, (tx) => getResult(tx, of(at)));
    const given = async (what: string) =>
      bodyOf(got(await perform(service, settlementFile, { actor, input: { ...of(at), what } })));
    expect(await given('result')).toBe(JSON.stringify(whole));
    expect(await given('lines')).toBe([...linesCsv(whole.lines)].join(''));
    expect(await given('changes')).toBe([...changesCsv(whole.changes)].join(''));
  }
});

test('of a settlement that comes out otherwise the first line is told that does', async () => {
  const { other: actor } = financeOf(stage);
  const changed = async (text: string, hash?: string) => {
    const owner = new pg.Client(store.owner);
    await owner.connect();
    await owner.query(`set search_path to outturn; set session_replication_role to replica;
      update settlement_line set ${text} where settlement = '${of(5).settlement}' and place = 2;
      update settlement set result_hash = coalesce(${hash === undefined ? 'null' : `'${hash}'`},
        result_hash) where id = '${of(5).settlement}'`);
    await owner.end();
  };
  const again = async () => {
    const found = await perform(service, recomputeSettlement, { actor, input: of(5) });
    return found.ok ? [] : found.problems;
  };
  await changed(`amount_units = amount_units + 1`);
  const whole = await store.read({ reach: 'upkeep' }, (tx) => getResult(tx, of(5)));
  expect((await again())[0]?.message).toContain('what is kept');
  await changed('version = version', resultHash(whole));
  const [first] = await again();
  expect(first?.code).toBe('settlement.comes_out_otherwise');
  expect(first?.message).toContain(whole.lines[1]?.line);
  await changed(`amount_units = amount_units - 1`, done[5]?.resultHash);
  expect(await again()).toEqual([]);
});

/** How many lines of an outcome up to a day stand verified in the last settlement. */
async function countTo(to: string) {
  const { lines } = await store.read({ reach: 'upkeep' }, (tx) => getResult(tx, of(-1)));
  return (provider: string, outcomes: readonly string[]) =>
    lines.filter(
      (line) =>
        line.provider === provider &&
        line.participant !== undefined &&
        line.payableOn !== null &&
        line.day <= to &&
        outcomes.includes(line.outcome),
    ).length;
}

test('a closed year is published once: about so many of ten or more, and nothing of fewer', async () => {
  const actor = stage.cast.as('Northshire Council', 'commissioner');
  const { programme } = stage.cast;
  const publish = async (rhythm: string) =>
    perform(service, publishFigures, { actor, input: { programme, rhythm } });
  expect(got(await publish('year'))).toMatchObject({ from: '2027-04-01', to: '2028-03-31' });
  expect(got(await publish('year'))).toMatchObject({ from: '2028-04-01', to: '2029-03-31' });
  expect(codesOf(await publish('year'))).toEqual(['publication.none_closed']);
  expect(codesOf(await publish('month'))).toEqual(['publication.other_rhythm rhythm']);
  const input = { programme };
  const anyone = { kind: 'anyone' } as const;
  const { figures } = got(await perform(service, publishedFigures, { actor: anyone, input }));
  const counts = await Promise.all(['2028-03-31', '2029-03-31'].map(countTo));
  for (const { from, provider, outcomes, about, least } of figures) {
    const [was, now] = counts.map((count) => count(provider, outcomes));
    const count = from === '2027-04-01' ? (was ?? 0) : (now ?? 0) - (was ?? 0);
    expect(about).toBe(count < 10 ? undefined : Math.round(count / 5) * 5);
    expect(least === undefined).toBe(count < 10);
  }
  expect(figures.some(({ about }) => about !== undefined)).toBe(true);
  const worker = stage.cast.as('Northshire Council', 'case_worker');
  const kept = got(await perform(service, publishedFigures, { actor: worker, input }));
  expect(kept.figures.every(({ least }) => least === undefined)).toBe(true);
});

test('the record of the year holds, in the service and outside it', async () => {
  const actor = stage.cast.as('Northshire Council', 'auditor');
  const input = { chain: stage.cast.programme };
  const verified = got(await perform(service, verifyRecord, { actor, input }));
  expect(verified.entries).toBeGreaterThan(24);
  const text = bodyOf(got(await perform(service, exportRecord, { actor, input })));
  const lines = text.split('\n');
  const outside = { chain: stage.cast.programme, ...verified };
  expect(await verifyRecordLines(lines)).toEqual({ ok: true, value: outside });
  const cut = [...lines.slice(0, 5), ...lines.slice(6)];
  expect(codesOf(await verifyRecordLines(cut))).toEqual(['record.broken 7']);
  const changed = text.replace('"asAt":"2027-05-31"', '"asAt":"2027-05-30"');
  expect(codesOf(await verifyRecordLines(changed.split('\n')))[0]).toContain('record.broken');
  const otherwise = { ...input, head: '0'.repeat(64) };
  expect(codesOf(await perform(service, verifyRecord, { actor, input: otherwise }))).toEqual([
    'record.ends_otherwise',
  ]);
});

// A year of an example through the service: facts come in on their days, every month is settled and
// approved, and each comes to what `outturn settle` makes of the same files.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMonths, dayNumber, dayOf } from '../../src/calendar/index.ts';
import { perform } from '../../src/service/act/index.ts';
import { readSettlement } from '../../src/service/money/index.ts';
import { resultHash } from '../../src/service/money/result-hash.ts';
import { settle } from '../../src/service/settle.ts';
import { getResult, type WholeResult } from '../../src/store/money/index.ts';
import { examplePath, readExamplePage } from '../support/example-folders.ts';
import { aCast, aService, got } from '../support/made-facts.ts';
import {
  factsByDay,
  financeOf,
  playFacts,
  type Stage,
  settled,
} from '../support/made-settlements.ts';
import { aStore } from '../support/with-store.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-04-01');
const folder = mkdtempSync(join(tmpdir(), 'outturn-year-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const parts = {
  'Northshire Council': 'commissioner',
  'Bright Futures': 'provider',
  'Harbour House': 'provider',
  'Northshire Mutual': 'provider',
} as const;

const monthEnds = Array.from({ length: 12 }, (_, month) =>
  dayOf(addMonths(dayNumber('2027-05-01'), month) - 1),
);

let stage: Stage;
const done: Awaited<ReturnType<typeof settled>>[] = [];
beforeAll(async () => {
  const cast = await aCast(store, readExamplePage('northshire'), parts);
  stage = { service, setDay, cast, commissioner: 'Northshire Council' };
  const days = factsByDay('northshire');
  let after = '';
  for (const by of monthEnds) {
    await playFacts(stage, days, { after, by });
    setDay(dayOf(dayNumber(by) + 1));
    done.push(await settled(stage, by));
    after = by;
  }
}, 120_000);

/** What `outturn settle` makes of the same files, each settlement following the one before. */
async function byFiles(): Promise<readonly WholeResult[]> {
  const results: WholeResult[] = [];
  let previous = 'none';
  for (const day of monthEnds) {
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
}, 60_000);

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
  expect(shown.statements.map(({ payee }) => payee)).toEqual(Object.keys(parts).slice(1));
});

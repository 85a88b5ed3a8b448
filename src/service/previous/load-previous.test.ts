import { expect, test } from 'vitest';
import { smallFacts, smallPage } from '../../../test/cli/small-page.ts';
import { madeFolder } from '../../../test/support/made-files.ts';
import { asAt } from '../../../test/support/makers/facts.ts';
import { readFactTexts, rulesOf } from '../../facts/index.ts';
import {
  owed,
  type PaidResult,
  paidResult,
  planOf,
  settlementResult,
} from '../../settlement/index.ts';
import { pageOf } from '../pages/load-pages.ts';
import { loadPrevious } from './load-previous.ts';

const { path, put } = madeFolder();
const page = pageOf('contract.md', smallPage);
const { contract } = page.read;
const planned = planOf([contract]);
if (!planned.ok) throw new Error('The small page makes no plan.');
const plan = planned.value;
const { facts } = readFactTexts(
  [{ source: 'facts.csv', format: 'csv', text: smallFacts }],
  rulesOf([contract]),
);
const now = settlementResult(owed(plan, facts, asAt('2028-12-31')), {
  contract: page.hashes.contract ?? '',
  language: 1,
});
const result: PaidResult = paidResult({ now, plan, contracts: [contract], facts });
const following = { pages: [page] as const, plan, asAt: asAt('2028-12-31') };

async function codesOf(content: object | string): Promise<readonly string[]> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const loaded = await loadPrevious(put('previous.json', text), following);
  return loaded.ok ? [] : loaded.problems.map(({ code }) => code);
}

test('a result of settle is read back as it was', async () => {
  const loaded = await loadPrevious(put('own.json', JSON.stringify(result)), following);
  expect(loaded).toEqual({ ok: true, value: JSON.parse(JSON.stringify(result)) });
});

test('another contract, another currency and a later day are no settlement before', async () => {
  expect(await codesOf({ ...result, contract: 'sha256:0' })).toEqual(['previous.other_contract']);
  expect(await codesOf({ ...result, currency: 'EUR' })).toEqual(['previous.other_currency']);
  expect(await codesOf({ ...result, asAt: '2029-01-01' })).toEqual(['previous.later']);
  expect(await codesOf({ ...result, knownAt: '2029-01-01' })).toEqual(['previous.later']);
});

test('a result without its lines says what to do', async () => {
  const { lines: _, ...bare } = result;
  expect(await codesOf(bare)).toEqual(['previous.without_lines']);
});

const [line, ...others] = result.lines;
const owing = { line: line?.line, payee: line?.payee, amount: '1.00' };
const left = { ...owing, amount: '-1.00' };

function withLeft(outstanding: object): object {
  return { ...result, outstanding: { ...result.outstanding, ...outstanding } };
}

test.each([
  ['no JSON', '{'],
  ['a list', '[]'],
  ['no currency', { ...result, currency: 'ZZZ' }],
  ['no days', { ...result, asAt: 'today' }],
  ['no total', { ...result, total: 880 }],
  ['a line of nothing', { ...result, lines: [{}] }],
  ['a line twice', { ...result, lines: [...result.lines, line] }],
  ['money of other places', { ...result, lines: [{ ...line, amount: '220.0' }, ...others] }],
  [
    'payers who pay another sum',
    {
      ...result,
      lines: [{ ...line, payers: [{ payer: 'Fund', amount: '1.00' }] }, ...others],
    },
  ],
  [
    'a reason for no line',
    { ...result, notPaid: [{ line: 'x', reason: 'limit', amount: '1.00', clause: 'y' }] },
  ],
  ['something outstanding of nobody', { ...result, outstanding: { held: [{}] } }],
  ['a line less in it than in its total', { ...result, lines: others }],
  [
    'a line that is more than its gross',
    { ...result, lines: [{ ...line, gross: '1.00' }, ...others] },
  ],
  ['a debt of less than nothing', withLeft({ debts: [{ ...left, paidOn: null, exempt: false }] })],
  ['more held than was earned', withLeft({ held: [{ ...left, amount: '220.01' }] })],
  ['something held of a line that is not there', withLeft({ held: [{ ...owing, line: 'zz' }] })],
  ['something held for another payee', withLeft({ held: [{ ...owing, payee: 'Nobody' }] })],
  ['on account for what does not wait', withLeft({ onAccount: [owing] })],
  ['a quantity in words', { ...result, lines: [{ ...line, quantity: 'one' }, ...others] }],
  ['a line of no version', { ...result, lines: [{ ...line, version: undefined }, ...others] }],
  ['an erasure of nobody', { ...result, erased: [7] }],
  ['a payment after its days', withLeft({ paid: [{ on: '2030-01-01', lines: [] }] })],
])('%s is no result', async (_, content) => {
  expect(await codesOf(content)).toEqual(['previous.not_a_result']);
});

test('a file that is not there is told', async () => {
  const loaded = await loadPrevious(path('nowhere.json'), following);
  expect(loaded.ok ? [] : loaded.problems.map(({ code }) => code)).toEqual(['previous.unreadable']);
});

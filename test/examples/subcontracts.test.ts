import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { factFiles } from '../../examples/generate/prime-and-subcontracts.ts';
import { dayNumber } from '../../src/calendar/index.ts';
import { tryExamples } from '../../src/cases/index.ts';
import { printContract, readContract } from '../../src/contract/index.ts';
import { formatMajor } from '../../src/money/index.ts';
import { type Line, type Owed, owed, planOf } from '../../src/settlement/index.ts';
import { examplePath } from '../support/example-folders.ts';

const facts = [...factFiles().values()].flat();
const asAt = dayNumber('2029-03-31');

/** From the council's page down. */
const pages = [
  { file: 'contract.md', payer: 'Northshire Council', paid: { 'Prime Works': '336000.00' } },
  {
    file: 'subcontracts/easton-and-harbour.md',
    payer: 'Prime Works',
    paid: { 'Easton Skills': '80920.00', 'Harbour House': '57800.00' },
  },
  {
    file: 'subcontracts/millside.md',
    payer: 'Easton Skills',
    paid: { 'Millside Works': '29478.00' },
  },
] as const;

let settled: readonly Settled[] = [];

beforeAll(() => {
  settled = pages.map(({ file }) => settlePage(file));
});

for (const [at, { file, payer, paid }] of pages.entries()) {
  describe(`the page ${file}`, () => {
    test('is tidy, and its worked examples pay what it says', () => {
      const { text, read } = pageAt(at);
      expect(read.problems).toEqual([]);
      expect(printContract(read.contract)).toBe(text);
      expect(tryExamples([read]).problems).toEqual([]);
    });

    test(`has ${payer} pay what was worked out by hand`, () => {
      const { lines } = pageAt(at).owed;
      expect(sumsOf(lines)).toEqual(paid);
      expect(new Set(lines.map((line) => line.payer))).toEqual(new Set([payer]));
    });
  });
}

test('each subcontract names the terms of the page above it as they are', () => {
  for (const at of [1, 2]) expect(pageAt(at).text).toContain(`, ${pageAt(at - 1).hash}.`);
});

test('each line of a subcontract is 85% of that of the same outcome on the page above', () => {
  for (const at of [1, 2]) {
    const above = new Map(pageAt(at - 1).owed.lines.map((line) => [achievedBy(line), line]));
    for (const line of pageAt(at).owed.lines) {
      expect(line.amount * 100n).toBe((above.get(achievedBy(line))?.amount ?? 0n) * 85n);
    }
  }
});

test('who lives in the part of Millside that is in the west is on no subcontract', () => {
  const isFromWest = (marks: readonly string[] = []) =>
    marks.includes('area=West') && marks.includes('district=Millside');
  const west = facts.filter((fact) => isFromWest(fact.with)).map(({ participant }) => participant);
  const linesOf = (at: number) =>
    pageAt(at).owed.lines.filter(({ participant }) => west.includes(participant));
  expect(west).toHaveLength(3);
  expect(linesOf(0)).toHaveLength(5);
  expect([...linesOf(1), ...linesOf(2)]).toEqual([]);
});

type Settled = Readonly<{
  text: string;
  read: ReturnType<typeof readContract>;
  hash: string;
  owed: Owed;
}>;

function settlePage(file: string): Settled {
  const text = readFileSync(examplePath('prime-and-subcontracts', file), 'utf8');
  const read = readContract(text, file);
  const plan = planOf([read.contract]);
  if (!plan.ok) throw new Error(`The page ${file} makes no plan.`);
  const hash = plan.value.versions[0]?.hash ?? '';
  return { text, read, hash, owed: owed(plan.value, facts, { trueBy: asAt, knownBy: asAt }) };
}

function pageAt(at: number): Settled {
  const page = settled[at];
  if (!page) throw new Error(`There is no page ${at}.`);
  return page;
}

function achievedBy({ participant, outcome }: Line): string {
  return `${participant} ${outcome}`;
}

function sumsOf(lines: readonly Line[]): Readonly<Record<string, string>> {
  const sums = new Map<string, bigint>();
  for (const { payee, amount } of lines) sums.set(payee, (sums.get(payee) ?? 0n) + amount);
  return Object.fromEntries([...sums].map(([payee, sum]) => [payee, formatMajor(sum, 'GBP')]));
}

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleTable } from '../../scripts/example-table.ts';
import { dayNumber } from '../../src/calendar/index.ts';
import { tryExamples } from '../../src/cases/index.ts';
import { printContract, printingOf, readContract } from '../../src/contract/index.ts';
import { type Fact, factsToCsv, rulesOf } from '../../src/facts/index.ts';
import { formatMajor } from '../../src/money/index.ts';
import { readFacts } from '../../src/service/fact-files/read-facts.ts';
import { owed, planOf } from '../../src/settlement/index.ts';
import {
  type ExpectedSettlement,
  exampleNames,
  examplePath,
  isThere,
  readExample,
  readExamplePage,
} from '../support/example-folders.ts';
import { root } from '../support/project-files.ts';

const factsMax = 20_000;

/** What `examples/generate/NAME.ts` offers: the facts of each file. */
type Generator = Readonly<{ factFiles: () => ReadonlyMap<string, readonly Fact[]> }>;

test('every example has a page, facts, what is expected and a readme', () => {
  const parts = ['contract.md', 'facts', 'example.json', 'README.md'];
  const missing = exampleNames.flatMap((name) =>
    parts.filter((part) => !isThere(name, part)).map((part) => `${name}/${part}`),
  );
  expect(missing).toEqual([]);
});

for (const name of exampleNames.filter((each) => isThere(each, 'example.json'))) {
  describe(`${name}`, () => {
    const page = readExamplePage(name);
    const read = readContract(page, `examples/${name}/contract.md`);
    const example = readExample(name);

    test('the page reads without a problem, and is tidy', () => {
      expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(printContract(read.contract)).toBe(page);
    });

    test('the worked examples on the page pay what it says', () => {
      const { results, problems } = tryExamples([read]);
      expect(results.length).toBeGreaterThanOrEqual(isAboutNobody(page) ? 0 : 2);
      expect(problems.map(({ message }) => message)).toEqual([]);
    });

    test('the facts come to what is expected', async () => {
      const { facts, problems } = await readFacts(
        [examplePath(name, 'facts')],
        rulesOf([read.contract]),
      );
      expect(problems).toEqual([]);
      expect(facts.length).toBeGreaterThan(0);
      expect(facts.length).toBeLessThanOrEqual(factsMax);
      const plan = planOf([read.contract]);
      if (!plan.ok) throw new Error(`The page of ${name} makes no plan.`);
      const { code } = printingOf(read.contract).currency;
      const totals = new Map<string, string>();
      for (const { asAt, knownAt, expected } of [example, ...(example.settlements ?? [])]) {
        const days = `as at ${asAt}, known by ${knownAt}`;
        const asked = { trueBy: dayNumber(asAt), knownBy: dayNumber(knownAt) };
        const total = totals.get(days) ?? formatMajor(owed(plan.value, facts, asked).total, code);
        totals.set(days, total);
        expect([days, total]).toEqual([days, expected]);
      }
    });

    test('what is expected is what was published, but for what is unverified', () => {
      const settlements: readonly ExpectedSettlement[] = [example, ...(example.settlements ?? [])];
      for (const { expected, payment, published, part } of settlements) {
        if (published === null || published.certainty === 'unverified' || part) continue;
        expect(payment ?? expected).toBe(published.amount);
        expect(published.currency).toBe(printingOf(read.contract).currency.code);
      }
    });

    test('each payment is what is owed, less what was owed before', () => {
      let before = 0n;
      for (const { expected, payment } of example.settlements ?? []) {
        const total = minorUnits(expected);
        if (payment !== undefined) expect(minorUnits(payment)).toBe(total - before);
        before = total;
      }
    });

    test('the generator makes the same facts again, to the byte', async () => {
      const path = join(root, 'examples/generate', `${name}.ts`);
      expect(existsSync(path)).toBe(true);
      const { factFiles } = (await import(path)) as Generator;
      const made = [...factFiles()].map(([file, facts]) => [file, factsToCsv(facts)] as const);
      const folder = examplePath(name, 'facts');
      expect(readdirSync(folder).toSorted()).toEqual(made.map(([file]) => file).toSorted());
      for (const [file, text] of made) {
        const isSame = readFileSync(join(folder, file), 'utf8') === text;
        expect(isSame, `${file} is as it was made (npx tsx scripts/examples.ts ${name})`).toBe(
          true,
        );
      }
    });
  });
}

test('the table of examples says what the examples say (UPDATE=1 writes it)', () => {
  const path = join(root, 'examples/README.md');
  const text = readFileSync(path, 'utf8');
  const [, before = '', after = ''] = /^(.*?\n)\| example .*?\n\n(.*)$/s.exec(text) ?? [];
  const wanted = `${before}${exampleTable()}\n${after}`;
  if (process.env.UPDATE === '1') writeFileSync(path, wanted);
  else expect(text).toBe(wanted);
});

/** A page on which no one is counted may have no worked examples; it is settled all the same. */
function isAboutNobody(page: string): boolean {
  return page.includes('\nNo one is counted.\n');
}

/** "1871540.00" as pennies. */
function minorUnits(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { project as iAspire } from '../../examples/generate/care-leavers-i-aspire.ts';
import { project as rebootWest } from '../../examples/generate/care-leavers-reboot-west.ts';
import type { Project } from '../../examples/generate/making/care-leavers.ts';
import { formatMajor, formatMoney } from '../../src/money/index.ts';
import { type Line, minorUnits } from '../../src/settlement/index.ts';
import { examplePath } from '../support/example-folders.ts';
import { readWorkedPage, settleExample, type WorkedPage } from '../support/settle-example.ts';

const asAt = { asAt: '2022-10-31', knownAt: '2023-03-31' } as const;
const projects = [
  {
    project: rebootWest,
    paid: '1871540.00',
    ifOnce: '1617330.00',
    gap: '254210.00',
    sure: '1193390.00',
  },
  {
    project: iAspire,
    paid: '2165460.00',
    ifOnce: '1886170.00',
    gap: '279290.00',
    sure: '1497980.00',
  },
];

for (const { project, paid, ifOnce, gap, sure } of projects) {
  describe(`the project ${project.name}`, () => {
    let page: WorkedPage;
    let lines: readonly Line[];
    beforeAll(async () => {
      page = readWorkedPage(project.name);
      lines = paidLines((await settleExample(page, asAt)).lines);
    });

    test('every outcome is paid as often, and for as many people, as was published', () => {
      const found = Object.keys(project.cells).map((outcome) => {
        const own = lines.filter((line) => line.outcome === outcome);
        const people = new Set(own.map(({ participant }) => participant)).size;
        return [outcome, { people, claims: own.length }];
      });
      expect(Object.fromEntries(found)).toEqual(project.cells);
    });

    test('the readme has the money of every cell, as settled', () => {
      const readme = readFileSync(examplePath(project.name, 'README.md'), 'utf8');
      for (const outcome of Object.keys(project.cells)) {
        expect(readme).toContain(rowOf(project, outcome, sumOf(lines, outcome)));
      }
    });

    test('what does not rest on counts solved from the money comes to its own sum', () => {
      const independent = Object.entries(project.cells).filter(
        ([, cell]) => cell.people === cell.claims,
      );
      const sum = independent.reduce((so, [outcome]) => so + sumOf(lines, outcome), 0n);
      expect(formatMajor(sum, 'GBP')).toBe(sure);
    });

    test('once per person, the page would pay for the people alone', async () => {
      const once = readWorkedPage(project.name, (text) =>
        text.replaceAll('any number of times per person', 'once per person'),
      );
      const { total } = await settleExample(once, asAt);
      expect(formatMajor(total, 'GBP')).toBe(ifOnce);
      expect(formatMajor(lines.reduce((sum, { amount }) => sum + amount, 0n) - total, 'GBP')).toBe(
        gap,
      );
      expect(
        formatMajor(
          lines.reduce((sum, { amount }) => sum + amount, 0n),
          'GBP',
        ),
      ).toBe(paid);
    });

    function rowOf({ cells }: Project, outcome: string, sum: bigint): string {
      const { people, claims } = cells[outcome] ?? { people: 0, claims: 0 };
      const price = page.priceOf(outcome);
      const { numerator } = minorUnits(page.contract, price);
      const shown = (units: bigint) => formatMoney({ units, currency: 'GBP' });
      expect(sum).toBe(BigInt(claims) * numerator);
      const basis = people === claims ? 'independent' : 'arithmetic';
      return `| ${outcome} | ${people} | ${claims} | ${shown(sum)} | ${basis} |`;
    }
  });
}

function paidLines(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ payableOn }) => payableOn !== undefined);
}

function sumOf(lines: readonly Line[], outcome: string): bigint {
  return lines.reduce((sum, line) => sum + (line.outcome === outcome ? line.amount : 0n), 0n);
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chance } from '../../src/chance/index.ts';
import { printContract, readContract } from '../../src/contract/index.ts';
import { formatProblems } from '../../src/problem/index.ts';
import { anyContract } from './any/contract.ts';

// Names that make a sentence say two things are refused, and nothing is promised of such a page.
const refused = new Set(['sentence.two_readings']);

test('a printed contract is read as the same contract, and printed again with the same bytes', () => {
  let whole = 0;
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const contract = anyContract(seed);
      const page = printContract(contract);
      const read = readContract(page);
      if (read.problems.some(({ code }) => refused.has(code))) return;
      const errors = read.problems.filter(({ severity }) => severity === 'error');
      expect(formatProblems(errors)).toBe('');
      expect(read.isWhole).toBe(true);
      expect(read.contract).toEqual(contract);
      expect(printContract(read.contract)).toBe(page);
      whole += 1;
    }),
    { numRuns: 200 },
  );
  expect(whole).toBeGreaterThan(100);
});

test('sections may stand in any order: the contract is the same', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const contract = anyContract(seed);
      const [start = '', ...rest] = printContract(contract).split(/(?=^## )/m);
      const drawn = chance(seed).fork('order');
      const shuffled = [start, ...drawn.shuffle(rest).map((part) => `${part.trimEnd()}\n\n`)];
      const read = readContract(shuffled.join(''));
      if (read.isWhole) expect(read.contract).toEqual(contract);
    }),
    { numRuns: 60 },
  );
});

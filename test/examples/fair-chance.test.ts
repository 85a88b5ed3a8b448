import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../src/calendar/index.ts';
import { type Fact, rulesOf } from '../../src/facts/index.ts';
import { formatMajor, fraction } from '../../src/money/index.ts';
import { readFacts } from '../../src/service/fact-files/read-facts.ts';
import { owed } from '../../src/settlement/index.ts';
import { examplePath, readExample } from '../support/example-folders.ts';
import { readWorkedPage, settleExample } from '../support/settle-example.ts';

const capped = [
  { name: 'fair-chance-depaul', earned: '1692700.00', beyond: '38360.00' },
  { name: 'fair-chance-fusion', earned: '3034950.00', beyond: '521150.00' },
];

describe('a project of the Fair Chance Fund that earned more than was available', () => {
  test.each(capped)(
    '$name: earns $earned, of which $beyond is not paid',
    async ({ name, earned, beyond }) => {
      const page = readWorkedPage(name);
      const { lines, notPaid } = await settleExample(page, readExample(name));
      // What waits for verification stands after all others, with what the limit would leave of it.
      const waits = new Set(lines.flatMap(({ line, payableOn }) => (payableOn ? [] : [line])));
      const cut = notPaid.filter(({ reason, line }) => reason === 'limit' && !waits.has(line));
      const sum = cut.reduce((so, { amount }) => so + amount, 0n);
      expect(formatMajor(sum, 'GBP')).toBe(beyond);

      const unlimited = readWorkedPage(name, (text) =>
        text.replace(/^- No more than .* is paid in all\.\n/m, ''),
      );
      const { total } = await settleExample(unlimited, readExample(name));
      expect(formatMajor(total, 'GBP')).toBe(earned);
    },
  );
});

test('Local Solutions: a discount solved for comes within a pound of what was paid', async () => {
  const name = 'fair-chance-local-solutions';
  const { contract, plan } = readWorkedPage(name, (page) =>
    page.replace('## Clock and endings', `## Prices\n\n${discounted}\n\n## Clock and endings`),
  );
  const { facts } = await readFacts([examplePath(name, 'facts')], rulesOf([contract]));
  const { asAt, knownAt } = readExample(name);
  const asked = { trueBy: dayNumber(asAt), knownBy: dayNumber(knownAt) };
  const { total } = owed(plan, [...facts, discount], asked);
  expect(formatMajor(total, 'GBP')).toBe('1323669.96');
});

const discounted = `- Each provider's discount is taken from every outcome.
- Each provider's total for an outcome is rounded to the nearest £0.01.`;

const discount: Fact = {
  id: 'D1',
  kind: 'discount',
  provider: 'Local Solutions',
  day: dayNumber('2015-01-01'),
  value: fraction(1732n, 100_000n),
  known: dayNumber('2015-01-01'),
  state: 'verified',
};

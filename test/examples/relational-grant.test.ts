import { beforeAll, expect, test } from 'vitest';
import { formatMajor } from '../../src/money/index.ts';
import { readExample } from '../support/example-folders.ts';
import { readWorkedPage, settleExample, type WorkedPage } from '../support/settle-example.ts';

const name = 'relational-grant';
let page: WorkedPage;

beforeAll(() => {
  page = readWorkedPage(name);
});

test('a grant in quarters goes to each of two, by the day where one comes late or leaves early', async () => {
  const { lines } = await settleExample(page, readExample(name));
  const of = (provider: string) => {
    const own = lines.filter((line) => line.provider === provider);
    return formatMajor(
      own.reduce((sum, { amount }) => sum + amount, 0n),
      'GBP',
    );
  };
  expect(of('The Long Table')).toBe('137000.00');
  expect(of('Harbour Steps')).toBe('108434.07');
  expect(lines.every(({ outcome, participant }) => outcome === 'grant' && !participant)).toBe(true);
});

test('a quarter paid in advance is taken back by the day, once it is known that one has left', async () => {
  const asAt = '2029-08-31';
  const before = await settleExample(page, { asAt, knownAt: '2029-08-15' });
  const after = await settleExample(page, { asAt, knownAt: '2029-08-16' });
  expect(formatMajor(after.total - before.total, 'GBP')).toBe('-4500.00');
});

import { expect, test } from 'vitest';
import { counts, factFiles, payments } from '../../examples/generate/stronger-families-norfolk.ts';
import { dayNumber } from '../../src/calendar/index.ts';
import { formatMajor } from '../../src/money/index.ts';
import { type Line, owed } from '../../src/settlement/index.ts';
import { readExample } from '../support/example-folders.ts';
import { readWorkedPage, settleExample } from '../support/settle-example.ts';

const name = 'stronger-families-norfolk';

test('each of the 21 payments is what was published, settled a month after its last day', () => {
  const facts = [...factFiles().values()].flat();
  const { plan } = readWorkedPage(name);
  let before = 0n;
  for (const { to, paid } of payments) {
    const last = dayNumber(to);
    const { total } = owed(plan, facts, { trueBy: last, knownBy: last + 30 });
    expect(formatMajor(total - before, 'GBP'), `the payment to ${to}`).toBe(`${paid}.00`);
    before = total;
  }
  expect(formatMajor(before, 'GBP')).toBe(readExample(name).expected);
});

test('the days and the families are as many as were published', async () => {
  const { lines, statuses } = await settleExample(readWorkedPage(name), readExample(name));
  const ofGroup = (group: string) => lines.filter((line) => line.group === group);
  expect(daysOf(lines)).toBe(BigInt(counts.days));
  expect(daysOf(ofGroup('edge of care'))).toBe(BigInt(counts.atTheEdge));
  expect(statuses.achieved).toBeGreaterThan(counts.families - 40);
});

test('without the third that is taken off, the limit would be reached and no more be paid', async () => {
  const page = readWorkedPage(name, (text) => text.replace(/^- 33% of every outcome .*\n/m, ''));
  const { total, notPaid } = await settleExample(page, readExample(name));
  expect(formatMajor(total, 'GBP')).toBe('8629679.50');
  const beyond = notPaid.filter(({ reason }) => reason === 'limit');
  const sum = beyond.reduce((so, { amount }) => so + amount, 0n);
  expect(formatMajor(sum, 'GBP')).toBe('1142404.50');
});

function daysOf(lines: readonly Line[]): bigint {
  const ofDays = lines.filter(({ number }) => number !== 'rounding');
  return ofDays.reduce((sum, { quantity }) => sum + quantity.numerator / quantity.denominator, 0n);
}

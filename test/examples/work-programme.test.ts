import { beforeAll, describe, expect, test } from 'vitest';
import { groups, jobsOf, oneIn } from '../../examples/generate/work-programme.ts';
import { dayNumber } from '../../src/calendar/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import { formatMajor } from '../../src/money/index.ts';
import { type Line, owed } from '../../src/settlement/index.ts';
import { readExample } from '../support/example-folders.ts';
import { readWorkedPage, settleExample } from '../support/settle-example.ts';

const page = readWorkedPage('work-programme');
const published = 331_789_000;

describe('jobs of the sample', () => {
  let jobs: readonly Line[];
  beforeAll(async () => {
    const { lines } = await settleExample(page, readExample('work-programme'));
    jobs = lines.filter(({ outcome, payableOn }) => outcome === 'Job' && payableOn !== undefined);
  });

  test('each group has one in 250 of the jobs that its published fees come to', () => {
    const found = groups.map(({ name }) => [
      name,
      jobs.filter(({ group }) => group === name).length,
    ]);
    expect(found).toEqual(groups.map((group) => [group.name, jobsOf(group)]));
  });

  test('all together, 250 times their money is within 0.2% of what was published', () => {
    const money = Number(jobs.reduce((sum, { amount }) => sum + amount, 0n)) / 100;
    expect(money * oneIn).toBe(Number(readExample('work-programme').part?.amount));
    expect(Math.abs(money * oneIn - published) / published).toBeLessThan(0.002);
  });
});

test('the fees of the nine groups add up to the published sum', () => {
  expect(groups.reduce((sum, { thousands }) => sum + thousands * 1000, 0)).toBe(published);
});

test('with one job for one, fees are within half a fee of what was published for each group', () => {
  for (const group of groups) {
    const money = jobsOf(group, 1) * group.fee;
    expect(Math.abs(money - group.thousands * 1000)).toBeLessThanOrEqual(group.fee / 2);
  }
});

const maxima = [3810, 4395, 6600, 6600, 3700, 6500, 13_720, 3285, 5500];

for (const [at, { name }] of groups.entries()) {
  test(`someone of ${name} who starts in the first year and stays in work earns the maximum, and no more`, () => {
    const asAt = dayNumber('2018-03-31');
    const { total, lines } = owed(page.plan, walk(name), { trueBy: asAt, knownBy: asAt });
    expect(formatMajor(total, 'GBP')).toBe(`${maxima[at]}.00`);
    expect(lines.every(({ gross, amount }) => gross === amount)).toBe(true);
  });
}

test('the attachment of a fourth year is worth nothing, and is kept as a line', () => {
  const asAt = dayNumber('2014-12-31');
  const attached = { ...walk('ESA ex-IB')[0], day: dayNumber('2014-04-01') } as Fact;
  const { lines } = owed(page.plan, [attached], { trueBy: asAt, knownBy: asAt });
  expect(lines.map(({ outcome, amount }) => [outcome, amount])).toEqual([['Attached', 0n]]);
});

/** Attached at the start, or in the first year's last month, and in work from ten weeks later on. */
function walk(group: string): Fact[] {
  const day = dayNumber('2012-03-05');
  const knownOn = dayNumber('2017-03-31');
  const of = { participant: 'P-1', state: 'verified' } as const;
  return [
    { ...of, id: 'A1', kind: 'attached', provider: 'Prime A', group, day, known: day },
    { ...of, id: 'W1', kind: 'work', from: day + 70, known: knownOn },
  ];
}

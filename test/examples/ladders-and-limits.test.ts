import { expect, test } from 'vitest';
import { counts } from '../../examples/generate/jobpath.ts';
import { readExample } from '../support/example-folders.ts';
import { readWorkedPage, settleExample } from '../support/settle-example.ts';

test('JobPath: each step of the ladder is paid to those who get so far, and a plan for each referral', async () => {
  const { lines } = await settleExample(readWorkedPage('jobpath'), readExample('jobpath'));
  const paid = (outcome: string) => lines.filter((line) => line.outcome === outcome).length;
  const so = (least: number) =>
    Object.entries(counts.weeks).reduce(
      (sum, [weeks, people]) => sum + (Number(weeks) < least ? 0 : people),
      0,
    );
  expect(paid('Registration')).toBe(counts.people + counts.twice);
  for (const weeks of [13, 26, 39, 52]) expect(paid(`Work for ${weeks} weeks`)).toBe(so(weeks));
});

test('Innovation Fund: nobody is paid for beyond £8,200, and some would have been', async () => {
  const name = 'innovation-fund-round-1';
  const { lines, notPaid } = await settleExample(readWorkedPage(name), readExample(name));
  const sums = new Map<string, bigint>();
  for (const { participant = '', amount } of lines) {
    sums.set(participant, (sums.get(participant) ?? 0n) + amount);
  }
  const most = [...sums.values()].reduce((so, sum) => (sum > so ? sum : so), 0n);
  expect(most).toBe(820_000n);
  expect(notPaid.filter(({ reason }) => reason === 'limit').length).toBeGreaterThan(0);
});

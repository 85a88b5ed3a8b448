import { expect, test } from 'vitest';
import { dayNumber } from '../../src/calendar/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import { formatMajor, fraction } from '../../src/money/index.ts';
import { owed } from '../../src/settlement/index.ts';
import { readExample } from '../support/example-folders.ts';
import { readWorkedPage, settleExample } from '../support/settle-example.ts';

const name = 'educate-girls';

test('92% enrolled and 8,940 gains earn more than may be spent', async () => {
  const { lines, notPaid } = await settleExample(readWorkedPage(name), readExample(name));
  const earned = lines.map(({ outcome, gross }) => [outcome, formatMajor(gross, 'CHF')]);
  expect(earned).toEqual([
    ['Enrolled', '83732.88'],
    ['Gains in learning', '385850.40'],
  ]);
  const cut = notPaid.map(({ reason, amount }) => [reason, formatMajor(amount, 'CHF')]);
  expect(cut).toEqual([['limit', '51129.28']]);
});

test('at both targets it pays CHF 313,252, to the franc', () => {
  const { plan } = readWorkedPage(name);
  const asAt = dayNumber('2018-07-31');
  const { total } = owed(plan, atTheTargets(), { trueBy: asAt, knownBy: asAt });
  expect(formatMajor(total, 'CHF')).toBe('313251.78');
});

/** 79 of 100 girls enrolled, and 5,592 gains. */
function atTheTargets(): Fact[] {
  const day = dayNumber('2015-06-01');
  const signedOn = dayNumber('2018-06-22');
  const girls = Array.from({ length: 100 }, (_, at): Fact[] => {
    const of = { participant: `G-${at}`, state: 'verified', day, known: day } as const;
    const group = 'out of school';
    return [
      { ...of, id: `A${at}`, kind: 'attached', provider: 'Educate Girls', group },
      ...(at < 79 ? [{ ...of, id: `E${at}`, kind: 'enrolment' }] : []),
    ];
  });
  const estimate: Fact = {
    id: 'L1',
    kind: 'Gains in learning',
    day: signedOn,
    value: fraction(5592n),
    signer: 'IDinsight',
    known: signedOn,
    state: 'verified',
  };
  return [...girls.flat(), estimate];
}

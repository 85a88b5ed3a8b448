// Contracts that pay by numbers of whole cohorts: what was published, and each mark from both sides.
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/facts/index.ts';
import { formatDecimal, formatMajor, parseDecimal } from '../../src/money/index.ts';
import type { Owed } from '../../src/settlement/index.ts';
import { readExample } from '../support/example-folders.ts';
import { readWorkedPage, settleExample } from '../support/settle-example.ts';

/** The facts as they are, but that one estimate has another value. */
function estimatedAt(measure: string, value: string): (fact: Fact) => Fact {
  const number = parseDecimal(value);
  if (!number) throw new Error(`${value} is no number.`);
  return (fact) => (fact.kind === measure ? { ...fact, value: number } : fact);
}

function settled(name: string, change?: (fact: Fact) => Fact): Promise<Owed> {
  return settleExample(readWorkedPage(name), readExample(name), change);
}

function paidFor({ lines }: Owed, outcome: string, currency: string): string {
  const own = lines.filter((line) => line.outcome === outcome);
  return formatMajor(
    own.reduce((sum, { amount }) => sum + amount, 0n),
    currency,
  );
}

function numbersOf({ measures }: Owed, name: string): readonly string[] {
  return measures
    .filter(({ measure }) => measure === name)
    .map(({ value }) => (value ? formatDecimal(value) : 'not known'));
}

describe('Denver', () => {
  const measure = 'Fewer jail days';

  test.each([
    ['0.199', '0.00'],
    ['0.2', '3200000.00'],
    ['0.3', '4800000.00'],
    ['0.38', '5104000.00'],
    ['0.649', '6126200.00'],
    ['0.65', '6130000.00'],
    ['0.8', '6130000.00'],
  ])('a fall of %s in days in jail pays $%s', async (fall, pays) => {
    const owed = await settled('denver-housing', estimatedAt(measure, fall));
    expect(paidFor(owed, measure, 'USD')).toBe(pays);
    expect(owed.notPaid.filter(({ reason }) => reason === 'limit')).toEqual([]);
  });

  test('housing and jail have a limit each, and neither uses the room of the other', async () => {
    const tight = readWorkedPage('denver-housing', (text) =>
      text
        .replace('No more than $5,290,000', 'No more than $4,000,000')
        .replace('No more than $6,130,000', 'No more than $5,000,000'),
    );
    const owed = await settleExample(tight, readExample('denver-housing'));
    expect(paidFor(owed, 'Day in housing', 'USD')).toBe('4000000.00');
    expect(paidFor(owed, measure, 'USD')).toBe('5000000.00');
  });
});

describe('Peterborough', () => {
  const inAll = 'Fewer in all';

  test('142 reconvictions for 100 men, and 13/155 rounded as published is less than 10%', async () => {
    const owed = await settled('peterborough');
    expect(numbersOf(owed, 'Reconvictions for each man')).toEqual(['1.42', '1.4']);
    expect(numbersOf(owed, 'Fewer in the cohort')).toEqual(['0.0839', '0.097']);
    expect(paidFor(owed, 'Fewer in the cohort', 'GBP')).toBe('0.00');
  });

  test.each([
    ['0.09', '4000000.00'],
    ['0.075', '4000000.00'],
    ['0.0746', '0.00'],
  ])('a fall of %s over both cohorts pays £%s', async (fall, pays) => {
    const { total } = await settled('peterborough', estimatedAt(inAll, fall));
    expect(formatMajor(total, 'GBP')).toBe(pays);
  });

  test('a first cohort at 10% would have been paid early, and only the second in the end', async () => {
    const first = (fact: Fact) =>
      fact.cohort === 'cohort 1' ? estimatedAt(fact.kind, '0.1')(fact) : fact;
    const owed = await settled('peterborough', first);
    expect(paidFor(owed, 'Fewer in the cohort', 'GBP')).toBe('2500000.00');
    expect(paidFor(owed, inAll, 'GBP')).toBe('2000000.00');
  });
});

describe('Rikers', () => {
  const steps = [
    ['0.0849', '0.085', '4800000.00'],
    ['0.0999', '0.1', '9600000.00'],
    ['0.1099', '0.11', '10080000.00'],
    ['0.1199', '0.12', '10176000.00'],
    ['0.1249', '0.125', '10272000.00'],
    ['0.1299', '0.13', '10368000.00'],
    ['0.1599', '0.16', '10944000.00'],
    ['0.1999', '0.2', '11712000.00'],
  ] as const;

  test('each step pays from its own mark on, and just under it the one before', async () => {
    let before = '0.00';
    for (const [under, mark, pays] of steps) {
      expect(await pay(under)).toBe(before);
      expect(await pay(mark)).toBe(pays);
      before = pays;
    }
    expect(await pay('0.5')).toBe('11712000.00');
  });

  async function pay(fall: string): Promise<string> {
    const { total } = await settled('rikers', estimatedAt('Fewer days in jail', fall));
    return formatMajor(total, 'USD');
  }
});

describe('Transforming Rehabilitation', () => {
  const often = 'For each reoffender';

  test('45.6% of the first cohort reoffend against 47.5%: 19 people in 1,000', async () => {
    const owed = await settled('transforming-rehabilitation');
    expect(numbersOf(owed, 'Reoffending')).toEqual(['0.456', '0.476']);
    expect(numbersOf(owed, 'Fewer who reoffend')).toEqual(['0.019', '-0.001']);
    expect(paidFor(owed, 'Reoffending', 'GBP')).toBe('76000.00');
    expect(numbersOf(owed, often)).toEqual(['49/12', '450/119']);
    expect(numbersOf(owed, 'For each person')).toEqual(['1.862', '1.8']);
  });

  test('where more reoffend the second test pays nothing, though those who do do it less', async () => {
    const { lines, notPaid } = await settled('transforming-rehabilitation');
    expect(lines.filter(({ outcome, amount }) => outcome === often && amount > 0n)).toEqual([]);
    // 4 x 476 - 1,800 reoffences.
    expect(notPaid.map(({ reason, amount }) => [reason, amount])).toEqual([['gate', 10_400_000n]]);
  });

  test('200 reoffences of 50, then 190 of 45: worse for each reoffender, better for each person', async () => {
    const owed = await settled('reoffences-counted-two-ways');
    expect(numbersOf(owed, 'Share who reoffend')).toEqual(['0.5', '0.45']);
    expect(numbersOf(owed, 'For each reoffender')).toEqual(['4', '38/9']);
    expect(numbersOf(owed, 'For each person')).toEqual(['2', '1.9']);
    expect(paidFor(owed, 'Fewer for each reoffender', 'GBP')).toBe('0.00');
    expect(paidFor(owed, 'Fewer for each person', 'GBP')).toBe('10000.00');
  });
});

describe('South Carolina', () => {
  test('259 mothers of 400 from poor places open no gate, and 260 do', async () => {
    const { lines, measures, notPaid } = await settled('nurse-family-partnership');
    const shares = measures.filter(({ measure }) => measure === 'From poor places');
    const shown = shares.map(({ cohort, value }) => [cohort, value ? formatDecimal(value) : '']);
    expect(shown.slice(0, 2)).toEqual([
      ['2016-04-01', '0.6475'],
      ['2017-04-01', '0.65'],
    ]);
    const paid = lines.filter(({ amount }) => amount > 0n);
    expect(paid.length).toBe(400);
    expect(paid.every(({ participant = '' }) => participant.startsWith('B'))).toBe(true);
    expect(notPaid.map(({ reason }) => reason)).toEqual(Array(400).fill('gate'));
  });
});

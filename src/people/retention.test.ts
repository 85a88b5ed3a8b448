import { expect, test } from 'vitest';
import { aContract } from '../../test/support/makers/page.ts';
import { erasableFrom, type Kept } from './index.ts';

const kept: Kept = { recordedOn: '2027-06-01', paidOn: '2028-02-29' };

function from(sentences: readonly string[], changed: Partial<Kept> = {}): string | undefined {
  return erasableFrom(aContract({ said: { Footing: sentences } }), { ...kept, ...changed });
}

test('facts are kept for so long after the last payment, and may be erased on the day after', () => {
  const six = ['Facts are kept until 6 years after the last payment they support.'];
  expect(from(six)).toBe('2034-03-01');
  expect(from(six, { paidOn: '2028-03-31' })).toBe('2034-04-01');
});

test('facts on which no payment rests are kept from the end of the contract', () => {
  const contract = aContract({
    said: { Footing: ['Facts are kept until 1 year after the last payment they support.'] },
  });
  expect(erasableFrom(contract, { recordedOn: '2027-06-01' })).toBe('2033-04-01');
  expect(erasableFrom(contract, { recordedOn: '2027-06-01', endedOn: '2029-12-31' })).toBe(
    '2031-01-01',
  );
});

test('other events are the end of the contract and the day of recording', () => {
  expect(from(['Facts are kept until 2 weeks after the end of the contract.'])).toBe('2032-04-15');
  expect(from(['Facts are kept until 10 days after the day they are recorded.'])).toBe(
    '2027-06-12',
  );
});

test('a page that says nothing of it gives no day', () => {
  expect(from([])).toBeUndefined();
});

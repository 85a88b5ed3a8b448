import fc from 'fast-check';
import { expect, test } from 'vitest';
import { projectFiles, readProjectFile } from '../../../test/support/project-files.ts';
import { findTerm, forms, readContract } from '../../contract/index.ts';
import { formatMoney } from '../../money/index.ts';
import { withoutAmounts } from './without-amounts.ts';

test('what an amount is goes, and the sentence around it stays', () => {
  expect(withoutAmounts('It may spend £2,250,000 in all.', 'GBP')).toBe(
    'It may spend [amount] in all.',
  );
  expect(withoutAmounts('- £40,000 a year; pays 3 × £220 for Settled.', 'GBP')).toBe(
    '- [amount] a year; pays 3 × [amount] for Settled.',
  );
  expect(withoutAmounts('In 2027, 13 weeks, 41% of 120.', 'GBP')).toBe(
    'In 2027, 13 weeks, 41% of 120.',
  );
});

test('a day that stands before an amount hides none of it', () => {
  const paid = 'for Settled on 2027-08-08 and 2028-02-06, £4,730 for Qualified on 2027-09-01.';
  expect(withoutAmounts(paid, 'GBP')).toBe(paid.replace('£4,730', '[amount]'));
  expect(withoutAmounts('on 2027-08-08 £220, €5 and 7 €.', 'GBP')).toBe(
    'on 2027-08-08 [amount], [amount] and [amount].',
  );
});

test.each(['GBP', 'EUR', 'USD', 'INR', 'TRY', 'JPY'])('no amount of %s is left', (currency) => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (units) => {
      const shown = formatMoney({ units, currency });
      expect(withoutAmounts(`pays ${shown} for it`, currency)).toBe('pays [amount] for it');
    }),
  );
});

test('no page among the examples keeps an amount', () => {
  const paths = projectFiles().filter((path) => /^examples\/.*\/contract\.md$/.test(path));
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) {
    const text = readProjectFile(path);
    const { contract } = readContract(text);
    const currency = findTerm(contract.opening, forms.opening.buys)?.currency ?? 'GBP';
    expect(withoutAmounts(text, currency)).not.toMatch(/[£€$₹₺]\s?\d/);
  }
});

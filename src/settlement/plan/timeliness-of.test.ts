// In time, and undecided (step 1 of docs/settlement.md).
import { describe, expect, test } from 'vitest';
import { aVersionOf } from '../../../test/support/makers/page.ts';

describe('when a fact is too late', () => {
  const timelinessOf = (...Payment: readonly string[]) =>
    aVersionOf({ said: { Payment }, opening: ['Working days are those of England.'] }).whole
      ?.timeliness;
  const within = 'A fact counts for payment only if it is known within 6 months of its day.';
  const fraud = 'Nothing is recovered more than 18 months after payment, except for fraud.';

  test.each([
    [within, 'within'],
    ['A fact counts for payment only if it is known by 30 September 2032.', 'by'],
    ['Each year closes 3 months after its last day.', 'yearCloses'],
    ['A claim not decided in 15 working days counts as verified.', 'deemed'],
  ])('%s', (sentence, key) => {
    expect(Object.keys(timelinessOf(sentence) ?? {}).toSorted()).toEqual(
      [key, 'working'].toSorted(),
    );
    expect(timelinessOf(sentence, fraud)?.except).toEqual(['fraud']);
  });

  test('what is known by a method that recovery excepts is never too late', () => {
    const share = 'No more than 10% of a statement is recovered at a time, except for fraud.';
    expect(timelinessOf(within, fraud)?.except).toEqual(['fraud']);
    expect(timelinessOf(within, share)?.except).toEqual(['fraud']);
    expect(timelinessOf(within)).not.toHaveProperty('except');
  });

  test('a page that does not say so has no such rule, whatever it says of recovery', () => {
    expect(timelinessOf(fraud)).toBeUndefined();
  });

  test('without working days of a place there are none', () => {
    const { whole } = aVersionOf({ said: { Payment: [within] } });
    expect(whole?.timeliness).not.toHaveProperty('working');
  });
});

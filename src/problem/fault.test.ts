import { expect, test } from 'vitest';
import { assert, Fault } from './fault.ts';

test('a broken invariant stops the work and is named', () => {
  expect(() => assert(false, 'debits equal credits')).toThrow(Fault);
  expect(() => assert(0, 'debits equal credits')).toThrow('debits equal credits');
});

test('an invariant that holds is passed over', () => {
  expect(() => assert('yes', 'debits equal credits')).not.toThrow();
});

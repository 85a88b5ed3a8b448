import { expect, test } from 'vitest';
import { statementReference } from './statement-reference.ts';

const one = '0b8f6c1e-0000-4000-8000-000000000001';
const other = '0b8f6c1e-0000-4000-8000-000000000002';

test('a reference is what a bank takes, and the same for the same statement', () => {
  const referred = { programme: one, name: 'Magenta Notebook', number: 123, place: 45 };
  const reference = statementReference(referred);
  expect(reference).toMatch(/^MAGENTAN[B-Z]{3}-123-45$/);
  expect(reference.length).toBe(18);
  expect(statementReference(referred)).toBe(reference);
});

test('two programmes of one name have references of their own', () => {
  const named = { name: 'Azure Lens', number: 2, place: 1 };
  expect(statementReference({ ...named, programme: one })).not.toBe(
    statementReference({ ...named, programme: other }),
  );
});

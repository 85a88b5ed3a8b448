import Type from 'typebox';
import { describe, expect, test } from 'vitest';
import { checkInput } from './check-input.ts';

const shape = Type.Object(
  {
    day: Type.Optional(Type.String({ format: 'date' })),
    most: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 5 })),
    finding: Type.Optional(Type.Union([Type.Literal('verified'), Type.Literal('rejected')])),
    payments: Type.Optional(
      Type.Array(Type.Object({ day: Type.String({ format: 'date' }) }), { maxItems: 1 }),
    ),
  },
  { additionalProperties: false },
);

function said(input: unknown): readonly string[] {
  const checked = checkInput(shape, input);
  return checked.ok
    ? []
    : checked.problems.map(({ at, message }) => `${at.field ?? ''}: ${message}`);
}

describe('what stands against what was sent is said in plain words', () => {
  test.each([
    [
      { day: '31/02/2026' },
      'day: What is given, "31/02/2026", is no day, written as year-month-day like 2026-02-28.',
    ],
    [{ most: 0 }, 'most: What is given, 0, is less than 1, the least it may be.'],
    [{ most: 201 }, 'most: What is given, 201, is more than 200, the most it may be.'],
    [{ most: 'all' }, 'most: What is given, "all", is no whole number, written in digits alone.'],
    [{ name: '' }, 'name: Nothing is given.'],
    [{ name: 'Joanna' }, 'name: What is given has 6 characters, and may have 5 at most.'],
    [{ finding: 'so' }, 'finding: What is given, "so", is none of these: verified, rejected.'],
    [
      { payments: [{ day: '2026-02-30' }] },
      'payments.0.day: What is given, "2026-02-30", is no day, written as year-month-day like 2026-02-28.',
    ],
    [{ payments: [{}] }, 'payments.0.day: Nothing is given.'],
    [{ other: 1 }, 'other: What is given is not asked for.'],
  ])('%j', (input, message) => {
    expect(said(input)).toContain(message);
  });

  test('of many fields at fault every one is named', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`field${at}`, 1]));
    expect(said(many)).toHaveLength(30);
  });
});

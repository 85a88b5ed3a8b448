import { expect, test } from 'vitest';
import { aContract } from '../../../test/support/makers/page.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import { checkHours } from './check-hours.ts';

test('no week has more than 168 hours, and what is counted otherwise has no such bound', () => {
  const facts = [
    'in work | spell with hours a week | anyone',
    'shifts | occurrence with hours | anyone',
  ];
  const contract = aContract({ facts });
  const found = [168, 169].flatMap((hours) =>
    ['in work', 'shifts'].flatMap((kind) => {
      const fact = { id: '1', kind, known: 0, state: 'verified', value: fraction(hours) } as Fact;
      return checkHours(contract, { facts: [fact], lines: Int32Array.of(3) });
    }),
  );
  expect(found).toMatchObject([
    {
      code: 'fact.hours_over_week',
      at: { line: 3, field: 'value' },
      message: '169 hours a week are more than the 168 that a week has.',
    },
  ]);
});

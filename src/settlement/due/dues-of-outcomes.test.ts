// Steps 4 to 8 of docs/settlement.md, in their order, where they depend on all participants.
import { describe, expect, test } from 'vitest';
import { asAt, spell } from '../../../test/support/makers/facts.ts';
import {
  achieved,
  attachedAtFirst,
  paidInLine,
  saying,
} from '../../../test/support/makers/many.ts';
import { anOutcome, pounds } from '../../../test/support/makers/plan.ts';
import type { Day } from '../../calendar/index.ts';
import { fraction } from '../../money/index.ts';
import { owed } from '../index.ts';

const end = asAt('2032-03-31');

test('running totals are of each participant, whoever’s lines stand between them', () => {
  const days = anOutcome({
    name: 'Days',
    condition: { is: 'each day', kinds: ['settled'], less: [] },
    times: 'any',
    price: { perUnit: true, rows: [{ with: [], price: fraction(335, 10) }] },
  });
  const stay = (participant: string, from: Day, to: Day) =>
    spell('settled', { from, to }, { participant, id: `S ${participant} ${from}` });
  const facts = [
    ...attachedAtFirst('A', 'B'),
    stay('A', '2027-05-01', '2027-05-03'),
    stay('B', '2027-05-01', '2027-05-03'),
    stay('A', '2027-06-01', '2027-06-03'),
    stay('B', '2027-06-01', '2027-06-03'),
  ];
  expect(paidInLine(owed(saying({}, [days]), facts, end))).toEqual([
    'A £1.01',
    'B £1.01',
    'A £1',
    'B £1',
  ]);
});

describe('one after the other', () => {
  const qualified = anOutcome({
    name: 'Qualified',
    times: 9,
    condition: { is: 'happens', kinds: ['qualified'] },
  });

  test('a count before bands, bands before a later rate, and that before what is replaced', () => {
    const rows = [100, 50].map((price, band) => ({ with: [], band, price: pounds(price) }));
    const over = { per: 'contract', over: 'contract', how: 'reached' } as const;
    const bands = { clause: 'Prices/bands', sizes: [2, undefined], ...over };
    const settled = anOutcome({ times: 9, price: { rows, bands } });
    const later = { clause: 'Prices/later', sum: pounds(100), per: 'contract' } as const;
    const higher = { ...qualified, takesThePlaceOf: ['Settled'] };
    const plan = saying(
      {
        counts: [
          {
            clause: 'Limits/count',
            outcomes: ['Settled'],
            share: fraction(1),
            of: 'attached',
            per: 'contract',
          },
        ],
        laterRates: [{ ...later, outcomes: ['Settled'], share: fraction(1, 2) }],
      },
      [settled, higher],
    );
    const facts = [
      ...attachedAtFirst('A', 'B'),
      achieved('A', '2027-06-01'),
      achieved('B', '2027-06-02'),
      achieved('B', '2027-06-03'),
      achieved('B', '2027-06-04', { kind: 'qualified' }),
    ];
    // Two of three are counted, so both are at £100; the second at half; of £220 that leaves £170.
    expect(paidInLine(owed(plan, facts, end))).toEqual(['A £100', 'B £50', 'B £170', 'B £0']);
  });
});

// Steps 3, 5 and 8 of docs/settlement.md: what takes the place of what, and what is refused and why.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import {
  achieved,
  attachedAtFirst,
  erasing,
  paidInLine,
  payableInLine,
  saying,
  unpaidInLine,
} from '../../../test/support/makers/many.ts';
import {
  anOutcome,
  aPlan,
  aVersion,
  length,
  planFrom,
  pounds,
} from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import { type OutcomePlan, owed } from '../index.ts';

const end = asAt('2033-03-31');

/** A step of a ladder: it happens, pays so much, and may take the place of others. */
function step(name: string, amount: number, words: Partial<OutcomePlan> = {}): OutcomePlan {
  const condition = { is: 'happens', kinds: [name] } as const;
  const price = { rows: [{ with: [], price: pounds(amount) }] };
  return anOutcome({ name, condition, times: 9, ...words, price });
}

function did(kind: string, day: Day, words: Partial<Fact> = {}): Fact {
  return { ...achieved('A', day, { kind }), ...words };
}

describe('8 takes the place of', () => {
  const low = step('low', 220);
  const high = step('high', 300, { takesThePlaceOf: ['low'] });
  const came = attachedAtFirst('A');

  test('its price less what the other earned: £300 - £220, whichever came first', () => {
    const plan = aPlan([low, high]);
    const lowFirst = [did('low', '2027-06-01'), did('high', '2027-07-01')];
    expect(paidInLine(owed(plan, [...came, ...lowFirst], end))).toEqual(['A £220', 'A £80']);
    const highFirst = [did('high', '2027-06-01'), did('low', '2027-07-01')];
    expect(paidInLine(owed(plan, [...came, ...highFirst], end))).toEqual(['A £80', 'A £220']);
    expect(paidInLine(owed(plan, [...came, did('high', '2027-06-01')], end))).toEqual(['A £300']);
  });

  test('never less than nothing, and each pound taken once: £150, £150 less £220', () => {
    const cheap = step('high', 150, { takesThePlaceOf: ['low'] });
    const facts = [did('low', '2027-06-01'), did('high', '2027-07-01'), did('high', '2027-08-01')];
    const settled = owed(aPlan([low, cheap]), [...came, ...facts], end);
    expect(paidInLine(settled)).toEqual(['A £220', 'A £0', 'A £80']);
    expect(unpaidInLine(settled)).toEqual(['A replaced £150', 'A replaced £70']);
  });

  test('of several it takes what each earned', () => {
    const facts = [did('low', '2027-06-01'), did('low', '2027-06-02'), did('high', '2027-07-01')];
    const dear = step('high', 500, { takesThePlaceOf: ['low'] });
    const settled = owed(aPlan([low, dear]), [...came, ...facts], end);
    expect(paidInLine(settled)).toEqual(['A £220', 'A £220', 'A £60']);
  });

  test('of several it takes no more than its own price', () => {
    const facts = [did('low', '2027-06-01'), did('low', '2027-06-02'), did('high', '2027-07-01')];
    const settled = owed(aPlan([low, high]), [...came, ...facts], end);
    expect(paidInLine(settled)).toEqual(['A £220', 'A £220', 'A £0']);
    expect(unpaidInLine(settled)).toEqual(['A replaced £300']);
  });

  test('what the provider pays takes the place of nothing, and nothing of it', () => {
    const back = (outcome: OutcomePlan) => {
      return { ...outcome, price: { ...outcome.price, reverse: { clause: 'Prices/reverse' } } };
    };
    const facts = [...came, did('low', '2027-06-01'), did('high', '2027-07-01')];
    expect(paidInLine(owed(aPlan([back(low), high]), facts, end))).toEqual(['A -£220', 'A £300']);
    expect(paidInLine(owed(aPlan([low, back(high)]), facts, end))).toEqual(['A £220', 'A -£300']);
  });

  test('up a ladder each step takes what those below it have come to: £400 in all', () => {
    const ladder = [
      step('top', 400, { takesThePlaceOf: ['middle', 'bottom'] }),
      step('middle', 250, { takesThePlaceOf: ['bottom'] }),
      step('bottom', 100),
    ];
    const facts = [
      did('bottom', '2027-06-01'),
      did('middle', '2027-07-01'),
      did('top', '2027-08-01'),
    ];
    for (const outcomes of [ladder, [...ladder].reverse()]) {
      const settled = owed(aPlan(outcomes), [...came, ...facts], end);
      expect(paidInLine(settled)).toEqual(['A £100', 'A £150', 'A £150']);
    }
    const [top, middle, bottom] = ladder as [OutcomePlan, OutcomePlan, OutcomePlan];
    const peak = step('peak', 700, { takesThePlaceOf: ['top'] });
    const four = [...came, ...facts, did('peak', '2027-09-01')];
    for (const outcomes of [
      [middle, peak, top, bottom],
      [peak, top, middle, bottom],
    ]) {
      const settled = owed(aPlan(outcomes), four, end);
      expect(paidInLine(settled)).toEqual(['A £100', 'A £150', 'A £150', 'A £550']);
    }
  });

  test('what is refused has earned nothing, and takes nothing', () => {
    const plan = aPlan([low, high]);
    const claimed = { state: 'claimed' } as const;
    const lowWaits = [did('low', '2027-06-01', claimed), did('high', '2027-07-01')];
    expect(unpaidInLine(owed(plan, [...came, ...lowWaits], end))).toEqual(['A not_verified £220']);
    const highWaits = [did('low', '2027-06-01'), did('high', '2027-07-01', claimed)];
    expect(unpaidInLine(owed(plan, [...came, ...highWaits], end))).toEqual(['A not_verified £300']);
  });

  test('in the same scope: of one attachment, or of the participant that has them all', () => {
    const other = attached('2028-01-01', { id: 'A-2', participant: 'A' });
    const left = happened('left', '2027-12-31', { participant: 'A' });
    const facts = [...came, left, other, did('low', '2027-06-01'), did('high', '2028-06-01')];
    expect(paidInLine(owed(aPlan([low, high]), facts, end))).toEqual(['A £220', 'A £300']);
    const whole = { ...high, scope: 'participant' } as const;
    expect(paidInLine(owed(aPlan([low, whole]), facts, end))).toEqual(['A £220', 'A £80']);
  });

  test('of the same participant', () => {
    const facts = [
      ...attachedAtFirst('A', 'B', 'C'),
      did('low', '2027-06-01'),
      achieved('B', '2027-07-01', { kind: 'high' }),
      achieved('C', '2027-08-01', { kind: 'low' }),
      achieved('C', '2027-09-01', { kind: 'high' }),
    ];
    const outcomes = [
      { ...low, scope: 'participant' as const },
      { ...high, scope: 'participant' as const },
    ];
    const settled = owed(aPlan(outcomes), facts, end);
    expect(paidInLine(settled)).toEqual(['A £220', 'B £300', 'C £220', 'C £80']);
  });

  test('a line of somebody erased is replaced no further', () => {
    const facts = [...came, did('low', '2027-06-01'), did('high', '2027-07-01')];
    const plan = saying({}, [low, high]);
    const before = owed(plan, facts, end);
    const after = owed(plan, [], erasing('A', before));
    expect(after.lines).toEqual(before.lines);
    expect(after.notPaid).toEqual(before.notPaid);
  });
});

describe('what is refused', () => {
  const knownWithin = length('4 weeks');

  test('the first reason stands: unverified, another’s, too late', () => {
    const plan = aPlan([anOutcome({ times: 9, knownWithin })]);
    const facts = [
      ...attachedAtFirst('A'),
      attached('2027-05-01', { id: 'A-X', participant: 'A', provider: 'Harbour' }),
      achieved('A', '2027-06-01', { known: '2027-12-01' }),
      achieved('A', '2027-07-01', { state: 'claimed' }),
    ];
    expect(unpaidInLine(owed(plan, facts, end))).toEqual([
      'A too_late £220',
      'A other_provider £220',
      'A not_verified £220',
      'A not_verified £220',
    ]);
  });

  test('what falls later than so long after the programme’s last day has ended', () => {
    // The programme ends on 31 March 2032, and 3 months after it on 30 June.
    const runOff = { clause: 'Payment/run-off', length: length('3 months') };
    const plan = saying({ ending: { runOff } });
    const facts = [
      ...attachedAtFirst('A'),
      achieved('A', '2032-06-30'),
      achieved('A', '2032-07-01'),
    ];
    const settled = owed(plan, facts, end);
    expect(paidInLine(settled)).toEqual(['A £220', 'A £0']);
    expect(settled.notPaid.map(({ reason, clause }) => [reason, clause])).toEqual([
      ['ended', 'Payment/run-off'],
    ]);
    expect(owed(saying({}), facts, end).total).toBe(44000n);
  });

  test('after a provider left, its own outcomes alone; the leaving is named before the end', () => {
    const afterLeaving = { clause: 'Market/after', length: length('1 month') };
    const runOff = { clause: 'Payment/run-off', length: length('3 months') };
    const plan = saying({ ending: { afterLeaving, runOff } });
    const facts = [
      ...attachedAtFirst('A', 'B of Harbour'),
      ofProvider('left', '2027-06-30', { provider: 'Bright Futures' }),
      achieved('A', '2027-07-31'),
      achieved('A', '2027-08-01'),
      achieved('B', '2027-08-02'),
      achieved('A', '2032-08-01'),
      achieved('B', '2032-08-01'),
    ];
    const settled = owed(plan, facts, end);
    expect(paidInLine(settled)).toEqual(['A £220', 'A £0', 'B £220', 'A £0', 'B £0']);
    expect(settled.notPaid.map(({ clause }) => clause)).toEqual([
      'Market/after',
      'Market/after',
      'Payment/run-off',
    ]);
  });

  test('a page that says nothing of leaving pays what comes after it', () => {
    const facts = [
      ...attachedAtFirst('A'),
      ofProvider('left', '2027-06-30', { provider: 'Bright Futures' }),
      achieved('A', '2027-12-01'),
    ];
    expect(owed(saying({}), facts, end).total).toBe(22000n);
  });
});

describe('5 too late', () => {
  const knownWithin = length('2 weeks');
  const days = anOutcome({
    name: 'Days',
    condition: { is: 'each day', kinds: ['settled'], less: [] },
    times: 'any',
    knownWithin,
    price: { perUnit: true, rows: [{ with: [], price: pounds(10) }] },
  });
  const stays = (known: Day) => [
    spell('settled', { from: '2027-05-12', to: '2027-05-31' }, { participant: 'A', id: 'S1' }),
    spell(
      'settled',
      { from: '2027-05-01', to: '2027-05-11', known },
      { participant: 'A', id: 'S2' },
    ),
  ];

  test('the length begins on the day of the outcome: of 31 May it ends on 13 June', () => {
    const plan = aPlan([days]);
    const inTime = owed(plan, [...attachedAtFirst('A'), ...stays('2027-06-13')], end);
    expect(payableInLine(inTime)).toEqual(['A £310 2027-06-13']);
    const late = owed(plan, [...attachedAtFirst('A'), ...stays('2027-06-14')], end);
    expect(payableInLine(late)).toEqual(['A £200 2027-05-31']);
    expect(unpaidInLine(late)).toEqual(['A too_late £110']);
  });

  test('of four parts three in time are paid, from the day of the third', () => {
    const four = [
      spell('settled', { from: '2027-05-22', to: '2027-05-31' }, { participant: 'A', id: 'S1' }),
      spell(
        'settled',
        { from: '2027-05-17', to: '2027-05-21', known: '2027-06-03' },
        { participant: 'A', id: 'S4' },
      ),
      spell(
        'settled',
        { from: '2027-05-12', to: '2027-05-16', known: '2027-06-05' },
        { participant: 'A', id: 'S2' },
      ),
      spell(
        'settled',
        { from: '2027-05-01', to: '2027-05-11', known: '2027-07-01' },
        { participant: 'A', id: 'S3' },
      ),
    ];
    const settled = owed(aPlan([days]), [...attachedAtFirst('A'), ...four], end);
    expect(payableInLine(settled)).toEqual(['A £200 2027-06-05']);
    expect(unpaidInLine(settled)).toEqual(['A too_late £110']);
  });

  test('months are rounded as a running total, and so is what of one was in time', () => {
    const price = { ...days.price, rows: [{ with: [], price: fraction(335, 10) }] };
    const june = [
      spell('settled', { from: '2027-05-01', to: '2027-05-03' }, { participant: 'A', id: 'S1' }),
      spell('settled', { from: '2027-06-03', to: '2027-06-03' }, { participant: 'A', id: 'S2' }),
      spell(
        'settled',
        { from: '2027-06-01', to: '2027-06-02', known: '2027-07-01' },
        { participant: 'A', id: 'S3' },
      ),
    ];
    // £1.005 is £1.01; a day more makes £1.34, 33p more; all three make £2.01.
    const settled = owed(aPlan([{ ...days, price }]), [...attachedAtFirst('A'), ...june], end);
    expect(paidInLine(settled)).toEqual(['A £1.01', 'A £0.33']);
    expect(unpaidInLine(settled)).toEqual(['A too_late £0.67']);
  });

  test.each([
    ['£0.06', '£0.02', undefined],
    ['-£0.06', '-£0.02', { clause: 'Prices/reverse' }],
  ])('a line of %s that lost its odd penny to one of %s has nothing late', (a, b, reverse) => {
    // 6.727p and 1.736p are 8.463p, 8p in all: the odd penny goes to the 1.736p.
    const rows = [{ with: [], price: fraction(217, 1000) }];
    const price = { ...days.price, rows, ...(reverse ? { reverse } : {}) };
    const facts = [
      ...attachedAtFirst('A', 'B'),
      spell('settled', { from: '2027-05-02', to: '2027-05-31' }, { participant: 'A', id: 'S1' }),
      spell(
        'settled',
        { from: '2027-05-01', to: '2027-05-01', known: '2027-07-01' },
        { participant: 'A', id: 'S2' },
      ),
      spell('settled', { from: '2027-06-01', to: '2027-06-08' }, { participant: 'B', id: 'S3' }),
    ];
    const settled = owed(aPlan([{ ...days, price }], { roundingOf: 'total' }), facts, end);
    // 30 of the 31 days were in time, 6.51p: by themselves 7p, of the line no more than its 6p.
    expect(paidInLine(settled)).toEqual([`A ${a}`, `B ${b}`]);
    expect(settled.notPaid).toEqual([]);
  });

  test('where all of it was known in time nothing is late, whatever the total rounds to', () => {
    const rounding = { unit: fraction(1), direction: 'nearest' } as const;
    const third = {
      ...days,
      price: { ...days.price, rows: [{ with: [], price: fraction(100, 3) }] },
    };
    const plan = aPlan([third], { roundingOf: 'total', rounding });
    const settled = owed(plan, [...attachedAtFirst('A'), ...stays('2027-06-13')], end);
    expect(settled.total).toBe(1033n);
    expect(settled.notPaid).toEqual([]);
  });

  test('what the provider pays is late in the same way', () => {
    const price = { ...days.price, reverse: { clause: 'Prices/reverse' } };
    const plan = aPlan([{ ...days, price }]);
    const settled = owed(plan, [...attachedAtFirst('A'), ...stays('2027-06-14')], end);
    expect(payableInLine(settled)).toEqual(['A -£200 2027-05-31']);
    expect(unpaidInLine(settled)).toEqual(['A too_late -£110']);
  });

  test('facts known too late by a page’s rule show what they would have earned, in parts too', () => {
    const within = { clause: 'Payment/known within', length: length('30 days') };
    const plan = saying({ timeliness: { within } });
    const facts = [
      ...attachedAtFirst('A'),
      achieved('A', '2027-06-01'),
      achieved('A', '2027-06-02', { known: '2027-07-02' }),
      achieved('A', '2027-06-03', { known: '2027-07-02' }),
    ];
    const settled = owed(plan, facts, end);
    expect(settled.total).toBe(44000n);
    expect(unpaidInLine(settled)).toEqual(['A too_late £220']);
  });

  test('of two rules that a fact is too late for the first by name is shown', () => {
    const timeliness = {
      within: { clause: 'Payment/known within', length: length('30 days') },
      by: { clause: 'Payment/by', day: dayNumber('2027-06-30') },
    };
    const plan = saying({ timeliness });
    const late = (day: Day, known: Day) => [...attachedAtFirst('A'), achieved('A', day, { known })];
    const clauses = (facts: readonly Fact[]) =>
      owed(plan, facts, end).notPaid.map(({ reason, clause }) => `${reason} ${clause}`);
    expect(clauses(late('2027-04-02', '2027-06-30'))).toEqual(['too_late Payment/known within']);
    expect(clauses(late('2027-06-20', '2027-07-01'))).toEqual(['too_late Payment/by']);
    const both = [...late('2027-04-02', '2027-06-30'), achieved('A', '2027-07-01')];
    expect(clauses(both)).toContain('too_late Payment/by');
  });

  test('what is not known yet is not late yet', () => {
    const within = { clause: 'Payment/known within', length: length('30 days') };
    const facts = [...attachedAtFirst('A'), achieved('A', '2027-06-01', { known: '2027-09-01' })];
    const plan = saying({ timeliness: { within } });
    expect(owed(plan, facts, asAt('2027-08-31')).notPaid).toEqual([]);
    expect(unpaidInLine(owed(plan, facts, asAt('2027-09-01')))).toEqual(['A too_late £220']);
  });

  test('days that have not passed by K are not late', () => {
    const within = { clause: 'Payment/known within', length: length('30 days') };
    const passing = anOutcome({
      name: 'Days',
      condition: { is: 'each day', kinds: [], everyDay: true, less: ['in care'] },
      times: 'any',
      window: { anchor: { is: 'attachment' }, starts: 'on the day', length: length('90 days') },
      price: { perUnit: true, rows: [{ with: [], price: pounds(10) }] },
    });
    const plan = saying({ timeliness: { within } }, [passing, anOutcome()]);
    const late = achieved('A', '2027-04-02', { known: '2027-05-02' });
    const settled = owed(plan, [...attachedAtFirst('A'), late], asAt('2027-06-30', '2027-05-10'));
    expect(unpaidInLine(settled)).toEqual(['A too_late £220']);
  });

  test('versions without such a rule take no part in it', () => {
    const within = { clause: 'Payment/known within', length: length('30 days') };
    const second = aVersion([anOutcome({ times: 9 })], {
      version: 2,
      hash: 'second',
      countsFrom: dayNumber('2028-01-01'),
      whole: aWhole({ timeliness: { within } }),
    });
    const plan = planFrom([aVersion([anOutcome({ times: 9 })]), second]);
    const facts = [
      ...attachedAtFirst('A'),
      achieved('A', '2027-06-01', { known: '2027-12-01' }),
      achieved('A', '2028-06-01', { known: '2028-12-01' }),
    ];
    const settled = owed(plan, facts, end);
    expect(paidInLine(settled)).toEqual(['A £220', 'A £0']);
  });
});

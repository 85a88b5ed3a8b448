// Steps 4 and 5 of docs/settlement.md: what a gate or a share of a count holds back, and until when.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import {
  achieved,
  attachedAtFirst,
  erasing,
  paidInLine,
  payableInLine,
  saying,
  unpaidInLine,
} from '../../../test/support/makers/many.ts';
import { aMeasure } from '../../../test/support/makers/measures.ts';
import { anOutcome, length, pounds } from '../../../test/support/makers/plan.ts';
import type { Day } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import { owed } from '../index.ts';
import type { CountLimitPlan } from '../plan/money-plan.ts';

const end = asAt('2032-03-31');
const qualified = anOutcome({
  name: 'Qualified',
  times: 9,
  condition: { is: 'happens', kinds: ['qualified'] },
});
const both = [anOutcome({ times: 9 }), qualified];

function counting(share: number, words: Partial<CountLimitPlan> = {}): CountLimitPlan {
  return {
    clause: 'Limits/count',
    outcomes: ['Settled'],
    share: fraction(share, 6),
    of: 'attached',
    per: 'contract',
    ...words,
  };
}

function comes(participant: string, day: Day, words: Partial<Fact> = {}): Fact {
  const fact = attached(day, { id: `A-${participant}`, participant });
  return { ...fact, ...words };
}

describe('5 shares of a count', () => {
  const half = counting(3);

  test('half of 2 is 1, of 3 is 1, of 4 is 2: the second waits for the fourth', () => {
    const four = [
      comes('A', '2027-04-01'),
      comes('B', '2027-04-02'),
      comes('C', '2027-07-01'),
      comes('D', '2027-08-01'),
    ];
    const two = [achieved('A', '2027-06-01'), achieved('B', '2027-06-02')];
    const paid = (many: number) =>
      payableInLine(owed(saying({ counts: [half] }), [...four.slice(0, many), ...two], end));
    expect(paid(2)).toEqual(['A £220 2027-06-01', 'B £0 waits']);
    expect(paid(3)).toEqual(['A £220 2027-06-01', 'B £0 waits']);
    expect(paid(4)).toEqual(['A £220 2027-06-01', 'B £220 2027-08-01']);
  });

  test('what there is room for before it is earned is payable when it is earned', () => {
    const facts = [...attachedAtFirst('A', 'B', 'C', 'D'), achieved('A', '2027-06-01')];
    const settled = owed(saying({ counts: [half] }), facts, end);
    expect(payableInLine(settled)).toEqual(['A £220 2027-06-01']);
  });

  test('those make room who had come by the day, and from the day they were known', () => {
    const facts = [comes('A', '2027-04-01'), achieved('A', '2027-06-01')];
    const late = comes('B', '2027-05-01', { known: achieved('B', '2027-09-01').known });
    const plan = saying({ counts: [half] });
    const paid = (trueBy: Day, knownBy: Day) =>
      payableInLine(owed(plan, [...facts, late], asAt(trueBy, knownBy)));
    expect(paid('2027-08-31', '2027-08-31')).toEqual(['A £0 waits']);
    expect(paid('2027-08-31', '2027-09-01')).toEqual(['A £220 2027-09-01']);
    const later = comes('B', '2027-09-02');
    const at = (day: Day) => payableInLine(owed(plan, [...facts, later], asAt(day)));
    expect(at('2027-09-01')).toEqual(['A £0 waits']);
    expect(at('2027-09-02')).toEqual(['A £220 2027-09-02']);
  });

  test('of each provider its own people and its own lines, or those of all together', () => {
    const facts = [
      ...attachedAtFirst('A', 'B', 'C of Harbour', 'D of Harbour'),
      achieved('A', '2027-06-01'),
      achieved('B', '2027-06-02'),
      achieved('C', '2027-06-03'),
    ];
    const paid = (per: CountLimitPlan['per']) =>
      paidInLine(owed(saying({ counts: [counting(3, { per })] }), facts, end));
    expect(paid('provider')).toEqual(['A £220', 'C £220', 'B £0']);
    expect(paid('contract')).toEqual(['A £220', 'B £220', 'C £0']);
  });

  test('of those referred, whether or not they were attached', () => {
    const referred = (participant: string) =>
      happened('referred', '2027-04-01', { id: `R-${participant}`, participant });
    const facts = [referred('B'), ...attachedAtFirst('A'), achieved('A', '2027-06-01')];
    const paid = (of: CountLimitPlan['of']) =>
      paidInLine(owed(saying({ counts: [counting(3, { of })] }), facts, end));
    // An attachment without a referral stands for one itself.
    expect(paid('referred')).toEqual(['A £220']);
    expect(paid('attached')).toEqual(['A £0']);
  });

  test('outcomes that are not named wait for nobody and take no room', () => {
    const facts = [
      ...attachedAtFirst('A', 'B'),
      achieved('A', '2027-06-01', { kind: 'qualified' }),
      achieved('B', '2027-06-02', { kind: 'qualified' }),
      achieved('B', '2027-06-03'),
    ];
    const settled = owed(saying({ counts: [half] }, both), facts, end);
    expect(paidInLine(settled)).toEqual(['A £220', 'B £220', 'B £220']);
  });

  test('under two counts a line takes its place in both queues, or in neither', () => {
    const all = counting(3, { clause: 'Limits/all', outcomes: ['Settled', 'Qualified'] });
    const few = counting(1, { clause: 'Limits/few' });
    const facts = [
      ...attachedAtFirst('A', 'B'),
      achieved('A', '2027-06-01'),
      achieved('B', '2027-06-02', { kind: 'qualified' }),
    ];
    const settled = owed(saying({ counts: [all, few] }, both), facts, end);
    expect(paidInLine(settled)).toEqual(['B £220', 'A £0']);
    expect(settled.notPaid.map(({ reason, clause }) => [reason, clause])).toEqual([
      ['count', 'Limits/few'],
    ]);
  });

  test('nothing is payable before what it waits behind in a queue', () => {
    const all = counting(6, { clause: 'Limits/all', outcomes: ['Settled', 'Qualified'] });
    const facts = [
      ...attachedAtFirst('A', 'B'),
      ...(['C', 'D', 'E', 'F'] as const).map((name) => comes(name, '2027-08-01')),
      achieved('A', '2027-06-01'),
      achieved('B', '2027-06-02', { kind: 'qualified' }),
    ];
    // A waits for six people in the queue of Settled, and B stands behind A in that of both.
    const settled = owed(saying({ counts: [all, counting(1)] }, both), facts, end);
    expect(payableInLine(settled)).toEqual(['A £220 2027-08-01', 'B £220 2027-08-01']);
  });

  test('what is refused takes nobody’s room', () => {
    const facts = [
      ...attachedAtFirst('A', 'B'),
      attached('2027-05-01', { id: 'A-X', participant: 'A', provider: 'Harbour' }),
      achieved('A', '2027-06-01'),
      achieved('B', '2027-06-03'),
    ];
    // Four of every six attachments: two of three.
    const settled = owed(saying({ counts: [counting(4)] }), facts, end);
    expect(paidInLine(settled)).toEqual(['A £220', 'A £0', 'B £220']);
    expect(unpaidInLine(settled)).toEqual(['A other_provider £220']);
  });

  test('an achievement that is shared with a contributor takes one place', () => {
    const shares = [{ payee: 'College', share: fraction(1, 4), clause: 'Prices/share' }];
    const outcome = anOutcome({ times: 9, price: { shares } });
    const facts = [
      ...attachedAtFirst('A', 'B'),
      achieved('A', '2027-06-01'),
      achieved('A', '2027-06-02'),
    ];
    const plan = saying({ counts: [half] }, [outcome]);
    const settled = owed(plan, facts, end);
    expect(paidInLine(settled)).toEqual(['A £165', 'A to College £55', 'A £0', 'A to College £0']);
    expect(unpaidInLine(settled)).toEqual(['A count £165', 'A count £55']);
  });

  test('whoever was erased keeps a place, and those after it stand behind it', () => {
    const facts = [
      ...attachedAtFirst('A', 'B', 'C', 'D'),
      achieved('A', '2027-06-01'),
      achieved('B', '2027-06-02'),
      achieved('C', '2027-06-03'),
    ];
    const plan = saying({ counts: [half] });
    const before = owed(plan, facts, end);
    expect(paidInLine(before)).toEqual(['A £220', 'B £220', 'C £0']);
    for (const name of ['A', 'B', 'C']) {
      const left = facts.filter(({ participant }) => participant !== name);
      expect(paidInLine(owed(plan, left, erasing(name, before)))).toEqual(paidInLine(before));
    }
    // Of D, who came and achieved nothing, no line is left: half of 4 was 2, half of 3 is 1.
    const others = facts.filter(({ participant }) => participant === 'B' || participant === 'C');
    const after = owed(plan, others, erasing('A', before));
    expect(paidInLine(after)).toEqual(['A £220', 'B £0', 'C £0']);
  });

  test('of somebody erased an achievement shared with a contributor has one place too', () => {
    const shares = [{ payee: 'College', share: fraction(1, 4), clause: 'Prices/share' }];
    const outcome = anOutcome({ times: 9, price: { shares } });
    const facts = [
      ...attachedAtFirst('A', 'B', 'C'),
      achieved('A', '2027-06-01'),
      achieved('B', '2027-06-02'),
    ];
    const plan = saying({ counts: [counting(4)] }, [outcome]);
    const before = owed(plan, facts, end);
    const paid = ['A £165', 'A to College £55', 'B £165', 'B to College £55'];
    expect(paidInLine(before)).toEqual(paid);
    const left = facts.filter(({ participant }) => participant !== 'A');
    expect(paidInLine(owed(plan, left, erasing('A', before)))).toEqual(paid);
  });

  test('whoever was erased had come by the first day of what was settled', () => {
    const facts = [
      ...attachedAtFirst('A', 'B'),
      achieved('A', '2027-06-01', { kind: 'qualified' }),
      achieved('A', '2027-12-01', { kind: 'qualified' }),
      achieved('B', '2027-07-01'),
    ];
    const plan = saying({ counts: [half] }, both);
    const before = owed(plan, facts, end);
    const left = facts.filter(({ participant }) => participant !== 'A');
    expect(owed(plan, left, erasing('A', before)).lines).toEqual(before.lines);
  });

  test('a month of somebody erased of which a part came too late keeps its place', () => {
    const stay = (from: Day, to: Day, known: Day) =>
      spell('settled', { from, to, known }, { participant: 'A', id: `S ${from}` });
    const days = anOutcome({
      name: 'Days',
      condition: { is: 'each day', kinds: ['settled'], less: [] },
      times: 'any',
      knownWithin: length('2 weeks'),
      price: { perUnit: true, rows: [{ with: [], price: pounds(10) }] },
    });
    const count = counting(3, { outcomes: ['Days', 'Settled'] });
    const plan = saying({ counts: [count] }, [days, anOutcome({ times: 9 })]);
    const facts = [
      ...attachedAtFirst('A', 'B'),
      stay('2027-05-12', '2027-05-31', '2027-05-31'),
      stay('2027-05-01', '2027-05-11', '2027-07-09'),
      achieved('B', '2027-06-15'),
    ];
    const before = owed(plan, facts, end);
    expect(unpaidInLine(before)).toEqual(['A too_late £110', 'B count £220']);
    const left = facts.filter(({ participant }) => participant !== 'A');
    const after = owed(plan, left, erasing('A', before));
    expect(unpaidInLine(after)).toEqual(['A too_late £110', 'B count £220']);
  });

  test('what is given keeps its place also where there is no room for it', () => {
    const facts = [...attachedAtFirst('A', 'B'), achieved('A', '2027-06-01')];
    const before = owed(saying({}), facts, end);
    const plan = saying({ counts: [half] });
    const left = [...attachedAtFirst('B', 'C', 'D'), achieved('B', '2027-06-02')];
    const paid = (people: readonly Fact[]) =>
      payableInLine(owed(plan, people, erasing('A', before)));
    expect(paid(left)).toEqual(['A £220 2027-06-01', 'B £220 2027-06-02']);
    const fewer = left.filter(({ id }) => id !== 'A-C');
    expect(paid(fewer)).toEqual(['A £220 2027-06-01', 'B £0 waits']);
    const late = [comes('C', '2027-08-01'), achieved('C', '2027-08-02')];
    expect(paid(late)).toEqual(['A £220 2027-06-01', 'C £0 waits']);
    const alone = [...attachedAtFirst('B'), achieved('B', '2027-06-02')];
    const tight = saying({ counts: [counting(1)] });
    expect(payableInLine(owed(tight, alone, erasing('A', before)))).toEqual([
      'A £220 2027-06-01',
      'B £0 waits',
    ]);
  });

  test('a line that grew waits where the first of it was earned', () => {
    const stay = (from: Day, to: Day, known: Day) =>
      spell('settled', { from, to, known }, { participant: 'A', id: `S ${from}` });
    const days = anOutcome({
      name: 'Days',
      condition: { is: 'each day', kinds: ['settled'], less: [] },
      times: 'any',
      price: { perUnit: true, rows: [{ with: [], price: pounds(10) }] },
    });
    const count = counting(3, { outcomes: ['Days', 'Settled'] });
    const plan = saying({ counts: [count] }, [days, anOutcome({ times: 9 })]);
    const facts = [
      ...attachedAtFirst('A', 'B'),
      stay('2027-05-22', '2027-05-31', '2027-05-31'),
      stay('2027-05-01', '2027-05-21', '2027-07-09'),
      achieved('B', '2027-06-15'),
    ];
    expect(payableInLine(owed(plan, facts, end))).toEqual(['A £310 2027-07-09', 'B £0 waits']);
  });

  test('room is made by the share that the terms of the line let through', () => {
    const second = saying({ counts: [counting(6)] }, undefined, {
      version: 2,
      hash: 'second',
      countsFrom: achieved('A', '2027-06-02').known,
    }).versions;
    const plan = saying({ counts: [half] });
    const facts = [
      ...attachedAtFirst('A', 'B'),
      achieved('A', '2027-06-01'),
      achieved('B', '2027-06-02'),
    ];
    const changed = { ...plan, versions: [...plan.versions, ...second] };
    expect(paidInLine(owed(plan, facts, end))).toEqual(['A £220', 'B £0']);
    expect(paidInLine(owed(changed, facts, end))).toEqual(['A £220', 'B £220']);
  });
});

describe('4 gates', () => {
  const mix = aMeasure({
    name: 'Mix',
    core: { is: 'share having', with: ['area=poor'] },
    wording: 'the share of those attached with area=poor',
  });
  const gate = {
    clause: 'Measures/gate',
    outcomes: ['Settled'],
    measures: [],
    measure: 'Mix',
    least: fraction(1, 2),
    strictly: false,
  };
  const [poor] = attachedAtFirst('P').map((fact) => ({ ...fact, with: ['area=poor'] }));
  const open = [poor as Fact, ...attachedAtFirst('A')];
  const shut = [...open, ...attachedAtFirst('B')];
  const words = { measures: [mix], gates: [gate] };

  test('what passes is payable on the day it passed, or on its own if that is later', () => {
    const facts = [...open, achieved('A', '2027-06-01'), achieved('A', '2028-06-01')];
    // The share of the first year is taken on its last day.
    expect(payableInLine(owed(saying(words), facts, end))).toEqual([
      'A £220 2028-03-31',
      'A £220 2028-06-01',
    ]);
  });

  test('under a count too it stands where it passed, and is payable once there is room', () => {
    const all = counting(3, { outcomes: ['Settled', 'Qualified'] });
    const facts = [
      ...open,
      achieved('A', '2027-06-01'),
      achieved('A', '2027-06-02', { kind: 'qualified' }),
    ];
    const plan = saying({ ...words, counts: [all] }, both);
    expect(payableInLine(owed(plan, facts, end))).toEqual(['A £220 2027-06-02', 'A £0 waits']);
    // Of those who come after the year of the gate the second makes room.
    const more = [comes('C', '2028-04-01'), comes('D', '2028-05-01')];
    expect(payableInLine(owed(plan, [...facts, ...more], end))).toEqual([
      'A £220 2027-06-02',
      'A £220 2028-05-01',
    ]);
    const early = [comes('C', '2027-05-01', { with: ['area=poor'] }), comes('D', '2027-05-01')];
    expect(payableInLine(owed(plan, [...facts, ...early], end))).toEqual([
      'A £220 2027-06-02',
      'A £220 2028-03-31',
    ]);
  });

  test('what is not passed is not paid, and takes no band', () => {
    const rows = [100, 50].map((price, band) => ({ with: [], band, price: pounds(price) }));
    const over = { per: 'contract', over: 'contract', how: 'reached' } as const;
    const bands = { clause: 'Prices/bands', sizes: [1, undefined], ...over };
    const outcome = anOutcome({ times: 9, price: { rows, bands } });
    const facts = [achieved('A', '2027-06-01'), achieved('A', '2028-06-01')];
    const plan = saying(words, [outcome]);
    expect(unpaidInLine(owed(plan, [...shut, ...facts], end))).toEqual([
      'A gate £100',
      'A gate £100',
    ]);
    expect(paidInLine(owed(plan, [...open, ...facts], end))).toEqual(['A £50', 'A £50']);
  });

  test('what waits for verification waits for the gate first, and then for verification', () => {
    const claim = achieved('A', '2027-06-01', { state: 'claimed' });
    expect(unpaidInLine(owed(saying(words), [...shut, claim], end))).toEqual(['A gate £220']);
    const passed = owed(saying(words), [...open, claim], end);
    expect(unpaidInLine(passed)).toEqual(['A not_verified £220']);
    expect(payableInLine(passed)).toEqual(['A £0 waits']);
  });

  test('what is refused for another reason is so whatever the gate', () => {
    const knownWithin = length('4 weeks');
    const plan = saying(words, [anOutcome({ times: 9, knownWithin })]);
    const late = achieved('A', '2027-06-01', { known: '2027-12-01' });
    const settled = owed(plan, [...shut, late], end);
    expect(unpaidInLine(settled)).toEqual(['A too_late £220']);
    expect(payableInLine(settled)).toEqual(['A £0 2027-12-01']);
  });

  test('a line of somebody erased is as it was settled, whatever the gate is now', () => {
    const plan = saying(words);
    const facts = [...open, achieved('A', '2027-06-01'), achieved('P', '2027-06-02')];
    const before = owed(plan, facts, end);
    const left = [...shut, achieved('P', '2027-06-02')].filter(
      ({ participant }) => participant !== 'A',
    );
    const after = owed(plan, [...left, ...attachedAtFirst('C')], erasing('A', before));
    expect(payableInLine(after)).toEqual(['A £220 2028-03-31', 'P £0 waits']);
    expect(after.lines[0]).toEqual(before.lines[0]);
  });
});

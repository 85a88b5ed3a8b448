// "Reserved" of docs/settlement.md: what is set aside for each attachment that has not ended.
import { expect, test } from 'vitest';
import { attached, happened } from '../../../test/support/makers/facts.ts';
import { anOutcome, aPlan, aVersion, planFrom, pounds } from '../../../test/support/makers/plan.ts';
import { aResult, aResultLine } from '../../../test/support/makers/results.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import { byParticipant, type Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import type { ReservePlan } from '../plan/payment-plan.ts';
import type { ResultLine } from '../result.ts';
import { isReserveUsedUp, type Reserved, reservedOf } from './reserved.ts';

const plan = aPlan([anOutcome()]);
const reserve: ReservePlan = {
  clause: 'Payment/reserve',
  amounts: new Map([
    ['leaving', pounds(2400)],
    ['other', pounds(1000)],
  ]),
  spend: pounds(10_000),
};

/** A second attachment, of Ali to the group called other. */
const ali = attached('2027-05-01', { id: 'A2', participant: 'Ali', group: 'other' });

function reserved(
  facts: readonly Fact[],
  words: Readonly<{ on?: Day; known?: Day; lines?: readonly ResultLine[]; total?: string }> = {},
  by: Readonly<{ reserve?: ReservePlan; plan?: typeof plan }> = {},
): Reserved {
  const { on = '2027-09-30', known = on, lines = [], total = '0.00' } = words;
  const now = aResult(lines, { asAt: on, knownAt: known, total });
  return reservedOf(by.reserve ?? reserve, {
    plan: by.plan ?? plan,
    source: byParticipant(facts),
    now,
  });
}

test('each attachment sets aside the sum of its group, of what may be spent', () => {
  expect(reserved([attached('2027-05-01'), ali])).toEqual({
    attachments: 2,
    amount: '3400.00',
    left: '6600.00',
  });
  expect(reserved([])).toEqual({ attachments: 0, amount: '0.00', left: '10000.00' });
});

test('less what its own lines have earned, never below nothing; what is owed is gone as well', () => {
  const line = aResultLine({ amount: '400.00' });
  const again = aResultLine({ line: 'Outcomes/Settled|A1|Bright Futures|2', amount: '100.00' });
  const much = aResultLine({ line: 'Outcomes/Settled|A2|Bright Futures|1', amount: '1500.00' });
  const facts = [attached('2027-05-01'), ali];
  expect(reserved(facts, { lines: [line, again], total: '500.00' })).toEqual({
    attachments: 2,
    amount: '2900.00',
    left: '6600.00',
  });
  expect(reserved(facts, { lines: [line, much], total: '1900.00' })).toEqual({
    attachments: 2,
    amount: '2000.00',
    left: '6100.00',
  });
});

test('a line that is nobody’s has been earned by no attachment', () => {
  const { participant: _, ...grant } = aResultLine({ line: 'Payment/grant|A1|Bright Futures|1' });
  expect(reserved([attached('2027-05-01')], { lines: [grant] }).amount).toBe('2400.00');
});

test('an attachment is set aside for from its day to the day before its last', () => {
  const left = happened('left', '2027-08-31', { id: 'L1', provider: 'Bright Futures' });
  const on = (day: Day) => reserved([attached('2027-05-01'), left], { on: day }).attachments;
  expect(on('2027-04-30')).toBe(0);
  expect(on('2027-05-01')).toBe(1);
  expect(on('2027-08-30')).toBe(1);
  expect(on('2027-08-31')).toBe(0);
});

test('as far as is known and true: by the earlier of the two days', () => {
  const facts = [attached('2027-05-01')];
  expect(reserved(facts, { on: '2027-05-01', known: '2027-04-30' }).attachments).toBe(0);
  expect(reserved(facts, { on: '2027-04-30', known: '2027-05-01' }).attachments).toBe(0);
  const claimed = [attached('2027-05-01', { state: 'claimed' })];
  expect(reserved(claimed).attachments).toBe(0);
});

test('nothing for whoever is set aside, if that is verified, under the terms in force', () => {
  const away = happened('moved away', '2027-08-01');
  const setAside = aPlan([anOutcome()], { setAsideBy: ['died', 'moved away'] });
  const facts = [attached('2027-05-01'), away];
  expect(reserved(facts).attachments).toBe(1);
  expect(reserved(facts, {}, { plan: setAside }).attachments).toBe(0);
  expect(reserved(facts, { on: '2027-07-31' }, { plan: setAside }).attachments).toBe(1);
  const claim = [attached('2027-05-01'), { ...away, state: 'claimed' as const }];
  expect(reserved(claim, {}, { plan: setAside }).attachments).toBe(1);
  const two = planFrom([
    aVersion([anOutcome()]),
    aVersion([anOutcome()], {
      version: 2,
      countsFrom: dayNumber('2027-09-01'),
      setAsideBy: ['moved away'],
    }),
  ]);
  expect(reserved(facts, { on: '2027-08-31' }, { plan: two }).attachments).toBe(1);
  expect(reserved(facts, { on: '2027-09-01' }, { plan: two }).attachments).toBe(0);
});

test('a page of one group may leave it unnamed: its sum is for everybody', () => {
  const one = { ...reserve, amounts: new Map([['', pounds(700)]]) };
  expect(reserved([attached('2027-05-01')], {}, { reserve: one }).amount).toBe('700.00');
  const none = { ...reserve, amounts: new Map<string, never>() };
  expect(reserved([attached('2027-05-01')], {}, { reserve: none }).amount).toBe('0.00');
});

test('what is set aside is rounded up, what may be spent down, and no sum said leaves none', () => {
  const third = { ...reserve, amounts: new Map([['leaving', fraction(10_000n, 3n)]]) };
  const some = reserved(
    [attached('2027-05-01')],
    {},
    {
      reserve: { ...third, spend: fraction(20_000n, 3n) },
    },
  );
  expect(some).toEqual({ attachments: 1, amount: '33.34', left: '33.32' });
  const { spend: _, ...endless } = reserve;
  const left = reserved([attached('2027-05-01')], {}, { reserve: endless });
  expect(left).toEqual({ attachments: 1, amount: '2400.00', left: null });
});

test('it is used up when what is left is too little for one more of any group', () => {
  expect(isReserveUsedUp(reserve, { left: '1000.00' })).toBe(false);
  expect(isReserveUsedUp(reserve, { left: '999.99' })).toBe(true);
  expect(isReserveUsedUp(reserve, { left: '-5.00' })).toBe(true);
  expect(isReserveUsedUp(reserve, { left: null })).toBe(false);
});

test('an attachment known later is set aside for from then', () => {
  const late = attached('2027-05-01', { known: '2027-10-01' });
  expect(reserved([late], { on: '2027-09-30' }).attachments).toBe(0);
  expect(reserved([late], { on: '2027-10-01' }).attachments).toBe(1);
});

test('each by the version that binds its provider, whatever is in force for the others', () => {
  // From September on a part ends after a month: Bright Futures signs that, Harbour House never.
  const two = planFrom([
    aVersion([anOutcome()]),
    aVersion([anOutcome()], {
      version: 2,
      countsFrom: dayNumber('2027-09-01'),
      partEnds: { count: 1, unit: 'month' },
    }),
  ]);
  const sam = attached('2027-05-01');
  const elsewhere = { ...ali, provider: 'Harbour House' };
  const bound = (provider: string, value: bigint): Fact => ({
    id: `B ${provider}`,
    kind: 'bound',
    provider,
    value: fraction(value),
    day: dayNumber('2027-04-01'),
    known: dayNumber('2027-04-01'),
    state: 'verified',
  });
  const facts = [sam, elsewhere, bound('Bright Futures', 2n), bound('Harbour House', 1n)];
  const on = (day: Day) => reserved(facts, { on: day }, { plan: two });
  expect(on('2027-08-31')).toMatchObject({ attachments: 2, amount: '3400.00', left: '6600.00' });
  expect(on('2027-09-30')).toMatchObject({ attachments: 1, amount: '1000.00', left: '9000.00' });
  // Without a word of who is bound, all are by all.
  const unsaid = reserved([sam, elsewhere], {}, { plan: two });
  expect(unsaid).toMatchObject({ attachments: 0, left: '10000.00' });
});

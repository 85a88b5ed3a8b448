import fc from 'fast-check';
import { expect, test } from 'vitest';
import { happened, asAt as on, spell } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import {
  aLimit,
  anOutcome,
  aPlan,
  pounds,
  settledFor,
  within,
} from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import type { Day } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { formatMajor, fraction, unitsOfMajor } from '../../money/index.ts';
import { owed } from '../owed.ts';
import type { Plan } from '../plan/plan.ts';
import { type SettlementResult, settlementResult } from '../result.ts';
import { type Cause, type Change, sumOfPortions } from './change.ts';
import { difference } from './difference.ts';
import { movedLines } from './moved-lines.ts';

const once = { times: 1, scope: 'participant' } as const;

function settleOn(
  plan: Plan,
  facts: readonly Fact[],
  ...[day, known = day]: readonly [Day, Day?]
): SettlementResult {
  return settlementResult(owed(plan, facts, on(day, known)), { contract: 'first', language: 1 });
}

/** One participant attached to Bright Futures who reaches level 2. */
function comes(name: string, day: Day): readonly Fact[] {
  const provider = 'Bright Futures';
  const attached = { id: `${name}0`, participant: name, provider, group: 'leaving' };
  return [
    happened('attached', '2027-04-01', attached),
    happened('level 2', day, { id: `${name}1`, participant: name }),
  ];
}

function withdrawn(id: string, participant: string, day: Day): Fact {
  return happened('withdrawn', day, { id: `not ${id}`, participant, replaces: id });
}

function told(changes: readonly Change[]) {
  return changes.map(({ line, takenBack, paid, cause }) => {
    const money = (sum: bigint) => formatMajor(sum, 'GBP');
    const [, attachment] = line.split('|');
    return [attachment, money(sumOfPortions(takenBack)), money(sumOfPortions(paid)), cause];
  });
}

const banded = aPlan([
  anOutcome({
    ...once,
    price: {
      rows: [
        { with: [], band: 0, price: pounds(100) },
        { with: [], band: 1, price: pounds(50) },
      ],
      bands: {
        clause: 'Prices/bands',
        sizes: [2, undefined],
        per: 'provider',
        over: 'contract',
        how: 'own',
      },
    },
  }),
]);

test('A withdrawn in February: A back £100, and C up from £50 to £100 by A', () => {
  const came = [
    ...comes('A', '2028-01-03'),
    ...comes('B', '2028-01-04'),
    ...comes('C', '2028-01-05'),
  ];
  const facts = [...came, withdrawn('A1', 'A', '2028-02-10')];
  const previous = settleOn(banded, facts, '2028-01-31');
  expect(previous.total).toBe('250.00');
  const now = settleOn(banded, facts, '2028-02-29');
  const changes = difference({ now, previous, plan: banded, facts });
  const line = 'Outcomes/Settled|A0|Bright Futures|1';
  expect(told(changes)).toEqual([
    ['A0', '100.00', '0.00', { is: 'facts', facts: ['not A1'] }],
    ['C0', '50.00', '100.00', { is: 'line', line, facts: ['not A1'] }],
  ]);
});

test('of a first settlement everything is new', () => {
  const facts = comes('A', '2028-01-03');
  const now = settleOn(banded, facts, '2028-01-31');
  expect(told(difference({ now, plan: banded, facts }))).toEqual([
    ['A0', '0.00', '100.00', { is: 'first' }],
  ]);
});

test('settling twice changes nothing', () => {
  const facts = [...comes('A', '2028-01-03'), ...comes('B', '2028-01-04')];
  const now = settleOn(banded, facts, '2028-01-31');
  expect(difference({ now, previous: now, plan: banded, facts })).toEqual([]);
});

test('a limit met by a late fact of an earlier day takes nothing back from anyone', () => {
  const limit = aLimit(300, { per: 'participant' });
  const plan = aPlan(
    [anOutcome({ times: 5, price: { rows: [{ with: [], price: pounds(200) }] } })],
    {
      limits: [limit],
    },
  );
  const late = happened('level 2', '2028-01-01', {
    id: 'A2',
    participant: 'A',
    known: '2028-03-01',
  });
  const facts = [...comes('A', '2028-01-03'), late];
  const previous = settleOn(plan, facts, '2028-01-31');
  const now = settleOn(plan, facts, '2028-03-31');
  expect([previous.total, now.total]).toEqual(['200.00', '300.00']);
  const changes = difference({ now, previous, plan, facts });
  const net = changes.map((each) => sumOfPortions(each.paid) - sumOfPortions(each.takenBack));
  expect(net.reduce((sum, each) => sum + each, 0n)).toBe(10_000n);
});

function causeOf(now: Partial<SettlementResult>, anew?: Partial<SettlementResult>): Cause {
  const facts = comes('A', '2028-01-03');
  const previous = settleOn(banded, facts, '2028-01-31');
  const cheaper = {
    ...previous,
    lines: previous.lines.map((line) => ({ ...line, amount: '90.00', price: '90' })),
  };
  const after = { ...cheaper, ...now };
  const [change] = difference({
    now: after,
    previous,
    plan: banded,
    facts,
    ...(anew ? { anew: { ...cheaper, ...anew } } : {}),
  });
  return change?.cause ?? { is: 'first' };
}

test('what comes out otherwise for the same days is the doing of terms, engine or facts', () => {
  expect(causeOf({ contract: 'second' }, {})).toEqual({
    is: 'version',
    from: 'first',
    to: 'second',
  });
  expect(causeOf({ engine: 'next' }, {})).toMatchObject({ is: 'engine', to: 'next' });
  expect(causeOf({}, {})).toEqual({ is: 'facts given' });
  expect(causeOf({})).toMatchObject({ is: 'day' });
});

test('a spell that has gone on is the cause of what it brings', () => {
  const [attached] = comes('A', '2028-01-03');
  const stay = { from: '2027-12-01', to: '2028-02-10' } as const;
  const facts = [attached as Fact, spell('settled', stay, { id: 'A2', participant: 'A' })];
  const plan = aPlan([anOutcome({ condition: settledFor('10 weeks') })]);
  const known = '2028-02-29';
  const previous = settleOn(plan, facts, '2028-01-31', known);
  const now = settleOn(plan, facts, known);
  const [change] = difference({ now, previous, plan, facts });
  expect([previous.total, now.total]).toEqual(['0.00', '220.00']);
  expect(change?.cause).toEqual({ is: 'facts', facts: ['A2'] });
});

test('what a day alone brings has no fact to name', () => {
  const [attached] = comes('A', '2028-01-03');
  const facts = [attached as Fact];
  const condition = { is: 'absent', kinds: ['level 2'], presumed: true } as const;
  const plan = aPlan([anOutcome({ condition, window: within('42 weeks') })]);
  const previous = settleOn(plan, facts, '2028-01-10');
  const now = settleOn(plan, facts, '2028-01-31');
  const [change] = difference({ now, previous, plan, facts });
  expect(change?.cause).toEqual({ is: 'day', asAt: '2028-01-31', knownAt: '2028-01-31' });
});

test('the same money from other payers is a change, and in another order of payers is none', () => {
  const facts = comes('A', '2028-01-03');
  const now = settleOn(banded, facts, '2028-01-31');
  const paidBy = (...payers: string[]): SettlementResult => ({
    ...now,
    lines: now.lines.map((line) => {
      const portions = payers.map((payer) => ({ payer, amount: '50.00' }));
      return { ...line, payers: portions };
    }),
  });
  expect(movedLines(paidBy('Council', 'Fund'), now)[0]?.isChange).toBe(true);
  const swapped = movedLines(paidBy('Council', 'Fund'), paidBy('Fund', 'Council'));
  expect(swapped.map(({ isChange }) => isChange)).toEqual([false]);
});

test('each of many alike names its own fact, and not all of its participant', () => {
  const [attached] = comes('A', '2028-01-03');
  const plan = aPlan([anOutcome({ times: 50 })]);
  const unit = (date: number): Fact => {
    const day = `2028-02-${String(date).padStart(2, '0')}` as Day;
    return happened('level 2', day, { id: `unit ${date}`, participant: 'A' });
  };
  const facts = [attached as Fact, ...[1, 2, 3, 4, 5].map(unit)];
  const previous = settleOn(plan, facts, '2028-02-02');
  const now = settleOn(plan, facts, '2028-02-29');
  const causes = difference({ now, previous, plan, facts }).map(({ cause }) => cause);
  expect(causes).toEqual([3, 4, 5].map((date) => ({ is: 'facts', facts: [`unit ${date}`] })));
});

test('what a band moves names the line that came, and no other that the band moved', () => {
  const bands = { clause: 'Prices/bands', sizes: [3, undefined], per: 'provider' } as const;
  const rows = [
    { with: [], band: 0, price: pounds(100) },
    { with: [], band: 1, price: pounds(50) },
  ];
  const price = { rows, bands: { ...bands, over: 'contract', how: 'reached' } } as const;
  const plan = aPlan([anOutcome({ times: 5, price })]);
  const second = happened('level 2', '2028-02-03', { id: 'A2', participant: 'A' });
  const claim = { id: 'A3', participant: 'A', state: 'claimed' } as const;
  const facts = [
    ...comes('A', '2028-01-03'),
    ...comes('B', '2028-01-04'),
    ...comes('C', '2028-01-05'),
    second,
    happened('level 2', '2028-02-01', claim),
  ];
  const previous = settleOn(plan, facts, '2028-01-31');
  const now = settleOn(plan, facts, '2028-02-29');
  const moved = {
    is: 'line',
    line: 'Outcomes/Settled|A0|Bright Futures|2',
    facts: ['A2'],
  };
  expect(
    told(difference({ now, previous, plan, facts })).map(([whose, , , by]) => [whose, by]),
  ).toEqual([
    ['A0', moved],
    ['B0', moved],
    ['C0', moved],
    ['A0', { is: 'facts', facts: ['A2'] }],
  ]);
});

test('what works off an advance names a line of its month', () => {
  const advance = {
    clause: 'Payment/advance',
    order: 2001,
    amount: pounds(500),
    on: { is: 'joining' },
    share: fraction(1, 2),
  } as const;
  const plan = aPlan([anOutcome()], { whole: aWhole({ advances: [advance] }) });
  const facts = [
    ofProvider('joined', '2027-04-01', { provider: 'Bright Futures' }),
    ...comes('A', '2028-01-03'),
    ...comes('B', '2028-02-04'),
    withdrawn('A1', 'A', '2028-02-10'),
  ];
  const previous = settleOn(plan, facts, '2028-01-31');
  const now = settleOn(plan, facts, '2028-02-29');
  const changes = difference({ now, previous, plan, facts });
  const worked = changes.filter(({ line }) => line.endsWith('worked off'));
  const lineOf = (name: string) => `Outcomes/Settled|${name}0|Bright Futures|1`;
  expect(worked.map(({ line, cause }) => [line.split('|')[1], cause])).toEqual([
    ['2028-01', { is: 'line', line: lineOf('A'), facts: ['not A1'] }],
    ['2028-02', { is: 'line', line: lineOf('B'), facts: ['B1'] }],
  ]);
  // What works off a second advance is named as the first.
  const second = now.lines.map((line) => {
    return line.number === 'worked off' ? { ...line, number: 'worked off 2' } : line;
  });
  const others = difference({ now: { ...now, lines: second }, previous, plan, facts });
  expect(others.map(({ cause }) => cause)).toEqual(changes.map(({ cause }) => cause));
});

const names = ['A', 'B', 'C', 'D', 'E'] as const;
const day = fc
  .integer({ min: 1, max: 28 })
  .map((date) => `2028-01-${String(date).padStart(2, '0')}`);
const months = ['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30'] as const;

test('all changes of all settlements add up to what is owed, whatever becomes known when', () => {
  const story = fc.record({
    days: fc.array(day, { minLength: 5, maxLength: 5 }),
    known: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
    gone: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 5, maxLength: 5 }),
  });
  fc.assert(
    fc.property(story, ({ days, known, gone }) => {
      const facts = names.flatMap((name, at) => {
        const [attached, reached] = comes(name, days[at] as Day);
        const late = { ...reached, known: on(months[known[at] ?? 0] ?? months[0]).knownBy } as Fact;
        const end = months[gone[at] ?? 0];
        const taken = end ? [withdrawn(late.id, name, end)] : [];
        return [attached as Fact, late, ...taken];
      });
      const results = months.map((month) => settleOn(banded, facts, month));
      const sums = results.map((now, at) => {
        const previous = results[at - 1];
        const changes = difference({ now, ...(previous && { previous }), plan: banded, facts });
        return changes.reduce(
          (sum, each) => sum + sumOfPortions(each.paid) - sumOfPortions(each.takenBack),
          0n,
        );
      });
      const all = sums.reduce((sum, each) => sum + each, 0n);
      expect(all).toBe(unitsOfMajor(results.at(-1)?.total ?? ''));
    }),
    { numRuns: 100 },
  );
});

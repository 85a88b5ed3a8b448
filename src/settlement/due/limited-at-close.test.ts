// Step 10 of docs/settlement.md: limits that are shared in proportion at the close of a period.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import {
  aLimit,
  anOutcome,
  aPlan,
  aVersion,
  length,
  planFrom,
  pounds,
} from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { formatMoney, fraction } from '../../money/index.ts';
import {
  type AsAtRequest,
  difference,
  givenLines,
  type Owed,
  owed,
  type Plan,
  recomputeFromWhy,
  settlementResult,
  whyLine,
  whyParticipant,
} from '../index.ts';
import type { WideLimitPlan } from '../plan/money-plan.ts';
import type { OutcomePlan, WholePlan } from '../plan/plan.ts';

const clause = 'Limits/limit shared in proportion';
const day = dayNumber;
const firstYear = {
  name: '2027-04-01',
  first: day('2027-04-01'),
  last: day('2028-03-31'),
  closesOn: day('2028-04-28'),
};
const secondYear = {
  name: '2028-04-01',
  first: day('2028-04-01'),
  last: day('2029-03-31'),
  closesOn: day('2029-04-28'),
};
const years = [firstYear, secondYear];
const whole = {
  name: '2027-04-01',
  first: day('2027-04-01'),
  last: day('2032-03-31'),
  closesOn: day('2032-03-31'),
};
const beforeClose = asAt('2028-04-27');
const atClose = asAt('2028-04-28');

/** So many pounds in each year, in proportion. */
function shared(most: number, words: Partial<WideLimitPlan> = {}): WideLimitPlan {
  const year = { eachYear: true, shared: years };
  return { clause, most: pounds(most), per: { is: 'contract' }, ...year, ...words };
}

/** An outcome of this price, by the name of its price, for each time it happens. */
function worth(price: number, words: Partial<OutcomePlan> = {}): OutcomePlan {
  const name = `for ${price}`;
  return anOutcome({
    name,
    condition: { is: 'happens', kinds: [name] },
    times: 9,
    ...words,
    price: { rows: [{ with: [], price: pounds(price) }], ...words.price },
  });
}

const outcomes = [worth(300), worth(100), worth(50)];

function saying(limits: readonly WideLimitPlan[], words: Partial<WholePlan> = {}): Plan {
  return aPlan(outcomes, { whole: aWhole({ limits, ...words }) });
}

/** Somebody, attached to a provider of the same letter, achieves what pays so much. */
function earns(who: string, price: number, on: Day, words: Partial<Fact> = {}): readonly Fact[] {
  const own = { participant: who, id: `A-${who}`, provider: `Provider ${who}` };
  const fact = happened(`for ${price}`, on, { participant: who, id: `F-${who}-${on}-${price}` });
  return [attached('2027-04-01', own), { ...fact, ...words }];
}

const money = (units: bigint) => formatMoney({ units, currency: 'GBP' });

/** "A £150, B £50": what each line comes to, in place in line. */
function paid({ lines }: Owed): string {
  return lines
    .map(({ participant, outcome, amount }) => `${participant ?? outcome} ${money(amount)}`)
    .join(', ');
}

function forecast(settled: Owed): string {
  return settled.forecast
    .map(({ participant, outcome, amount }) => `${participant ?? outcome} ${money(amount)}`)
    .join(', ');
}

function unpaid({ notPaid }: Owed): readonly string[] {
  return notPaid.map(({ reason, amount }) => `${reason} ${money(amount)}`);
}

/** Every line, owed or forecast, can be worked out again from its own why. */
function settle(plan: Plan, facts: readonly Fact[], at: AsAtRequest = atClose): Owed {
  const settled = owed(plan, facts, at);
  for (const { line, amount } of [...settled.lines, ...settled.forecast]) {
    const why = whyLine({ plan, facts, asAt: at }, line);
    expect([line, why && recomputeFromWhy(why)]).toEqual([line, amount]);
  }
  return settled;
}

const a300 = earns('A', 300, '2027-06-01');
const b100 = earns('B', 100, '2027-07-01');

describe('at the close', () => {
  test('£300 and £100 under £200 are paid £150 and £50', () => {
    const settled = settle(saying([shared(200)]), [...a300, ...b100]);
    expect(paid(settled)).toBe('A £150, B £50');
    expect(settled.forecast).toEqual([]);
    const cuts = settled.notPaid.map(({ reason, amount, ...cut }) => {
      return `${reason} ${cut.clause} ${money(amount)}`;
    });
    expect(cuts).toEqual([`limit ${clause} £150`, `limit ${clause} £50`]);
  });

  test('of three equal lines under £100 the earliest in place in line has the odd penny', () => {
    const facts = ['C', 'A', 'B'].flatMap((who) => earns(who, 50, '2027-06-01'));
    expect(paid(settle(saying([shared(100)]), facts))).toBe('A £33.34, B £33.33, C £33.33');
  });

  test('each is whole where they come to no more', () => {
    expect(paid(settle(saying([shared(400)]), [...a300, ...b100]))).toBe('A £300, B £100');
  });

  test('a limit of part of a penny is of whole pennies', () => {
    const limit = shared(0, { most: fraction(59_999n, 3n) });
    expect(paid(settle(saying([limit]), [...a300, ...b100]))).toBe('A £149.99, B £50');
  });

  test('lines are payable then and not before, and stand in line by that', () => {
    const late = earns('A', 100, '2027-05-01');
    const other = earns('B', 50, '2028-02-01');
    const plan = saying([shared(200, { outcomes: ['for 100'] })]);
    const { lines } = settle(plan, [...late, ...other]);
    const days = lines.map(({ participant, payableOn = 0, earnedOn = 0 }) => {
      return [participant, dayOf(payableOn), earnedOn === 0 ? '' : dayOf(earnedOn)];
    });
    expect(days).toEqual([
      ['B', '2028-02-01', ''],
      ['A', '2028-04-28', '2027-05-01'],
    ]);
  });

  test('each year has its own, and what falls after the last year is of the last', () => {
    const facts = [
      ...a300,
      ...earns('B', 300, '2028-06-01'),
      ...earns('C', 300, '2030-06-01'),
      ...earns('D', 100, '2027-04-01'),
    ];
    const end = asAt('2032-03-31');
    expect(paid(settle(saying([shared(200)]), facts, end))).toBe('D £50, A £150, B £100, C £100');
  });

  test('over all lines grants too, and advances never; else over those that it names', () => {
    const fee = { clause: 'Payment/grant', name: 'grant', order: 2001 } as const;
    const part = { ...firstYear, amount: pounds(100), dueOn: firstYear.last };
    const grant = {
      ...fee,
      to: { is: 'provider', provider: 'Provider A' },
      on: { is: 'periods', parts: [part] },
    } as const;
    const advance = {
      clause: 'Payment/advance',
      order: 2002,
      amount: pounds(80),
      on: { is: 'day', day: day('2027-05-01') },
      share: fraction(0n),
    } as const;
    const facts = [...a300, ofProvider('joined', '2027-04-01', { provider: 'Provider A' })];
    const plan = saying([shared(200)], { fees: [grant], advances: [advance] });
    expect(paid(settle(plan, facts))).toBe('advance £80, A £150, grant £50, advance £0');
    expect(forecast(settle(plan, facts, beforeClose))).toBe('A £150, grant £50');
    const named = saying([shared(200, { outcomes: ['for 300'] })], { fees: [grant] });
    expect(paid(settle(named, facts))).toBe('grant £100, A £200');
  });
});

describe('before the close', () => {
  const plan = saying([shared(200, { outcomes: ['for 300', 'for 100'] })]);
  const facts = [...a300, ...b100, ...earns('C', 50, '2027-06-01')];

  test('lines are forecast with what the close would leave of them, and owed by nobody', () => {
    const settled = settle(plan, facts, beforeClose);
    expect(paid(settled)).toBe('C £50');
    expect(settled.forecast).toEqual([
      {
        line: 'Outcomes/for 300|A-A|Provider A|1',
        clause: 'Outcomes/for 300',
        outcome: 'for 300',
        participant: 'A',
        provider: 'Provider A',
        period: '2027-04-01',
        amount: 15000n,
        closesOn: day('2028-04-28'),
        limit: clause,
      },
      expect.objectContaining({ participant: 'B', amount: 5000n }),
    ]);
    expect(settled.statuses.achieved).toBe(3);
  });

  test('neither of the two days may be before it', () => {
    expect(paid(settle(plan, facts, asAt('2028-04-28', '2028-04-27')))).toBe('C £50');
    expect(paid(settle(plan, facts, asAt('2028-04-27', '2029-04-28')))).toBe('C £50');
    expect(paid(settle(plan, facts, asAt('2028-04-28', '2029-04-28')))).toBe(
      'C £50, A £150, B £50',
    );
  });

  test('a contributor is named where a part of a line is paid to one', () => {
    const [big = anOutcome()] = outcomes;
    const shares = [{ payee: 'School', share: fraction(1, 3), clause: 'Prices/share' }];
    const shareOut = anOutcome({ ...big, price: { ...big.price, shares } });
    const divided = aPlan([shareOut], { whole: aWhole({ limits: [shared(150)] }) });
    const told = settle(divided, a300, beforeClose).forecast.map(({ payee, amount }) => {
      return [payee, money(amount)];
    });
    expect(told).toEqual([
      [undefined, '£100'],
      ['School', '£50'],
    ]);
  });

  test('what waits for verification takes no part, and nothing is paid on account of it', () => {
    const claim = earns('D', 100, '2027-06-01', { state: 'claimed' });
    const open = settle(plan, [...b100, ...claim], beforeClose);
    expect([paid(open), forecast(open)]).toEqual(['D £0', 'B £100']);
    expect(unpaid(open)).toEqual(['limit £100']);
    const about = { plan, facts: [...b100, ...claim], asAt: beforeClose };
    expect(whyLine(about, 'Outcomes/for 100|A-D|Provider D|1')?.sentences.slice(-3)).toEqual([
      'That comes to £100.',
      `£100 is what ${clause} would leave out now, if it were verified.`,
      '£0 is owed by Northshire Council to Provider D.',
    ]);
  });

  test('after it what waits has what is left of the limit when all have their shares', () => {
    const claims = ['D', 'E'].flatMap((who) => earns(who, 100, '2027-06-01', { state: 'claimed' }));
    const enough = saying([shared(250)]);
    const closed = settle(enough, [...b100, ...claims]);
    expect(paid(closed)).toBe('B £100, D £0, E £0');
    expect(unpaid(closed)).toEqual(['not_verified £100', 'not_verified £50', 'limit £50']);
    expect(unpaid(settle(enough, [...a300, ...claims]))).toEqual([
      'limit £50',
      'limit £100',
      'limit £100',
    ]);
  });

  test('what is refused stands as it does elsewhere, takes no part and waits for no close', () => {
    const late = anOutcome({ ...worth(300), knownWithin: length('1 week') });
    const strict = aPlan([late, worth(100)], { whole: aWhole({ limits: [shared(200)] }) });
    const known = earns('A', 300, '2027-06-01', { known: day('2027-07-01') });
    const settled = settle(strict, [...known, ...b100], beforeClose);
    expect([paid(settled), forecast(settled)]).toEqual(['A £0', 'B £100']);
    expect(settled.lines[0]).toMatchObject({ payableOn: day('2027-07-01') });
    expect(paid(settle(strict, [...known, ...b100]))).toBe('A £0, B £100');
  });
});

describe('with what else is said of the lines', () => {
  test('a line has the least that any limit leaves; what another cuts is not shared again', () => {
    const plan = aPlan(outcomes, {
      whole: aWhole({ limits: [shared(200)] }),
      limits: [aLimit(120)],
    });
    expect(paid(settle(plan, [...a300, ...b100]))).toBe('A £120, B £50');
  });

  test('under a first-come limit of the same lines shares wait in place in line', () => {
    const firstCome = { clause: 'Limits/limit in all', most: pounds(180), eachYear: false };
    const plan = saying([shared(200), { ...firstCome, per: { is: 'contract' } }]);
    expect(paid(settle(plan, [...a300, ...b100]))).toBe('A £150, B £30');
  });

  test('of two shares the lesser, at the later close', () => {
    const overAll = shared(120, { clause: `${clause} 2`, eachYear: false, shared: [whole] });
    const plan = saying([shared(200, { outcomes: ['for 300'] }), overAll]);
    const facts = [...a300, ...b100];
    const open = settle(plan, facts);
    expect([paid(open), forecast(open)]).toEqual(['', 'A £90, B £30']);
    expect(open.forecast[0]).toMatchObject({ limit: `${clause} 2`, closesOn: whole.closesOn });
    expect(paid(settle(plan, facts, asAt('2032-03-31')))).toBe('A £90, B £30');
  });

  test('less than nothing takes no part and gives nothing', () => {
    const taken = anOutcome({
      name: 'Lost',
      condition: { is: 'happens', kinds: ['lost'] },
      price: { rows: [{ with: [], price: pounds(60) }], reverse: { clause: 'Prices/reverse' } },
    });
    const plan = aPlan([...outcomes, taken], { whole: aWhole({ limits: [shared(200)] }) });
    const lost = happened('lost', '2027-08-01', { participant: 'A', id: 'F-lost' });
    const facts = [...a300, ...b100, lost];
    expect(paid(settle(plan, facts))).toBe('A £150, B £50, A -£60');
    expect(forecast(settle(plan, facts, beforeClose))).toBe('A £150, B £50, A -£60');
  });

  test('deductions and what works off an advance see the shares', () => {
    const advance = {
      clause: 'Payment/advance',
      order: 2002,
      amount: pounds(80),
      on: { is: 'day', day: day('2027-05-01') },
      share: fraction(1, 3),
    } as const;
    const plan = saying([shared(200)], { advances: [advance] });
    const joined = ofProvider('joined', '2027-04-01', { provider: 'Provider A' });
    const { lines } = settle(plan, [...a300, ...b100, joined]);
    const worked = lines.find(({ number }) => number === 'worked off');
    expect([worked?.period, money(worked?.amount ?? 0n)]).toEqual(['2028-04', '-£50']);
  });

  test('a guarantee of payment looks at what lines came to before, on their own days', () => {
    const guarantee = {
      clause: 'Payment/guaranteed payment',
      order: 2003,
      years: [firstYear],
      least: { is: 'payment', amount: pounds(320) },
    } as const;
    const overAll = shared(120, { outcomes: ['for 300'], eachYear: false, shared: [whole] });
    const plan = saying([overAll], { guarantees: [guarantee] });
    const settled = settle(plan, a300);
    expect([paid(settled), forecast(settled)]).toEqual(['guarantee £20', 'A £120']);
  });

  test('a pot counts achievements on their own days, and says which', () => {
    const pot = {
      clause: 'Payment/pot',
      order: 2001,
      outcomes: ['for 300'],
      periods: [{ ...firstYear, closesOn: firstYear.last }],
      size: { is: 'fixed', amount: pounds(90) },
    } as const;
    const plan = saying([shared(120, { outcomes: ['for 300'] })], { pots: [pot] });
    const settled = settle(plan, a300, beforeClose);
    expect([paid(settled), forecast(settled)]).toEqual(['pot £90', 'A £120']);
    const why = whyLine({ plan, facts: a300, asAt: beforeClose }, settled.lines[0]?.line ?? '');
    expect(why?.sentences).toContain('Counted for Provider A: Outcomes/for 300|A-A|Provider A|1.');
  });

  test('each version shares its own sum over the lines of both', () => {
    const first = aVersion(outcomes, { whole: aWhole({ limits: [shared(200)] }) });
    const second = aVersion(outcomes, {
      version: 2,
      hash: 'second',
      countsFrom: day('2027-07-01'),
      whole: aWhole({ limits: [shared(100)] }),
    });
    expect(paid(settle(planFrom([first, second]), [...a300, ...b100]))).toBe('A £150, B £25');
  });
});

describe('what is known after the close', () => {
  const plan = saying([shared(200)]);
  const late = earns('C', 400, '2027-08-01', { known: day('2028-06-01') });
  const withMore = aPlan([...outcomes, worth(400)], { whole: aWhole({ limits: [shared(200)] }) });
  const result = (settled: Owed) => settlementResult(settled, { contract: 'first', language: 1 });

  test('makes all shares anew, and what others had too much of them is taken back', () => {
    const facts = [...a300, ...b100, ...late];
    const previous = result(settle(withMore, facts));
    const now = result(settle(withMore, facts, asAt('2028-06-01')));
    expect(now.lines.map(({ amount }) => amount)).toEqual(['75.00', '25.00', '100.00']);
    const changes = difference({ now, previous, anew: previous, plan: withMore, facts });
    const told = changes.map(({ participant, takenBack, paid: then, cause }) => {
      return [participant, takenBack[0]?.amount, then[0]?.amount, cause.is];
    });
    expect(told).toEqual([
      ['A', 15000n, 7500n, 'line'],
      ['B', 5000n, 2500n, 'line'],
      ['C', undefined, 10000n, 'facts'],
    ]);
  });

  test('the day of the close is the cause of lines that were forecast', () => {
    const facts = [...a300, ...b100];
    const previous = result(settle(plan, facts, beforeClose));
    const now = result(settle(plan, facts));
    const changes = difference({ now, previous, anew: previous, plan, facts });
    expect(changes.map(({ cause }) => cause.is)).toEqual(['day', 'day']);
  });

  test('settled month by month comes to what is owed in the end', () => {
    const facts = [...a300, ...b100, ...late, ...earns('D', 50, '2028-07-01')];
    const days: readonly Day[] = ['2027-08-31', '2028-04-28', '2028-06-30', '2029-04-28'];
    let previous: ReturnType<typeof result> | undefined;
    let sum = 0n;
    for (const each of days) {
      const now = result(owed(withMore, facts, asAt(each)));
      const changes = difference({ now, ...(previous && { previous }), plan: withMore, facts });
      for (const { takenBack, paid: then } of changes) {
        for (const { amount } of then) sum += amount;
        for (const { amount } of takenBack) sum -= amount;
      }
      previous = now;
    }
    expect(sum).toBe(owed(withMore, facts, asAt('2029-04-28')).total);
  });

  test('a line that grew after it has its share in parts, each on its day', () => {
    const daily = anOutcome({
      name: 'Units',
      condition: { is: 'each day', kinds: ['there'], less: [] },
      times: 'any',
      price: { rows: [{ with: [], price: pounds(10) }], perUnit: true },
    });
    const rest = { clause: 'Limits/limit in all', most: pounds(180), eachYear: false };
    const firstCome: WideLimitPlan = { ...rest, per: { is: 'contract' } };
    const limits = [shared(200), firstCome];
    const grown = aPlan([daily, worth(100)], { whole: aWhole({ limits }) });
    const [come] = a300;
    const there = (from: Day, to: Day, known: Day): Fact =>
      spell('there', { from, to, known }, { participant: 'A', id: `S-${from}` });
    const stays = [
      there('2027-06-01', '2027-06-05', '2027-07-01'),
      there('2027-06-06', '2027-06-10', '2027-08-01'),
      there('2027-06-11', '2027-06-30', '2028-06-01'),
    ];
    const facts = [...(come ? [come] : []), ...stays, ...b100];
    expect(paid(settle(grown, facts))).toBe('A £100, B £80');
    const after = asAt('2028-06-01');
    const settled = settle(grown, facts, after);
    expect(paid(settled)).toBe('B £50, A £130');
    const why = whyLine({ plan: grown, facts, asAt: after }, settled.lines[1]?.line ?? '');
    expect(why?.parts.map(({ amount, limits: met }) => [amount, met[0]?.left])).toEqual([
      ['100.00', '150.00'],
      ['200.00', '50.00'],
    ]);
  });
});

describe('somebody erased', () => {
  const plan = saying([shared(200)]);
  const c100 = earns('C', 100, '2027-08-01');

  test('keeps the amount, and the rest is shared among the others', () => {
    const before = settle(plan, [...a300, ...b100]);
    const previous = settlementResult(before, { contract: 'first', language: 1 });
    const given = givenLines(previous, new Set(['B']));
    const left = settle(plan, a300, { ...atClose, given });
    expect(paid(left)).toBe('A £150, B £50');
    const more = settle(plan, [...a300, ...c100], { ...asAt('2028-06-01'), given });
    expect(paid(more)).toBe('A £112.50, B £50, C £37.50');
    expect(left.lines[1]).toMatchObject({
      payableOn: day('2028-04-28'),
      earnedOn: day('2027-07-01'),
    });
  });

  test('keeps its day where nothing of it was ever paid, and it waited for no close', () => {
    const late = anOutcome({ ...worth(0), knownWithin: length('1 week') });
    const strict = aPlan([late], { whole: aWhole({ limits: [shared(200)] }) });
    const facts = earns('B', 0, '2027-06-01', { known: day('2027-07-01') });
    const before = settle(strict, facts, beforeClose);
    const previous = settlementResult(before, { contract: 'first', language: 1 });
    const given = givenLines(previous, new Set(['B']));
    const { lines } = owed(strict, [], { ...beforeClose, given });
    expect(lines).toEqual(before.lines);
  });

  test('keeps the place in bands that it had by its own day', () => {
    const [big = anOutcome()] = outcomes;
    const bands = {
      clause: 'Prices/bands',
      sizes: [1, undefined],
      per: 'contract',
      over: 'contract',
      how: 'own',
    } as const;
    const rows = [pounds(300), pounds(100)].map((price, band) => ({ with: [], band, price }));
    const banded = anOutcome({ ...big, price: { ...big.price, rows, bands } });
    const inBands = aPlan([banded], { whole: aWhole({ limits: [shared(200)] }) });
    const facts = [...earns('B', 300, '2027-06-01'), ...earns('A', 300, '2027-07-01')];
    const before = settle(inBands, facts);
    expect(paid(before)).toBe('B £150, A £50');
    const previous = settlementResult(before, { contract: 'first', language: 1 });
    const given = givenLines(previous, new Set(['B']));
    const left = facts.filter(({ participant }) => participant !== 'B');
    expect(paid(settle(inBands, left, { ...atClose, given }))).toBe('B £150, A £50');
  });
});

describe('why', () => {
  const plan = saying([shared(200)]);
  const facts = [...a300, ...b100];

  test('what it waits for, and how its share comes out', () => {
    const about = { plan, facts, asAt: beforeClose };
    const why = whyLine(about, 'Outcomes/for 300|A-A|Provider A|1');
    expect(why?.sentences.slice(3)).toEqual([
      'By 1 June 2027 enough was known for it.',
      'It waits for the close of 1 April 2027 to 31 March 2028, at the end of 28 April 2028, ' +
        `when ${clause} is shared: that is its place in line.`,
      'The list price of for 300 in year 1 is £300.',
      'That comes to £300.',
      `${clause}, no more than £200 in each year, is shared in proportion: £200 over lines that ` +
        'come to £400. The share of this one, £300, is £150: £150 is not paid.',
      'Nobody owes it before the end of 28 April 2028: £150 is forecast, as things are known now.',
    ]);
    expect(why).toMatchObject({ closesOn: '2028-04-28', amount: '150.00' });
    expect(why?.parts).toEqual([
      {
        amount: '300.00',
        limits: [{ clause, left: '150.00', shared: { sum: '200.00', over: '400.00' } }],
      },
    ]);
    expect(whyParticipant(about, 'A').lines).toEqual([why]);
  });

  test('at the close who owes it, and where the limit is not reached that it is whole', () => {
    const about = { plan: saying([shared(400)]), facts, asAt: atClose };
    const why = whyLine(about, 'Outcomes/for 300|A-A|Provider A|1');
    expect(why?.sentences.slice(-2)).toEqual([
      `${clause}, no more than £400 in each year, is over lines that come to £400, and leaves ` +
        'each whole.',
      '£300 is owed by Northshire Council to Provider A.',
    ]);
    expect(why).not.toHaveProperty('closesOn');
  });
});

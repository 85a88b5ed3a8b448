// Step 10 of docs/settlement.md: what is paid under limits, and which limit cuts the rest.
import { describe, expect, test } from 'vitest';
import { asAt, attached, happened, spell } from '../../../test/support/makers/facts.ts';
import { ofProvider } from '../../../test/support/makers/ground.ts';
import {
  achieved,
  attachedAtFirst,
  erasing,
  paidInLine,
  saying,
  unpaidInLine,
} from '../../../test/support/makers/many.ts';
import { aMeasure, itPays } from '../../../test/support/makers/measures.ts';
import {
  aLimit,
  anOutcome,
  aPlan,
  aVersion,
  planFrom,
  pounds,
} from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { fraction } from '../../money/index.ts';
import { type LimitPlan, type Owed, owed, recomputeFromWhy, whyLine } from '../index.ts';
import type { WideLimitPlan } from '../plan/money-plan.ts';

const end = asAt('2032-03-31');
const settled = anOutcome({ times: 9 });
const qualified = anOutcome({
  name: 'Qualified',
  times: 9,
  condition: { is: 'happens', kinds: ['qualified'] },
});
const days = anOutcome({
  name: 'Days',
  condition: { is: 'each day', kinds: ['settled'], less: [] },
  times: 'any',
  price: { perUnit: true, rows: [{ with: [], price: pounds(10) }] },
});

function wide(most: number, words: Partial<WideLimitPlan> = {}): WideLimitPlan {
  const per = { is: 'contract' } as const;
  return { clause: 'Limits/all', most: pounds(most), per, eachYear: false, ...words };
}

function clausesOf({ notPaid }: Owed): readonly string[] {
  return notPaid.map(({ clause }) => clause);
}

describe('whose sum a line draws on', () => {
  const facts = [
    ...attachedAtFirst('A', 'B of Harbour', 'C'),
    achieved('A', '2027-06-01'),
    achieved('B', '2027-06-02'),
    achieved('C', '2027-06-03', { kind: 'qualified' }),
  ];
  const paid = (limit: WideLimitPlan) =>
    paidInLine(owed(saying({ limits: [limit] }, [settled, qualified]), facts, end));

  test('that of the contract, of its provider, or of the one named', () => {
    expect(paid(wide(300))).toEqual(['A £220', 'B £80', 'C £0']);
    expect(paid(wide(300, { per: { is: 'each provider' } }))).toEqual([
      'A £220',
      'B £220',
      'C £80',
    ]);
    expect(paid(wide(100, { per: { is: 'provider', provider: 'Harbour' } }))).toEqual([
      'A £220',
      'B £100',
      'C £220',
    ]);
  });

  test('that of the outcomes named, and no other', () => {
    expect(paid(wide(100, { outcomes: ['Qualified'] }))).toEqual(['A £220', 'B £220', 'C £100']);
    expect(paid(wide(300, { outcomes: ['Settled', 'Qualified'] }))).toEqual([
      'A £220',
      'B £80',
      'C £0',
    ]);
  });

  test('that of its group', () => {
    const group = (name: string) => ({ group: name, outcomes: [settled], limits: [] });
    const groups = new Map([
      ['leaving', group('leaving')],
      ['hard', group('hard')],
    ]);
    const limits = [wide(300, { per: { is: 'group', group: 'hard' } })];
    const people = ['A', 'B', 'C'].map((participant) =>
      attached('2027-04-01', {
        id: `A-${participant}`,
        participant,
        group: participant === 'C' ? 'leaving' : 'hard',
      }),
    );
    const own = [
      ...people,
      achieved('A', '2027-06-01'),
      achieved('B', '2027-06-02'),
      achieved('C', '2027-06-03'),
    ];
    const settledAll = owed(saying({ limits }, [], { groups }), own, end);
    expect(paidInLine(settledAll)).toEqual(['A £220', 'B £80', 'C £220']);
  });

  test('two limits of one clause over different outcomes are two sums', () => {
    const limits = [wide(300, { outcomes: ['Settled'] }), wide(100, { outcomes: ['Qualified'] })];
    const all = owed(saying({ limits }, [settled, qualified]), facts, end);
    expect(paidInLine(all)).toEqual(['A £220', 'B £80', 'C £100']);
    const own = [aLimit(300, { outcomes: ['Settled'] }), aLimit(100, { outcomes: ['Qualified'] })];
    const mine = [
      ...attachedAtFirst('A'),
      achieved('A', '2027-06-01'),
      achieved('A', '2027-06-02'),
      achieved('A', '2027-06-03', { kind: 'qualified' }),
    ];
    const plan = aPlan([settled, qualified], { limits: own });
    expect(paidInLine(owed(plan, mine, end))).toEqual(['A £220', 'A £80', 'A £100']);
  });

  test('of a participant, an attachment or a referral: of each its own', () => {
    const mine = [
      happened('referred', '2027-04-01', { id: 'R1', participant: 'A' }),
      attached('2027-04-01', { id: 'A-1', participant: 'A' }),
      happened('left', '2027-06-30', { participant: 'A' }),
      attached('2027-07-01', { id: 'A-2', participant: 'A' }),
      happened('left', '2027-09-30', { participant: 'A' }),
      happened('referred', '2027-10-01', { id: 'R2', participant: 'A' }),
      attached('2027-10-01', { id: 'A-3', participant: 'A' }),
      achieved('A', '2027-06-01'),
      achieved('A', '2027-08-01'),
      achieved('A', '2027-11-01'),
      ...attachedAtFirst('B'),
      achieved('B', '2027-12-01'),
    ];
    const own = (per: LimitPlan['per'], scope: 'attachment' | 'referral' | 'participant') => {
      const plan = aPlan([{ ...settled, scope }], { limits: [aLimit(300, { per })] });
      return paidInLine(owed(plan, mine, end));
    };
    for (const scope of ['attachment', 'referral', 'participant'] as const) {
      expect(own('participant', scope)).toEqual(['A £220', 'A £80', 'A £0', 'B £220']);
      expect(own('referral', scope)).toEqual(['A £220', 'A £80', 'A £220', 'B £220']);
      expect(own('attachment', scope)).toEqual(['A £220', 'A £220', 'A £220', 'B £220']);
    }
  });

  test('in each year, that of the outcome’s day, whenever it became known', () => {
    const facts = [
      ...attachedAtFirst('A', 'B', 'C'),
      achieved('A', '2028-03-30'),
      achieved('B', '2028-03-31', { known: '2028-06-01' }),
      achieved('C', '2028-04-01', { known: '2028-05-01' }),
    ];
    const paid = (eachYear: boolean) =>
      paidInLine(owed(saying({ limits: [wide(300, { eachYear })] }), facts, end));
    expect(paid(true)).toEqual(['A £220', 'C £220', 'B £80']);
    expect(paid(false)).toEqual(['A £220', 'C £80', 'B £0']);
    const days = ['2028-03-30', '2028-03-31', '2028-04-01'] as const;
    const own = [...attachedAtFirst('A'), ...days.map((day) => achieved('A', day))];
    const ofOne = (eachYear: boolean) =>
      paidInLine(owed(aPlan([settled], { limits: [aLimit(300, { eachYear })] }), own, end));
    expect(ofOne(true)).toEqual(['A £220', 'A £80', 'A £220']);
    expect(ofOne(false)).toEqual(['A £220', 'A £80', 'A £0']);
  });

  test('the sum is that of the line’s own terms, and what was used before counts', () => {
    const version = (number: number, most: number, from: '2027-04-01' | '2028-01-01') =>
      aVersion([settled], {
        version: number,
        hash: String(number),
        countsFrom: dayNumber(from),
        whole: aWhole({ limits: [wide(most)] }),
      });
    const own = [
      ...attachedAtFirst('A'),
      achieved('A', '2027-06-01'),
      achieved('A', '2027-06-02'),
      achieved('A', '2028-06-01'),
    ];
    const total = (first: number, second: number) => {
      const plan = planFrom([version(1, first, '2027-04-01'), version(2, second, '2028-01-01')]);
      return paidInLine(owed(plan, own, end));
    };
    expect(total(500, 500)).toEqual(['A £220', 'A £220', 'A £60']);
    expect(total(500, 600)).toEqual(['A £220', 'A £220', 'A £160']);
    // £440 is more than the £300 of the second version: nothing is left, and nothing taken back.
    expect(total(500, 300)).toEqual(['A £220', 'A £220', 'A £0']);
  });
});

test('versions and groups without a limit are under none, beside those with one', () => {
  const facts = [
    ...attachedAtFirst('A', 'B'),
    achieved('A', '2027-06-01'),
    achieved('B', '2028-06-01'),
  ];
  const second = aVersion([settled], {
    version: 2,
    hash: 'second',
    countsFrom: dayNumber('2028-01-01'),
    whole: aWhole({ limits: [wide(100)] }),
  });
  expect(paidInLine(owed(planFrom([aVersion([settled]), second]), facts, end))).toEqual([
    'A £220',
    'B £100',
  ]);
  const group = (name: string, limits: readonly LimitPlan[]) =>
    [name, { group: name, outcomes: [settled], limits }] as const;
  const groups = new Map([group('hard', []), group('leaving', [aLimit(100)])]);
  expect(paidInLine(owed(aPlan([], { groups }), facts, end))).toEqual(['A £100', 'B £100']);
});

test('an outcome of a referral is under the limit of its own, whosever it falls to', () => {
  const facts = [
    happened('referred', '2027-04-01', { id: 'R1', participant: 'A' }),
    attached('2027-04-01', { id: 'A-1', participant: 'A' }),
    happened('left', '2027-06-30', { participant: 'A' }),
    happened('referred', '2027-10-01', { id: 'R2', participant: 'A' }),
    attached('2027-12-01', { id: 'A-2', participant: 'A' }),
    achieved('A', '2027-06-01'),
    achieved('A', '2027-10-10'),
    achieved('A', '2027-12-10'),
  ];
  const plan = aPlan([{ ...settled, scope: 'referral' }], {
    limits: [aLimit(300, { per: 'referral' })],
  });
  expect(paidInLine(owed(plan, facts, end))).toEqual(['A £220', 'A £220', 'A £80']);
});

describe('which lines a limit is over', () => {
  const joined = [
    ofProvider('joined', '2027-04-01', { provider: 'Bright Futures' }),
    ...attachedAtFirst('A'),
    achieved('A', '2027-06-01'),
  ];
  const fee = {
    clause: 'Payment/grant',
    name: 'grant',
    order: 2000,
    to: { is: 'each provider' },
    on: { is: 'joining', amount: pounds(250) },
  } as const;
  const advance = {
    clause: 'Payment/advance',
    order: 2001,
    amount: pounds(250),
    on: { is: 'joining' },
    share: fraction(1, 2),
  } as const;

  test('grants are under one over all lines, and not under one that names outcomes', () => {
    const paid = (words: Partial<WideLimitPlan>) =>
      paidInLine(owed(saying({ fees: [fee], limits: [wide(300, words)] }), joined, end));
    expect(paid({})).toEqual(['grant Bright Futures £250', 'A £50']);
    expect(paid({ outcomes: ['Settled'] })).toEqual(['grant Bright Futures £250', 'A £220']);
  });

  test('advances and what works them off are under none', () => {
    const plan = saying({ advances: [advance], limits: [wide(300)] });
    expect(paidInLine(owed(plan, joined, end))).toEqual([
      'advance Bright Futures £250',
      'advance Bright Futures -£110',
      'A £220',
    ]);
  });

  test('an outcome that is called as an advance is under limits', () => {
    const outcome = { ...settled, name: 'advance' };
    const plan = saying({ limits: [wide(100)] }, [outcome]);
    expect(paidInLine(owed(plan, joined, end))).toEqual(['A £100']);
  });

  test('a line of less than nothing is not cut, and gives back no room', () => {
    const back = { ...qualified, price: { ...qualified.price, reverse: { clause: 'Prices/r' } } };
    const facts = [
      ...attachedAtFirst('A'),
      achieved('A', '2027-06-01'),
      achieved('A', '2027-06-02', { kind: 'qualified' }),
      achieved('A', '2027-06-03'),
    ];
    const all = owed(saying({ limits: [wide(300)] }, [settled, back]), facts, end);
    expect(paidInLine(all)).toEqual(['A £220', 'A -£220', 'A £80']);
    const none = owed(saying({ limits: [wide(0)] }, [settled, back]), facts, end);
    expect(paidInLine(none)).toEqual(['A £0', 'A -£220', 'A £0']);
  });
});

describe('which limit cuts', () => {
  const two = [...attachedAtFirst('A'), achieved('A', '2027-06-01'), achieved('A', '2027-06-02')];

  test('the one that has least left, and of equals the participant’s own', () => {
    const cut = (own: number, all: number) => {
      const words = { limits: [aLimit(own)], whole: aWhole({ limits: [wide(all)] }) };
      return clausesOf(owed(aPlan([settled], words), two, end));
    };
    expect(cut(300, 400)).toEqual(['Limits/Person']);
    expect(cut(400, 300)).toEqual(['Limits/all']);
    expect(cut(300, 300)).toEqual(['Limits/Person']);
    expect(cut(440, 440)).toEqual([]);
  });

  test('each line uses what it is paid of every limit over it', () => {
    const first = wide(100, { outcomes: ['Settled'], clause: 'Limits/Settled' });
    const facts = [
      ...attachedAtFirst('A'),
      achieved('A', '2027-06-01'),
      achieved('A', '2027-06-02', { kind: 'qualified' }),
      achieved('A', '2027-06-03', { kind: 'qualified' }),
    ];
    const plan = saying({ limits: [first, wide(400)] }, [settled, qualified]);
    expect(paidInLine(owed(plan, facts, end))).toEqual(['A £100', 'A £220', 'A £80']);
  });

  test('a sum that is no whole number of pennies is rounded down', () => {
    const limits = [{ ...wide(0), most: fraction(100001, 2) }];
    const plan = saying({ limits }, [
      { ...settled, price: { ...settled.price, rows: [{ with: [], price: pounds(600) }] } },
    ]);
    expect(owed(plan, two, end).total).toBe(50000n);
  });

  test('parts of a line stand in line each on its day, and are cut as one', () => {
    const stays = [
      spell('settled', { from: '2027-05-01', to: '2027-05-10' }, { participant: 'A', id: 'S1' }),
      spell(
        'settled',
        { from: '2027-05-11', to: '2027-05-20', known: '2027-06-20' },
        { participant: 'A', id: 'S2' },
      ),
      spell(
        'settled',
        { from: '2027-05-21', to: '2027-05-30', known: '2027-07-20' },
        { participant: 'A', id: 'S3' },
      ),
    ];
    const facts = [...attachedAtFirst('A', 'B'), ...stays, achieved('B', '2027-06-01')];
    const shown = (most: number) => {
      const all = owed(saying({ limits: [wide(most)] }, [days, settled]), facts, end);
      return [...paidInLine(all), ...unpaidInLine(all)];
    };
    // £100 on 10 May, £220 on 1 June, £100 on 20 June and £100 on 20 July.
    expect(shown(520)).toEqual(['B £220', 'A £300']);
    expect(shown(450)).toEqual(['B £220', 'A £230', 'A limit £70']);
    expect(shown(340)).toEqual(['B £220', 'A £120', 'A limit £180']);
    expect(shown(300)).toEqual(['B £200', 'A £100', 'B limit £20', 'A limit £200']);
    expect(shown(60)).toEqual(['B £0', 'A £60', 'B limit £220', 'A limit £240']);
  });

  test('a part has the day on which it was earned, also where the whole line has another', () => {
    const rows = [
      { with: ['care=yes'], price: pounds(300) },
      { with: [], price: pounds(200) },
    ];
    const [a, b] = attachedAtFirst('A', 'B') as [Fact, Fact];
    const known = dayNumber('2027-09-01');
    const moved = { ...a, id: 'A-2', replaces: a.id, with: ['care=yes'], known };
    const facts = [a, moved, b, achieved('A', '2027-06-01'), achieved('B', '2027-08-01')];
    const plan = saying({ limits: [wide(450)] }, [
      { ...settled, price: { ...settled.price, rows } },
    ]);
    // £200 on 1 June, £200 on 1 August, and £50 of £100 on 1 September.
    expect(paidInLine(owed(plan, facts, end))).toEqual(['A £250', 'B £200']);
    const too = { ...b, id: 'B-2', replaces: b.id, with: ['care=yes'], known: known + 30 };
    expect(paidInLine(owed(plan, [...facts, too], end))).toEqual(['A £250', 'B £200']);
  });

  test('a tier that pays no more leaves the money where it was earned', () => {
    const tiers = [
      { with: [], tier: { least: fraction(10), under: fraction(20) }, price: pounds(100) },
      { with: [], tier: { least: fraction(20) }, price: pounds(100) },
    ];
    const goals = anOutcome({
      name: 'Goals',
      condition: { is: 'scores', kind: 'goals', least: fraction(10), better: 'higher' },
      price: { rows: tiers },
    });
    const score = (value: string, words: Parameters<typeof happened>[2]) =>
      happened('goals', '2027-07-01', { participant: 'A', value, ...words });
    const facts = [
      ...attachedAtFirst('A', 'B'),
      score('12', { id: 'G1' }),
      score('20', { id: 'G2', replaces: 'G1', known: '2027-09-01' }),
      achieved('B', '2027-08-01'),
    ];
    const plan = saying({ limits: [wide(150)] }, [goals, settled]);
    expect(paidInLine(owed(plan, facts, end))).toEqual(['B £50', 'A £100']);
  });

  test('a part of one line stands before another line of its day by the day of the outcome', () => {
    const stay = (from: Day, to: Day, known: Day) =>
      spell('settled', { from, to, known }, { participant: 'A', id: `S ${from}` });
    const facts = [
      ...attachedAtFirst('A', 'B'),
      stay('2027-05-21', '2027-05-30', '2027-06-01'),
      stay('2027-05-11', '2027-05-20', '2027-07-01'),
      achieved('B', '2027-06-01'),
    ];
    const all = owed(saying({ limits: [wide(150)] }, [days, settled]), facts, end);
    expect(paidInLine(all)).toEqual(['B £50', 'A £100']);
  });

  test('a part of one line stands before another of its days and person by the page', () => {
    const tiers = [
      { with: [], tier: { least: fraction(10), under: fraction(20) }, price: pounds(100) },
      { with: [], tier: { least: fraction(20) }, price: pounds(100) },
    ];
    const goals = anOutcome({
      name: 'Goals',
      condition: { is: 'scores', kind: 'goals', least: fraction(10), better: 'higher' },
      price: { rows: tiers },
    });
    const score = (value: string, words: Parameters<typeof happened>[2]) =>
      happened('goals', '2027-07-01', { participant: 'A', value, ...words });
    const facts = [
      ...attachedAtFirst('A'),
      score('12', { id: 'G1' }),
      score('20', { id: 'G2', replaces: 'G1', known: '2027-09-01' }),
      achieved('A', '2027-07-01'),
    ];
    const paid = (outcomes: Parameters<typeof saying>[1]) =>
      paidInLine(owed(saying({ limits: [wide(150)] }, outcomes), facts, end));
    expect(paid([goals, settled])).toEqual(['A £50', 'A £100']);
    expect(paid([settled, goals])).toEqual(['A £150', 'A £0']);
  });

  test('one of more than a plain number holds cuts nothing, and says what it had left', () => {
    const plan = saying({ limits: [wide(0, { most: fraction(10n ** 20n) })] }, [settled]);
    const facts = [...attachedAtFirst('A'), achieved('A', '2027-06-01')];
    expect(paidInLine(owed(plan, facts, end))).toEqual(['A £220']);
    const why = whyLine({ plan, facts, asAt: end }, 'Outcomes/Settled|A-A|Bright Futures|1');
    const left = '1000000000000000000.00';
    expect(why?.parts).toEqual([{ amount: '220.00', limits: [{ clause: 'Limits/all', left }] }]);
  });

  test('what a gate held back stands where it passed', () => {
    const mix = aMeasure({ name: 'Mix', core: { is: 'share having', with: [] } });
    const gate = {
      clause: 'Measures/gate',
      outcomes: ['Settled'],
      measures: [],
      measure: 'Mix',
      least: fraction(0),
      strictly: false,
    };
    const plan = saying({ measures: [mix], gates: [gate], limits: [wide(300)] }, [
      settled,
      qualified,
    ]);
    const facts = [
      ...attachedAtFirst('A'),
      achieved('A', '2027-06-01'),
      achieved('A', '2027-08-01', { kind: 'qualified' }),
    ];
    expect(paidInLine(owed(plan, facts, end))).toEqual(['A £220', 'A £80']);
    expect(owed(plan, facts, end).lines.map(({ outcome }) => outcome)).toEqual([
      'Qualified',
      'Settled',
    ]);
  });

  test('the odd penny of a rounded total is under the limit too', () => {
    const price = { ...settled.price, rows: [{ with: [], price: fraction(100, 3) }] };
    const facts = [
      ...attachedAtFirst('A'),
      achieved('A', '2027-06-01'),
      achieved('A', '2027-06-02'),
      achieved('A', '2027-06-03'),
    ];
    const all = owed(
      saying({ limits: [wide(0.99)] }, [{ ...settled, price }], { roundingOf: 'total' }),
      facts,
      end,
    );
    expect(paidInLine(all)).toEqual(['A £0.34', 'A £0.33', 'A £0.32']);
    const tight = owed(
      saying({ limits: [wide(0.33)] }, [{ ...settled, price }], { roundingOf: 'total' }),
      facts,
      end,
    );
    expect(paidInLine(tight)).toEqual(['A £0.33', 'A £0', 'A £0']);
  });

  test('parts of one day stand in place in line: participant, then order on the page', () => {
    const grows = (participant: string, id: string) => [
      spell('settled', { from: '2027-05-01', to: '2027-05-10' }, { participant, id }),
      spell(
        'settled',
        { from: '2027-05-11', to: '2027-05-30', known: '2027-06-20' },
        { participant, id: `${id} later` },
      ),
    ];
    const facts = [...attachedAtFirst('A', 'B'), ...grows('B', 'S1'), ...grows('A', 'S2')];
    const all = owed(saying({ limits: [wide(300)] }, [days]), facts, end);
    expect(paidInLine(all)).toEqual(['A £200', 'B £100']);
  });
});

describe('what waits for verification', () => {
  const claim = { state: 'claimed' } as const;

  test('waits for as much as every limit over it would leave, after all that is sure', () => {
    const facts = [
      ...attachedAtFirst('A', 'B'),
      achieved('A', '2027-06-01', claim),
      achieved('A', '2027-06-02', claim),
      achieved('B', '2027-06-03'),
    ];
    const shown = (most: number) =>
      unpaidInLine(owed(saying({ limits: [wide(most)] }), facts, end));
    expect(shown(660)).toEqual(['A not_verified £220', 'A not_verified £220']);
    expect(shown(500)).toEqual(['A not_verified £220', 'A not_verified £60', 'A limit £160']);
    expect(shown(220)).toEqual(['A limit £220', 'A limit £220']);
  });

  test('a claim of what the provider pays waits whole and gives no room', () => {
    const back = { ...qualified, price: { ...qualified.price, reverse: { clause: 'Prices/r' } } };
    const facts = [
      ...attachedAtFirst('A'),
      achieved('A', '2027-06-01', { ...claim, kind: 'qualified' }),
      achieved('A', '2027-06-02', claim),
    ];
    const all = owed(saying({ limits: [wide(100)] }, [settled, back]), facts, end);
    expect(unpaidInLine(all)).toEqual([
      'A not_verified -£220',
      'A not_verified £100',
      'A limit £120',
    ]);
  });

  test('what no limit is over waits whole', () => {
    const limits = [wide(0, { outcomes: ['Qualified'] })];
    const facts = [...attachedAtFirst('A'), achieved('A', '2027-06-01', claim)];
    const all = owed(saying({ limits }, [settled, qualified]), facts, end);
    expect(unpaidInLine(all)).toEqual(['A not_verified £220']);
  });
});

test('a claim of somebody erased waits for as much as it did, and others for what it leaves', () => {
  const claim = { state: 'claimed' } as const;
  const plan = saying({ limits: [wide(300)] });
  const left = [...attachedAtFirst('B', 'C'), achieved('B', '2027-06-02')];
  const before = owed(
    plan,
    [...attachedAtFirst('A'), achieved('A', '2027-06-01', claim), ...left],
    end,
  );
  expect(unpaidInLine(before)).toEqual(['A not_verified £80', 'A limit £140']);
  const more = [...left, achieved('C', '2027-06-03', claim)];
  expect(unpaidInLine(owed(plan, more, erasing('A', before)))).toEqual([
    'A not_verified £80',
    'A limit £140',
    'C limit £220',
  ]);
  const used = [...left, achieved('B', '2027-06-03')];
  const after = owed(plan, used, erasing('A', before));
  expect(paidInLine(after)).toEqual(['B £220', 'B £80', 'A £0']);
  expect(unpaidInLine(after)).toEqual(['B limit £140', 'A not_verified £80', 'A limit £140']);
});

test('what is given keeps its amount and its part of the room, whatever the limit is now', () => {
  const facts = [
    ...attachedAtFirst('A', 'B'),
    achieved('A', '2027-06-01'),
    achieved('B', '2027-06-02'),
  ];
  const before = owed(saying({ limits: [wide(300)] }), facts, end);
  expect(paidInLine(before)).toEqual(['A £220', 'B £80']);
  const left = facts.filter(({ participant }) => participant !== 'A');
  const paid = (most: number) =>
    paidInLine(owed(saying({ limits: [wide(most)] }), left, erasing('A', before)));
  expect(paid(300)).toEqual(['A £220', 'B £80']);
  expect(paid(100)).toEqual(['A £220', 'B £0']);
  expect(paid(440)).toEqual(['A £220', 'B £220']);
  // B keeps the £80 that it was settled at, and leaves what it does not use.
  const others = facts.filter(({ participant }) => participant !== 'B');
  const more = [...others, achieved('A', '2027-06-03')];
  const after = owed(saying({ limits: [wide(400)] }), more, erasing('B', before));
  expect(paidInLine(after)).toEqual(['A £220', 'B £80', 'A £100']);
});

test('what rounding a total adds stands in line with the last line of it, before a limit', () => {
  const rounding = { unit: pounds(1), direction: 'up' } as const;
  const price = { ...settled.price, rows: [{ with: [], price: fraction(12345) }] };
  const plan = saying({ limits: [wide(124)] }, [{ ...settled, price }], {
    roundingOf: 'total',
    rounding,
  });
  const facts = [...attachedAtFirst('A'), achieved('A', '2027-06-01')];
  const all = owed(plan, facts, end);
  expect(paidInLine(all)).toEqual(['Settled Bright Futures £0.55', 'A £123.45']);
  const [line] = all.lines;
  expect(line?.participant).toBeUndefined();
  expect(line?.group).toBeUndefined();
  expect(line?.number).toBe('rounding');
  const tight = owed(
    {
      ...plan,
      versions: plan.versions.map((version) => ({
        ...version,
        whole: aWhole({ limits: [wide(100)] }),
      })),
    },
    facts,
    end,
  );
  expect(paidInLine(tight)).toEqual(['Settled Bright Futures £0.55', 'A £99.45']);
});

test('a measure is under a limit that names it, and shown with its cohort', () => {
  const measure = aMeasure({ core: { is: 'number', outcomes: ['Settled'] } });
  const plan = saying({
    measures: [measure],
    measurePayments: [itPays({ is: 'rows', rows: [{ amount: pounds(500) }] })],
    limits: [wide(120, { outcomes: ['Settling'] })],
  });
  const facts = [...attachedAtFirst('A'), achieved('A', '2027-06-01')];
  const all = owed(plan, facts, end);
  expect(paidInLine(all)).toEqual(['A £220', 'Settling Bright Futures £120']);
  expect(all.lines[1]?.cohort).toBe('2027-04-01');
});

test('why tells no limit of what the provider pays, and each limit that another line met', () => {
  const back = { ...qualified, price: { ...qualified.price, reverse: { clause: 'Prices/r' } } };
  const plan = saying({ limits: [wide(300)] }, [settled, back]);
  const facts = [
    ...attachedAtFirst('A'),
    achieved('A', '2027-06-01'),
    achieved('A', '2027-06-02', { kind: 'qualified' }),
    achieved('A', '2027-06-03'),
  ];
  const whys = owed(plan, facts, end).lines.map(({ line }) => {
    const why = whyLine({ plan, facts, asAt: end }, line);
    return [why?.parts.map(({ limits }) => limits), why && recomputeFromWhy(why)];
  });
  const left = (sum: string) => [[{ clause: 'Limits/all', left: sum }]];
  expect(whys).toEqual([
    [left('300.00'), 22000n],
    [[], -22000n],
    [left('80.00'), 8000n],
  ]);
});

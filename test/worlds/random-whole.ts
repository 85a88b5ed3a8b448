import { addMonths, type DayNumber, dayOf, workingDaysOf } from '../../src/calendar/index.ts';
import type { Chance } from '../../src/chance/index.ts';
import { type Fraction, fraction, multiply } from '../../src/money/index.ts';
import type { PeriodPlan } from '../../src/settlement/plan/period-plan.ts';
import type { OutcomePlan, VersionPlan, WholePlan } from '../../src/settlement/plan/plan.ts';
import { aWhole } from '../support/makers/whole.ts';
import { randomMeasures } from './random-measures.ts';
import { providers } from './random-plan.ts';

/** What a random page says of all lines together is drawn from its days, groups and outcomes. */
export type Page = Readonly<{
  draw: Chance;
  startsOn: DayNumber;
  endsOn: DayNumber;
  groups: readonly string[];
  outcomes: readonly OutcomePlan[];
}>;

type Making = { -readonly [Key in keyof WholePlan]: WholePlan[Key] };

const features: readonly ((page: Page, whole: Making) => void)[] = [
  addMeasures,
  addMeasures,
  addMeasures,
  addFees,
  addFees,
  addAdvances,
  addPots,
  addPots,
  addGuarantees,
  addDeductions,
  addLimits,
  addLimits,
  addLimits,
  addCounts,
  addCounts,
  addLaterRates,
  addPayers,
  addPayers,
  addTimeliness,
  addTimeliness,
  addEnding,
  addSubcontract,
];

/** Some features together, more often several than none. */
export function randomWhole(page: Page): WholePlan | undefined {
  const { draw } = page;
  const chosen = new Set(draw.shuffle(features).slice(0, draw.pick([0, 1, 2, 3, 4, 6, 9])));
  if (chosen.size === 0) return undefined;
  const whole: Making = { ...aWhole() };
  for (const add of features) if (chosen.delete(add)) add(page, whole);
  return whole;
}

/** The days of the contract in stretches of so many months. */
export function stretches(
  { startsOn, endsOn }: Pick<Page, 'startsOn' | 'endsOn'>,
  months: number,
): PeriodPlan[] {
  const periods: PeriodPlan[] = [];
  for (let index = 0; addMonths(startsOn, months * index) <= endsOn; index += 1) {
    const first = addMonths(startsOn, months * index);
    const last = Math.min(addMonths(startsOn, months * (index + 1)) - 1, endsOn);
    periods.push({ name: dayOf(first), first, last });
  }
  return periods;
}

export function someNames(draw: Chance, from: readonly Readonly<{ name: string }>[]): string[] {
  const some = from.filter(() => draw.happens(0.6)).map(({ name }) => name);
  return some.length > 0 ? some : [draw.pick(from).name];
}

/** Pounds, now and then thirds of pennies among them. */
function pounds(draw: Chance, most: number): Fraction {
  const amount = fraction(draw.whole(1, most) * 100);
  return draw.happens(0.2) ? multiply(amount, fraction(1, 3)) : amount;
}

function wholePounds(draw: Chance, most: number): Fraction {
  return fraction(draw.whole(1, most) * 100);
}

function addMeasures(page: Page, whole: Making): void {
  Object.assign(whole, randomMeasures(page));
}

function addFees(page: Page, whole: Making): void {
  const { draw } = page;
  const fees = Array.from({ length: draw.pick([1, 1, 2]) }, (_, index) => {
    const name = draw.pick(['grant', 'fee'] as const);
    const periods = stretches(page, draw.pick([1, 3, 12]));
    const lag = draw.pick([0, 1, 14]);
    const parts = periods.map((period) => ({
      ...period,
      amount: pounds(draw, 40),
      dueOn: lag === 0 ? period.first : period.last + lag,
    }));
    return {
      clause: `Payment/${name} ${index + 1}`,
      name,
      order: 2000 + index,
      to: draw.pick([
        { is: 'each provider' },
        { is: 'each provider' },
        { is: 'all providers' },
        { is: 'provider', provider: draw.pick(providers) },
      ] as const),
      on: draw.happens(0.3)
        ? ({ is: 'joining', amount: pounds(draw, 40) } as const)
        : ({ is: 'periods', parts } as const),
    };
  });
  // A fee on joining cannot be shared by all.
  whole.fees = fees.map((fee) =>
    fee.on.is === 'joining' && fee.to.is === 'all providers'
      ? { ...fee, to: { is: 'each provider' } }
      : fee,
  );
}

function addAdvances({ draw, startsOn, endsOn }: Page, whole: Making): void {
  whole.advances = [
    {
      clause: 'Payment/advance',
      order: 2010,
      amount: wholePounds(draw, 60),
      on: draw.happens(0.5)
        ? { is: 'joining' }
        : { is: 'day', day: draw.whole(startsOn, endsOn - 40) },
      share: fraction(1, draw.whole(1, 4)),
    },
  ];
}

function addPots(page: Page, whole: Making): void {
  const { draw, outcomes } = page;
  const floor = draw.whole(0, 20) * 100;
  const ceiling = floor + draw.whole(0, 40) * 100;
  whole.pots = [
    {
      clause: 'Payment/pot',
      order: 2020,
      outcomes: someNames(draw, outcomes),
      periods: stretches(page, draw.pick([3, 6, 12])).map((period) => ({
        ...period,
        closesOn: period.last + draw.pick([0, 10, 30]),
      })),
      size: draw.happens(0.5)
        ? { is: 'fixed', amount: wholePounds(draw, 50) }
        : {
            is: 'by results',
            each: wholePounds(draw, 15),
            floor: fraction(floor),
            ceiling: fraction(ceiling),
          },
    },
  ];
}

function addGuarantees(page: Page, whole: Making): void {
  const { draw } = page;
  const years = stretches(page, draw.pick([6, 12])).map((period) => ({
    ...period,
    closesOn: period.last + draw.pick([0, 20]),
  }));
  whole.guarantees = [
    {
      clause: 'Payment/guarantee',
      order: 2030,
      years,
      least: draw.happens(0.5)
        ? { is: 'referrals', count: draw.whole(1, 6), amountShort: pounds(draw, 20) }
        : { is: 'payment', amount: pounds(draw, 90) },
    },
  ];
}

function addDeductions({ draw }: Page, whole: Making): void {
  whole.deductions = [
    {
      clause: 'Payment/deduction',
      order: 2040,
      kinds: draw.pick([['offence'], ['moved', 'offence']]),
      amount: pounds(draw, 10),
    },
  ];
}

function addLimits(page: Page, whole: Making): void {
  whole.limits = someLimits(page, whole.measures);
}

function someLimits(
  { draw, groups, outcomes }: Pick<Page, 'draw' | 'groups' | 'outcomes'>,
  measures: WholePlan['measures'],
): WholePlan['limits'] {
  return Array.from({ length: draw.pick([1, 1, 2, 3]) }, (_, index) => ({
    clause: `Limits/wide ${index + 1}`,
    most: wholePounds(draw, draw.pick([20, 120])),
    per: draw.pick([
      { is: 'contract' },
      { is: 'contract' },
      { is: 'each provider' },
      { is: 'each provider' },
      { is: 'provider', provider: draw.pick(providers) },
      { is: 'group', group: draw.pick(groups) },
    ] as const),
    ...(draw.happens(0.4) ? { outcomes: linesNamed(draw, outcomes, { measures }) } : {}),
    eachYear: draw.happens(0.25),
  }));
}

/** Names of outcomes, and now and then of a measure. */
function linesNamed(
  draw: Chance,
  outcomes: readonly OutcomePlan[],
  whole: Pick<WholePlan, 'measures'>,
): string[] {
  const measures = whole.measures.map(({ name }) => name);
  const some = someNames(draw, outcomes);
  return draw.happens(0.3) ? [...some, ...measures.slice(0, 1)] : some;
}

function addCounts({ draw, outcomes }: Page, whole: Making): void {
  whole.counts = Array.from({ length: draw.pick([1, 1, 1, 2]) }, (_, index) => ({
    clause: `Limits/count ${index + 1}`,
    outcomes: someNames(draw, outcomes),
    share: fraction(draw.whole(1, 3), draw.whole(3, 5)),
    of: draw.pick(['referred', 'attached'] as const),
    per: draw.pick(['contract', 'provider'] as const),
  }));
}

function addLaterRates({ draw, outcomes }: Page, whole: Making): void {
  whole.laterRates = [
    {
      clause: 'Prices/later rate',
      sum: wholePounds(draw, 60),
      per: draw.pick(['contract', 'provider'] as const),
      outcomes: someNames(draw, outcomes),
      share: fraction(draw.whole(0, 3), 4),
    },
  ];
}

const payers = ['Northshire', 'Health Board', 'Social Fund'] as const;

function addPayers({ draw, outcomes }: Page, whole: Making): void {
  const third = fraction(1, 3);
  const rule = (index: number) => ({
    clause: `Payment/payers ${index}`,
    ...(index === 1 || draw.happens(0.3) ? { outcomes: linesNamed(draw, outcomes, whole) } : {}),
    pays: draw.pick([
      {
        is: 'shares',
        shares: payers.map((payer) => ({ payer, share: third })),
      },
      {
        is: 'shares',
        shares: draw
          .shuffle(payers)
          .slice(0, 2)
          .map((payer) => ({ payer, share: fraction(2, 7) })),
      },
      {
        is: 'first',
        payer: 'Health Board',
        sum: wholePounds(draw, 60),
        eachYear: draw.happens(0.3),
        rest: draw.pick(['Northshire', 'Social Fund']),
      },
      {
        is: 'fixed',
        payer: 'Social Fund',
        amount: wholePounds(draw, 3),
        rest: draw.pick(['Northshire', 'Health Board']),
      },
    ] as const),
  });
  whole.payers = draw.happens(0.4) ? [rule(1), rule(2)] : [rule(2)];
  if (draw.happens(0.4)) return;
  whole.payerLimits = [
    {
      clause: 'Payment/payer limit',
      payer: draw.pick(payers),
      most: wholePounds(draw, 50),
      eachYear: draw.happens(0.3),
    },
  ].map((limit) =>
    draw.happens(0.5)
      ? limit
      : { ...limit, beyond: payers.find((each) => each !== limit.payer) as string },
  );
}

function addTimeliness({ draw, startsOn, endsOn }: Page, whole: Making): void {
  const length = (least: number, most: number) =>
    ({ count: draw.whole(least, most), unit: 'day' }) as const;
  const working = workingDaysOf('England');
  const isWorking = draw.happens(0.4) && working !== undefined;
  whole.timeliness = {
    ...(draw.happens(0.5) ? { within: { clause: 'Payment/within', length: length(10, 60) } } : {}),
    ...(draw.happens(0.2)
      ? { by: { clause: 'Payment/by', day: draw.whole(startsOn + 60, endsOn + 30) } }
      : {}),
    ...(draw.happens(0.3)
      ? { yearCloses: { clause: 'Payment/year closes', length: length(5, 40) } }
      : {}),
    ...(draw.happens(0.5)
      ? {
          deemed: {
            clause: 'Payment/deemed',
            length: isWorking
              ? ({ count: draw.whole(3, 20), unit: 'working day' } as const)
              : length(3, 40),
          },
        }
      : {}),
    ...(draw.happens(0.4) ? { except: ['fraud'] } : {}),
    ...(isWorking ? { working } : {}),
  };
}

function addEnding({ draw }: Page, whole: Making): void {
  const length = () => ({ count: draw.whole(5, 60), unit: 'day' }) as const;
  whole.ending = {
    ...(draw.happens(0.7)
      ? { afterLeaving: { clause: 'Market/after leaving', length: length() } }
      : {}),
    ...(draw.happens(0.6) ? { runOff: { clause: 'Market/run-off', length: length() } } : {}),
  };
}

function addSubcontract({ draw }: Page, whole: Making): void {
  if (draw.happens(0.6)) return;
  whole.attachedHere = [
    { provider: providers[0], with: ['need=high'], to: 'Delta' },
    { provider: providers[0], with: [], to: draw.pick(['Delta', 'Elm']) },
    { provider: providers[1], with: [], to: providers[1] },
  ];
}

/**
 * The same in a later version, with some sums and shares changed, limits dropped, added or in
 * another order, advances on another day and cohorts of other lengths.
 */
export function laterWhole(
  page: Omit<Page, 'groups'>,
  version: VersionPlan,
): Pick<VersionPlan, 'whole'> {
  const { draw } = page;
  const { whole } = version;
  if (whole === undefined || draw.happens(0.4)) return whole === undefined ? {} : { whole };
  const other = () => wholePounds(draw, 60);
  const some = <Each>(list: readonly Each[], change: (each: Each) => Each) =>
    list.map((each) => (draw.happens(0.5) ? change(each) : each));
  return {
    whole: {
      ...whole,
      ...otherMeasures(page, whole),
      limits: otherLimits(page, version),
      advances: some(whole.advances, (each) => ({
        ...each,
        amount: other(),
        ...(each.on.is === 'day'
          ? { on: { is: 'day', day: each.on.day + draw.whole(0, 60) } }
          : {}),
      })),
      counts: some(whole.counts, (each) => ({ ...each, share: fraction(1, draw.whole(1, 4)) })),
      laterRates: some(whole.laterRates, (each) => ({ ...each, sum: other() })),
      deductions: some(whole.deductions, (each) => ({ ...each, amount: other() })),
      pots: draw.happens(0.3) ? [] : whole.pots,
      gates: draw.happens(0.3) ? [] : whole.gates,
      payerLimits: some(whole.payerLimits, (each) => ({ ...each, most: other() })),
    },
  };
}

/** Renumbered by their places, as the limits of a page are. */
function otherLimits(
  { draw, outcomes }: Omit<Page, 'groups'>,
  { whole, groups }: VersionPlan,
): WholePlan['limits'] {
  const before = whole?.limits ?? [];
  const kept = before.filter(() => draw.happens(0.8));
  const page = { draw, outcomes, groups: [...groups.keys()] };
  const more = draw.happens(0.3) ? someLimits(page, whole?.measures ?? []) : [];
  const placed = draw.happens(0.5) ? draw.shuffle([...more, ...kept]) : [...kept, ...more];
  return placed.map((each, index) => ({
    ...each,
    clause: `Limits/wide ${index + 1}`,
    most: draw.happens(0.5) ? wholePounds(draw, 60) : each.most,
  }));
}

/** Now and then the cohorts of all measures are of another length. */
function otherMeasures(
  page: Omit<Page, 'groups'>,
  { measures }: WholePlan,
): Pick<WholePlan, 'measures'> {
  if (page.draw.happens(0.7)) return { measures };
  const cohorts = stretches(page, page.draw.pick([3, 6])).map((period) => {
    return { ...period, takenOn: period.last + 15 };
  });
  const isOne = measures.some((each) => each.cohorts.length === 1);
  return { measures: isOne ? measures : measures.map((each) => ({ ...each, cohorts })) };
}

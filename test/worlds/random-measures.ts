import type { Chance } from '../../src/chance/index.ts';
import { type Fraction, fraction, one } from '../../src/money/index.ts';
import type {
  CohortPlan,
  GatePlan,
  MeasureCore,
  MeasurePayees,
  MeasurePayment,
  MeasurePays,
  MeasurePlan,
} from '../../src/settlement/plan/measure-plan.ts';
import type { WholePlan } from '../../src/settlement/plan/plan.ts';
import { areas, completeSource, providers } from './random-plan.ts';
import { type Page, someNames, stretches } from './random-whole.ts';

type Made = Pick<WholePlan, 'measures' | 'measurePayments' | 'gates'>;

/** One to three measures, what they pay, and perhaps a gate; now and then a pooled second test. */
export function randomMeasures(page: Page): Made {
  const { draw } = page;
  const measures: MeasurePlan[] = [];
  const names = ['M', 'N', 'O'].slice(0, draw.pick([1, 1, 2, 2, 3]));
  for (const [index, letter] of names.entries()) {
    measures.push(randomMeasure(page, `${letter} measure`, { index, before: measures }));
  }
  const payments = measures.flatMap((measure) =>
    draw.happens(0.8) ? [paymentOf(draw, measure, 1)] : [],
  );
  const [first] = measures;
  if (first !== undefined && draw.happens(0.25)) {
    const { pooled, payment } = secondTest(page, first);
    measures.push(pooled);
    payments.push(payment);
  }
  const more = draw.happens(0.15)
    ? measures.slice(0, 1).map((each) => paymentOf(draw, each, 2))
    : [];
  return {
    measures,
    measurePayments: [...payments, ...more],
    gates: draw.happens(0.5) ? randomGates(page, measures) : [],
  };
}

type Among = Readonly<{ index: number; before: readonly MeasurePlan[] }>;

function randomMeasure(page: Page, name: string, { index, before }: Among): MeasurePlan {
  const { draw, startsOn } = page;
  const [other] = before;
  const isWeighted = other !== undefined && other.core.is !== 'estimated' && draw.happens(0.3);
  const core: MeasureCore = isWeighted
    ? {
        is: 'weighted',
        parts: [{ measure: other.name, weight: fraction(1, draw.whole(2, 3)) }].concat(
          before
            .filter((each) => isAlike(each, other))
            .map((each) => ({ measure: each.name, weight: fraction(1, 4) })),
        ),
      }
    : randomCore(draw, page);
  const cohorts: CohortPlan[] = stretches(page, draw.pick([3, 3, 6, 24])).map((period) => ({
    ...period,
    takenOn: period.last + draw.pick([0, 0, 15, 60]),
  }));
  const isCompared = !isWeighted && core.is !== 'estimated' && draw.happens(0.25);
  const number = { is: 'number', number: fraction(draw.whole(1, 3), draw.whole(1, 3)) } as const;
  const [baseline] = stretches(page, 3);
  const cohort = {
    is: 'cohort',
    cohort: { name: 'before', first: startsOn, last: baseline?.last ?? startsOn },
  } as const;
  return {
    name,
    clause: `Measures/${name}`,
    order: 1000 + index * 10,
    wording: `${name}: ${core.is}`,
    core,
    of: isWeighted ? other.of : draw.pick(['referred', 'attached']),
    cohorts: isWeighted ? other.cohorts : cohorts,
    per: isWeighted ? other.per : draw.pick(['provider', 'programme']),
    ...(draw.happens(0.3) ? { within: { count: draw.whole(20, 120), unit: 'day' } } : {}),
    ...(isCompared
      ? {
          against: {
            how: draw.pick(['rise above', 'fall below', 'share of'] as const),
            value: draw.pick([number, cohort]),
            relative: draw.happens(0.3),
          },
        }
      : {}),
    unknown: draw.pick(['left out', 'not']),
  };
}

/** Another measure of the same cohorts. */
function isAlike(a: MeasurePlan, b: MeasurePlan): boolean {
  return a !== b && a.cohorts === b.cohorts && a.per === b.per;
}

function randomCore(draw: Chance, { outcomes }: Page): MeasureCore {
  const is = draw.pick([
    'number',
    'share',
    'share',
    'rate',
    'share with',
    'per head',
    'per one with any',
    'share having',
    'total',
    'mean',
    'mean change',
    'estimated',
    'estimated',
  ] as const);
  const kinds = draw.pick([['offence'], ['enrolled', 'qualified'], ['in custody']]);
  const recorded = draw.happens(0.4) ? { completeSource } : {};
  switch (is) {
    case 'number':
    case 'share':
    case 'rate':
      return { is, outcomes: someNames(draw, outcomes) };
    case 'share with':
    case 'per head':
    case 'per one with any':
      return { is, kinds, ...recorded };
    case 'share having':
      return { is, with: [draw.pick(areas)] };
    case 'total':
    case 'mean':
      return { is, kinds: ['paid'] };
    case 'mean change':
      return { is, kind: 'confidence', better: draw.pick(['higher', 'lower']) };
    case 'estimated':
      return { is, bound: draw.pick(['value', 'value', 'low', 'high']) };
  }
}

/** A number that such a measure may well come to. */
function typical(draw: Chance, { core, against }: MeasurePlan): Fraction {
  const isSum = core.is === 'total' || core.is === 'mean';
  if (isSum) return fraction(draw.whole(1, 40_000));
  if (core.is === 'number') return fraction(draw.whole(0, 4));
  if (core.is === 'estimated') return fraction(draw.whole(1, 19), 2);
  if (core.is === 'mean change') return fraction(draw.whole(-3, 6));
  const share = fraction(draw.whole(0, 4), draw.pick([3, 4]));
  return against === undefined || against.how === 'share of'
    ? share
    : fraction(draw.whole(-2, 2), 3);
}

function paymentOf(draw: Chance, measure: MeasurePlan, number: number): MeasurePayment {
  return {
    measure: measure.name,
    clause: number === 1 ? measure.clause : `${measure.clause} again`,
    order: measure.order + number,
    pays: randomPays(draw, measure),
    to: measure.per === 'provider' ? { is: 'own' } : randomPayees(draw),
  };
}

/** Measures that count something of which each one can be paid for. */
const counting = new Set<MeasureCore['is']>([
  'number',
  'share',
  'rate',
  'share with',
  'per head',
  'per one with any',
]);

function randomPays(draw: Chance, measure: MeasurePlan): MeasurePays {
  const amount = () => fraction(draw.whole(1, 30) * 100, draw.pick([1, 1, 3]));
  if (counting.has(measure.core.is) && measure.against === undefined && draw.happens(0.4)) {
    const side = draw.pick(['above', 'below'] as const);
    const isShare = measure.core.is !== 'per one with any' && draw.happens(0.6);
    const value = isShare ? fraction(draw.whole(0, 3), 4) : fraction(draw.whole(0, 5), 2);
    const mark = { is: isShare ? 'share' : 'number', value } as const;
    return { is: 'each one beyond', side, mark, amount: amount(), whole: draw.happens(0.5) };
  }
  const [low, high] = [typical(draw, measure), typical(draw, measure)].sort((a, b) =>
    a.numerator * b.denominator < b.numerator * a.denominator ? -1 : 1,
  ) as [Fraction, Fraction];
  const isOne = low.numerator * high.denominator === high.numerator * low.denominator;
  const each = {
    amount: amount(),
    unit: draw.pick([one, fraction(1, 10)]),
    above: low,
    whole: draw.happens(0.5),
  };
  return {
    is: 'rows',
    rows: [
      { under: low, amount: fraction(0) },
      ...(isOne ? [] : [{ least: low, under: high, amount: amount(), each }]),
      { least: high, amount: amount(), ...(draw.happens(0.3) ? { each } : {}) },
    ],
  };
}

function randomPayees(draw: Chance): MeasurePayees {
  return draw.pick([
    { is: 'own' },
    { is: 'equally' },
    { is: 'by attachments' },
    {
      is: 'shares',
      shares: providers.map((provider) => ({ provider, share: fraction(1, 3) })),
    },
  ] as const);
}

/** The same number about all the cohorts together, paid for those that paid nothing. */
function secondTest(
  page: Page,
  of: MeasurePlan,
): Readonly<{ pooled: MeasurePlan; payment: MeasurePayment }> {
  const { draw, startsOn, endsOn } = page;
  const cohort = { name: 'pooled', first: startsOn, last: endsOn, takenOn: endsOn + 30 };
  const name = `${of.name} pooled`;
  const core: MeasureCore =
    of.core.is === 'weighted'
      ? { is: 'number', outcomes: someNames(draw, page.outcomes) }
      : of.core;
  const pooled = {
    ...of,
    name,
    clause: `Measures/${name}`,
    order: of.order + 5,
    core,
    cohorts: [
      draw.happens(0.7) ? cohort : { ...cohort, last: startsOn + 90, takenOn: startsOn + 95 },
    ],
  };
  const payment: MeasurePayment = {
    measure: name,
    clause: pooled.clause,
    order: pooled.order,
    pays: {
      is: 'each cohort unpaid',
      of: of.name,
      least: typical(draw, pooled),
      amount: fraction(draw.whole(1, 30) * 100),
    },
    to:
      of.per === 'provider'
        ? { is: 'own' }
        : draw.pick([{ is: 'own' }, { is: 'equally' }] as const),
  };
  return { pooled, payment };
}

function randomGates({ draw, outcomes }: Page, measures: readonly MeasurePlan[]): GatePlan[] {
  const measure = draw.pick(measures);
  const others = measures.filter(({ name }) => name !== measure.name);
  return [
    {
      clause: 'Measures/gate',
      outcomes: draw.happens(0.8) ? someNames(draw, outcomes) : [],
      measures: draw.happens(0.4) ? others.map(({ name }) => name).slice(0, 1) : [],
      measure: measure.name,
      least: typical(draw, measure),
      strictly: draw.happens(0.3),
    },
  ];
}

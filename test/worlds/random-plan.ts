import { type DayNumber, dayNumber, type Length, workingDaysOf } from '../../src/calendar/index.ts';
import type { Chance } from '../../src/chance/index.ts';
import { type Fraction, fraction, zero } from '../../src/money/index.ts';
import type { BandsPlan } from '../../src/settlement/plan/money-plan.ts';
import type {
  AdditionPlan,
  Anchor,
  Condition,
  GroupPlan,
  LimitPlan,
  OutcomePlan,
  Plan,
  PricePlan,
  PriceRow,
  RoutePlan,
  VersionPlan,
  WindowPlan,
} from '../../src/settlement/plan/plan.ts';
import { withSharedLimits } from './random-proportion.ts';
import { laterWhole, randomWhole } from './random-whole.ts';

/** The kinds of fact that a random world knows, by shape. */
export const kinds = {
  occurrences: ['enrolled', 'qualified', 'moved'],
  spells: ['housed', 'working'],
  pauses: ['in hospital', 'abroad'],
  exclusions: ['in custody'],
  scores: ['confidence', 'wellbeing'],
  payments: ['paid'],
  fees: ['allowance'],
  wages: ['earning'],
  units: ['lesson'],
  offences: ['offence'],
  setAside: ['died', 'moved away'],
} as const;

export const completeSource = 'police';
export const sources = ['provider', 'register'] as const;
export const areas = ['area=Leeds', 'area=York', 'need=high'] as const;
export const providers = ['Acorn', 'Beacon', 'Cedar'] as const;

type Made = Readonly<{
  draw: Chance;
  startsOn: DayNumber;
  endsOn: DayNumber;
  /** Outcomes made before this one, to which it may refer. */
  before: readonly OutcomePlan[];
  variety: Variety;
}>;

/**
 * A market is a short contract with few and plain outcomes, for many people, of which much else is
 * said; the other has few people and everything that can be said of an outcome.
 */
export type Variety = 'market' | 'people';

/** A random contract of a year or two, short enough that much happens in it. */
export function randomPlan(draw: Chance, variety: Variety): Plan {
  const startsOn = dayNumber('2027-01-01') + draw.whole(0, 200);
  const endsOn = startsOn + (variety === 'market' ? draw.whole(100, 420) : draw.whole(150, 500));
  const made = { draw, startsOn, endsOn, before: [], variety };
  const most = variety === 'market' ? 2 : 3;
  const groups = ['adult', 'child', 'family'].slice(0, draw.whole(1, most));
  const outcomes = randomOutcomes(made);
  const isPlain = variety === 'people' && draw.happens(0.5);
  const page = { draw: draw.fork('whole'), startsOn, endsOn, groups, outcomes };
  const whole = isPlain ? undefined : randomWhole(page);
  const first = { ...randomVersion(made, groups, outcomes), ...(whole ? { whole } : {}) };
  const versions: VersionPlan[] = [first];
  if (draw.happens(variety === 'market' ? 0.3 : 0.5)) {
    versions.push(laterVersion({ ...made, before: outcomes }, first));
  }
  const plan = {
    currency: 'GBP',
    payer: 'Northshire',
    startsOn,
    endsOn,
    ...(draw.happens(0.2) ? { yearsRunFrom: { month: 4, day: 1 } } : {}),
    versions,
  };
  return withSharedLimits(draw.fork('shared'), plan);
}

function randomVersion(
  { draw, startsOn }: Made,
  names: readonly string[],
  outcomes: readonly OutcomePlan[],
): VersionPlan {
  const groups = new Map<string, GroupPlan>();
  const limits = randomLimits(draw, outcomes);
  for (const [index, group] of names.entries()) {
    const theirs = outcomes.filter(() => index === 0 || draw.happens(0.85));
    const priced = index === 0 ? theirs : theirs.map((each) => forGroup(draw, each));
    groups.set(group, { group, outcomes: priced, limits });
  }
  return {
    version: 1,
    hash: 'first',
    countsFrom: startsOn,
    countsFor: 'outcomes',
    groups,
    setAsideBy: draw.happens(0.5) ? kinds.setAside : [],
    whose: draw.happens(0.7) ? 'attached' : draw.pick(['first', 'last']),
    routes: randomRoutes(draw, outcomes),
    rounding: {
      unit: fraction(draw.happens(0.8) ? 1 : 100),
      direction: draw.happens(0.7) ? 'nearest' : draw.pick(['up', 'down']),
    },
    roundingOf: draw.happens(0.75) ? 'line' : 'total',
    ...(draw.happens(0.2) ? { ranks: randomRanks(draw) } : {}),
    ...(draw.happens(0.15) ? { partEnds: randomLength(draw, 30, 120) } : {}),
    ...(draw.happens(0.1) ? { referralsUntil: startsOn + draw.whole(20, 120) } : {}),
  };
}

/** For one kind or two, the register overrides what the provider says, or the other way round. */
function randomRanks(draw: Chance): Map<string, readonly string[]> {
  const ranked = draw.shuffle([...kinds.spells, ...kinds.scores, ...kinds.wages, ...kinds.units]);
  return new Map(ranked.slice(0, 3).map((kind) => [kind, draw.shuffle(sources)]));
}

/** The same outcome for another group: another price, and sometimes another length. */
function forGroup(draw: Chance, outcome: OutcomePlan): OutcomePlan {
  return changed(draw, outcome, 0.15);
}

/** A later version: other prices and limits, sometimes other lengths or times. */
function laterVersion(
  { draw, startsOn, endsOn, before: outcomes }: Made,
  first: VersionPlan,
): VersionPlan {
  const groups = new Map<string, GroupPlan>();
  for (const [name, { group, outcomes, limits }] of first.groups) {
    groups.set(name, {
      group,
      outcomes: outcomes.map((each) => changed(draw, each, 0.2)),
      limits: limits.map((limit) =>
        draw.happens(0.3) ? { ...limit, most: fraction(draw.whole(20, 900) * 100) } : limit,
      ),
    });
  }
  return {
    ...first,
    version: 2,
    hash: 'second',
    countsFrom: draw.whole(startsOn + 20, endsOn - 20),
    countsFor: draw.pick(['outcomes', 'outcomes', 'attachments']),
    groups,
    ...laterWhole({ draw: draw.fork('later whole'), startsOn, endsOn, outcomes }, first),
  };
}

function changed(draw: Chance, outcome: OutcomePlan, oftenness: number): OutcomePlan {
  const { condition, price } = outcome;
  const rows = price.rows.map((row) =>
    draw.happens(0.5) ? { ...row, price: randomPrice(draw) } : row,
  );
  const isOther = condition.is === 'lasts' && draw.happens(oftenness);
  const length = { count: draw.whole(5, 30), unit: 'day' } as const;
  return {
    ...outcome,
    condition: isOther ? { ...condition, length } : condition,
    ...(isOther && outcome.partialFrom ? { partialFrom: { count: 3, unit: 'day' } } : {}),
    price: { ...price, rows },
  };
}

function randomOutcomes(made: Made): OutcomePlan[] {
  const count = made.variety === 'market' ? made.draw.whole(1, 3) : made.draw.whole(2, 7);
  const outcomes: OutcomePlan[] = [];
  for (let index = 0; index < count; index += 1) {
    outcomes.push(randomOutcome({ ...made, before: outcomes }, index));
  }
  return outcomes;
}

function randomOutcome(made: Made, index: number): OutcomePlan {
  const { draw, before } = made;
  const name = `${'ABCDEFG'[index]} outcome`;
  const condition = randomCondition(made, name);
  const isMany = condition.is === 'each day' || condition.is === 'each unit';
  const isOnce = ['absent', 'scores', 'all of', 'any of'].includes(condition.is);
  const isPartial =
    (condition.is === 'absent' || condition.is === 'lasts') && draw.happens(0.3) && !isMany;
  const isTiered = condition.is === 'improves' && condition.ofFirst !== true && draw.happens(0.4);
  const tiers = isTiered ? tiersOf(condition.by) : [];
  const times =
    isOnce || isPartial || tiers.length > 0 ? 1 : draw.pick([1, 1, 2, 3, 5, 'any'] as const);
  const lower = before.filter((each) => each.times === 1);
  const window = randomWindow(made, condition);
  return {
    name,
    clause: `Outcomes/${name}`,
    wording: `${name}: ${condition.is}`,
    order: index,
    condition,
    ...(window === undefined ? {} : { window }),
    times: isMany ? (draw.happens(0.7) ? 'any' : draw.whole(1, 60)) : times,
    scope: draw.pick(['participant', 'participant', 'attachment', 'attachment', 'referral']),
    onlyAfter: someNames(draw, before, 0.1),
    takesThePlaceOf: times === 1 && !isMany ? someNames(draw, lower, 0.3) : [],
    pausedBy: draw.happens(0.4) ? [draw.pick(kinds.pauses)] : [],
    states: draw.happens(0.85) ? ['verified'] : ['claimed', 'verified'],
    ...(draw.happens(0.1) ? { whileAttached: true } : {}),
    ...(isPartial ? { partialFrom: { count: draw.whole(2, 5), unit: 'day' } } : {}),
    ...(draw.happens(0.15) ? { knownWithin: randomLength(draw, 20, 60) } : {}),
    price: randomPricePlan(draw, { isMany, isPartial, tiers }),
  };
}

function someNames(draw: Chance, from: readonly OutcomePlan[], often: number): string[] {
  return from.filter(() => draw.happens(often)).map(({ name }) => name);
}

/** What most outcomes of a market are. */
const plainConditions = Array.from({ length: 30 }, () => 'happens' as const);

function randomCondition({ draw, before, variety }: Made, name: string): Condition {
  const is = draw.pick([
    ...(variety === 'market' ? plainConditions : []),
    'happens',
    'lasts',
    'lasts',
    'lasts',
    'absent',
    'improves',
    'scores',
    'adds up',
    'each day',
    'each unit',
    ...(before.length > 1 ? (['all of', 'any of'] as const) : []),
  ] as const);
  const spells = draw.happens(0.3) ? kinds.spells : [draw.pick(kinds.spells)];
  const bound = {
    least: fraction(draw.whole(10, 30)),
    strictly: draw.happens(0.3),
    ...(draw.happens(0.3) ? { under: fraction(draw.whole(25, 35)) } : {}),
  };
  const atLeast = draw.happens(0.3) ? { atLeast: bound } : {};
  const less = draw.happens(0.3) ? kinds.exclusions : [];
  const isRecorded = less.length > 0 && draw.happens(0.3);
  const excluding = { less, ...(isRecorded ? { lessCompleteSource: completeSource } : {}) };
  const kind = draw.pick(kinds.scores);
  const better = draw.pick(['higher', 'higher', 'lower'] as const);
  switch (is) {
    case 'happens':
      return { is, kinds: [draw.pick([name, 'attached', 'referred', ...kinds.occurrences])] };
    case 'lasts': {
      const how = draw.pick(['in one go', 'in total'] as const);
      const gap = { gapMax: { count: draw.whole(1, 6), unit: 'day' } } as const;
      const length = draw.happens(0.15)
        ? ({ count: draw.whole(1, 2), unit: 'month' } as const)
        : randomLength(draw, 5, 30);
      return {
        is,
        kinds: spells,
        ...atLeast,
        ...excluding,
        length: how === 'in total' ? randomLength(draw, 5, 40) : length,
        how,
        ...(how === 'in one go' && draw.happens(0.35) ? gap : {}),
      };
    }
    case 'absent':
      return draw.happens(0.4)
        ? { is, kinds: kinds.offences, presumed: true }
        : { is, kinds: kinds.offences, presumed: false, completeSource };
    case 'improves':
      return draw.happens(0.25)
        ? { is, kind, by: fraction(1, draw.whole(2, 5)), ofFirst: true, better }
        : { is, kind, by: fraction(draw.whole(2, 6)), better };
    case 'scores':
      return { is, kind, least: fraction(draw.whole(8, 16)), better };
    case 'adds up': {
      const perWeek = draw.happens(0.4);
      const amount = fraction(draw.whole(100, 600) * 100);
      return {
        is,
        kinds: perWeek ? kinds.wages : [...kinds.payments, ...kinds.fees],
        amount,
        perWeek,
      };
    }
    case 'each day': {
      const marks = before.filter((each) => each.condition.is !== 'each day');
      const isMarked = marks.length > 0 && draw.happens(0.3);
      const mark = isMarked ? { onceReached: draw.pick(marks).name } : {};
      return draw.happens(0.15)
        ? { is, kinds: [], everyDay: true, less: kinds.exclusions, ...mark }
        : { is, kinds: spells, ...atLeast, ...excluding, ...mark };
    }
    case 'each unit':
      return { is, kinds: kinds.units };
    case 'all of':
    case 'any of': {
      const outcomes = draw.shuffle(before).map((each) => each.name);
      return { is, outcomes: outcomes.slice(0, draw.whole(2, 3)) };
    }
  }
}

function randomWindow(made: Made, condition: Condition): WindowPlan | undefined {
  const { draw, startsOn, endsOn } = made;
  const isNeeded = condition.is === 'absent';
  if (!isNeeded && draw.happens(made.variety === 'market' ? 0.8 : 0.45)) return undefined;
  const anchor = randomAnchor(made);
  const isWorking = draw.happens(0.1);
  const working = workingDaysOf('England');
  const length: Length = isWorking
    ? { count: draw.whole(10, 60), unit: 'working day' }
    : randomLength(draw, 20, 250);
  const dated = draw.happens(0.1) ? { lastDay: draw.whole(startsOn + 60, endsOn + 60) } : {};
  const from = draw.happens(0.05) ? { firstDay: draw.whole(startsOn, startsOn + 80) } : {};
  const opensAfter = draw.happens(0.1) ? { opensAfter: randomLength(draw, 5, 19) } : {};
  return {
    anchor,
    ...(isWorking ? {} : opensAfter),
    starts: draw.pick(['on the day', 'on the day', 'the next day']),
    ...(isNeeded || draw.happens(0.8) ? { length } : {}),
    ...(isNeeded ? {} : { ...dated, ...from }),
    ...(working && isWorking ? { working } : {}),
  };
}

function randomAnchor({ draw, before }: Made): Anchor {
  const is = draw.pick(['attachment', 'attachment', 'referral', 'contract', 'kind', 'outcome']);
  if (is === 'kind') {
    return { is, kind: draw.pick([...kinds.occurrences, ...kinds.spells]) };
  }
  if (is === 'outcome' && before.length > 0) return { is, outcome: draw.pick(before).name };
  return { is: is === 'contract' || is === 'referral' ? is : 'attachment' };
}

/** A length between so many days, written in days, weeks or months. */
function randomLength(draw: Chance, least: number, most: number): Length {
  const count = draw.whole(least, most);
  const isWeeks = count >= 7 && draw.happens(0.4);
  return isWeeks ? { count: Math.floor(count / 7), unit: 'week' } : { count, unit: 'day' };
}

type Tier = NonNullable<PriceRow['tier']>;

function tiersOf(by: Fraction): Tier[] {
  const next = fraction(by.numerator + 3n);
  return [{ least: by, under: next }, { least: next }];
}

function randomPrice(draw: Chance): Fraction {
  const pence = draw.whole(0, 100) === 0 ? 0 : draw.whole(1, 300) * draw.pick([1, 100, 100]);
  return draw.happens(0.15) ? fraction(pence, 3) : fraction(pence);
}

function randomPricePlan(
  draw: Chance,
  {
    isMany,
    isPartial,
    tiers,
  }: Readonly<{ isMany: boolean; isPartial: boolean; tiers: readonly Tier[] }>,
): PricePlan {
  const price = () => (isMany ? fraction(draw.whole(50, 900), draw.pick([1, 1, 3, 7])) : null);
  const priced = () => price() ?? randomPrice(draw);
  const rows: PriceRow[] = [];
  for (const tier of tiers) rows.push({ with: [], tier, price: priced() });
  const isBanded = tiers.length === 0 && !isMany && !isPartial && draw.happens(0.3);
  const bands = isBanded ? randomBands(draw) : undefined;
  for (const band of bands?.sizes.keys() ?? []) {
    if (draw.happens(0.25)) rows.push({ with: [draw.pick(areas)], band, price: priced() });
    rows.push({ with: [], band, price: priced() });
  }
  if (tiers.length === 0 && !isBanded) {
    if (draw.happens(0.25)) rows.push({ with: [draw.pick(areas)], price: priced() });
    if (draw.happens(0.25)) rows.push({ with: [], years: { first: 1, last: 1 }, price: priced() });
    rows.push({ with: [], price: priced() });
  }
  const later = { first: 2, last: 9 };
  const factor = (count: number, clause: string) => ({
    years: later,
    factor: fraction(count, 100),
    clause,
  });
  return {
    rows,
    yearOf: draw.pick(['outcome', 'outcome', 'attachment']),
    perUnit: isMany,
    taper: draw.happens(0.15) ? [factor(draw.whole(0, 90), 'Prices/taper')] : [],
    index: draw.happens(0.15) ? [factor(draw.whole(101, 107), 'Prices/index')] : [],
    deadweight: draw.happens(0.15) ? fraction(1, draw.whole(3, 9)) : zero,
    ...(draw.happens(0.35) ? { discountFromYear: draw.whole(1, 2) } : {}),
    uplifts: draw.happens(0.25)
      ? [
          { clause: 'Prices/uplift', with: [draw.pick(areas)], rate: fraction(1, 10) },
          { clause: 'Prices/other uplift', with: [draw.pick(areas)], rate: fraction(1, 7) },
        ]
      : [],
    shares: draw.happens(0.1)
      ? [{ payee: 'Contributor', share: fraction(1, draw.whole(2, 7)), clause: 'Prices/share' }]
      : [],
    ...(bands === undefined ? {} : { bands }),
    ...(draw.happens(0.15) ? { additions: randomAdditions(draw) } : {}),
    ...(draw.happens(0.06) ? { reverse: { clause: 'Prices/reverse' } } : {}),
  };
}

function randomBands(draw: Chance): BandsPlan {
  const sizes = [draw.whole(1, 3), draw.whole(1, 3)].slice(0, draw.whole(1, 2));
  return {
    clause: 'Prices/bands',
    sizes: [...sizes, undefined],
    per: draw.pick(['contract', 'provider']),
    over: draw.pick(['contract', 'contract', 'year', 'quarter', 'month']),
    how: draw.pick(['own', 'own', 'reached']),
  };
}

function randomAdditions(draw: Chance): AdditionPlan[] {
  return ['one', 'other'].slice(0, draw.whole(1, 2)).map((name) => ({
    clause: `Prices/addition ${name}`,
    with: draw.happens(0.5) ? [draw.pick(areas)] : [],
    amount: randomPrice(draw),
  }));
}

function randomLimits(draw: Chance, outcomes: readonly OutcomePlan[]): LimitPlan[] {
  const count = draw.pick([0, 1, 1, 2]);
  const limits: LimitPlan[] = [];
  for (let index = 0; index < count; index += 1) {
    const some = someNames(draw, outcomes, 0.5);
    const only = some.length > 0 && draw.happens(0.5) ? { outcomes: some } : {};
    limits.push({
      clause: `Limits/${index + 1}`,
      most: fraction(draw.whole(20, 1200) * 100),
      per: draw.pick(['participant', 'participant', 'attachment', 'referral']),
      eachYear: draw.happens(0.3),
      ...only,
    });
  }
  return limits;
}

/** Either one outcome or another, or two; none that stands in another's place. */
function randomRoutes(draw: Chance, outcomes: readonly OutcomePlan[]): RoutePlan[] {
  const free = outcomes.filter(({ name, takesThePlaceOf }) => {
    const isLower = outcomes.some((each) => each.takesThePlaceOf.includes(name));
    return takesThePlaceOf.length === 0 && !isLower;
  });
  if (free.length < 2 || draw.happens(0.75)) return [];
  const names = draw.shuffle(free).map(({ name }) => name);
  const cut = draw.whole(1, Math.min(2, names.length - 1));
  return [{ clause: 'Prices/routes', sets: [names.slice(0, cut), names.slice(cut, cut + 2)] }];
}

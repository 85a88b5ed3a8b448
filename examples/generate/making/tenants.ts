import {
  addMonths,
  countDays,
  type DayNumber,
  dayNumber,
  type Span,
  subtract,
} from '../../../src/calendar/index.ts';
import { type Chance, chance } from '../../../src/chance/index.ts';
import { type Asked, daysKnown } from './days-known.ts';
import type { Draft } from './recorder.ts';
import { reported, withdrawnLater } from './verified-later.ts';

/** One tenant as it was; what was recorded of it is made from this. */
export type Tenant = Readonly<{
  participant: string;
  provider: string;
  attachedOn: DayNumber;
  movedInOn: DayNumber;
  /** The last day of the lease; absent while it goes on. */
  leftOn?: DayNumber;
  isPlannedExit: boolean;
  inJail: readonly Span[];
  /** What the sheriff or the provider got wrong at first. */
  slip?: 'late' | 'wrong end' | 'wrong person';
}>;

const providers = [
  'Colorado Coalition for the Homeless',
  'Mental Health Center of Denver',
] as const;
const lastDay = dayNumber('2020-12-31');

/** On these days the providers report who is housed, and half a year apart the sheriff who is in jail. */
const reports = ['2017-08-15', '2018-08-15', '2019-02-15', '2020-08-15', '2021-02-15'] as const;
const reportDays = reports.map((day) => dayNumber(day));

/** So many people moved in between these days. */
const moves = [
  { count: 65, from: '2016-01-20', to: '2016-12-31' },
  { count: 115, from: '2017-01-01', to: '2017-12-31' },
  { count: 105, from: '2018-01-01', to: '2018-06-30' },
  { count: 45, from: '2018-07-01', to: '2018-12-31' },
  { count: 35, from: '2019-01-01', to: '2020-10-31' },
] as const;

export function tenantsOf(seeded: Chance): Tenant[] {
  const draw = seeded.fork('moving in');
  const days = moves.flatMap(({ count, from, to }) =>
    Array.from({ length: count }, () => draw.whole(dayNumber(from), dayNumber(to))),
  );
  return days
    .sort((a, b) => a - b)
    .map((movedInOn, at) => tenantOf(at, movedInOn, seeded.fork(at)));
}

const slips = ['late', 'wrong end', 'wrong person'] as const;

function tenantOf(at: number, movedInOn: DayNumber, draw: Chance): Tenant {
  const leftOn = leavingDay(movedInOn, draw);
  const last = leftOn ?? lastDay;
  const slip = at % 12 === 5 ? slips[Math.floor(at / 12) % slips.length] : undefined;
  return {
    participant: `P-${String(at + 1).padStart(4, '0')}`,
    provider: draw.pick(providers),
    attachedOn: Math.max(dayNumber('2016-01-04'), movedInOn - draw.whole(10, 170)),
    movedInOn,
    ...(leftOn === undefined ? {} : { leftOn }),
    isPlannedExit: leftOn !== undefined && draw.happens(0.35),
    inJail: stretches(movedInOn, last, draw),
    ...(slip ? { slip } : {}),
  };
}

/** About one in six leaves in the first year, and one in eight in each year after it. */
function leavingDay(movedInOn: DayNumber, draw: Chance): DayNumber | undefined {
  for (let year = 0; movedInOn + 365 * year < lastDay; year += 1) {
    if (!draw.happens(year === 0 ? 0.16 : 0.12)) continue;
    const day = movedInOn + 365 * year + draw.whole(25, 360);
    return day < lastDay ? day : undefined;
  }
  return undefined;
}

/** Nearly half are never in jail again; the others again and again, and not for long. */
function stretches(from: DayNumber, to: DayNumber, draw: Chance): Span[] {
  if (draw.happens(0.46)) return [];
  const spans: Span[] = [];
  for (let day = from - draw.whole(0, 120); ; ) {
    day += draw.whole(20, 420);
    const last = day + draw.whole(0, draw.happens(0.3) ? 70 : 18);
    if (last > to) return spans;
    spans.push({ first: day, last });
    day = last + 2;
  }
}

/** Everything recorded of a tenant. */
export function tenantFacts(tenant: Tenant): Draft[] {
  const draw = chance(`record/${tenant.participant}`);
  const { participant, provider, attachedOn: day } = tenant;
  return [
    { kind: 'attached', participant, provider, group: 'tenants', day },
    ...homeFacts(tenant, draw),
    ...tenant.inJail.flatMap((span, at) => jailFacts(tenant, { ...span, isFirst: at === 0 }, draw)),
  ];
}

function homeFacts(tenant: Tenant, draw: Chance): Draft[] {
  const { participant, movedInOn, leftOn, isPlannedExit } = tenant;
  const seen = reportDays.filter((day) => day > movedInOn + 20);
  const lease = { kind: 'lease', participant, from: movedInOn };
  const facts = reported(lease, leftOn, seen);
  facts.push(...housingFacts(tenant, seen, draw));
  if (isPlannedExit && leftOn !== undefined) {
    facts.push({
      kind: 'planned exit',
      participant,
      day: leftOn,
      known: leftOn + draw.whole(3, 30),
    });
  }
  if (leftOn !== undefined && draw.happens(0.09)) {
    // Housed again by somebody else, and nobody has verified it.
    const from = leftOn + draw.whole(30, 60);
    facts.push({ kind: 'in housing', participant, from, to: from + 40, state: 'waiting' });
  }
  return facts;
}

/** The home of the lease; now and then another under the same lease, some days without one between. */
function housingFacts(tenant: Tenant, seen: readonly DayNumber[], draw: Chance): Draft[] {
  const { participant, movedInOn, leftOn } = tenant;
  const from = movedInOn + (draw.happens(0.25) ? draw.whole(1, 6) : 0);
  const changedOn = addMonths(movedInOn, 5) + draw.whole(0, 60);
  const isChanged = draw.happens(0.15) && changedOn + 20 < (leftOn ?? lastDay);
  const housing = { kind: 'in housing', participant };
  if (!isChanged) return reported({ ...housing, from }, leftOn, seen);
  const next = changedOn + draw.whole(1, 9);
  return [
    { ...housing, from, to: changedOn, known: changedOn + draw.whole(2, 20) },
    ...reported(
      { ...housing, from: next },
      leftOn,
      seen.filter((day) => day > next + 10),
    ),
  ];
}

type Stay = Span & Readonly<{ isFirst: boolean }>;

function jailFacts({ participant, slip }: Tenant, stay: Stay, draw: Chance): Draft[] {
  const { first, last, isFirst } = stay;
  const known = uploadAfter(last);
  const jail: Draft = { kind: 'in jail', participant, from: first, to: last, known };
  const isSlip = isFirst && known < dayNumber('2020-09-01');
  if (isSlip && slip === 'late') return [{ ...jail, known: dayNumber('2021-02-10') }];
  if (isSlip && slip === 'wrong end') {
    return [
      jail,
      { ...jail, to: last + draw.whole(2, 9), known: dayNumber('2021-02-10'), replaces: jail },
    ];
  }
  if (isSlip && slip === 'wrong person') return withdrawnLater(jail, dayNumber('2020-11-16'));
  return [jail];
}

/** The sheriff's lists come every February and August. */
function uploadAfter(day: DayNumber): DayNumber {
  for (let year = 2016; ; year += 1) {
    for (const date of [`${year}-02-10`, `${year}-08-10`] as const) {
      if (dayNumber(date) > day) return dayNumber(date);
    }
  }
}

/** Days in housing less days in jail, all of them once the lease is a year old or left as planned. */
export function daysPaid(tenant: Tenant, asked: Asked): number {
  const facts = tenantFacts(tenant);
  const leases = daysKnown(facts, 'lease', asked);
  const isKept = leases.some(({ first, last }) => last >= addMonths(first, 12) - 1);
  const isPlanned = facts.some(
    ({ kind, day = 0, known = 0 }) =>
      kind === 'planned exit' && day <= asked.trueBy && known <= asked.knownBy,
  );
  if (!isKept && !isPlanned) return 0;
  return countDays(
    subtract(daysKnown(facts, 'in housing', asked), daysKnown(facts, 'in jail', asked)),
  );
}

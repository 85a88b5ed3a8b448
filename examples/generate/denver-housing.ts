import { dayNumber } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';
import { fraction } from '../../src/money/index.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';
import { daysPaid, type Tenant, tenantFacts, tenantsOf } from './making/tenants.ts';

/** Days paid for, derived from the two sums of money, which both divide by $15.12 without rest. */
const wanted = { first: 258_858, second: 41_070 };

export const asked = {
  first: { trueBy: dayNumber('2020-06-30'), knownBy: dayNumber('2020-09-30') },
  second: { trueBy: dayNumber('2020-12-31'), knownBy: dayNumber('2021-06-30') },
};

/** Derived from what was paid: $5,104,000 is $4,800,000 and 8 times $38,000, so 8 points above 30%. */
const fewerJailDays: Draft = {
  kind: 'Fewer jail days',
  day: asked.second.trueBy,
  value: fraction(38, 100),
  signer: 'Urban Institute',
  method: 'randomised',
  known: dayNumber('2021-07-15'),
};

/** 365 tenants whose days in housing come to what was paid for, and eight people never housed. */
export function factFiles(): FactFiles {
  const seeded = chance('denver-housing');
  const tenants = leavingLate(movingInLater(tenantsOf(seeded)));
  const drafts = [
    ...tenants.flatMap(tenantFacts),
    ...neverHoused(seeded.fork('never housed')),
    fewerJailDays,
  ];
  return intoFiles(drafts, [
    { name: 'tenants.csv', letter: 'A', kinds: ['attached'] },
    { name: 'evaluator.csv', letter: 'E', kinds: ['Fewer jail days'] },
    { name: 'jail.csv', letter: 'J', kinds: ['in jail', 'withdrawn'] },
    { name: 'homes.csv', letter: 'H', kinds: [] },
  ]);
}

function neverHoused(draw: Chance): Draft[] {
  return Array.from({ length: 8 }, (_, at) => ({
    kind: 'attached',
    participant: `P-0${366 + at}`,
    provider: 'Colorado Coalition for the Homeless',
    group: 'tenants',
    day: draw.whole(dayNumber('2016-03-01'), dayNumber('2018-12-20')),
  }));
}

function total(tenants: readonly Tenant[], at: 'first' | 'second'): number {
  return tenants.reduce((sum, tenant) => sum + daysPaid(tenant, asked[at]), 0);
}

/** Tenants without a day in jail who stay to the end: their days can be fewer by as many as we like. */
function isSteady({ inJail, leftOn, movedInOn, slip }: Tenant): boolean {
  return inJail.length === 0 && !leftOn && !slip && movedInOn < dayNumber('2018-10-01');
}

/** Moves the first day of some, until the days of the first four payments are as many as were paid. */
function movingInLater(tenants: readonly Tenant[]): Tenant[] {
  let over = total(tenants, 'first') - wanted.first;
  const draw = chance('denver-housing/first');
  return tenants.map((tenant) => {
    const days = Math.min(over, draw.whole(20, 110));
    if (days <= 0 || !isSteady(tenant)) return tenant;
    const later = { ...tenant, movedInOn: tenant.movedInOn + days };
    over -= daysPaid(tenant, asked.first) - daysPaid(later, asked.first);
    return later;
  });
}

/** Lets some leave in the last half-year, until the days of the fifth payment are right. */
function leavingLate(tenants: readonly Tenant[]): Tenant[] {
  let over = total(tenants, 'second') - wanted.first - wanted.second;
  const draw = chance('denver-housing/second');
  return tenants.map((tenant) => {
    const days = Math.min(over, draw.whole(10, 150));
    if (days <= 0 || !isSteady(tenant)) return tenant;
    const left = { ...tenant, leftOn: asked.second.trueBy - days };
    over -= daysPaid(tenant, asked.second) - daysPaid(left, asked.second);
    return left;
  });
}

import type { DayNumber } from '../../src/calendar/index.ts';
import type { Fact } from '../../src/facts/index.ts';
import type { Owed } from '../../src/settlement/index.ts';
import { periodOf } from '../oracle/bands.ts';
import type { OracleLine } from '../oracle/line.ts';
import { isLate } from './random-facts.ts';
import { sharedPools, sumEarned } from './shares-kept.ts';
import { isOfClosing, linesOf } from './told.ts';
import type { World } from './world.ts';

/** How many worlds met each thing that settlement must take in its stride. */
export type Tally = Map<string, number>;

export function countWorld(tally: Tally, world: World, settled: Owed): void {
  const met = new Set(thingsMet(world, settled));
  for (const each of met) tally.set(each, (tally.get(each) ?? 0) + 1);
}

function thingsMet(world: World, settled: Owed): string[] {
  const { facts, asAt } = world;
  const lines = linesOf(settled);
  const known = facts.filter((fact) => fact.known <= asAt.knownBy);
  const met = (name: string, isMet: boolean) => (isMet ? [name] : []);
  const providersOf = (participant: string | null) =>
    new Set(lines.filter((each) => each.participant === participant).map((each) => each.provider));
  return [
    ...met('a line', lines.length > 0),
    ...met('a late fact', known.some(isLate)),
    ...met(
      'a correction',
      known.some(({ replaces, kind }) => replaces !== undefined && kind !== 'withdrawn'),
    ),
    ...met('a correction of another kind', known.some(isOfAnotherKind(facts))),
    ...met('a correction of what is not known yet', known.some(isAhead(facts, asAt.knownBy))),
    ...met(
      'a withdrawal',
      known.some(({ kind }) => kind === 'withdrawn'),
    ),
    ...met('a band edge', hasBandEdge(world, lines)),
    ...met(
      'a pot',
      has(lines, ({ outcome }) => outcome === 'pot'),
    ),
    ...met(
      'a grant or a fee',
      has(lines, ({ outcome }) => ['grant', 'fee'].includes(outcome)),
    ),
    ...met(
      'an advance',
      has(lines, ({ outcome }) => outcome === 'advance'),
    ),
    ...met(
      'an advance worked off',
      has(lines, ({ number }) => `${number}`.startsWith('worked off')),
    ),
    ...met(
      'a guarantee',
      has(lines, ({ outcome }) => outcome === 'guarantee'),
    ),
    ...met(
      'a deduction',
      has(lines, ({ outcome }) => outcome === 'deduction'),
    ),
    ...met(
      'an adjustment',
      has(lines, ({ clause }) => clause === 'Facts/adjustment'),
    ),
    ...met(
      'a measure',
      has(lines, ({ outcome }) => isMeasure(world, outcome)),
    ),
    ...met(
      'several payers',
      has(lines, ({ payers }) => payers.length > 1),
    ),
    ...met('a payer limit', meetsPayerLimit(world, lines)),
    ...met(
      'limit shared in proportion',
      sharedPools(world.plan, lines).some((pool) => sumEarned(pool) > pool.most),
    ),
    ...met(
      'limit shared in proportion, forecast',
      settled.forecast.some((each) => !isOfClosing(each)),
    ),
    ...met('a payment the other way', has(lines, isOtherWay)),
    ...met(
      'a change of provider',
      lines.some((each) => providersOf(each.participant).size > 1),
    ),
    ...met(
      'a change of version',
      lines.some(({ version }) => version > 1),
    ),
    ...met('a version that was not signed', isNotSigned(world)),
    ...lines.flatMap(({ notPaid }) => notPaid.map(({ reason }) => `not paid: ${reason}`)),
  ];
}

function isNotSigned({ facts, plan }: World): boolean {
  return plan.versions.length > 1 && facts.some(({ kind }) => kind === 'bound');
}

function isOfAnotherKind(facts: readonly Fact[]): (fact: Fact) => boolean {
  return ({ replaces, kind }) =>
    kind !== 'withdrawn' && facts.some((fact) => fact.id === replaces && fact.kind !== kind);
}

/** What it corrects is not known, and corrects something itself. */
function isAhead(facts: readonly Fact[], knownBy: DayNumber): (fact: Fact) => boolean {
  const between = facts.filter(({ known, replaces }) => known > knownBy && replaces !== undefined);
  return ({ replaces }) => between.some(({ id }) => id === replaces);
}

function has(lines: readonly OracleLine[], isOne: (line: OracleLine) => boolean): boolean {
  return lines.some(isOne);
}

function isOtherWay({ participant, amount }: OracleLine): boolean {
  return participant !== null && amount < 0n;
}

function isMeasure({ plan }: World, name: string): boolean {
  return plan.versions.some(({ whole }) => whole?.measures.some((each) => each.name === name));
}

/** More was achieved in one place than the first band of the outcome holds. */
function hasBandEdge({ plan }: World, lines: readonly OracleLine[]): boolean {
  const outcomes = plan.versions.flatMap(({ groups }) =>
    [...groups.values()].flatMap((group) => group.outcomes),
  );
  return outcomes.some(({ name, price: { bands } }) => {
    const size = bands?.sizes[0];
    if (bands === undefined || size === undefined) return false;
    const counted = lines.filter((line) => line.outcome === name && line.payableOn !== null);
    const pools = new Map<string, number>();
    for (const { provider, day } of counted) {
      const pool = `${bands.per === 'provider' ? provider : ''} ${periodOf(plan, bands.over, day)}`;
      pools.set(pool, (pools.get(pool) ?? 0) + 1);
    }
    return [...pools.values()].some((count) => count > size);
  });
}

/** A payer has paid all that its limit allows. */
function meetsPayerLimit({ plan }: World, lines: readonly OracleLine[]): boolean {
  const limits = plan.versions.flatMap(({ whole }) => whole?.payerLimits ?? []);
  return limits.some(({ payer, most }) => {
    const paid = lines
      .flatMap(({ payers }) => payers)
      .reduce((sum, each) => (each.payer === payer ? sum + each.amount : sum), 0n);
    return paid * most.denominator >= most.numerator;
  });
}

export function tallyText(tally: Tally, worlds: number): string {
  const rows = [...tally].sort(([a], [b]) => (a < b ? -1 : 1));
  const width = Math.max(...rows.map(([name]) => name.length));
  return [`${worlds} worlds, of which so many met`]
    .concat(rows.map(([name, count]) => `  ${name.padEnd(width)} ${String(count).padStart(6)}`))
    .join('\n');
}

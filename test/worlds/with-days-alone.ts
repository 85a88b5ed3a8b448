import type { Fact } from '../../src/facts/index.ts';
import { fraction, multiply, one } from '../../src/money/index.ts';
import type { OutcomePlan, Plan, VersionPlan, WholePlan } from '../../src/settlement/index.ts';
import type { PriceRow } from '../../src/settlement/plan/plan.ts';
import { withPeopleAlone, withPeopleInLine } from './with-people-alone.ts';

/**
 * One version, under which each outcome is a fact or so many days and follows from these alone, so
 * that whoever was attached once is settled straight; bands and limits may be of many.
 */
export function withDaysAlone(plan: Plan, { isOfMany = false } = {}): Plan {
  const { versions, ...rest } = isOfMany ? withPeopleInLine(plan) : withPeopleAlone(plan);
  const [first] = versions;
  if (first === undefined) throw new Error('A plan has a version.');
  return { ...rest, versions: [withoutMore(first)] };
}

function withoutMore(version: VersionPlan): VersionPlan {
  const { partEnds: _, referralsUntil: __, ranks: ___, whole, ...rest } = version;
  const groups = [...version.groups].map(([name, group]) => {
    const outcomes = group.outcomes.filter(isOfDays).map(ofDays);
    const names = new Set(outcomes.map((each) => each.name));
    return [name, { ...group, outcomes: outcomes.filter(restsOnThese(names)) }] as const;
  });
  return {
    ...rest,
    groups: new Map(groups),
    setAsideBy: [],
    routes: [],
    roundingOf: 'line',
    ...(whole ? { whole: withoutLateness(whole) } : {}),
  };
}

function withoutLateness(whole: WholePlan): WholePlan {
  const { attachedHere: _, ...rest } = whole;
  return { ...rest, timeliness: {}, ending: {}, deductions: [] };
}

function isOfDays({ condition, scope }: OutcomePlan): boolean {
  return scope !== 'referral' && (condition.is === 'happens' || condition.is === 'lasts');
}

function ofDays(outcome: OutcomePlan): OutcomePlan {
  const { partialFrom: _, knownWithin: __, whileAttached: ___, condition, ...rest } = outcome;
  const { discountFromYear: ____, ...price } = outcome.price;
  const [first] = price.rows.map(({ tier: _____, ...row }) => row);
  const rows = first === undefined ? [] : rowsInBands(first, outcome);
  return {
    ...rest,
    condition: condition.is === 'lasts' ? lastingAlone(condition) : condition,
    pausedBy: [],
    takesThePlaceOf: [],
    price: { ...price, rows, perUnit: false },
  };
}

/** Dearer, free, cheaper, and taken: what a further band may be beside the first. */
const inFurtherBands = [fraction(3, 1), fraction(0, 1), fraction(1, 3), fraction(-1, 1)];

/** Each band has a price of its own, which of these differs from outcome to outcome. */
function rowsInBands(row: PriceRow, { name, price: { bands } }: OutcomePlan): PriceRow[] {
  if (bands === undefined) return [row];
  return bands.sizes.map((_, band) => {
    const further = inFurtherBands[(band + name.length) % inFurtherBands.length] ?? one;
    return { ...row, band, price: multiply(row.price, band === 0 ? one : further) };
  });
}

function lastingAlone(lasting: Extract<OutcomePlan['condition'], { is: 'lasts' }>) {
  const { atLeast: _, lessCompleteSource: __, ...condition } = lasting;
  return { ...condition, less: [] };
}

/** Nothing may rest on what was left out. */
function restsOnThese(names: ReadonlySet<string>): (outcome: OutcomePlan) => boolean {
  return ({ onlyAfter, window }) => {
    const anchor = window?.anchor;
    const isKnown = anchor?.is !== 'outcome' || names.has(anchor.outcome);
    return isKnown && anchor?.is !== 'kind' && onlyAfter.every((name) => names.has(name));
  };
}

/** Facts of people of whom none was referred or left; of those attached again, the first is kept. */
export function withOneAttachment(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Set<string>();
  const kept = facts.filter(({ kind, participant = '' }) => {
    if (kind === 'referred' || kind === 'left') return false;
    if (kind !== 'attached') return true;
    if (seen.has(participant)) return false;
    seen.add(participant);
    return true;
  });
  const ids = new Set(kept.map(({ id }) => id));
  return kept.filter(({ replaces }) => replaces === undefined || ids.has(replaces));
}

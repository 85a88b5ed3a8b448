import type { DayNumber } from '../../src/calendar/index.ts';
import type { Fact, FactState } from '../../src/facts/index.ts';

/** The two days as at which is settled. */
export type AsAt = Readonly<{ trueBy: DayNumber; knownBy: DayNumber }>;

/** Links of a chain that follow each other and are all known; the last one stands for it today. */
export type Stretch = readonly Fact[];

/** Which facts of a stretch count: those of a kind in one of the states. */
export type Wanted = Readonly<{ kind: string; states: readonly FactState[] }>;

/**
 * Step 1.1: "A chain is a fact and its replacements. ... Where a link is not known by K, the chain
 * has a stretch before it and one after it until it is: each stands by its last link."
 */
export function stretchesOf(facts: readonly Fact[], knownBy: DayNumber): readonly Stretch[] {
  const stretches: Fact[][] = [];
  for (const first of facts.filter(({ replaces }) => replaces === undefined)) {
    let stretch: Fact[] = [];
    for (const link of chainFrom(first, facts)) {
      if (link.known <= knownBy) {
        stretch.push(link);
      } else {
        stretches.push(stretch);
        stretch = [];
      }
    }
    stretches.push(stretch);
  }
  return stretches.filter(({ length }) => length > 0);
}

function chainFrom(first: Fact, facts: readonly Fact[]): readonly Fact[] {
  const next = facts.find(({ replaces }) => replaces === first.id);
  return next === undefined ? [first] : [first, ...chainFrom(next, facts)];
}

/**
 * The facts that count as they were on a day. Step 1.1: "On an earlier day the last link of a
 * stretch that was known by then stood for it, also where one before it became known later." Step
 * 1.2: "A fact counts if it is known by K, its day is by T, and its state is one that the outcome
 * names." Step 5: "one that was of another kind had earned what both kinds earn, and nothing else",
 * so that a stretch must be of the kind both then and today.
 */
export function factsOn(
  day: DayNumber,
  stretches: readonly Stretch[],
  { kind, states, trueBy }: Wanted & Pick<AsAt, 'trueBy'>,
): readonly Fact[] {
  const counts = (fact: Fact) =>
    fact.kind === kind && states.includes(fact.state) && firstDay(fact) <= trueBy;
  const facts: Fact[] = [];
  for (const stretch of stretches) {
    const today = stretch.at(-1);
    const then = stretch.findLast(({ known }) => known <= day);
    if (today && then && counts(today) && counts(then)) facts.push(then);
  }
  return facts;
}

function firstDay(fact: Fact): DayNumber {
  return fact.day ?? fact.from ?? fact.known;
}

/**
 * Step 1.3: "A spell is cut at T. It is evidence up to the day on which it became known, and of no
 * day after." Each day counts once, however many spells cover it.
 */
export function daysOf(spells: readonly Fact[], trueBy: DayNumber): ReadonlySet<DayNumber> {
  const days = new Set<DayNumber>();
  for (const { from, to, known } of spells) {
    const last = Math.min(to ?? known, known, trueBy);
    for (let day = from ?? known; day <= last; day += 1) days.add(day);
  }
  return days;
}

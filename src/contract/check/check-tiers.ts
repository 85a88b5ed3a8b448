import { compareFractions, parseDecimal } from '../../money/index.ts';
import type { Contract, RateRow } from '../contract.ts';
import { improves, improvesByShare, reliable, scores, times } from '../forms/outcome.ts';
import { type DeclaredKind, declaredKinds } from '../kinds.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { findTerm, type Term } from '../wording/form.ts';
import type { Complaint } from '../wording/place-type.ts';

type Tier = Extract<RateRow, { tierOf: string }>;

const scoreForms = [improves, improvesByShare, reliable, scores];

/** Tiers are of a score, each has room, and the next begins where one ends. */
export function checkTiers(contract: Contract, reader: Reader): void {
  const { outcomes } = contract;
  const kinds = declaredKinds(contract);
  for (const { rows } of outcomes.tables) {
    rows.forEach((row, at) => {
      if (!('tierOf' in row)) return;
      const next = rows[at + 1];
      const before = rows[at - 1];
      const definition = outcomes.outcomes.find(({ name }) => name === row.tierOf)?.definition;
      const isScore = scoreForms.some((form) => findTerm(definition ?? [], form));
      const score = definition?.[0]?.score;
      const better = typeof score === 'string' ? kinds.get(score)?.better : undefined;
      const begins = { least: leastOf(definition ?? [], better), once: isOnce(definition ?? []) };
      const found = [
        ...(definition && !isScore ? [tiersOfNoScore(row.tierOf)] : []),
        ...tierFaults(row, next && 'tierOf' in next ? next : undefined),
        ...(isScore && isOutcome(before) ? firstTierFaults(row, before, begins) : []),
      ];
      for (const complaint of found) complain(reader, rangeOf(reader, row), complaint);
    });
  }
}

type Priced = Extract<RateRow, { outcome: string }>;

function isOutcome(row: RateRow | undefined): row is Priced {
  return row !== undefined && 'outcome' in row;
}

function tierFaults({ least, under }: Tier, next: Tier | undefined): Complaint[] {
  const meets = next === undefined ? under === undefined : under === next.least;
  const isEmpty = under !== undefined && !hasRoom(least, under);
  return [
    ...(isEmpty ? [tierWithoutRoom(least, under)] : []),
    ...(meets ? [] : [tiersDoNotMeet(under ?? 'or more', next?.least)]),
  ];
}

/** The row of an outcome with tiers has no price of its own, and its tiers begin where it does. */
function firstTierFaults(
  { least }: Tier,
  { outcome, prices }: Priced,
  begins: Readonly<{ least: string | undefined; once: boolean }>,
): Complaint[] {
  const from = begins.least;
  return [
    ...(prices.some((price) => price !== null) ? [priceBesideTiers(outcome)] : []),
    ...(from !== undefined && compareDecimals(from, least) !== 0
      ? [tiersBeginElsewhere(least, from)]
      : []),
    ...(begins.once ? [] : [tiersMoreThanOnce(outcome)]),
  ];
}

/** What a score must reach or change by at least, where it is the same for every group. */
function leastOf(definition: readonly Term[], better: DeclaredKind['better']): string | undefined {
  const reached = better === 'lower' ? undefined : findTerm(definition, scores)?.least;
  const by = findTerm(definition, improves)?.by ?? findTerm(definition, reliable)?.by ?? reached;
  return typeof by === 'string' ? by : undefined;
}

/** How often an outcome with tiers can be achieved: its best tier is one price, paid once. */
function isOnce(definition: readonly Term[]): boolean {
  const said = findTerm(definition, times)?.times;
  return said === undefined || said === 1;
}

function tiersMoreThanOnce(outcome: string): Complaint {
  return {
    code: 'rate_card.tiers_more_than_once',
    message: `"${outcome}" has tiers, of which the best pays once, and it says more than once.`,
    help: 'Write "once per person" in its definition, or give it one price.',
  };
}

function compareDecimals(one: string, other: string): number {
  const [first, second] = [parseDecimal(one), parseDecimal(other)];
  return first && second ? compareFractions(first, second) : 0;
}

function priceBesideTiers(outcome: string): Complaint {
  return {
    code: 'rate_card.price_beside_tiers',
    message: `"${outcome}" has a price in its own row and tiers below it, and only one can hold.`,
    help: 'Put a – in the row of the outcome, or take the tiers out.',
  };
}

function tiersBeginElsewhere(least: string, begins: string): Complaint {
  return {
    code: 'rate_card.tiers_begin_elsewhere',
    message: `The tiers begin at ${least}, and the outcome is achieved from ${begins} on.`,
    help: 'Let the first tier begin where the outcome does.',
  };
}

function hasRoom(least: string, under: string): boolean {
  const [low, high] = [parseDecimal(least), parseDecimal(under)];
  return low === undefined || high === undefined || compareFractions(low, high) < 0;
}

function tierWithoutRoom(least: string, under: string): Complaint {
  return {
    code: 'rate_card.tier_without_room',
    message: `No value is at least ${least} and under ${under}.`,
    help: 'Let each tier begin at a lower value than the one under which it ends.',
  };
}

function tiersOfNoScore(outcome: string): Complaint {
  return {
    code: 'rate_card.tiers_of_no_score',
    message: `"${outcome}" has tiers, and is not about a score.`,
    help: 'Let it improve by or reach a score, or give it one price.',
  };
}

function tiersDoNotMeet(under: string, next: string | undefined): Complaint {
  return {
    code: 'rate_card.tiers_do_not_meet',
    message:
      next === undefined
        ? `The last tier ends under ${under}, and nothing is said of what is above.`
        : `One tier ends at ${under} and the next begins at ${next}: there is a gap or an overlap.`,
    help: 'Let each tier begin where the one before it ends, and the last be "or more".',
  };
}

import type { DayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import type { Fraction } from '../../money/index.ts';
import { admitOthers, type Sighting } from '../admit/admit-others.ts';
import { chainsIn } from '../admit/admitted.ts';
import { findStanding } from '../admit/find-standing.ts';
import type { StandingChain } from '../admit/standing-rows.ts';
import type { MeasurePlan } from '../plan/measure-plan.ts';
import type { Taking } from './taking.ts';

/** An estimate as it was signed, and who signed it. */
export type Estimate = Readonly<{
  id: string;
  fact: Fact;
  value?: Fraction;
}>;

/** The estimates of measures that outsiders have signed. */
export type Estimates = Readonly<{
  /** The one that counts, as it was known on a day. */
  find: (asked: EstimateAsked, day: DayNumber) => Estimate | undefined;
  /** The days on which it, or what stood before it, became known. */
  days: (asked: EstimateAsked) => readonly DayNumber[];
  /** The providers whom an estimate of this measure and cohort names. */
  providers: (asked: EstimateAsked) => readonly string[];
}>;

export type EstimateAsked = Readonly<{
  measure: MeasurePlan;
  /** The name of the cohort. */
  cohort: string;
  provider: string;
}>;

/** Verified estimates alone count, exactly as they are; of several, the first. */
export function estimatesIn(
  others: readonly Fact[],
  takings: readonly Taking[],
  sighting: Sighting,
): Estimates {
  const admitted = takings.some(isEstimated) ? admitOthers(others, sighting) : undefined;
  const about = (asked: EstimateAsked) =>
    admitted
      ? chainsIn(admitted, asked.measure.name).filter(({ head }) => isAbout(head, asked))
      : [];
  const chainFor = (asked: EstimateAsked) =>
    about(asked).find(
      ({ head }) => asked.measure.per === 'programme' || head.provider === asked.provider,
    );
  return {
    find: (asked, day) => {
      const standing = chainFor(asked);
      return standing && estimateOn(standing, asked, day);
    },
    days: (asked) => chainFor(asked)?.chain.map(({ known }) => known) ?? [],
    providers: (asked) => about(asked).flatMap(({ head }) => head.provider ?? []),
  };
}

function isEstimated({ measure }: Taking): boolean {
  return measure.core.is === 'estimated';
}

/** Verified, and of the cohort; one that names no cohort is for a measure that has one. */
function isAbout({ kind, state, cohort }: Fact, asked: EstimateAsked): boolean {
  const { name, cohorts } = asked.measure;
  const isOfCohort = cohort === asked.cohort || (cohort === undefined && cohorts.length === 1);
  return kind === name && state === 'verified' && isOfCohort;
}

/** As it stood on the day, if that was verified and about the same. */
function estimateOn(
  { id, chain, head }: StandingChain,
  asked: EstimateAsked,
  day: DayNumber,
): Estimate | undefined {
  const { core } = asked.measure;
  const fact = findStanding(chain, day);
  if (core.is !== 'estimated' || fact === undefined) return undefined;
  if (!isAbout(fact, asked) || fact.provider !== head.provider) return undefined;
  const value = fact[core.bound];
  return { id, fact, ...(value ? { value } : {}) };
}

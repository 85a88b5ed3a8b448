import type { DayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import type { Fraction } from '../../money/index.ts';
import { admit, findStanding, type StandingChain } from '../admit/admit.ts';
import type { AsAt } from '../as-at.ts';
import type { MeasureCore, MeasurePlan } from '../plan/measure-plan.ts';
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
  asAt: AsAt,
): Estimates {
  const names = new Set(takings.filter(isEstimated).map(({ measure }) => measure.name));
  const { byKind } =
    names.size === 0
      ? { byKind: new Map<string, readonly StandingChain[]>() }
      : admit(
          others.filter((fact) => names.has(fact.kind) || fact.kind === 'withdrawn'),
          asAt,
        );
  const about = ({ measure, cohort }: EstimateAsked) =>
    (byKind.get(measure.name) ?? []).filter(
      ({ head }) => head.state === 'verified' && isAbout(head, measure, cohort),
    );
  const chainFor = (asked: EstimateAsked) =>
    about(asked).find(
      ({ head }) => asked.measure.per === 'programme' || head.provider === asked.provider,
    );
  return {
    find: (asked, day) => {
      const standing = chainFor(asked);
      return standing && estimateOn(standing, asked.measure.core, day);
    },
    days: (asked) => chainFor(asked)?.chain.map(({ known }) => known) ?? [],
    providers: (asked) => about(asked).flatMap(({ head }) => head.provider ?? []),
  };
}

function isEstimated({ measure }: Taking): boolean {
  return measure.core.is === 'estimated';
}

/** An estimate that names no cohort is for a measure that has one. */
function isAbout({ cohort }: Fact, { cohorts }: MeasurePlan, name: string): boolean {
  return cohort === name || (cohort === undefined && cohorts.length === 1);
}

function estimateOn(
  { id, chain }: StandingChain,
  core: MeasureCore,
  day: DayNumber,
): Estimate | undefined {
  const fact = findStanding(chain, day);
  if (core.is !== 'estimated' || fact?.state !== 'verified') return undefined;
  const value = fact[core.bound];
  return { id, fact, ...(value ? { value } : {}) };
}

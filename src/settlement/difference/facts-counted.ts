import { dayNumber, type Span } from '../../calendar/index.ts';
import { type Fact, type FactSource, firstDay } from '../../facts/index.ts';
import type { MeasurePlan } from '../plan/measure-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { cameAs } from './came-as.ts';
import type { MovedFact } from './moved-facts.ts';
import type { MovedLine } from './moved-lines.ts';

/**
 * Finds, of what a measure pays, the facts that moved its number: of those who came on the days of
 * its cohort that they did, what is counted of them and what sets them aside; of nobody, estimates
 * and complete records. A number that is new was taken since, or waited for the latter.
 */
export function countedFactsFinder(
  plan: Plan,
  source: FactSource,
  moved: readonly MovedFact[],
): (line: MovedLine) => readonly MovedFact[] {
  const all = plan.versions.flatMap(({ whole }) => whole?.measures ?? []);
  const measures = new Map(all.map((measure) => [measure.name, measure] as const));
  const came = measures.size === 0 ? new Map<string, readonly Fact[]>() : comings(source);
  const ofPeople = [...cameAs, ...plan.versions.flatMap(({ setAsideBy }) => setAsideBy)];
  return ({ line, was, now }) => {
    const measure = measures.get(line.outcome);
    if (measure === undefined || was?.line.gross === now?.line.gross) return [];
    const kinds = new Set(kindsCounted(measure, { measures, ofPeople }));
    const days = daysCounted(measure, line.cohort);
    const isOfProvider = (provider: string | undefined) =>
      measure.per === 'programme' || (provider ?? line.provider) === line.provider;
    const isOfCohort = (each: Fact) =>
      isOfProvider(each.provider) && days.some((span) => isWithin(span, firstDay(each)));
    return moved.filter(({ kind, about = '', participant, provider, day }) => {
      if (!kinds.has(kind === 'complete' ? about : kind)) return false;
      if (participant === undefined) return isOfProvider(provider);
      if (was === undefined || day > dayNumber(line.day)) return false;
      return came.get(participant)?.some(isOfCohort) === true;
    });
  };
}

/** Every fact that says of a participant when it came. */
function comings(source: FactSource): ReadonlyMap<string, readonly Fact[]> {
  const came = new Map<string, readonly Fact[]>();
  for (let at = 0; at < source.participantCount; at += 1) {
    const { participant, facts } = source.participantAt(at);
    came.set(
      participant,
      facts.filter(({ kind }) => cameAs.has(kind)),
    );
  }
  return came;
}

/** The days of a cohort, and of the one with which it is compared. */
function daysCounted(
  { cohorts, against }: MeasurePlan,
  cohort: string | undefined,
): readonly Span[] {
  const own = cohorts.filter(({ name }) => name === cohort);
  return against?.value.is === 'cohort' ? [...own, against.value.cohort] : own;
}

function isWithin({ first, last }: Span, day: number): boolean {
  return first <= day && day <= last;
}

type Counting = Readonly<{
  measures: ReadonlyMap<string, MeasurePlan>;
  /** By which people are counted, whatever of them is. */
  ofPeople: readonly string[];
}>;

/** The kinds of fact by which a number goes; achievements, by which it may go too, are lines. */
function kindsCounted({ name, core }: MeasurePlan, counting: Counting): readonly string[] {
  const { measures, ofPeople } = counting;
  switch (core.is) {
    case 'number':
    case 'share':
    case 'rate':
    case 'share having':
      return ofPeople;
    case 'share with':
    case 'per head':
    case 'per one with any':
    case 'total':
    case 'mean':
      return [...ofPeople, ...core.kinds];
    case 'mean change':
      return [...ofPeople, core.kind];
    case 'estimated':
      return [name];
    case 'weighted':
      return core.parts.flatMap((part) => {
        const measure = measures.get(part.measure);
        return measure ? kindsCounted(measure, counting) : [];
      });
  }
}

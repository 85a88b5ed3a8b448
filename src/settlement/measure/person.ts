import { type DayNumber, lastDayOf, type Span } from '../../calendar/index.ts';
import type { PeriodPlan } from '../plan/period-plan.ts';
import type { Comer } from '../whose/crowd.ts';
import type { Evidence } from './evidence.ts';
import type { Taking } from './taking.ts';

/** One participant as a measure counts it: by how it came, and the days of which it counts. */
export type Person = Readonly<{
  evidence: Evidence;
  taking: Taking;
  /** Empty where the measure is for the programme. */
  provider: string;
  /** The people of these days are counted. */
  period: PeriodPlan;
  /** Absent for one who is not of the cohort, though what it achieved counts in a rate. */
  comer?: Comer;
  /** Nothing before or after these days counts. */
  limits: Span;
}>;

/**
 * How a participant is counted among the people of a period: once, by the first attachment or
 * referral in it and, where the measure is for each provider, once for each; known since any of
 * them was. Nobody who was set aside by the day on which the number is taken.
 */
export function personsOf(
  evidence: Evidence,
  taking: Taking,
  period: PeriodPlan,
): readonly Person[] {
  if (isSetAside(evidence, taking)) return [];
  const { measure } = taking;
  const persons = new Map<string, Person>();
  for (const comer of evidence.settled.crowd()[measure.of]) {
    if (comer.day < period.first || comer.day > period.last) continue;
    const provider = measure.per === 'provider' ? comer.provider : '';
    if (provider === undefined) continue;
    const before = persons.get(provider);
    const limits = before?.limits ?? limitsFor(comer.day, taking);
    const first = before?.comer ?? comer;
    const known = { ...first, knownOn: Math.min(first.knownOn, comer.knownOn) };
    persons.set(provider, { evidence, taking, provider, period, comer: known, limits });
  }
  for (const provider of othersIn(evidence, taking, period)) {
    if (persons.has(provider)) continue;
    const limits = { first: 0, last: -1 };
    persons.set(provider, { evidence, taking, provider, period, limits });
  }
  return [...persons.values()];
}

function isSetAside({ settled }: Evidence, { version, cohort }: Taking): boolean {
  const stage = settled.today.stages.find((each) => each.version === version);
  return stage?.setAsideOn !== undefined && stage.setAsideOn <= cohort.takenOn;
}

function limitsFor(day: DayNumber, { measure, cohort, version }: Taking): Span {
  const { within } = measure;
  const working = version.whole?.timeliness.working;
  const last = within ? lastDayOf(day, within, working) : cohort.takenOn;
  return { first: day, last: Math.min(last, cohort.takenOn) };
}

/** A rate counts what is achieved in its period, whoever achieves it. */
function othersIn(
  { achieved }: Evidence,
  { measure }: Taking,
  period: PeriodPlan,
): readonly string[] {
  const { core, per } = measure;
  if (core.is !== 'rate') return [];
  return achieved
    .filter(({ outcome, day }) => core.outcomes.includes(outcome) && isWithin(day, period))
    .map(({ provider }) => (per === 'provider' ? provider : ''));
}

export function isWithin(day: DayNumber, { first, last }: Span): boolean {
  return day >= first && day <= last;
}

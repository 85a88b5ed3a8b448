import type { DayNumber } from '../../calendar/index.ts';
import { compareFractions, type Fraction } from '../../money/index.ts';
import type { GatePlan } from '../plan/measure-plan.ts';
import type { VersionPlan } from '../plan/plan.ts';
import type { Attachment } from '../whose/roster.ts';
import { type Asked, firstDayOf, type Numbers, valueToday } from './numbers.ts';
import { isWithin } from './person.ts';
import { gateSentences } from './sentences.ts';
import { findTaking, type Taking } from './taking.ts';

/** A gate as a line met it. */
export type Gate = Readonly<{
  clause: string;
  /** The day on which the number was first high enough; absent while it is not, or not known. */
  passedOn?: DayNumber;
  /** What the gate asks, and what there is, in plain sentences. */
  explain: () => readonly string[];
}>;

/** The line of an outcome that a gate may be over. */
export type GatedLine = Readonly<{
  outcome: string;
  version: VersionPlan;
  attachment: Attachment;
}>;

/** Answers for every line; each gate of each cohort and provider is looked at once. */
export type Gates = Readonly<{
  /** Of the gates over the line of an outcome the one that it has not passed, else the latest. */
  overOutcome: (line: GatedLine) => Gate | undefined;
  /** The same for the line of a measure: the number of the cohort of the same name. */
  overMeasure: (line: GatedMeasure) => Gate | undefined;
}>;

export type GatedMeasure = Readonly<{
  measure: string;
  cohort: string;
  version: VersionPlan;
  provider: string;
}>;

export function gatesBy(numbers: Numbers): Gates {
  const gateFor = gateFinder(numbers);
  return {
    overOutcome: ({ outcome, version, attachment }) => {
      const gates = version.whole?.gates.filter(({ outcomes }) => outcomes.includes(outcome)) ?? [];
      const { provider } = attachment;
      return strictest(
        gates.map((plan) => gateFor(plan, takingFor(numbers, plan, attachment), provider)),
      );
    },
    overMeasure: ({ measure, cohort, version, provider }) => {
      const gates = version.whole?.gates.filter(({ measures }) => measures.includes(measure)) ?? [];
      return strictest(
        gates.map((plan) => {
          return gateFor(plan, findTaking(numbers.takings, plan.measure, cohort), provider);
        }),
      );
    },
  };
}

/** The cohort in which the participant came. */
function takingFor(
  { takings }: Numbers,
  plan: GatePlan,
  { day, referral }: Attachment,
): Taking | undefined {
  return takings.find(
    ({ measure, cohort }) =>
      measure.name === plan.measure &&
      isWithin(measure.of === 'attached' ? day : referral.day, cohort),
  );
}

type GateFinder = (plan: GatePlan, taking: Taking | undefined, provider: string) => Gate;

function gateFinder(numbers: Numbers): GateFinder {
  const found = new Map<GatePlan, Map<string, Gate>>();
  return (plan, taking, provider) => {
    const own = taking?.measure.per === 'provider' ? provider : '';
    const asked = taking && { taking, provider: own };
    const gates = found.get(plan) ?? new Map<string, Gate>();
    found.set(plan, gates);
    const key = asked ? JSON.stringify([numbers.takings.indexOf(asked.taking), own]) : '';
    const gate = gates.get(key) ?? gateOf(numbers, plan, asked);
    gates.set(key, gate);
    return gate;
  };
}

function gateOf(numbers: Numbers, plan: GatePlan, asked: Asked | undefined): Gate {
  const { clause } = plan;
  const passedOn = asked && passedOnOf(numbers, plan, asked);
  const explain = () => gateSentences(numbers, plan, { asked, passedOn });
  return { clause, ...(passedOn === undefined ? {} : { passedOn }), explain };
}

function passedOnOf(numbers: Numbers, plan: GatePlan, asked: Asked): DayNumber | undefined {
  if (!isEnough(plan, valueToday(numbers, asked).value)) return undefined;
  return firstDayOf(numbers, asked, ({ value }) => isEnough(plan, value));
}

function isEnough({ least, strictly }: GatePlan, value: Fraction | undefined): boolean {
  if (value === undefined) return false;
  const difference = compareFractions(value, least);
  return strictly ? difference > 0 : difference >= 0;
}

function strictest(gates: readonly Gate[]): Gate | undefined {
  const shut = gates.find(({ passedOn }) => passedOn === undefined);
  if (shut) return shut;
  let latest = gates[0];
  for (const gate of gates) {
    if ((gate.passedOn ?? 0) > (latest?.passedOn ?? 0)) latest = gate;
  }
  return latest;
}

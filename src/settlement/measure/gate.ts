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

/** Of the gates over the line of an outcome the one that it has not passed, else the latest. */
export function gateOverOutcome(numbers: Numbers, line: GatedLine): Gate | undefined {
  const { outcome, version, attachment } = line;
  const gates = (version.whole?.gates ?? []).filter(({ outcomes }) => outcomes.includes(outcome));
  return strictest(
    gates.map((plan) => {
      const taking = takingFor(numbers, plan, attachment);
      return gateOf(numbers, plan, { taking, provider: attachment.provider });
    }),
  );
}

/** The same for the line of a measure: the number of the cohort of the same name. */
export function gateOverMeasure(
  numbers: Numbers,
  line: Readonly<{ measure: string; cohort: string; version: VersionPlan; provider: string }>,
): Gate | undefined {
  const { measure, cohort, version, provider } = line;
  const gates = (version.whole?.gates ?? []).filter(({ measures }) => measures.includes(measure));
  return strictest(
    gates.map((plan) => {
      return gateOf(numbers, plan, {
        taking: findTaking(numbers.takings, plan.measure, cohort),
        provider,
      });
    }),
  );
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

type GateAsked = Readonly<{ taking: Taking | undefined; provider: string }>;

function gateOf(numbers: Numbers, plan: GatePlan, { taking, provider }: GateAsked): Gate {
  const { clause } = plan;
  const asked = taking && {
    taking,
    provider: taking.measure.per === 'provider' ? provider : '',
  };
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

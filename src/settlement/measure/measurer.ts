import type { DayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import { compareFractions, type Fraction } from '../../money/index.ts';
import type { Due } from '../due/due.ts';
import type { ProviderSeen } from '../other/providers.ts';
import type { SettledParticipant } from '../settle-participant.ts';
import type { Crowd } from '../whose/crowd.ts';
import type { Work } from '../work.ts';
import { estimatesIn } from './estimates.ts';
import { evidenceOf } from './evidence.ts';
import { type Gate, type GatedLine, type Gates, gatesBy } from './gate.ts';
import {
  type Asked,
  firstDayOf,
  isTaken,
  type Numbers,
  providersIn,
  type Value,
  valueToday,
} from './numbers.ts';
import type { Market } from './payees.ts';
import { earningsOf, linesOf, payingsOf } from './payment-lines.ts';
import { paidSoFar, secondEarningsOf } from './second-test.ts';
import { valueSentences } from './sentences.ts';
import { takingsOf } from './taking.ts';
import { addTo, talliesFor } from './tally.ts';

/** Counts participants one after another, and then says what their numbers are and pay. */
export type Measurer = Readonly<{
  add: (settled: SettledParticipant) => void;
  /** Once everybody has been added. */
  close: (providers: readonly ProviderSeen[], crowd: Crowd) => Measured;
}>;

export type Measured = Readonly<{
  /** What measures pay, before limits. */
  dues: readonly Due[];
  values: readonly MeasureValue[];
  /** The gate over the line of an outcome, if there is one. */
  gateOver: (line: GatedLine) => Gate | undefined;
}>;

/** A measure of a cohort that has begun. */
export type MeasureValue = Readonly<{
  measure: string;
  clause: string;
  /** The cohort by name. */
  cohort: string;
  /** Absent where it is for the programme. */
  provider?: string;
  /** The first day on which it can be known. */
  takenOn: DayNumber;
  /** Absent where it is not known: not taken yet, nobody to count, no estimate. */
  value?: Fraction;
  /** The first day on which it was what it is today. */
  knownOn?: DayNumber;
  /** What was counted over how many; absent for an estimate and for a weighted sum. */
  numerator?: Fraction;
  denominator?: number;
  version: number;
  explain: () => readonly string[];
}>;

/** Step 4. `others` are the facts that name no participant, among them estimates. */
export function measurer(work: Work, others: readonly Fact[]): Measurer {
  const { plan, asAt } = work;
  const takings = takingsOf(plan);
  const numbers: Numbers = {
    asAt,
    currency: plan.currency,
    takings,
    tallies: new Map(takings.map((taking) => [taking, talliesFor(taking)])),
    estimates: estimatesIn(others, takings, work),
    records: work,
  };
  const open = takings
    .filter((taking) => isTaken(numbers, taking))
    .flatMap((taking) => numbers.tallies.get(taking) ?? []);
  return {
    add: (settled) => {
      if (open.length === 0) return;
      const evidence = evidenceOf(settled);
      for (const tally of open) addTo(tally, evidence, asAt.knownBy);
    },
    close: (providers, crowd) => {
      const gates = gatesBy(numbers);
      return {
        dues: duesOf(numbers, { providers, crowd, gates }),
        values: valuesOf(numbers),
        gateOver: gates.overOutcome,
      };
    },
  };
}

/** What each pays by its own number, and then the second tests of what has not been paid. */
function duesOf(numbers: Numbers, market: Market & Readonly<{ gates: Gates }>): readonly Due[] {
  const payings = payingsOf(numbers);
  const paid = paidSoFar();
  const dues: Due[] = [];
  for (const earn of [earningsOf, secondEarningsOf]) {
    for (const paying of payings) {
      for (const earning of earn(numbers, paying, paid)) {
        const lines = linesOf(numbers, earning, market);
        paid.add(earning, lines);
        dues.push(...lines);
      }
    }
  }
  return inTurn(dues);
}

/** Cohorts of two versions may have one name: the line of the second is numbered on. */
function inTurn(dues: readonly Due[]): readonly Due[] {
  const names = new Set<string>();
  return dues.map((due) => {
    const [clause = '', cohort = '', provider = ''] = due.line.split('|');
    let number = Number(due.number);
    const named = () => [clause, cohort, provider, String(number)].join('|');
    while (names.has(named())) number += 1;
    names.add(named());
    return number === due.number ? due : { ...due, number, line: named() };
  });
}

function valuesOf(numbers: Numbers): readonly MeasureValue[] {
  const horizon = Math.min(numbers.asAt.trueBy, numbers.asAt.knownBy);
  return numbers.takings
    .filter(({ cohort }) => cohort.first <= horizon)
    .flatMap((taking) =>
      providersIn(numbers, taking).map((provider) => measureValue(numbers, { taking, provider })),
    );
}

function measureValue(numbers: Numbers, asked: Asked): MeasureValue {
  const { measure, cohort, version, from } = asked.taking;
  const found = valueToday(numbers, asked);
  const knownOn = knownDayOf(numbers, asked, found);
  return {
    measure: measure.name,
    clause: measure.clause,
    cohort: cohort.name,
    ...(asked.provider === '' ? {} : { provider: asked.provider }),
    takenOn: from,
    ...(found.value ? { value: found.value } : {}),
    ...(knownOn === undefined ? {} : { knownOn }),
    ...(found.sums ? { numerator: found.sums.numerator, denominator: found.sums.denominator } : {}),
    version: version.version,
    explain: () => valueSentences(numbers, asked),
  };
}

function knownDayOf(numbers: Numbers, asked: Asked, { value }: Value): DayNumber | undefined {
  if (value === undefined) return undefined;
  return firstDayOf(numbers, asked, (then) => {
    return then.value !== undefined && compareFractions(then.value, value) === 0;
  });
}

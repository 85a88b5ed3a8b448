import { dayNumber, lastDayOf } from '../../calendar/index.ts';
import {
  type Contract,
  declaredKinds,
  findTerm,
  forms,
  kindsNamed,
  kindsToRestOn,
  type Measure,
  type MeasurePeople,
  parseLevel,
  parseShare,
  peopleOfMeasure,
  printingOf,
  printMeasureDefinition,
  type Term,
} from '../../contract/index.ts';
import { assert } from '../../problem/index.ts';
import { isInPercent } from './is-in-percent.ts';
import type { Against, CohortPlan, MeasureCore, MeasurePlan } from './measure-plan.ts';
import type { PeriodPlan } from './period-plan.ts';
import { type ContractDays, periodsOf } from './periods-of.ts';

const { measure: said } = forms;

/** The place on the page of measures and what they pay: after every outcome. */
export const measuresBegin = 1000;

/** The measures of a page in their order, with the cohorts that its words make in its days. */
export function measurePlansOf(contract: Contract, days: ContractDays): readonly MeasurePlan[] {
  const measures = contract.measures?.measures ?? [];
  return measures.map((measure, at) => {
    const { definition } = plainPartOf(contract, measure);
    const within = findTerm(measure.definition, said.within)?.length;
    const against = againstOf(contract, measure.definition);
    const count = findTerm(definition, said.notKnown)?.count;
    // A change is on average over those with two scores.
    const isChange = findTerm(measure.definition, said.meanChange) !== undefined;
    const core = coreOf(contract, measure.definition);
    const isOpen = core.is === 'estimated' || core.is === 'weighted';
    return {
      name: measure.name,
      clause: `Measures/${measure.name}`,
      order: measuresBegin + at,
      wording: printMeasureDefinition(measure, printingOf(contract)),
      core,
      ...(isOpen && isInPercent(contract, measure) ? { inPercent: true } : {}),
      of: peopleOf(contract, measure).whom,
      cohorts: cohortsOf(contract, measure, days),
      per: peopleOf(contract, measure).per,
      ...(within ? { within } : {}),
      ...(against ? { against } : {}),
      unknown: isChange || count === 'left out' ? 'left out' : 'not',
    };
  });
}

/** Of whom a measure is, and for whom; a weighted one as its parts are. */
export function peopleOf(contract: Contract, measure: Measure): MeasurePeople {
  const people = peopleOfMeasure(contract, measure);
  assert(people !== undefined, 'a measure that is checked says of whom it is, and for whom');
  return people;
}

/** A weighted measure is of the people of its parts, which are alike: the first of them tells. */
function plainPartOf(contract: Contract, measure: Measure): Measure {
  const [part] = partsOf(contract, measure);
  return part === undefined ? measure : plainPartOf(contract, part);
}

function partsOf(contract: Contract, { definition }: Measure): readonly Measure[] {
  const parts = findTerm(definition, said.weighted)?.parts ?? [];
  const measures = contract.measures?.measures ?? [];
  return parts.flatMap((part) => measures.filter(({ name }) => name === part.measure));
}

/** A weighted measure is taken when the last of its parts is. */
function cohortsOf(
  contract: Contract,
  measure: Measure,
  days: ContractDays,
): readonly CohortPlan[] {
  const parts = partsOf(contract, measure).map((part) => cohortsOf(contract, part, days));
  const [first, ...others] = parts;
  if (first) {
    return first.map((cohort, at) => ({
      ...cohort,
      takenOn: Math.max(cohort.takenOn, ...others.map((part) => part[at]?.takenOn ?? 0)),
    }));
  }
  const { cohorts } = peopleOf(contract, measure);
  const periods =
    'periods' in cohorts
      ? cohorts.periods.map((name) => namedPeriod(contract, name))
      : periodsOf(days, cohorts.over);
  return periods.map((period) => ({ ...period, takenOn: takenOn(measure, period) }));
}

function namedPeriod({ periods }: Contract, name: string): PeriodPlan {
  const period = periods.find((each) => each.name === name);
  assert(period !== undefined, 'a period that is named stands in the dated table');
  return { name, first: dayNumber(period.from), last: dayNumber(period.to) };
}

function takenOn({ definition }: Measure, { last }: PeriodPlan): number {
  const day = findTerm(definition, said.takenOn)?.on;
  if (day) return dayNumber(day);
  const length = findTerm(definition, said.takenAfter)?.after;
  return length ? lastDayOf(last + 1, length) : last;
}

function coreOf(contract: Contract, definition: readonly Term[]): MeasureCore {
  const { bound } = findTerm(definition, said.estimateUsed) ?? {};
  if (findTerm(definition, said.estimated)) return { is: 'estimated', bound: boundOf(bound) };
  const weighted = findTerm(definition, said.weighted);
  if (weighted) {
    const parts = weighted.parts.map(({ measure, share }) => ({
      measure,
      weight: parseShare(share),
    }));
    return { is: 'weighted', parts };
  }
  const change = findTerm(definition, said.meanChange);
  if (change) {
    const better = declaredKinds(contract).get(change.score)?.better ?? 'higher';
    return { is: 'mean change', kind: change.score, better };
  }
  const having = findTerm(definition, said.shareHaving);
  if (having) return { is: 'share having', with: having.with };
  return coreOfOutcomes(definition) ?? coreOfKinds(contract, definition);
}

function boundOf(bound: string | undefined): 'value' | 'low' | 'high' {
  if (bound === undefined || bound === 'the estimate itself') return 'value';
  return bound.startsWith('the low') ? 'low' : 'high';
}

function coreOfOutcomes(definition: readonly Term[]): MeasureCore | undefined {
  const number = findTerm(definition, said.number);
  if (number) return { is: 'number', outcomes: number.outcomes };
  const share = findTerm(definition, said.share);
  if (share) return { is: 'share', outcomes: share.outcomes };
  const rate = findTerm(definition, said.rate);
  return rate && { is: 'rate', outcomes: rate.outcomes };
}

function coreOfKinds(contract: Contract, definition: readonly Term[]): MeasureCore {
  const declared = kindsToRestOn(contract);
  const source = findTerm(definition, said.completeRecord)?.source;
  const factsOf = (term: { kinds: readonly string[] }) => ({
    kinds: kindsNamed(term.kinds, declared),
    ...(source === undefined ? {} : { completeSource: source }),
  });
  const share = findTerm(definition, said.shareWith);
  if (share) return { is: 'share with', ...factsOf(share) };
  const head = findTerm(definition, said.perHead);
  if (head) return { is: 'per head', ...factsOf(head) };
  const any = findTerm(definition, said.perOneWithAny);
  if (any) return { is: 'per one with any', ...factsOf(any) };
  const sum = findTerm(definition, said.sum);
  assert(sum !== undefined, 'a measure that is checked has a core');
  return { is: sum.how, ...factsOf(sum) };
}

function againstOf(contract: Contract, definition: readonly Term[]): Against | undefined {
  const share = findTerm(definition, said.shareOf);
  const relative = findTerm(definition, said.changesByShare);
  const change = relative ?? findTerm(definition, said.changes);
  const base = share?.base ?? change?.base;
  if (!base) return undefined;
  const value: Against['value'] =
    'period' in base
      ? { is: 'cohort', cohort: namedPeriod(contract, base.period) }
      : { is: 'number', number: parseLevel(base.level) };
  if (!change) return { how: 'share of', value, relative: false };
  const how = change.how === 'rises above' ? 'rise above' : 'fall below';
  return { how, value, relative: relative !== undefined };
}

import type { Contract, Measure } from '../contract.ts';
import {
  changes,
  changesByShare,
  number,
  perHead,
  perOneWithAny,
  rate,
  share,
  shareOf,
  shareWith,
} from '../forms/measure.ts';
import {
  gate,
  paysAvoidedCost,
  paysEach,
  paysEachAboveShare,
  paysEachBelowShare,
  paysEachBeyondNumber,
  paysOnce,
  paysUnpaid,
} from '../forms/measures.ts';
import { measureNature, peopleOfMeasure } from '../measures.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { type Form, findTerm, type Term } from '../wording/form.ts';
import type { Complaint } from '../wording/place-type.ts';
import { contradicts } from './contradicts.ts';
import { levelFaults, unitFaults } from './level-faults.ts';

/** Whether what a measure pays, and what waits for it, can be worked out from it. */
export function checkMeasureMoney(contract: Contract, reader: Reader): void {
  const { measures = [], terms = [] } = contract.measures ?? {};
  const named = (name: string | undefined) => measures.find((each) => each.name === name);
  for (const term of terms) {
    const measure = named(term.measure as string | undefined);
    if (!measure) continue;
    const faults = [
      ...faultsOfLevels(measure, term),
      ...faultsOfCount(measure, term),
      ...faultsOfSecondTest(contract, measure, term),
      ...faultsOfGate(contract, measure, term),
    ];
    for (const complaint of faults) complain(reader, rangeOf(reader, term), complaint);
  }
  checkPaidTwice(terms, reader);
}

/** By which words a payment of a measure is that one and no other. */
const onceForEach: readonly (readonly [Form, readonly string[]])[] = [
  [paysOnce, ['least']],
  [paysEach, ['unit', 'above']],
  [paysEachAboveShare, ['share']],
  [paysEachBelowShare, ['share']],
  [paysEachBeyondNumber, ['side', 'level', 'any']],
  [paysUnpaid, ['of', 'least']],
  [paysAvoidedCost, []],
];

/** A measure that pays twice at one level would pay both, and one of them is a slip. */
function checkPaidTwice(terms: readonly Term[], reader: Reader): void {
  for (const [form, words] of onceForEach) {
    const seen = new Map<string, Term>();
    for (const term of terms.filter((each) => each.form === form.name)) {
      const key = JSON.stringify(['measure', ...words].map((word) => term[word]));
      const first = seen.get(key);
      if (first) contradicts(first, term, reader);
      else seen.set(key, term);
    }
  }
}

function faultsOfLevels(measure: Measure, term: Term): readonly Complaint[] {
  const each = findTerm([term], paysEach);
  const avoided = findTerm([term], paysAvoidedCost);
  const from = [paysOnce, paysUnpaid, gate].flatMap(
    (form) => findTerm([term], form as typeof gate)?.least ?? [],
  );
  const nature = measureNature(measure);
  const unit = each?.unit ?? (avoided ? 'one' : undefined);
  return [
    ...[...from, each?.above].flatMap((level) => levelFaults(measure.name, nature, level)),
    ...(unit ? unitFaults(measure.name, nature, unit) : []),
  ];
}

/** What is paid for each one counted needs a measure that counts, and no comparison after it. */
function faultsOfCount(measure: Measure, term: Term): readonly Complaint[] {
  const ofShare = findTerm([term], paysEachAboveShare) ?? findTerm([term], paysEachBelowShare);
  const ofNumber = findTerm([term], paysEachBeyondNumber);
  if (!ofShare && !ofNumber) return [];
  const is = (forms: readonly Form[]) => forms.some((form) => findTerm(measure.definition, form));
  const counts = [number, rate, perHead, ...(ofShare ? [share, shareWith] : [perOneWithAny])];
  if (is([changes, changesByShare, shareOf]) || !is(counts)) return [nothingToCount(measure.name)];
  if (!ofNumber || is([perOneWithAny]) === (ofNumber.any !== undefined)) return [];
  return [countedOfOthers(measure.name, ofNumber.any === undefined)];
}

function nothingToCount(name: string): Complaint {
  return {
    code: 'measure.nothing_to_count',
    message: `"${name}" counts no people, outcomes or facts that could each be paid for.`,
    help: 'Let it be the number or the share of those who achieve something, or pay by its value.',
  };
}

function countedOfOthers(name: string, isOfThoseWithAny: boolean): Complaint {
  const [counted, paid] = isOfThoseWithAny ? [' with any', ''] : ['', ' with any'];
  return {
    code: 'measure.counted_of_others',
    message:
      `"${name}" is for each of those in the cohort${counted}, and is paid here for each of ` +
      `those in the cohort${paid}.`,
    help: 'Let both say "with any", or neither.',
  };
}

/** The second test is of one cohort, that of all together, and pays as the first does. */
function faultsOfSecondTest(
  contract: Contract,
  measure: Measure,
  term: Term,
): readonly Complaint[] {
  const second = findTerm([term], paysUnpaid);
  const first = contract.measures?.measures.find(({ name }) => name === second?.of);
  const people = peopleOfMeasure(contract, measure);
  const others = first && peopleOfMeasure(contract, first);
  if (!second || !people || !others) return [];
  const { cohorts } = people;
  const isOne = 'over' in cohorts ? cohorts.over === 'contract' : cohorts.periods.length === 1;
  return [
    ...(first === measure ? [secondOfItself(measure.name)] : []),
    ...(isOne ? [] : [secondOfMany(measure.name)]),
    ...(people.per === others.per ? [] : [secondForOthers(measure.name, second.of)]),
  ];
}

function secondOfItself(name: string): Complaint {
  return {
    code: 'measure.second_test_of_itself',
    message: `"${name}" would pay for the cohorts for which it has paid nothing itself.`,
    help: 'Name the measure that was tested before it.',
  };
}

function secondOfMany(name: string): Complaint {
  return {
    code: 'measure.second_test_of_many',
    message: `"${name}" has several cohorts, and a second test has one, of all of them together.`,
    help: 'Let it be "over the whole contract", or of one period.',
  };
}

function secondForOthers(name: string, first: string): Complaint {
  return {
    code: 'measure.second_test_for_others',
    message: `"${name}" and "${first}" are not both for each provider or both for the programme.`,
    help: 'Let both say the same.',
  };
}

/** A measure waits for another of the same cohort, and of the same provider. */
function faultsOfGate(contract: Contract, measure: Measure, term: Term): readonly Complaint[] {
  const lines = findTerm([term], gate)?.lines ?? [];
  const people = peopleOfMeasure(contract, measure);
  const waiting = contract.measures?.measures.filter(({ name }) => lines.includes(name)) ?? [];
  return waiting.flatMap((line) => {
    const others = peopleOfMeasure(contract, line);
    if (!people || !others) return [];
    const isSame = JSON.stringify(people.cohorts) === JSON.stringify(others.cohorts);
    const isOfProvider = people.per === 'programme' || others.per === 'provider';
    return isSame && isOfProvider ? [] : [gateOfOthers(line.name, measure.name)];
  });
}

function gateOfOthers(line: string, measure: string): Complaint {
  return {
    code: 'measure.gate_of_other_cohorts',
    message: `"${line}" would wait for "${measure}", which is not of the same cohorts for it.`,
    help: 'Let both have the same cohorts, and be for each provider or for the programme alike.',
  };
}

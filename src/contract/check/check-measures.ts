import { add, compareFractions, formatPercent, one, zero } from '../../money/index.ts';
import type { Contract, Measure } from '../contract.ts';
import { weighted } from '../forms/measure.ts';
import { peopleOfMeasure, plainParts, weightedParts } from '../measures.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { builtInWords } from '../reserved-kinds.ts';
import { findTerm } from '../wording/form.ts';
import { parseShare } from '../wording/number-places.ts';
import type { Complaint } from '../wording/place-type.ts';
import { checkMeasureDefinition } from './check-measure-definition.ts';
import { checkMeasureMoney } from './check-measure-money.ts';
import { checkMeasurePayees } from './check-measure-payees.ts';
import { checkMeasureReach } from './check-measure-reach.ts';
import { checkSchedules } from './check-schedules.ts';
import type { Say } from './say.ts';

/** What each measure must say, on what it may rest, and what is paid by it. */
export function checkMeasures(contract: Contract, reader: Reader): void {
  for (const measure of contract.measures?.measures ?? []) {
    const say: Say = (complaint, part = measure) =>
      complain(reader, rangeOf(reader, part), complaint);
    if (measure.definition.length === 0) continue;
    checkMeasureDefinition(contract, measure, say);
    checkWeights(contract, measure, say);
    checkKindNames(measure, reader, say);
  }
  checkMeasureReach(contract, reader);
  checkSchedules(contract, reader);
  checkMeasureMoney(contract, reader);
  checkMeasurePayees(contract, reader);
}

function checkWeights(contract: Contract, measure: Measure, say: Say): void {
  const core = findTerm(measure.definition, weighted);
  if (!core) return;
  const total = core.parts.reduce((sum, part) => add(sum, parseShare(part.share)), zero);
  if (compareFractions(total, one) !== 0) say(weightsNotWhole(formatPercent(total)));
  if (readsItself(contract, measure)) say(circle(measure.name));
  else {
    const people = plainParts(contract, measure).map((part) => peopleOfMeasure(contract, part));
    const isAlike = people.every((each) => JSON.stringify(each) === JSON.stringify(people[0]));
    if (!isAlike) say(partsOfOthers(measure.name));
  }
}

function readsItself(contract: Contract, measure: Measure): boolean {
  const read = new Set(weightedParts(contract, measure));
  for (const each of read) for (const part of weightedParts(contract, each)) read.add(part);
  return read.has(measure);
}

function weightsNotWhole(total: string): Complaint {
  return {
    code: 'measure.weights_not_whole',
    message: `The weights of this measure add up to ${total}, and must add up to 100%.`,
    help: 'Change one of them.',
  };
}

function circle(name: string): Complaint {
  return {
    code: 'measure.reads_itself',
    message: `"${name}" would be worked out from itself.`,
    help: 'Let it name other measures, none of which rests on it.',
  };
}

function partsOfOthers(name: string): Complaint {
  return {
    code: 'measure.parts_of_other_people',
    message: `"${name}" adds up measures that are not of the same people and cohorts.`,
    help: 'Let its measures be of the same people, in the same cohorts, for the same providers.',
  };
}

/** An estimate is a fact under the name of its measure; of others one would think that it were. */
function checkKindNames({ name }: Measure, { names }: Reader, say: Say): void {
  const words = name.toLowerCase();
  const kind = names.kinds.byWords.get(words) ?? (builtInWords.has(words) ? words : undefined);
  if (kind === undefined) return;
  say({
    code: 'measure.named_as_a_kind',
    message: `The measure "${name}" could not be told from the kind of fact "${kind}".`,
    help: 'Give one of them another name.',
  });
}

import { parseDay } from '../../calendar/index.ts';
import { compareFractions } from '../../money/index.ts';
import type { Contract, ExampleRow } from '../contract.ts';
import { estimatedRow } from '../forms/examples.ts';
import { estimated } from '../forms/measure.ts';
import { peopleOfMeasure } from '../measures.ts';
import { findTerm } from '../wording/form.ts';
import { parseLevel } from '../wording/measure-places.ts';
import type { Complaint } from '../wording/place-type.ts';

/** An estimate in a worked example is of a measure that is estimated, of whom and as it says. */
export function estimateFaults(row: ExampleRow, contract: Contract): Complaint[] {
  const said = findTerm([row.what], estimatedRow);
  const measure = contract.measures?.measures.find(({ name }) => name === said?.measure);
  if (!said || !measure || measure.definition.length === 0) return [];
  if (!findTerm(measure.definition, estimated)) return [workedOut(measure.name)];
  const people = peopleOfMeasure(contract, measure);
  const isOfProvider = said.provider !== undefined;
  const isWrongWay = people !== undefined && isOfProvider !== (people.per === 'provider');
  const cohorts = people?.cohorts;
  const isKnown = cohorts === undefined || isCohort(said.cohort, cohorts);
  return [
    ...(isWrongWay ? [otherParty(measure.name, people.per)] : []),
    ...(isKnown ? [] : [otherCohort(measure.name, said.cohort)]),
    ...(isOrdered(said) ? [] : [notOrdered]),
  ];
}

type Cohorts = Readonly<{ over: string } | { periods: readonly string[] }>;

/** One cohort need not be named; several are, by their names or first days. */
function isCohort(name: string | undefined, cohorts: Cohorts): boolean {
  if ('periods' in cohorts) {
    return name === undefined ? cohorts.periods.length === 1 : cohorts.periods.includes(name);
  }
  if (name === undefined) return cohorts.over === 'contract';
  return parseDay(name) !== undefined;
}

function isOrdered({ value, low, high }: Record<'value', string> & Partial<Interval>): boolean {
  if (low === undefined || high === undefined) return true;
  const [from, at, to] = [parseLevel(low), parseLevel(value), parseLevel(high)];
  return compareFractions(from, at) <= 0 && compareFractions(at, to) <= 0;
}

type Interval = Record<'low' | 'high', string>;

function workedOut(name: string): Complaint {
  return {
    code: 'example.estimate_of_measure_worked_out',
    message: `"${name}" is worked out from facts, and nobody estimates it.`,
    help: 'Write the facts from which it follows, or let the measure be estimated.',
  };
}

function otherParty(name: string, per: 'provider' | 'programme'): Complaint {
  return {
    code: 'example.estimate_for_another',
    message: `"${name}" is for ${per === 'provider' ? 'each provider' : 'the programme'}.`,
    help:
      per === 'provider'
        ? `Say of which provider, as in "${name} of Bright Futures estimated at 8%".`
        : 'Leave the provider out.',
  };
}

function otherCohort(name: string, cohort: string | undefined): Complaint {
  return {
    code: 'example.estimate_of_no_cohort',
    message:
      cohort === undefined
        ? `"${name}" has several cohorts, and this row does not say which is meant.`
        : `"${cohort}" is no cohort of "${name}".`,
    help:
      'Name the period of the dated table, or the first day of the year, quarter or month, as in ' +
      '"for 2028-04-01".',
  };
}

const notOrdered: Complaint = {
  code: 'example.estimate_outside_its_interval',
  message: 'The estimate does not lie within the interval that stands beside it.',
  help: 'Write the low end first, and an estimate between the two.',
};

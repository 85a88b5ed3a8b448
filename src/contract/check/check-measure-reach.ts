import { dayNumber, formatDate } from '../../calendar/index.ts';
import { compareFractions, isZero, one } from '../../money/index.ts';
import type { Contract, Measure, Period } from '../contract.ts';
import { changes, changesByShare, shareOf } from '../forms/measure.ts';
import {
  fromTo,
  gate,
  orMore,
  paidAndEach,
  paidEach,
  paysEach,
  paysEachAboveShare,
  paysOnce,
  paysUnpaid,
} from '../forms/measures.ts';
import { buys } from '../forms/opening.ts';
import { coreNature, peopleOfMeasure } from '../measures.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { findTerm, type Term } from '../wording/form.ts';
import { parseLevel } from '../wording/measure-places.ts';
import type { Complaint } from '../wording/place-type.ts';

/** What could never be known, or never be so, whatever happens. */
export function checkMeasureReach(contract: Contract, reader: Reader): void {
  const { measures = [], schedules = [], terms = [] } = contract.measures ?? {};
  const say = (part: object, complaints: readonly Complaint[]) => {
    for (const complaint of complaints) complain(reader, rangeOf(reader, part), complaint);
  };
  for (const measure of measures) {
    say(measure, [...cohortFaults(contract, measure), ...baseFaults(measure)]);
    const own = terms.filter((term) => term.measure === measure.name);
    for (const term of own) say(term, overWhole(measure, levelsOf(term)));
    const rows = schedules.filter((each) => each.measure === measure.name);
    for (const row of rows.flatMap((each) => each.rows)) {
      say(row, overWhole(measure, [...levelsOf(row.value), ...levelsOf(row.pays)]));
    }
  }
}

/** The levels that a measure has to reach, or pass, for anything to come of a sentence or row. */
function levelsOf(term: Term): readonly string[] {
  const least = [paysOnce, paysUnpaid, fromTo, orMore].flatMap(
    (form) => findTerm([term], form as typeof paysOnce)?.least ?? [],
  );
  const above = [paysEach, paidEach, paidAndEach].flatMap(
    (form) => findTerm([term], form as typeof paidEach)?.above ?? [],
  );
  const gated = findTerm([term], gate);
  const passed = gated?.bound === 'more than' ? `more than ${gated.least}` : gated?.least;
  const share = findTerm([term], paysEachAboveShare)?.share;
  return [...least, ...above, ...(passed ? [passed] : []), ...(share ? [share] : [])];
}

/** A share of people, and the difference of two, is never over 100%. */
function overWhole(measure: Measure, levels: readonly string[]): readonly Complaint[] {
  const { name, definition } = measure;
  const isRelative = findTerm(definition, changesByShare) ?? findTerm(definition, shareOf);
  if (isRelative || coreNature(measure) !== 'percent') return [];
  return levels.filter(isOverWhole).map((level) => neverReached(name, level));
}

function isOverWhole(level: string): boolean {
  const [, strictly, text = level] = /^(more than )?(.*)$/.exec(level) ?? [];
  const difference = text.endsWith('%') ? compareFractions(parseLevel(text), one) : -1;
  return strictly === undefined ? difference > 0 : difference >= 0;
}

function neverReached(name: string, level: string): Complaint {
  return {
    code: 'measure.level_never_reached',
    message: `"${name}" is a share of people, and is never ${level}.`,
    help: 'Write a lower percentage, or measure it against another number.',
  };
}

/** The days of each period of which a measure is, or with which it is compared. */
function cohortFaults(contract: Contract, measure: Measure): readonly Complaint[] {
  const opening = findTerm(contract.opening, buys);
  const cohorts = peopleOfMeasure(contract, measure)?.cohorts;
  if (!opening || !cohorts) return [];
  const base = baseOf(measure);
  const names = [
    ...('periods' in cohorts ? cohorts.periods : []),
    ...(base && 'period' in base ? [base.period] : []),
  ];
  return contract.periods
    .filter(({ name, from, to }) => {
      return names.includes(name) && (to < opening.from || from > opening.to);
    })
    .map(outsideTheContract);
}

function outsideTheContract({ name, from, to }: Period): Complaint {
  const days = `${formatDate(dayNumber(from))} to ${formatDate(dayNumber(to))}`;
  return {
    code: 'measure.cohort_outside_the_contract',
    message: `Nobody comes in "${name}", as ${days} lies outside the days of the contract.`,
    help: 'Name a period of the contract, or compare with a number, as in "falls below 1.55".',
  };
}

function baseOf({ definition }: Measure) {
  const relative = findTerm(definition, changesByShare) ?? findTerm(definition, shareOf);
  return (relative ?? findTerm(definition, changes))?.base;
}

/** Nothing is a share of nothing. */
function baseFaults(measure: Measure): readonly Complaint[] {
  const { name, definition } = measure;
  const relative = findTerm(definition, changesByShare) ?? findTerm(definition, shareOf);
  const base = relative?.base;
  if (!base || !('level' in base) || !isZero(parseLevel(base.level))) return [];
  return [
    {
      code: 'measure.share_of_nothing',
      message: `"${name}" would be a share of ${base.level}, and is never known.`,
      help: 'Compare it with another number, or write "measured as how far it rises above 0".',
    },
  ];
}

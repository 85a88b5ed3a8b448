import type { Contract } from '../contract.ts';
import {
  limitInAll,
  limitInProportion,
  limitOfCount,
  limitOfEachProvider,
  limitOfGroup,
  limitOfOneProvider,
} from '../forms/limits.ts';
import { eachDay, eachDayWithout, eachUnit } from '../forms/outcome.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { type Form, findTerm, type Term, termsOf } from '../wording/form.ts';
import { contradicts } from './contradicts.ts';

const wide: readonly Form[] = [
  limitInAll,
  limitInProportion,
  limitOfEachProvider,
  limitOfOneProvider,
  limitOfGroup,
];

/** No limit is set twice, and what is limited by a count can be counted. */
export function checkLimits(contract: Contract, reader: Reader): void {
  const terms = contract.sections.limits ?? [];
  for (const form of wide) {
    const same = termsOf(terms, form) as readonly Term[];
    same.forEach((term, at) => {
      const first = same.slice(0, at).find((earlier) => isOfTheSame(earlier, term));
      if (first) contradicts(first, term, reader);
    });
  }
  const isCounted = new Map(
    contract.outcomes.outcomes.map(({ name, definition }) => [
      name,
      ![eachDay, eachDayWithout, eachUnit].some((form) => findTerm(definition, form)),
    ]),
  );
  for (const term of termsOf(terms, limitOfCount)) {
    const other = term.outcomes.find((name) => isCounted.get(name) === false);
    if (other === undefined) continue;
    complain(reader, rangeOf(reader, term), {
      code: 'limits.count_of_no_count',
      message: `"${other}" is paid by the day or unit, and this limits how often it is paid for.`,
      help: 'Take it out of this sentence, or set a limit of money on it.',
    });
  }
}

/** Whether two limits are over the same lines; only how much they allow may differ. */
function isOfTheSame({ most: _one, ...earlier }: Term, { most: _other, ...term }: Term): boolean {
  return inOneOrder(earlier) === inOneOrder(term);
}

/** The same text for the same places, however they and the names in them are ordered. */
function inOneOrder(about: object): string {
  const places = Object.entries(about).map(([name, value]) => {
    const names = Array.isArray(value) ? value.map(String).toSorted(compareText) : value;
    return JSON.stringify([name, names]);
  });
  return JSON.stringify(places.toSorted(compareText));
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

import {
  type Day,
  dayNumber,
  dayOf,
  findLastDayOf,
  type Length,
  workingDaysOf,
} from '../calendar/index.ts';
import { type Contract, findTerm, forms } from '../contract/index.ts';

/**
 * The last day on which an application may be decided: the sooner of what the page says under
 * Market and what it promises. The day of the application is the first day. Undefined where the
 * page says neither, or its working days are not known so far ahead.
 */
export function decideBy(contract: Contract, appliedOn: Day): Day | undefined {
  const { market = [], promises = [] } = contract.sections;
  const lengths = [
    findTerm(market, forms.joining.joiningDecided)?.within,
    findTerm(promises, forms.promises.applicationsDecided)?.within,
  ];
  const days = lengths.flatMap((within) =>
    within === undefined ? [] : (lastDayIn(contract, appliedOn, within) ?? []),
  );
  return days.toSorted()[0];
}

/** The last day of a length of the page, in its working days; the first day counts. */
export function lastDayIn({ opening }: Contract, first: Day, length: Length): Day | undefined {
  const place = findTerm(opening, forms.opening.workingDays)?.place;
  const working = place === undefined ? undefined : workingDaysOf(place);
  if (length.unit === 'working day' && working === undefined) return undefined;
  const last = findLastDayOf(dayNumber(first), length, working);
  return last === undefined ? undefined : dayOf(last);
}

import { type WorkingDays, workingDaysOf } from '../../calendar/index.ts';
import { type Contract, findTerm, forms } from '../../contract/index.ts';

/** The working days of the place that a page names, if it does. */
export function workingDaysIn({ opening }: Contract): WorkingDays | undefined {
  const place = findTerm(opening, forms.opening.workingDays)?.place;
  return place === undefined ? undefined : workingDaysOf(place);
}

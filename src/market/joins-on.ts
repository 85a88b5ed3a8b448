import {
  civilOf,
  type Day,
  dayNumber,
  dayOf,
  daysFromCivil,
  parseYearlyDate,
  yearOf,
  yearSpan,
} from '../calendar/index.ts';
import { type Contract, findTerm, forms } from '../contract/index.ts';

/** The day on which a provider admitted on a day joins: that day, or the next that is open. */
export function joinsOn(contract: Contract, admitted: Day): Day {
  const buys = findTerm(contract.opening, forms.opening.buys);
  const on = Math.max(dayNumber(admitted), dayNumber(buys?.from ?? admitted));
  const days = findTerm(contract.sections.market ?? [], forms.joining.joiningDays)?.days;
  switch (days) {
    case undefined:
    case 'any day':
      return dayOf(on);
    case 'the first day of any month':
      return dayOf(firstOfMonth(on));
    case 'the first day of any year':
      return dayOf(firstOfYear(contract, on));
  }
}

function firstOfMonth(on: number): number {
  const { year, month, day } = civilOf(on);
  if (day === 1) return on;
  return month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
}

/** Years are those of the contract. */
function firstOfYear({ opening }: Contract, on: number): number {
  const start = dayNumber(findTerm(opening, forms.opening.buys)?.from ?? dayOf(on));
  const said = findTerm(opening, forms.opening.yearsRun)?.start;
  const runFrom = said === undefined ? undefined : parseYearlyDate(said);
  const { first } = yearSpan(yearOf(on, start, runFrom), start, runFrom);
  return first === on ? on : yearSpan(yearOf(on, start, runFrom) + 1, start, runFrom).first;
}

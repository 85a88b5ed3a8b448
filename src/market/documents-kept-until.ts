import { type Day, dayNumber, dayOf, type Length } from '../calendar/index.ts';
import { type Contract, forms, termsOf } from '../contract/index.ts';
import { lastDayIn } from './decide-by.ts';

const twelveMonths: Length = { count: 12, unit: 'month' };

/**
 * The last day on which what an applicant showed is kept after it was refused or has withdrawn: as
 * long as the page keeps facts, and no longer than twelve months. By then nobody can ask any more
 * why it was refused, and nothing was paid that rests on it.
 */
export function documentsKeptUntil(contract: Contract, endedOn: Day): Day {
  const said = termsOf(contract.sections.footing ?? [], forms.footing.retention);
  const next = dayOf(dayNumber(endedOn) + 1);
  const lengths = [twelveMonths, ...said.map(({ length }) => length)];
  const days = lengths.flatMap((length) => lastDayIn(contract, next, length) ?? []);
  return days.toSorted()[0] ?? endedOn;
}

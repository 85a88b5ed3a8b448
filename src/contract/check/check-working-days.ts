import type { Contract } from '../contract.ts';
import { workingDays } from '../forms/opening.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { findTerm, type Term } from '../wording/form.ts';

/** Working days are those of a named place, and a page that counts in them must say which. */
export function checkWorkingDays(contract: Contract, reader: Reader): void {
  if (findTerm(contract.opening, workingDays)) return;
  const parts: readonly (readonly [object, readonly Term[]])[] = [
    ...Object.values(contract.sections).flatMap((terms) =>
      terms.map((term) => [term, [term]] as const),
    ),
    ...contract.outcomes.outcomes.map((outcome) => [outcome, outcome.definition] as const),
  ];
  const first = parts.find(([, terms]) => terms.some(countsWorkingDays));
  if (!first) return;
  complain(reader, rangeOf(reader, first[0]), {
    code: 'calendar.working_days_not_said',
    message: 'This counts in working days, and the page does not say of which place.',
    help: 'Write under the title, as in "Working days are those of England."',
  });
}

function countsWorkingDays(term: Term): boolean {
  return Object.values(term).some((value) => {
    if (typeof value !== 'object' || value === null) return false;
    return 'unit' in value && value.unit === 'working day';
  });
}

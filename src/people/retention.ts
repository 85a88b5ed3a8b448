import { type Day, dayNumber, dayOf, findLastDayOf, workingDaysOf } from '../calendar/index.ts';
import { type Contract, findTerm, forms, type TermOf, termsOf } from '../contract/index.ts';

/** What is known of a participant's facts when it is asked how long they are kept. */
export type Kept = Readonly<{
  /** The day of the last of them that was recorded. */
  recordedOn: Day;
  /** The day of the last payment that rests on them; absent where none does. */
  paidOn?: Day;
  /** The day on which the contract ended before its time. */
  endedOn?: Day;
}>;

/**
 * The first day on which facts may be erased: the day after the last on which the page keeps them.
 * "After" a day begins with the next. Facts on which no payment rests are kept from the end of the
 * contract, until when one might have. Where several sentences speak, the longest holds; undefined
 * where the page says nothing, and then nothing is erased unless the person asks.
 */
export function erasableFrom(contract: Contract, kept: Kept): Day | undefined {
  const terms = termsOf(contract.sections.footing ?? [], forms.footing.retention);
  const place = findTerm(contract.opening, forms.opening.workingDays)?.place;
  const working = place === undefined ? undefined : workingDaysOf(place);
  const days = terms.map((term) =>
    findLastDayOf(dayNumber(eventOf(term, contract, kept)) + 1, term.length, working),
  );
  if (days.length === 0 || days.includes(undefined)) return undefined;
  return dayOf(Math.max(...days.map((day) => day ?? 0)) + 1);
}

type RetentionTerm = TermOf<typeof forms.footing.retention>;

function eventOf({ event }: RetentionTerm, contract: Contract, kept: Kept): Day {
  const last = findTerm(contract.opening, forms.opening.buys)?.to ?? kept.recordedOn;
  const end = kept.endedOn ?? last;
  switch (event) {
    case 'the last payment they support':
      return kept.paidOn ?? end;
    case 'the end of the contract':
      return end;
    case 'the day they are recorded':
      return kept.recordedOn;
  }
}

import type { Day } from '../calendar/index.ts';
import type { Contract } from '../contract/index.ts';
import type { JoiningAnswers } from './application.ts';
import { lastDayIn } from './decide-by.ts';
import type { JoiningForm } from './joining-form.ts';

/** Until when a condition holds by what was shown: on the next day it has to be shown again. */
export type ShownUntil = Readonly<{ condition: string; until: Day }>;

/**
 * The last day on which each condition still holds by what an applicant showed on a day: that of
 * its document, or of the time after which the page wants it shown again, whichever is sooner.
 * Conditions that hold until further notice are left out.
 */
export function shownUntil(
  contract: Contract,
  form: JoiningForm,
  shown: Readonly<{ answers: JoiningAnswers; on: Day }>,
): readonly ShownUntil[] {
  return form.conditions.flatMap(({ key }) => {
    const fields = form.fields.filter(({ restsOn }) => restsOn === key);
    const days = fields.flatMap(({ name, shownAgain }) => {
      const answer = shown.answers[name];
      const expires = typeof answer === 'object' ? answer.expiresOn : undefined;
      const again = shownAgain && lastDayIn(contract, shown.on, shownAgain);
      return [expires as Day | undefined, again].filter((day) => day !== undefined);
    });
    const [until] = days.toSorted();
    return until === undefined ? [] : [{ condition: key, until }];
  });
}

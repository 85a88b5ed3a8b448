import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { readProgramme } from '../../service/programmes/index.ts';
import type { OwnProgramme } from '../programmes/index.ts';
import { showRefused } from '../show.tsx';

/** A visit to a screen of a programme, and what stopped the last action on it. */
export type AtProgramme = Readonly<{
  visit: Visit;
  programme: OwnProgramme;
  problems: readonly Problem[];
}>;

/** A screen of the programme of its address: whoever has no part in that is told why not. */
export function ofProgramme(show: (at: AtProgramme) => Promise<Answer>) {
  return async (visit: Visit, problems: readonly Problem[] = []): Promise<Answer> => {
    const found = await visit.perform(readProgramme, { programme: visit.params.programme ?? '' });
    return found.ok
      ? show({ visit, programme: found.value, problems })
      : showRefused(visit, found.problems);
  };
}

/** Whether all that stands in the way is that no version of the page is published. */
export function isBeforePage(problems: readonly Problem[]): boolean {
  return problems.every(({ code }) => code === 'facts.before_page');
}

import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { readProgramme } from '../../service/programmes/index.ts';
import type { OwnProgramme } from '../programmes/index.ts';
import { showRefused } from '../show.tsx';

type Found =
  | Readonly<{ ok: true; programme: OwnProgramme }>
  | Readonly<{ ok: false; answer: Answer }>;

/** The programme of a page on which whoever visits works; else the answer that says why not. */
export async function findProgramme(visit: Visit): Promise<Found> {
  const programme = visit.params.programme ?? '';
  const found = await visit.perform(readProgramme, { programme });
  return found.ok
    ? { ok: true, programme: found.value }
    : { ok: false, answer: showRefused(visit, found.problems) };
}

/** Whether all that stands in the way is that no version of the page is published. */
export function isBeforePage(problems: readonly Problem[]): boolean {
  return problems.every(({ code }) => code === 'facts.before_page');
}

import type { Answer as Given, Visit } from '../../http/index.ts';
import { readProgramme } from '../../service/programmes/index.ts';
import { type OwnProgramme, programmeTrail } from '../programmes/index.ts';
import { showRefused } from '../show.tsx';

type Found = Readonly<{ ok: true; own: OwnProgramme }> | Readonly<{ ok: false; answer: Given }>;

/** The programme in which whoever visits has a part; else the answer that says why not. */
export async function findHead(visit: Visit): Promise<Found> {
  const { programme = '' } = visit.params;
  const found = await visit.perform(readProgramme, { programme });
  return found.ok
    ? { ok: true, own: found.value }
    : { ok: false, answer: showRefused(visit, found.problems) };
}

/** The name of a programme as it may stand on a page of somebody signed in. */
export function ownName({ isAboutSafety, neutralName, name }: OwnProgramme): string {
  return isAboutSafety ? neutralName : name;
}

/** What the edge of a page says: the way to it, or the name that stands in place of all others. */
export function ownEdge({ programme, name, isAboutSafety, neutralName }: OwnProgramme) {
  return isAboutSafety ? { neutralName } : { trail: programmeTrail(name, programme) };
}

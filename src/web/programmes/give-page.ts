import type { Answer, Visit } from '../../http/index.ts';
import { givePublished, givePutForward } from '../../service/programmes/index.ts';
import { showRefused } from '../show.tsx';

/** A published page as a file. */
export async function givePage(visit: Visit): Promise<Answer> {
  const { programme, version, format } = visit.params;
  const asked = { programme, version: Number(version), format };
  const found = await visit.perform(givePublished, asked);
  return found.ok ? { kind: 'file', file: found.value } : showRefused(visit, found.problems);
}

/** The sheet of a page that was put forward. */
export async function giveSheet(visit: Visit): Promise<Answer> {
  const { programme, number } = visit.params;
  const found = await visit.perform(givePutForward, { programme, number: Number(number) });
  return found.ok ? { kind: 'file', file: found.value } : showRefused(visit, found.problems);
}

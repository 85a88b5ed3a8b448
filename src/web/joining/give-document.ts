import type { Answer as Given, Visit } from '../../http/index.ts';
import { giveDocument } from '../../service/joining/index.ts';
import { showRefused } from '../show.tsx';

/** A document as it was handed in, to be kept and not shown. */
export async function giveHandedIn(visit: Visit): Promise<Given> {
  const { programme = '', document = '' } = visit.params;
  const given = await visit.perform(giveDocument, { programme, document });
  return given.ok ? { kind: 'file', file: given.value } : showRefused(visit, given.problems);
}

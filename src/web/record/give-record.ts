import type { Answer, Visit } from '../../http/index.ts';
import { exportRecord } from '../../service/record/index.ts';
import { showRefused } from '../show.tsx';
import { chainOf } from './address.ts';

/** The whole of a record as a file. */
export async function giveRecord(visit: Visit): Promise<Answer> {
  const found = await visit.perform(exportRecord, chainOf(visit));
  if (!found.ok) return showRefused(visit, found.problems);
  const { name, mediaType, body } = found.value;
  return { kind: 'file', file: { name, mediaType, body: body as string } };
}

import type { Static } from 'typebox';
import type { Visit } from '../../http/index.ts';
import type { Result } from '../../problem/index.ts';
import { readDraft, readProgramme } from '../../service/programmes/index.ts';
import type { OwnProgramme } from '../programmes/index.ts';

/** The draft of a page. */
export type DraftPage = Static<(typeof readDraft)['output']>;

/** A draft, and the programme whose page it is. */
export type Edited = Readonly<{ draft: DraftPage; programme: OwnProgramme }>;

export async function findEdited(visit: Visit): Promise<Result<Edited>> {
  const { programme = '' } = visit.params;
  const own = await visit.perform(readProgramme, { programme });
  if (!own.ok) return own;
  const draft = await visit.perform(readDraft, { programme });
  if (!draft.ok) return draft;
  return { ok: true, value: { draft: draft.value, programme: own.value } };
}

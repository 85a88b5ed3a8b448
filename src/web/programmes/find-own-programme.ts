import type { Static } from 'typebox';
import type { Visit } from '../../http/index.ts';
import { readProgramme } from '../../service/programmes/index.ts';

/** A programme as those see it who have a part in it. */
export type OwnProgramme = Static<(typeof readProgramme)['output']>;

/** What whoever visits is in a programme; nothing where they have no part in it. */
export async function findOwnProgramme(
  visit: Visit,
  programme: string,
): Promise<OwnProgramme | undefined> {
  if (visit.actor.kind !== 'account' || visit.actor.organisation === undefined) return undefined;
  const found = await visit.perform(readProgramme, { programme });
  return found.ok ? found.value : undefined;
}

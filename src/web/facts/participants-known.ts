import type { Static } from 'typebox';
import type { Visit } from '../../http/index.ts';
import { mayDo } from '../../service/access/index.ts';
import { referrals } from '../../service/people/index.ts';

type Referrals = Static<(typeof referrals)['output']>['referrals'];

/** Somebody whose reference can be picked, and where they stand. */
export type KnownParticipant = Referrals[number];

/** The newest of those whom whoever visits works with; none for those who may not see them. */
export async function participantsKnown(visit: Visit): Promise<readonly KnownParticipant[]> {
  if (!mayDo(referrals, visit.actor).ok) return [];
  const found = await visit.perform(referrals, { programme: visit.params.programme });
  if (!found.ok) return [];
  const seen = new Set<string>();
  return found.value.referrals.filter(({ participant, state }) => {
    const isNew = !seen.has(participant) && state !== 'refused';
    seen.add(participant);
    return isNew;
  });
}

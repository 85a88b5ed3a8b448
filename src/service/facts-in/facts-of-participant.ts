import Type from 'typebox';
import { findParticipant, listFactsOf } from '../../store/facts/index.ts';
import { action } from '../act/index.ts';
import { participantErased, participantNotThere } from './problems.ts';
import { openStored, showFacts, shownFactSchema } from './shown-facts.ts';

/** Who sees what happened to somebody. */
export const whoSeesFacts = [
  'provider_staff',
  'case_worker',
  'commissioner',
  'verifier',
  'auditor',
] as const;

export const factsOfParticipant = action({
  name: 'facts.list_of_participant',
  kind: 'read',
  who: whoSeesFacts,
  parts: ['commissioner', 'provider', 'verifier', 'referrer', 'auditor'],
  summary: 'What is recorded of a participant, in the order of the days on which it happened.',
  input: Type.Object(
    { programme: Type.String(), participant: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  output: Type.Object({ facts: Type.Array(shownFactSchema) }),
  run: async (work, { programme, participant }) => {
    const found = await findParticipant(work.tx, { programme, participant });
    if (found === undefined) return { ok: false, problems: [participantNotThere()] };
    if (found.erasedAt !== null) {
      return { ok: false, problems: [participantErased(participantNotThere().at)] };
    }
    const stored = await listFactsOf(work.tx, { programme, participant });
    const opened = await openStored(work, programme, stored);
    if (!opened.ok) return opened;
    const shown = await showFacts(work, programme, opened.value);
    const inOrder = shown.toSorted((one, other) => (firstOf(one) < firstOf(other) ? -1 : 1));
    return { ok: true, value: { facts: inOrder } };
  },
});

function firstOf({ day, from, known }: Readonly<{ day?: string; from?: string; known: string }>) {
  return day ?? from ?? known;
}

import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { files } from '../../service/facts-in/index.ts';
import { lookUpParticipant } from '../../service/people/index.ts';
import { participantAddress, showFacts } from '../facts/index.ts';
import { showRefused } from '../show.tsx';

/** Goes to the record of whoever was looked up; asks again where nobody has that reference. */
export async function findParticipant(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  const reference = (visit.query.participant ?? '').trim();
  const found = await visit.perform(lookUpParticipant, { programme, reference });
  if (found.ok) {
    const { participant, ownReference } = found.value;
    return { kind: 'go', to: participantAddress(programme, participant, ownReference) };
  }
  const mistyped = found.problems.filter(
    ({ code }) => code.startsWith('input.') || code === 'participant.not_there',
  );
  // Whoever sees no files is told here: what was typed may be a name, and leads to no address.
  const seesFiles = mistyped.length > 0 && (await visit.perform(files, { programme })).ok;
  if (seesFiles) return showFacts(visit, mistyped.map(atItsField));
  return showRefused(visit, found.problems);
}

function atItsField(problem: Problem): Problem {
  return { ...problem, at: { ...problem.at, field: 'participant' } };
}

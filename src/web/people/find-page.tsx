import type { Answer, Visit } from '../../http/index.ts';
import { isLikeName } from '../../service/facts-in/index.ts';
import { lookUpParticipant } from '../../service/people/index.ts';
import { LookUp, ofProgramme, participantAddress, participantsKnown } from '../facts/index.ts';
import { formText } from '../form-text.ts';
import { showPage } from '../show.tsx';
import { PersonHead } from './person-head.tsx';

const title = 'Look somebody up';

/** The form by which somebody is looked up, for all who see records. */
export const showFind = ofProgramme(async ({ visit, programme, problems }) => {
  return showPage(
    visit,
    { title, neutralName: programme.neutralName, problems },
    <>
      <PersonHead
        programme={programme}
        lead="By a reference. What you type stands in no address and is not kept."
      >
        {title}
      </PersonHead>
      <LookUp programme={programme.programme} known={await participantsKnown(visit)} />
    </>,
  );
});

/** Goes to the record of whoever was looked up; asks again where nobody has that reference. */
export async function takeFind(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  const reference = formText(visit, 'reference').trim();
  const found = await visit.perform(lookUpParticipant, { programme, reference });
  if (!found.ok) return showFind(visit, found.problems);
  const { participant, ownReference } = found.value;
  const to = participantAddress(programme, participant);
  return {
    kind: 'go',
    to,
    ...(isSaid(ownReference) ? { say: `This is your ${ownReference}.` } : {}),
  };
}

// What is said after a step lies in the browser until the next page: a name does not, even so long.
function isSaid(reference: string | undefined): reference is string {
  return reference !== undefined && /\d/.test(reference) && !isLikeName(reference);
}

import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { changeContacts, seePerson } from '../../service/people/index.ts';
import { ofProgramme, participantAddress, shortReference } from '../facts/index.ts';
import { formText } from '../form-text.ts';
import { Button, Buttons, Form, type FormValues } from '../look/index.ts';
import { showPage } from '../show.tsx';
import { atContactFields, ContactFields, contactValues, takeDetails } from './contact-fields.tsx';
import { showParticipant } from './participant-page.tsx';
import { PersonHead } from './person-head.tsx';

type Seen = Static<(typeof seePerson)['output']>['people'];
type Ways = Seen[number]['details']['ways'];

/** Shows who somebody is, for a reason that is written down. */
export async function takeLook(visit: Visit): Promise<Answer> {
  const { programme, participant } = visit.params;
  const why = formText(visit, 'why');
  const seen = await visit.perform(seePerson, { programme, participant, why });
  if (!seen.ok) return showParticipant(visit, seen.problems);
  const people = seen.value.people.map(({ person, details }) => ({
    person,
    values: contactValues(details),
    ways: details.ways,
  }));
  return showContacts(visit, people, []);
}

type Shown = Readonly<{ person: string; values: FormValues; ways: Ways }>;

async function showContacts(
  visit: Visit,
  people: readonly Shown[],
  problems: readonly Problem[],
): Promise<Answer> {
  const { participant = '' } = visit.params;
  const show = ofProgramme(async ({ programme }) => {
    const at = participantAddress(programme.programme, participant);
    return showPage(
      visit,
      { title: 'Name and contact', neutralName: programme.neutralName, problems },
      <>
        <PersonHead programme={programme} lead={`Of participant ${shortReference(participant)}.`}>
          Name and contact
        </PersonHead>
        {people.map((each) => (
          <OnePerson key={each.person} at={at} shown={each} />
        ))}
      </>,
    );
  });
  return show(visit);
}

type OnePersonProps = Readonly<{ at: string; shown: Shown }>;

function OnePerson({ at, shown: { person, values, ways } }: OnePersonProps): JSX.Element {
  return (
    <Form action={`${at}/people/${person}`} name={person} values={values}>
      <ContactFields ways={ways} />
      <Buttons>
        <Button>Keep what stands here</Button>
        <a href={at}>Back to the record</a>
      </Buttons>
    </Form>
  );
}

/** Keeps how somebody is called and reached from now on. */
export async function takeContacts(visit: Visit): Promise<Answer> {
  const { programme = '', participant = '', person = '' } = visit.params;
  const { details, from } = takeDetails(visit);
  const changed = await visit.perform(changeContacts, { programme, participant, person, details });
  if (changed.ok) {
    const to = participantAddress(programme, participant);
    return { kind: 'go', to, say: 'Name and contact are kept as you wrote them.' };
  }
  const { ways } = details as Readonly<{ ways: Ways }>;
  const typed = { person, values: visit.form, ways };
  return showContacts(visit, [typed], atContactFields(changed.problems, from));
}

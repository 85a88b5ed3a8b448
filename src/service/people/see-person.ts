import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import type { Day } from '../../calendar/index.ts';
import { checkContactDetails } from '../../people/index.ts';
import type { Result } from '../../problem/index.ts';
import {
  addLook,
  changePerson,
  listPeopleOf,
  type Person,
  type Whom,
} from '../../store/people/index.ts';
import { action, type Work } from '../act/index.ts';
import { isKey } from '../facts-in/index.ts';
import { oneOf, whyLooked } from './codes.ts';
import {
  asContactDetails,
  detailsSchema,
  type GivenDetails,
  sealDetails,
  unsealDetails,
} from './details.ts';
import { accountOf, organisationOf } from './enter-person.ts';
import { personNotThere } from './problems.ts';

const whomSchema = { programme: Type.String(), participant: Type.String({ format: 'uuid' }) };
const parts = ['commissioner', 'referrer', 'provider'] as const;
const who = ['case_worker', 'provider_staff'] as const;

export const seePerson = action({
  name: 'people.see_person',
  kind: 'change',
  who,
  parts,
  summary: 'Names and contacts of a participant, for a reason; every look is written down.',
  input: Type.Object({ ...whomSchema, why: oneOf(whyLooked) }, { additionalProperties: false }),
  output: Type.Object({
    people: Type.Array(Type.Object({ person: Type.String(), details: detailsSchema })),
  }),
  givesSecret: true,
  run: async (work, { programme, participant, why }) => {
    const whom = { programme, participant };
    const opened = await openPeople(work, whom);
    if (!opened.ok) return opened;
    for (const { person } of opened.value) {
      await addLook(work.tx, {
        ...whom,
        id: randomUUID(),
        person,
        organisation: organisationOf(work),
        account: accountOf(work),
        at: work.now,
        why,
      });
    }
    work.note({ programme, about: { participant, why } });
    return { ok: true, value: { people: [...opened.value] } };
  },
});

export const changeContacts = action({
  name: 'people.change_contacts',
  kind: 'change',
  who,
  parts,
  summary: 'Changes what is kept of how somebody is called and reached.',
  input: Type.Object(
    { ...whomSchema, person: Type.String({ format: 'uuid' }), details: detailsSchema },
    { additionalProperties: false },
  ),
  output: Type.Object({ person: Type.String() }),
  run: async (work, { programme, participant, person, details }) => {
    const problems = checkContactDetails(asContactDetails(details), work.today as Day);
    if (problems.length > 0) return { ok: false, problems };
    const people = await listPeopleOf(work.tx, { programme, participant });
    const found = people.find(({ id }) => id === person);
    const keys = found === undefined ? undefined : await work.service.keys.personKeys([person]);
    if (keys?.ok === false) return keys;
    const key = keys?.value.get(person);
    if (!isKey(key)) return { ok: false, problems: [personNotThere()] };
    const sealed = sealDetails(key, person, details);
    await changePerson(work.tx, { id: person, sealed });
    work.note({ programme, about: { participant } });
    return { ok: true, value: { person } };
  },
});

type Opened = Readonly<{ person: string; details: GivenDetails }>;

async function openPeople(work: Work, whom: Whom): Promise<Result<readonly Opened[]>> {
  const people = await listPeopleOf(work.tx, whom);
  if (people.length === 0) return { ok: false, problems: [personNotThere()] };
  const keys = await work.service.keys.personKeys(people.map(({ id }) => id));
  if (!keys.ok) return keys;
  const opened: Opened[] = [];
  for (const person of people) {
    const details = openPerson(person, keys.value.get(person.id));
    if (!details.ok) return details;
    opened.push({ person: person.id, details: details.value });
  }
  return { ok: true, value: opened };
}

function openPerson(
  { id, sealed }: Person,
  key: Parameters<typeof isKey>[0],
): Result<GivenDetails> {
  if (sealed === null || !isKey(key)) return { ok: false, problems: [personNotThere()] };
  return unsealDetails(key, id, sealed);
}

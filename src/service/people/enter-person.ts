import { randomUUID } from 'node:crypto';
import type { Day } from '../../calendar/index.ts';
import { checkContactDetails } from '../../people/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import { addParticipants } from '../../store/facts/index.ts';
import { addPerson, joinPerson } from '../../store/people/index.ts';
import type { Work } from '../act/index.ts';
import { asContactDetails, type GivenDetails, sealDetails } from './details.ts';

/**
 * Enters somebody as a new participant of a programme. Nobody is looked up: whoever enters them
 * learns nothing of whether they are known to anybody else.
 */
export async function enterPerson(
  work: Work,
  programme: string,
  details: GivenDetails,
): Promise<Result<string>> {
  const problems = checkContactDetails(asContactDetails(details), work.today as Day);
  if (problems.length > 0) return { ok: false, problems };
  const organisation = organisationOf(work);
  const [participant, person] = [randomUUID(), randomUUID()];
  const participantKey = await work.service.keys.makeParticipantKeys(programme, [participant]);
  if (!participantKey.ok) return participantKey;
  const personKey = await work.service.keys.makePersonKeys([person]);
  if (!personKey.ok) return personKey;
  const key = personKey.value.get(person);
  assert(key !== undefined, 'a key that was asked for is made');
  const { tx, now: at } = work;
  await addParticipants(tx, programme, { ids: [participant], by: organisation, at });
  await addPerson(tx, {
    id: person,
    organisation,
    at,
    sealed: sealDetails(key, person, details),
  });
  await joinPerson(tx, { programme, participant }, person);
  return { ok: true, value: participant };
}

/** The organisation that is acted for. */
export function organisationOf({ actor }: Pick<Work, 'actor'>): string {
  assert(actor.kind === 'account' && actor.organisation, 'somebody acts for an organisation');
  return actor.organisation.id;
}

/** Who acts. */
export function accountOf({ actor }: Pick<Work, 'actor'>): string {
  assert(actor.kind === 'account', 'somebody acts');
  return actor.account;
}

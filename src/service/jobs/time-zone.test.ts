// One day for all: what an action calls today, what a policy of the database lets through, and what
// the daily upkeep does begin and end at midnight of the service's time zone, far from that of UTC.
import { expect, test } from 'vitest';
import { aProvider } from '../../../test/support/made-applications.ts';
import { aService } from '../../../test/support/made-facts.ts';
import { got } from '../../../test/support/made-organisations.ts';
import { aPublishedProgramme, aStaff } from '../../../test/support/made-programmes.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { keepTimeZone } from '../../store/index.ts';
import { perform, type Service } from '../act/index.ts';
import { factsOfParticipant } from '../facts-in/index.ts';
import { listPublicProviders } from '../joining/index.ts';
import { referPerson } from '../people/index.ts';
import { keepUp, keepUpToday } from './index.ts';

async function aPlace(timeZone: string, from: string) {
  const made = await aService(await aStore({ timeZone }));
  const time = { now: Date.parse(from) };
  const service: Service = { ...made.service, clock: () => time.now };
  const at = (moment: string) => {
    time.now = Date.parse(moment);
  };
  const council = await aStaff(service);
  const programme = await aPublishedProgramme({ service, staff: council });
  const harbour = await aStaff(service, 'Harbour House');
  const joins = async (expiresOn: string) =>
    aProvider({ service, programme, staff: harbour, by: council, expiresOn });
  const isOpen = async () => {
    const visitor = { actor: { kind: 'anyone' } as const, input: { programme } };
    const { providers } = got(await perform(service, listPublicProviders, visitor));
    return providers.map((each) => each.isOpen);
  };
  return { service, programme, council, at, joins, isOpen };
}

test('just after midnight far ahead of UTC somebody is referred to who joined that day', async () => {
  const place = await aPlace('Pacific/Auckland', '2027-04-29T21:00:00Z');
  const { service, programme, council } = place;
  // A quarter past midnight on 1 May; in UTC it is still 30 April.
  place.at('2027-04-30T12:15:00Z');
  await place.joins('2028-03-31');
  const actor = await council.as('case_worker');
  const details = { names: ['Sam Marker'], ways: [{ kind: 'text', to: '+44 7700 900123' }] };
  const input = { programme, provider: 'Harbour House', way: 'referred', details } as const;
  const { participant } = got(await perform(service, referPerson, { actor, input }));
  const asked = { actor, input: { programme, participant } };
  const { facts } = got(await perform(service, factsOfParticipant, asked));
  expect(facts.map(({ kind, day }) => [kind, day])).toEqual([['referred', '2027-05-01']]);
  // Of data with which no zone was kept yet, the days tell which it cannot have been.
  const keep = async (name: string) =>
    service.store.within({ reach: 'upkeep' }, async (tx) =>
      keepTimeZone(tx, { name, at: '2027-05-02T00:00:00.000Z', isSaid: true }),
    );
  expect(await keep('Europe/London')).toMatchObject({
    problems: [{ code: 'time_zone.days_otherwise' }],
  });
  expect(await keep('Pacific/Auckland')).toMatchObject({ ok: true });
});

test('far behind UTC a document holds until its last day is over there', async () => {
  const place = await aPlace('Pacific/Pago_Pago', '2027-04-20T21:00:00Z');
  await place.joins('2027-04-30');
  place.at('2027-05-01T10:59:00Z');
  expect(await keepUp(place.service)).toEqual([]);
  expect(await place.isOpen()).toEqual([true]);
  place.at('2027-05-01T11:00:00Z');
  expect(await keepUp(place.service)).toEqual([]);
  expect(await place.isOpen()).toEqual([false]);
});

test('a day of twenty-five hours is one day, and its upkeep comes once', async () => {
  const place = await aPlace('Pacific/Auckland', '2027-03-20T00:00:00Z');
  const { service } = place;
  await place.joins('2027-04-04');
  const ran = async (moment: string) => {
    place.at(moment);
    await keepUpToday(service, (words) => expect(words).toBe(''));
    const { rows } = await service.store.read({ reach: 'upkeep' }, async ({ client }) =>
      client.query('select day, tries, is_done as done from upkeep'),
    );
    return rows[0];
  };
  const fourth = { day: '2027-04-04', tries: 1, done: true };
  expect(await ran('2027-04-03T11:05:00Z')).toEqual(fourth);
  // Two o'clock comes twice, and the last quarter of an hour is still that day.
  expect(await ran('2027-04-03T14:30:00Z')).toEqual(fourth);
  expect(await ran('2027-04-04T11:50:00Z')).toEqual(fourth);
  expect(await place.isOpen()).toEqual([true]);
  expect(await ran('2027-04-04T12:05:00Z')).toEqual({ day: '2027-04-05', tries: 1, done: true });
  expect(await place.isOpen()).toEqual([false]);
});

import { expect, test } from 'vitest';
import { aService } from '../../../test/support/made-facts.ts';
import {
  aMember,
  anOrganisation,
  got,
  signedInAs,
} from '../../../test/support/made-organisations.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { seesMoney } from '../access/index.ts';
import { perform } from '../act/index.ts';
import { checkDuties } from './check-duties.ts';
import { giveDuty } from './give-duty.ts';
import { leaveOrganisation } from './leave.ts';
import { readOrganisation } from './read-organisation.ts';
import { takeDuty } from './take-duty.ts';

const { service } = await aService(await aStore());

const codesOf = (result: Readonly<{ ok: boolean; problems?: readonly { code: string }[] }>) =>
  result.problems?.map(({ code }) => code) ?? [];

test('a case worker has no duty that shows money', () => {
  const shown = ['commissioner', 'publisher', 'finance_preparer', 'auditor'] as const;
  for (const duty of shown) {
    expect(codesOf(checkDuties({ duties: ['case_worker', duty] }))).toEqual([
      'duty.excluded_by_another',
    ]);
    expect(codesOf(checkDuties({ duties: [duty] }, ['case_worker']))).toHaveLength(1);
  }
  expect(checkDuties({ duties: ['case_worker', 'provider_staff', 'administrator'] }).ok).toBe(true);
  expect(seesMoney(['case_worker', 'administrator'])).toBe(false);
});

test('a limit is an amount in its currency, of a publisher', () => {
  const limitOf = (amount: string, currency = 'GBP') => {
    const checked = checkDuties({ duties: ['publisher'], limit: { amount, currency } });
    return checked.ok ? checked.value.limitUnits : codesOf(checked)[0];
  };
  expect(limitOf('250000')).toBe(25_000_000n);
  expect(limitOf('250,000.50')).toBe(25_000_050n);
  expect(limitOf('5000', 'JPY')).toBe(5000n);
  expect(limitOf('0.5')).toBe('limit.unreadable');
  expect(limitOf('-1')).toBe('limit.unreadable');
  expect(limitOf('1', 'XXQ')).toBe('limit.unreadable');
  const other = checkDuties({ duties: ['auditor'], limit: { amount: '1', currency: 'GBP' } });
  expect(codesOf(other)).toEqual(['limit.without_publisher']);
});

test('nobody gives duties to themselves', async () => {
  const { email, account } = await anOrganisation(service);
  const actor = await signedInAs(service, email);
  const input = { account, duty: 'publisher' };
  expect(codesOf(await perform(service, giveDuty, { actor, input }))).toEqual(['duty.to_oneself']);
});

test('of two administrators who leave at once, one stays', async () => {
  const { email, organisation } = await anOrganisation(service);
  const one = await signedInAs(service, email);
  const other = await aMember(service, organisation, { duties: ['administrator'] });
  const results = await Promise.all(
    [one, other].map(async (actor) => perform(service, leaveOrganisation, { actor, input: {} })),
  );
  expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(results.flatMap(codesOf)).toEqual(['duty.of_last_administrator']);
});

test('of two administrators who take the duty from each other at once, one stays', async () => {
  const { email, organisation } = await anOrganisation(service);
  const one = await signedInAs(service, email);
  const other = await aMember(service, organisation, { duties: ['administrator'] });
  const takes = [
    { actor: one, input: { account: other.account, duty: 'administrator' } },
    { actor: other, input: { account: one.account, duty: 'administrator' } },
  ];
  const results = await Promise.all(takes.map(async (take) => perform(service, takeDuty, take)));
  expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
});

test('limits are shown to members, and to case workers never', async () => {
  const { email, organisation } = await anOrganisation(service);
  const limit = { amount: '7100.03', currency: 'GBP' };
  await aMember(service, organisation, { duties: ['publisher'], limit });
  const worker = await aMember(service, organisation, { duties: ['case_worker'] });
  const seenBy = async (actor: typeof worker) => {
    const read = got(await perform(service, readOrganisation, { actor, input: {} }));
    return JSON.stringify(read);
  };
  expect(await seenBy(worker)).not.toMatch(/7100\.03|GBP|amount/);
  expect(await seenBy(worker), 'addresses are for administrators').not.toContain('@');
  expect(await seenBy(await signedInAs(service, email))).toContain('"amount":"7100.03"');
});

test('the record keeps each duty that is given and taken', async () => {
  const { email, organisation } = await anOrganisation(service);
  const actor = await signedInAs(service, email);
  const { account } = await aMember(service, organisation, { duties: ['verifier'] });
  const input = { account, duty: 'verifier' };
  got(await perform(service, takeDuty, { actor, input }));
  const { rows } = await service.store.read({ reach: 'upkeep' }, async ({ client }) =>
    client.query('select act, about from record where chain = $1 order by number', [organisation]),
  );
  expect(rows.map(({ act }) => act)).toEqual([
    'organisations.found',
    'organisations.enter_member',
    'organisations.take_duty',
  ]);
  expect(rows.at(-1)?.about).toEqual({ member: account, without: 'verifier' });
  expect(JSON.stringify(rows)).not.toContain('@');
});

import { expect, test } from 'vitest';
import { aService } from '../../../test/support/made-facts.ts';
import {
  aMember,
  anOrganisation,
  got,
  password,
  signedInAs,
} from '../../../test/support/made-organisations.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { perform, type Service } from '../act/index.ts';
import { acceptInvitationToJoin } from './accept-invitation.ts';
import { invite } from './invite.ts';
import { signUp } from './sign-up.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

const clock = { now: Date.parse('2027-06-01T09:00:00Z') };
const { service: made } = await aService(await aStore());
const service: Service = { ...made, clock: () => clock.now };

async function anInvitation(email: string) {
  const organisation = await anOrganisation(service);
  const administrator = await signedInAs(service, organisation.email);
  const input = { email, duties: ['auditor'] };
  const { id, link } = got(await perform(service, invite, { actor: administrator, input }));
  return { administrator, organisation, id, token: link.split('/').at(-1) ?? '' };
}

async function take(token: string) {
  const input = { token, name: 'Una', password, agent: '' };
  return perform(service, acceptInvitationToJoin, { actor: { kind: 'anyone' }, input });
}

const codesOf = (result: Readonly<{ ok: boolean; problems?: readonly { code: string }[] }>) =>
  result.problems?.map(({ code }) => code) ?? [];

test('of two who take an invitation at once, one has it', async () => {
  const { token } = await anInvitation('both@example.org');
  const results = await Promise.all([take(token), take(token)]);
  expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
});

test('an invitation lasts a week, unless it is withdrawn', async () => {
  const { token } = await anInvitation('late@example.org');
  clock.now += 7 * 24 * 3600_000;
  expect(codesOf(await take(token))).toEqual(['invitation.not_there']);
  const other = await anInvitation('withdrawn@example.org');
  const stranger = await signedInAs(service, (await anOrganisation(service)).email);
  const input = { invitation: other.id };
  const refused = await perform(service, withdrawInvitation, { actor: stranger, input });
  expect(codesOf(refused)).toEqual(['invitation.not_there']);
  got(await perform(service, withdrawInvitation, { actor: other.administrator, input }));
  expect(codesOf(await take(other.token))).toEqual(['invitation.not_there']);
});

test('an invitation is taken by the account of its address and by no other', async () => {
  const { token } = await anInvitation('meant@example.org');
  const { organisation } = await anOrganisation(service);
  const other = await aMember(service, organisation, { duties: ['auditor'] });
  const meant = await aMember(service, organisation, {
    duties: ['auditor'],
    email: 'meant@example.org',
  });
  const asked = { input: { token, agent: '' } };
  const refused = await perform(service, acceptInvitationToJoin, { ...asked, actor: other });
  expect(codesOf(refused)).toEqual(['invitation.to_another']);
  expect(codesOf(await take(token)), 'nor does the link open it').toEqual(['account.email_taken']);
  const joined = await perform(service, acceptInvitationToJoin, { ...asked, actor: meant });
  expect(got(joined)).toMatchObject({ state: 'joined' });
});

test('nobody invites themselves, nor a member again', async () => {
  const { administrator, organisation } = await anInvitation('x@example.org');
  const member = { duties: ['auditor'], email: 'there@example.org' } as const;
  await aMember(service, organisation.organisation, member);
  const codeOf = async (email: string) => {
    const input = { email, duties: ['publisher'] };
    return codesOf(await perform(service, invite, { actor: administrator, input }))[0];
  };
  expect(await codeOf(organisation.email.toUpperCase())).toBe('duty.to_oneself');
  expect(await codeOf('there@example.org')).toBe('member.already');
  expect(await codeOf('nowhere')).toBe('account.email_not_one');
});

test('one network signs up ten times, and asks of no more addresses', async () => {
  const codes: string[] = [];
  for (let count = 0; count < 12; count += 1) {
    const input = { organisation: 'Probe', name: 'P', email: 'meant@example.org', password };
    const from = { address: '192.0.2.77', agent: '' };
    const asked = { actor: { kind: 'anyone' as const }, input: { ...input, ...from } };
    const outcome = got(await perform(service, signUp, asked));
    codes.push(outcome.state === 'refused' ? (outcome.problems[0]?.code ?? '') : '');
  }
  expect(codes.slice(0, 10)).toEqual(new Array(10).fill('account.email_taken'));
  expect(codes.slice(10)).toEqual(['sign_in.too_often', 'sign_in.too_often']);
});

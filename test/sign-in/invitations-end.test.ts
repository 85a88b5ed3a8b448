// Nobody is let in by somebody who is no administrator any more.
import { expect, test } from 'vitest';
import { perform } from '../../src/service/act/index.ts';
import {
  endMembership,
  invite,
  leaveOrganisation,
  readInvitation,
  readOrganisation,
  takeDuty,
} from '../../src/service/organisations/index.ts';
import { aService } from '../support/made-facts.ts';
import { aMember, anOrganisation, got, signedInAs } from '../support/made-organisations.ts';
import { aStore } from '../support/with-store.ts';

const { service } = await aService(await aStore());

async function aScene() {
  const { organisation, email } = await anOrganisation(service);
  const ada = await signedInAs(service, email);
  const max = await aMember(service, organisation, { duties: ['administrator', 'auditor'] });
  const invites = async (actor: typeof max, to: string) => {
    const input = { email: to, duties: ['auditor'] };
    const { link } = got(await perform(service, invite, { actor, input }));
    return link.split('/').at(-1) ?? '';
  };
  const his = await invites(max, 'newcomer@example.org');
  const hers = await invites(ada, 'other@example.org');
  const isOpen = async (token: string) => {
    const asked = { actor: { kind: 'anyone' } as const, input: { token } };
    return (await perform(service, readInvitation, asked)).ok;
  };
  const open = async () => {
    const read = got(await perform(service, readOrganisation, { actor: ada, input: {} }));
    return [await isOpen(his), await isOpen(hers), read.invitations.map((each) => each.email)];
  };
  return { ada, max, open };
}

const both = [true, true, ['other@example.org', 'newcomer@example.org']];
const one = [false, true, ['other@example.org']];

test('who leaves takes with them the invitations that nobody has taken', async () => {
  const { max, open } = await aScene();
  expect((await open()).slice(0, 2)).toEqual(both.slice(0, 2));
  got(await perform(service, leaveOrganisation, { actor: max, input: {} }));
  expect(await open()).toEqual(one);
});

test('so does who is put out, and who is no administrator any more', async () => {
  const first = await aScene();
  const out = { actor: first.ada, input: { account: first.max.account } };
  got(await perform(service, endMembership, out));
  expect(await first.open()).toEqual(one);
  const second = await aScene();
  const without = (duty: string) => ({
    actor: second.ada,
    input: { account: second.max.account, duty },
  });
  got(await perform(service, takeDuty, without('auditor')));
  expect((await second.open())[0], 'another duty is no matter').toBe(true);
  got(await perform(service, takeDuty, without('administrator')));
  expect(await second.open()).toEqual(one);
});

import { expect, test } from 'vitest';
import { aService } from '../../../test/support/made-facts.ts';
import {
  aMember,
  anOrganisation,
  got,
  signedInAs,
} from '../../../test/support/made-organisations.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { perform } from '../act/index.ts';
import { findActor, makeToken } from '../sign-in/index.ts';
import { endMembership } from './index.ts';

const { service } = await aService(await aStore());

test('a token that ended with a membership is not there again when its owner is back', async () => {
  const { organisation, email } = await anOrganisation(service);
  const asked = { duties: ['auditor'], email: 'max@example.org' } as const;
  const member = await aMember(service, organisation, asked);
  const input = { name: 'Nightly', scopes: ['record:read'], days: 30 };
  const { token } = got(await perform(service, makeToken, { actor: member, input }));
  const ada = await signedInAs(service, email);
  const ended = { actor: ada, input: { account: member.account } };
  got(await perform(service, endMembership, ended));
  expect((await findActor(service, { bearer: token })).kind).toBe('anyone');
  await aMember(service, organisation, asked);
  expect((await findActor(service, { bearer: token })).kind).toBe('anyone');
});

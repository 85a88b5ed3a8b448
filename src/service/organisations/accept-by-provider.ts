import Type from 'typebox';
import { assert } from '../../problem/index.ts';
import { addIdentity, findIdentity } from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { findProvider } from '../sign-in/ask-provider.ts';
import { vouchedAnswer } from '../sign-in/by-provider.ts';
import { seenOf } from '../sign-in/check-name.ts';
import { signedIn } from '../sign-in/outcomes.ts';
import { identityTiedBefore } from '../sign-in/problems.ts';
import { isVouchedFor } from '../sign-in/provider-answer.ts';
import { startSignIn } from '../sign-in/start-sign-in.ts';
import { makeAccount } from './enter-member.ts';
import { joinByInvitation, openInvitation } from './join-by-invitation.ts';
import { invitationToken } from './read-invitation.ts';

/**
 * Takes an invitation by an account without a password, tied to who somebody is at a provider. An
 * account that is there already is signed in to first: the link does not open it.
 */
export const acceptByProvider = action({
  name: 'organisations.accept_by_provider',
  kind: 'change',
  who: 'anyone',
  reach: { reach: 'sign-in' },
  givesSecret: true,
  summary: 'Take an invitation by another service.',
  input: Type.Object({ token: invitationToken, answer: vouchedAnswer, agent: Type.String() }),
  output: signedIn,
  run: async (work, { token, answer, agent }) => {
    assert(isVouchedFor(answer), 'what a provider said was asked for and checked');
    const { tx, now } = work;
    const opened = await openInvitation(work, token);
    if (!opened.ok) return opened;
    const invitation = opened.value;
    const { provider, subject } = answer;
    const isTied = (await findIdentity(tx, { provider, subject })) !== undefined;
    const service = findProvider(work.service, provider)?.name ?? provider;
    if (isTied) return { ok: false, problems: [identityTiedBefore(service)] };
    const { email } = invitation;
    const name = seenOf(answer.name) || (email.split('@')[0] ?? email);
    const account = await makeAccount(work, { email, name });
    if (!account.ok) return account;
    await addIdentity(tx, { provider, subject, account: account.value, at: now });
    const joined = await joinByInvitation(work, { invitation, account: account.value });
    if (!joined.ok) return joined;
    const entering = { account: account.value, way: 'provider', agent } as const;
    return { ok: true, value: await startSignIn(work, entering) };
  },
});

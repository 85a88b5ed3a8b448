import Type from 'typebox';
import { assert } from '../../problem/index.ts';
import {
  addIdentity,
  findAccount,
  findIdentity,
  noteIdentityUsed,
} from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { findProvider } from './ask-provider.ts';
import { signedIn } from './outcomes.ts';
import { ownSignIn } from './own-sign-in.ts';
import { identityNotTied, identityTiedBefore } from './problems.ts';
import { isVouchedFor, type ProviderAnswer } from './provider-answer.ts';
import { startSignIn } from './start-sign-in.ts';

/** What a provider answered, as `hearProvider` gives it; another is a fault. */
export const vouchedAnswer = Type.Unsafe<ProviderAnswer>(Type.Object({}));

/** Signs in the account that is tied to this identity. An e-mail address ties nothing. */
export const signInByProvider = action({
  name: 'sign-in.by_provider',
  kind: 'change',
  who: 'anyone',
  reach: { reach: 'sign-in' },
  givesSecret: true,
  summary: 'Sign in by another service.',
  input: Type.Object({ answer: vouchedAnswer, agent: Type.String() }),
  output: signedIn,
  run: async (work, { answer, agent }) => {
    assert(isVouchedFor(answer), 'what a provider said was asked for and checked');
    const { provider, subject } = answer;
    const account = await findIdentity(work.tx, { provider, subject });
    const found = account === undefined ? undefined : await findAccount(work.tx, account);
    if (found === undefined || found.closedAt !== null) {
      const name = findProvider(work.service, provider)?.name ?? provider;
      return { ok: false, problems: [identityNotTied(name)] };
    }
    await noteIdentityUsed(work.tx, { provider, subject, at: work.now });
    const entering = { account: found.id, way: 'provider', agent } as const;
    return { ok: true, value: await startSignIn(work, entering) };
  },
});

/** Ties the account that is signed in to this identity, so that one can sign in by it. */
export const tieIdentity = action({
  name: 'sign-in.tie_identity',
  kind: 'change',
  who: 'signed in',
  reach: { reach: 'sign-in' },
  summary: 'Tie your account to who you are elsewhere.',
  input: Type.Object({ answer: vouchedAnswer }),
  output: Type.Null(),
  run: async (work, { answer }) => {
    assert(isVouchedFor(answer), 'what a provider said was asked for and checked');
    const own = ownSignIn(work.actor);
    if (!own.ok) return own;
    const { account } = own.value;
    const { provider, subject } = answer;
    const isAdded = await addIdentity(work.tx, { provider, subject, account, at: work.now });
    if (!isAdded) {
      const name = findProvider(work.service, provider)?.name ?? provider;
      return { ok: false, problems: [identityTiedBefore(name)] };
    }
    work.note({ account, about: { tied: provider } });
    return { ok: true, value: null };
  },
});

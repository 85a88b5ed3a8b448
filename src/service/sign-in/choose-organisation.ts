import Type from 'typebox';
import { isMember, turnSignIn } from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { laterBy } from './moments.ts';
import { signedIn } from './outcomes.ts';
import { ownSignIn } from './own-sign-in.ts';
import { organisationNotYours } from './problems.ts';
import { makeSecret } from './secret.ts';
import { signInSecondsMax } from './start-sign-in.ts';

/** Requests that were under way while a token was changed are still taken for so long. */
export const beforeSeconds = 10;

/** Acts for another organisation of one's own from now on, under a new token. */
export const chooseOrganisation = action({
  name: 'sign-in.choose_organisation',
  kind: 'change',
  who: 'signed in',
  givesSecret: true,
  summary: 'Act for another of your organisations.',
  input: Type.Object(
    { organisation: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  output: signedIn,
  run: async (work, { organisation }) => {
    const own = ownSignIn(work.actor);
    if (!own.ok) return own;
    const { account, mark } = own.value;
    const { text, hash } = makeSecret();
    const belongs = await isMember(work.tx, { organisation, account });
    const beforeUntil = laterBy(work.now, beforeSeconds);
    const turned = { id: mark, account, organisation, tokenHash: hash, beforeUntil };
    if (!belongs || !(await turnSignIn(work.tx, turned))) {
      return { ok: false, problems: [organisationNotYours()] };
    }
    work.note({ account, about: { organisation } });
    const value = { state: 'signed in', token: text, secondsMax: signInSecondsMax } as const;
    return { ok: true, value };
  },
});

import Type from 'typebox';
import { action } from '../act/index.ts';
import { browserText } from './challenge.ts';
import { refuse, signedIn, tried } from './outcomes.ts';
import { passkeyNotTaken } from './problems.ts';
import { startSignIn } from './start-sign-in.ts';
import { byAddress, forgiveTries, takeTries } from './take-tries.ts';
import { accountOfPasskey } from './verify-passkey.ts';

/** Signs in with a passkey: what it was asked is taken, so that an answer serves once. */
export const signInByPasskey = action({
  name: 'sign-in.by_passkey',
  kind: 'change',
  who: 'anyone',
  reach: { reach: 'sign-in' },
  givesSecret: true,
  summary: 'Sign in with a passkey.',
  input: Type.Object(
    {
      response: Type.String({ maxLength: 20_000 }),
      browser: browserText,
      address: Type.String({ maxLength: 100 }),
      agent: Type.String(),
    },
    { additionalProperties: false },
  ),
  output: tried(signedIn),
  run: async (work, { response, browser, address, agent }) => {
    const counted = [byAddress(address)];
    const mustWait = await takeTries(work, counted);
    if (mustWait !== undefined) return refuse(work, [mustWait]);
    const account = await accountOfPasskey(work, { response, browser });
    if (account === undefined) return refuse(work, [passkeyNotTaken()]);
    await forgiveTries(work, counted);
    return { ok: true, value: await startSignIn(work, { account, way: 'passkey', agent }) };
  },
});

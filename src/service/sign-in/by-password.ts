import Type from 'typebox';
import { findAccountByEmail, findPasswordHash } from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { isPassword } from './hash-password.ts';
import { refuse, signedIn, tried } from './outcomes.ts';
import { notTogether } from './problems.ts';
import { startSignIn } from './start-sign-in.ts';
import { byAddress, byEmail, forgiveTries, takeTries } from './take-tries.ts';

/** Signs in by e-mail address and password. An account that is not there costs the same time. */
export const signInByPassword = action({
  name: 'sign-in.by_password',
  kind: 'change',
  who: 'anyone',
  reach: { reach: 'sign-in' },
  givesSecret: true,
  summary: 'Sign in by e-mail address and password.',
  input: Type.Object(
    {
      email: Type.String({ maxLength: 254 }),
      password: Type.String({ maxLength: 1000 }),
      address: Type.String({ maxLength: 100 }),
      agent: Type.String(),
    },
    { additionalProperties: false },
  ),
  output: tried(signedIn),
  run: async (work, { email, password, address, agent }) => {
    const counted = [byAddress(address), byEmail(email)];
    const mustWait = await takeTries(work, counted);
    if (mustWait !== undefined) return refuse(work, [mustWait]);
    const account = await findAccountByEmail(work.tx, email.trim());
    const hash = account === undefined ? undefined : await findPasswordHash(work.tx, account.id);
    const isRight = await isPassword(hash, password);
    if (!isRight || account === undefined || account.closedAt !== null) {
      return refuse(work, [notTogether()]);
    }
    await forgiveTries(work, counted);
    const entered = await startSignIn(work, { account: account.id, way: 'password', agent });
    return { ok: true, value: entered };
  },
});

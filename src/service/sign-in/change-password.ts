import Type from 'typebox';
import {
  endApiTokens,
  endOtherSignIns,
  findAccount,
  findPasswordHash,
  setPassword,
} from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { checkPassword } from './check-password.ts';
import { hashPassword, isPassword } from './hash-password.ts';
import { refuse, tried } from './outcomes.ts';
import { ownSignIn } from './own-sign-in.ts';
import { currentPasswordOtherwise } from './problems.ts';
import { byEmail, forgiveTries, takeTries } from './take-tries.ts';

/**
 * Changes one's password, or gives oneself one; every other sign-in of one's own ends, and so do
 * tokens: whoever changes it because somebody knows it would leave them what that one made with it.
 * They stay where one says so, for programs that are to go on.
 */
export const changePassword = action({
  name: 'sign-in.change_password',
  kind: 'change',
  who: 'signed in',
  reach: { reach: 'sign-in' },
  summary: 'Change your password and end your other sign-ins, and your tokens.',
  input: Type.Object(
    {
      current: Type.Optional(Type.String({ maxLength: 1000 })),
      password: Type.String({ maxLength: 1000 }),
      keepsTokens: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  output: tried(
    Type.Object({
      state: Type.Literal('changed'),
      ended: Type.Integer(),
      tokensEnded: Type.Integer(),
    }),
  ),
  run: async (work, { current = '', password, keepsTokens = false }) => {
    const { tx, now } = work;
    const own = ownSignIn(work.actor);
    if (!own.ok) return own;
    const { account, mark } = own.value;
    const email = (await findAccount(tx, account))?.email ?? '';
    const counted = [byEmail(`${email} current`)];
    const mustWait = await takeTries(work, counted);
    if (mustWait !== undefined) return refuse(work, [mustWait]);
    const before = await findPasswordHash(tx, account);
    if (before !== undefined && !(await isPassword(before, current))) {
      return refuse(work, [currentPasswordOtherwise()]);
    }
    const problems = checkPassword(password, email);
    if (problems.length > 0) return { ok: false, problems };
    await forgiveTries(work, counted);
    await setPassword(tx, { account, hash: await hashPassword(password), at: now });
    const ended = await endOtherSignIns(tx, { account, kept: mark });
    const tokensEnded = keepsTokens ? 0 : await endApiTokens(tx, { account, at: now });
    work.note({ account, about: { ended, tokensEnded } });
    return { ok: true, value: { state: 'changed', ended, tokensEnded } as const };
  },
});

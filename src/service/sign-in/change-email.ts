import Type from 'typebox';
import type { Problem } from '../../problem/index.ts';
import { findAccount, findPasswordHash, setAccountEmail } from '../../store/accounts/index.ts';
import { action, type Work } from '../act/index.ts';
import { isEmail } from '../organisations/enter-member.ts';
import { browserText } from './challenge.ts';
import { isPassword } from './hash-password.ts';
import { refuse, tried } from './outcomes.ts';
import { noteChanged, ownSignIn } from './own-sign-in.ts';
import {
  currentPasswordOtherwise,
  emailNotOne,
  emailNotProved,
  emailTaken,
  passkeyNotTaken,
} from './problems.ts';
import { byEmail, forgiveTries, takeTries } from './take-tries.ts';
import { accountOfPasskey } from './verify-passkey.ts';

/**
 * Changes the e-mail address that one signs in with, which whoever finds a browser open must not:
 * the password is asked for once more, or a passkey. The address before is kept.
 */
export const changeEmail = action({
  name: 'sign-in.change_email',
  kind: 'change',
  who: 'signed in',
  reach: { reach: 'sign-in' },
  summary: 'Change the e-mail address that you sign in with; the password is asked for again.',
  input: Type.Object(
    {
      email: Type.String({ maxLength: 254 }),
      current: Type.Optional(Type.String({ maxLength: 1000 })),
      /** What a passkey answered, in the place of the password. */
      response: Type.Optional(Type.String({ maxLength: 20_000 })),
      browser: Type.Optional(browserText),
    },
    { additionalProperties: false },
  ),
  output: tried(Type.Object({ state: Type.Literal('changed'), email: Type.String() })),
  run: async (work, { email: written, ...proof }) => {
    const { tx, now } = work;
    const own = ownSignIn(work.actor);
    if (!own.ok) return own;
    const { account } = own.value;
    const email = written.trim().toLowerCase();
    if (!isEmail(email)) return { ok: false, problems: [emailNotOne(written)] };
    const before = (await findAccount(tx, account))?.email ?? '';
    const counted = [byEmail(`${before} current`)];
    const mustWait = await takeTries(work, counted);
    if (mustWait !== undefined) return refuse(work, [mustWait]);
    const unproved = await findUnproved(work, account, proof);
    if (unproved !== undefined) return refuse(work, [unproved]);
    const value = { state: 'changed', email } as const;
    if (email === before) return { ok: true, value };
    // The try stays counted, so that nobody asks of many addresses whether they have an account.
    if (!(await setAccountEmail(tx, { account, email, at: now }))) {
      return refuse(work, [emailTaken()]);
    }
    await forgiveTries(work, counted);
    noteChanged(work, own.value, 'email');
    return { ok: true, value };
  },
});

type Proof = Readonly<{ current?: string; response?: string; browser?: string }>;

async function findUnproved(
  work: Work,
  account: string,
  { current = '', response = '', browser = '' }: Proof,
): Promise<Problem | undefined> {
  if (response !== '') {
    const whose = await accountOfPasskey(work, { response, browser });
    return whose === account ? undefined : passkeyNotTaken();
  }
  const hash = await findPasswordHash(work.tx, account);
  if (hash === undefined || current === '') return emailNotProved();
  return (await isPassword(hash, current)) ? undefined : currentPasswordOtherwise();
}

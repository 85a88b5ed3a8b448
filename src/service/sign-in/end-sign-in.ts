import Type from 'typebox';
import { endSignIn } from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { ownSignIn } from './own-sign-in.ts';
import { signInNotThere } from './problems.ts';

/** Ends another of one's own sign-ins, such as one in a browser left open elsewhere. */
export const endOwnSignIn = action({
  name: 'sign-in.end_sign_in',
  kind: 'change',
  who: 'signed in',
  summary: 'End one of your sign-ins.',
  input: Type.Object({ signIn: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  output: Type.Null(),
  run: async (work, { signIn }) => {
    const own = ownSignIn(work.actor);
    if (!own.ok) return own;
    const { account } = own.value;
    const isEnded = await endSignIn(work.tx, { id: signIn, account });
    if (!isEnded) return { ok: false, problems: [signInNotThere()] };
    work.note({ account, about: { signIn } });
    return { ok: true, value: null };
  },
});

import Type from 'typebox';
import { endSignIn } from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { ownSignIn } from './own-sign-in.ts';

/** Ends the sign-in with which this is asked. */
export const signOut = action({
  name: 'sign-in.sign_out',
  kind: 'change',
  who: 'signed in',
  summary: 'End this sign-in.',
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Null(),
  run: async (work) => {
    const own = ownSignIn(work.actor);
    if (!own.ok) return own;
    await endSignIn(work.tx, { id: own.value.mark, account: own.value.account });
    work.note({ account: own.value.account, about: {} });
    return { ok: true, value: null };
  },
});

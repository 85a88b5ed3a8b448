import Type from 'typebox';
import { endApiToken } from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { ownSignIn } from './own-sign-in.ts';
import { tokenNotThere } from './problems.ts';

/** Ends a token of one's own; the programs that used it are refused from now on. */
export const endToken = action({
  name: 'sign-in.end_token',
  kind: 'change',
  who: 'signed in',
  summary: 'End one of your tokens.',
  input: Type.Object({ token: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  output: Type.Null(),
  run: async (work, { token }) => {
    const own = ownSignIn(work.actor);
    if (!own.ok) return own;
    const { account } = own.value;
    const isEnded = await endApiToken(work.tx, { id: token, account, at: work.now });
    if (!isEnded) return { ok: false, problems: [tokenNotThere()] };
    work.note({ account, about: { token } });
    return { ok: true, value: null };
  },
});

import Type from 'typebox';
import { removePasskey as remove } from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { ownSignIn } from './own-sign-in.ts';
import { lastWayIn, passkeyNotThere } from './problems.ts';
import { countWaysIn } from './ways-in.ts';

/** Removes a passkey of one's own, unless nothing else lets one in. */
export const removePasskey = action({
  name: 'sign-in.remove_passkey',
  kind: 'change',
  who: 'signed in',
  summary: 'Remove a passkey from your account.',
  input: Type.Object(
    { passkey: Type.String({ maxLength: 2000 }) },
    { additionalProperties: false },
  ),
  output: Type.Null(),
  run: async ({ tx, actor, note }, { passkey }) => {
    const own = ownSignIn(actor);
    if (!own.ok) return own;
    const { account } = own.value;
    const isRemoved = await remove(tx, { id: passkey, account });
    if (!isRemoved) return { ok: false, problems: [passkeyNotThere()] };
    if ((await countWaysIn(tx, account)) === 0) return { ok: false, problems: [lastWayIn()] };
    note({ account, about: { passkey } });
    return { ok: true, value: null };
  },
});

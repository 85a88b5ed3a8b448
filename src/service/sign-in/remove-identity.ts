import Type from 'typebox';
import { removeIdentity as remove } from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { ownSignIn } from './own-sign-in.ts';
import { lastWayIn, providerNotThere } from './problems.ts';
import { countWaysIn } from './ways-in.ts';

/** Unties one's account from who one is at a provider, unless nothing else lets one in. */
export const removeIdentity = action({
  name: 'sign-in.remove_identity',
  kind: 'change',
  who: 'signed in',
  summary: 'Untie your account from who you are elsewhere.',
  input: Type.Object(
    { provider: Type.String({ maxLength: 100 }) },
    { additionalProperties: false },
  ),
  output: Type.Null(),
  run: async ({ tx, actor, note }, { provider }) => {
    const own = ownSignIn(actor);
    if (!own.ok) return own;
    const { account } = own.value;
    const isRemoved = await remove(tx, { provider, account });
    if (!isRemoved) return { ok: false, problems: [providerNotThere(provider)] };
    if ((await countWaysIn(tx, account)) === 0) return { ok: false, problems: [lastWayIn()] };
    note({ account, about: { untied: provider } });
    return { ok: true, value: null };
  },
});

import Type from 'typebox';
import { setAccountName } from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { checkName } from './check-name.ts';
import { noteChanged, ownSignIn } from './own-sign-in.ts';
import { accountNameMissing } from './problems.ts';

/** Says anew by which name colleagues know one. What was done under the one before stays. */
export const changeName = action({
  name: 'sign-in.change_name',
  kind: 'change',
  who: 'signed in',
  summary: 'Change the name by which your colleagues know you.',
  input: Type.Object({ name: Type.String({ maxLength: 200 }) }, { additionalProperties: false }),
  output: Type.Null(),
  run: async (work, { name: written }) => {
    const own = ownSignIn(work.actor);
    if (!own.ok) return own;
    const { account } = own.value;
    const name = written.trim();
    if (name === '') return { ok: false, problems: [accountNameMissing()] };
    const problems = checkName(name, 'name');
    if (problems.length > 0) return { ok: false, problems };
    await setAccountName(work.tx, { account, name });
    noteChanged(work, own.value, 'name');
    return { ok: true, value: null };
  },
});

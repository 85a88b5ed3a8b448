import Type from 'typebox';
import {
  findAccountByEmail,
  findInvitation,
  findOrganisation,
} from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { hashOf } from '../sign-in/secret.ts';
import { invitationNotThere } from './problems.ts';

export const invitationToken = Type.String({ maxLength: 100 });

/** What an invitation says to whoever holds its link. */
export const readInvitation = action({
  name: 'organisations.read_invitation',
  kind: 'read',
  who: 'anyone',
  reach: { reach: 'sign-in' },
  summary: 'What an invitation says.',
  input: Type.Object({ token: invitationToken }, { additionalProperties: false }),
  output: Type.Object({
    organisation: Type.String(),
    email: Type.String(),
    duties: Type.Array(Type.String()),
    endsAt: Type.String(),
    /** Whoever has an account signs in to it first; whoever has none makes it here. */
    hasAccount: Type.Boolean(),
  }),
  run: async ({ tx, now }, { token }) => {
    const found = await findInvitation(tx, { tokenHash: hashOf(token), at: now });
    if (found === undefined) return { ok: false, problems: [invitationNotThere()] };
    const { email, duties, endsAt } = found;
    const organisation = await findOrganisation(tx, found.organisation);
    const hasAccount = (await findAccountByEmail(tx, email)) !== undefined;
    const name = organisation?.name ?? '';
    const value = { organisation: name, email, duties: [...duties], endsAt, hasAccount };
    return { ok: true, value };
  },
});

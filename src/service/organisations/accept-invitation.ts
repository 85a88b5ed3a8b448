import Type from 'typebox';
import { findAccount } from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { signedIn } from '../sign-in/outcomes.ts';
import { ownSignIn } from '../sign-in/own-sign-in.ts';
import { startSignIn } from '../sign-in/start-sign-in.ts';
import { makeAccount } from './enter-member.ts';
import { joinByInvitation, openInvitation } from './join-by-invitation.ts';
import { invitationToAnother } from './problems.ts';
import { invitationToken } from './read-invitation.ts';
import { nameText } from './schemas.ts';

/**
 * Takes an invitation. Whoever is signed in joins with their account, if the invitation was to its
 * address; whoever has none makes one for that address. The link alone never opens an account that
 * is there: otherwise whoever invites could enter it.
 */
export const acceptInvitationToJoin = action({
  name: 'organisations.accept_invitation',
  kind: 'change',
  who: 'anyone',
  reach: { reach: 'sign-in' },
  givesSecret: true,
  summary: 'Take an invitation.',
  input: Type.Object(
    {
      token: invitationToken,
      name: Type.Optional(nameText),
      password: Type.Optional(Type.String({ maxLength: 1000 })),
      agent: Type.String(),
    },
    { additionalProperties: false },
  ),
  output: Type.Union([
    signedIn,
    Type.Object({ state: Type.Literal('joined'), organisation: Type.String() }),
  ]),
  run: async (work, { token, name = '', password = '', agent }) => {
    const opened = await openInvitation(work, token);
    if (!opened.ok) return opened;
    const invitation = opened.value;
    if (work.actor.kind === 'account') {
      const signedInAs = ownSignIn(work.actor);
      if (!signedInAs.ok) return signedInAs;
      const { account } = signedInAs.value;
      const own = await findAccount(work.tx, account);
      if (own?.email !== invitation.email) return { ok: false, problems: [invitationToAnother()] };
      const joined = await joinByInvitation(work, { invitation, account });
      if (!joined.ok) return joined;
      const { organisation } = invitation;
      return { ok: true, value: { state: 'joined', organisation } as const };
    }
    const made = await makeAccount(work, { email: invitation.email, name, password });
    if (!made.ok) return made;
    const joined = await joinByInvitation(work, { invitation, account: made.value });
    if (!joined.ok) return joined;
    return {
      ok: true,
      value: await startSignIn(work, { account: made.value, way: 'invitation', agent }),
    };
  },
});

import Type from 'typebox';
import { withdrawInvitation as withdraw } from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { actingFor } from '../sign-in/own-sign-in.ts';
import { invitationNotThere } from './problems.ts';
import { idText } from './schemas.ts';

/** Withdraws an invitation that nobody has taken. */
export const withdrawInvitation = action({
  name: 'organisations.withdraw_invitation',
  kind: 'change',
  who: ['administrator'],
  summary: 'Withdraw an invitation.',
  input: Type.Object({ invitation: idText }, { additionalProperties: false }),
  output: Type.Null(),
  run: async (work, { invitation }) => {
    const acting = actingFor(work.actor);
    if (!acting.ok) return acting;
    const { organisation } = acting.value;
    const asked = { id: invitation, organisation, at: work.now };
    if (!(await withdraw(work.tx, asked))) return { ok: false, problems: [invitationNotThere()] };
    work.note({ organisation, about: { invitation } });
    return { ok: true, value: null };
  },
});

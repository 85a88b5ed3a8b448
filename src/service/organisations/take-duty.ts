import Type from 'typebox';
import {
  endSignInsHere,
  lockDuties,
  takeDuty as take,
  withdrawInvitationsBy,
} from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { actingFor } from '../sign-in/own-sign-in.ts';
import { isLastAdministrator } from './last-administrator.ts';
import { dutyNotThere, lastAdministrator } from './problems.ts';
import { dutyWord, idText } from './schemas.ts';

/**
 * Takes a duty away from a member, or lays down one's own. The last administrator stays one. Who is
 * none any more invites nobody: their invitations that nobody has taken are withdrawn.
 */
export const takeDuty = action({
  name: 'organisations.take_duty',
  kind: 'change',
  who: ['administrator'],
  summary: 'Take a duty away from a member; their sign-ins for the organisation end.',
  input: Type.Object({ account: idText, duty: dutyWord }, { additionalProperties: false }),
  output: Type.Null(),
  run: async (work, { account, duty }) => {
    const { tx, now } = work;
    const acting = actingFor(work.actor);
    if (!acting.ok) return acting;
    const { organisation } = acting.value;
    const place = { organisation, account };
    await lockDuties(tx, organisation);
    if (duty === 'administrator' && (await isLastAdministrator(tx, place))) {
      return { ok: false, problems: [lastAdministrator()] };
    }
    const isTaken = await take(tx, { ...place, duty });
    if (!isTaken) return { ok: false, problems: [dutyNotThere(duty)] };
    await endSignInsHere(tx, account);
    const asked = { organisation, invitedBy: account, at: now };
    const invitations = duty === 'administrator' ? await withdrawInvitationsBy(tx, asked) : 0;
    work.note({
      organisation,
      about: { member: account, without: duty, ...(invitations > 0 && { invitations }) },
    });
    return { ok: true, value: null };
  },
});

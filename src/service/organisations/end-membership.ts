import Type from 'typebox';
import {
  endMembership as end,
  endSignInsHere,
  isMember,
  lockDuties,
  withdrawInvitationsBy,
} from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { actingFor } from '../sign-in/own-sign-in.ts';
import { isLastAdministrator } from './last-administrator.ts';
import { lastAdministrator, memberNotThere } from './problems.ts';
import { idText } from './schemas.ts';

/**
 * Ends somebody's membership: their duties, tokens and sign-ins for the organisation end too, and
 * the invitations that they made and nobody has taken.
 */
export const endMembership = action({
  name: 'organisations.end_membership',
  kind: 'change',
  who: ['administrator'],
  summary: 'End the membership of somebody in your organisation.',
  input: Type.Object({ account: idText }, { additionalProperties: false }),
  output: Type.Null(),
  run: async (work, { account }) => {
    const { tx, now } = work;
    const acting = actingFor(work.actor);
    if (!acting.ok) return acting;
    const { organisation } = acting.value;
    const place = { organisation, account };
    await lockDuties(tx, organisation);
    if (!(await isMember(tx, place))) return { ok: false, problems: [memberNotThere()] };
    if (await isLastAdministrator(tx, place)) {
      return { ok: false, problems: [lastAdministrator()] };
    }
    await end(tx, { ...place, at: now });
    await endSignInsHere(tx, account);
    const invitations = await withdrawInvitationsBy(tx, {
      organisation,
      invitedBy: account,
      at: now,
    });
    work.note({ organisation, about: { left: account, ...(invitations > 0 && { invitations }) } });
    return { ok: true, value: null };
  },
});

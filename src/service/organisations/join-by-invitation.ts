import type { Result } from '../../problem/index.ts';
import {
  acceptInvitation,
  findInvitation,
  type Invitation,
  isMember,
  listDuties,
  lockDuties,
} from '../../store/accounts/index.ts';
import type { Duty } from '../access/index.ts';
import type { Work } from '../act/index.ts';
import { hashOf } from '../sign-in/secret.ts';
import { checkDuties } from './check-duties.ts';
import { enterOrganisation } from './enter-member.ts';
import { invitationNotThere, memberAlready } from './problems.ts';

/** The invitation of a link, held until this transaction ends, so that one alone takes it. */
export async function openInvitation(work: Work, token: string): Promise<Result<Invitation>> {
  const found = await findInvitation(work.tx, { tokenHash: hashOf(token), at: work.now });
  return found === undefined
    ? { ok: false, problems: [invitationNotThere()] }
    : { ok: true, value: found };
}

/** Takes an invitation for an account: from now on it has the duties that the invitation names. */
export async function joinByInvitation(
  work: Work,
  { invitation, account }: Readonly<{ invitation: Invitation; account: string }>,
): Promise<Result<null>> {
  const { tx, now } = work;
  const { id, organisation, invitedBy } = invitation;
  await lockDuties(tx, organisation);
  if (await isMember(tx, { organisation, account })) {
    return { ok: false, problems: [memberAlready()] };
  }
  const held = await listDuties(tx, { organisation, account });
  const duties = invitation.duties as readonly Duty[];
  const checked = checkDuties(
    { duties },
    held.map(({ duty }) => duty as Duty),
  );
  if (!checked.ok) return checked;
  await acceptInvitation(tx, { id, account, at: now });
  const { limitUnits, limitCurrency } = invitation;
  const limit = { limitUnits, limitCurrency };
  await enterOrganisation(work, { duties, ...limit, organisation, account, givenBy: invitedBy });
  return { ok: true, value: null };
}

import Type from 'typebox';
import {
  endMembership,
  endSignInsHere,
  lockDuties,
  turnSignIn,
  withdrawInvitationsBy,
} from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { beforeSeconds } from '../sign-in/choose-organisation.ts';
import { laterBy } from '../sign-in/moments.ts';
import { signedIn } from '../sign-in/outcomes.ts';
import { actingFor, ownSignIn } from '../sign-in/own-sign-in.ts';
import { makeSecret } from '../sign-in/secret.ts';
import { signInSecondsMax } from '../sign-in/start-sign-in.ts';
import { isLastAdministrator } from './last-administrator.ts';
import { lastAdministrator } from './problems.ts';

/** Leaves the organisation that one acts for; one stays signed in and acts for none. */
export const leaveOrganisation = action({
  name: 'organisations.leave',
  kind: 'change',
  who: 'signed in',
  givesSecret: true,
  summary: 'Leave your organisation.',
  input: Type.Object({}, { additionalProperties: false }),
  output: signedIn,
  run: async (work) => {
    const { tx, now } = work;
    const acting = actingFor(work.actor);
    const own = ownSignIn(work.actor);
    if (!acting.ok) return acting;
    if (!own.ok) return own;
    const { organisation, account } = acting.value;
    const place = { organisation, account };
    await lockDuties(tx, organisation);
    if (await isLastAdministrator(tx, place)) {
      return { ok: false, problems: [lastAdministrator()] };
    }
    const { text, hash } = makeSecret();
    const beforeUntil = laterBy(now, beforeSeconds);
    const turned = { id: own.value.mark, account, organisation: null, tokenHash: hash };
    await turnSignIn(tx, { ...turned, beforeUntil });
    await endSignInsHere(tx, account);
    const invitations = await withdrawInvitationsBy(tx, {
      organisation,
      invitedBy: account,
      at: now,
    });
    await endMembership(tx, { ...place, at: now });
    work.note({ organisation, about: { left: account, ...(invitations > 0 && { invitations }) } });
    const value = { state: 'signed in', token: text, secondsMax: signInSecondsMax } as const;
    return { ok: true, value };
  },
});

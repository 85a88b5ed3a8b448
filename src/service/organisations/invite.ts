import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { addInvitation, findAccountByEmail, isMember } from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { day, laterBy } from '../sign-in/moments.ts';
import { actingFor } from '../sign-in/own-sign-in.ts';
import { emailNotOne } from '../sign-in/problems.ts';
import { makeSecret } from '../sign-in/secret.ts';
import { checkDuties } from './check-duties.ts';
import { isEmail } from './enter-member.ts';
import { dutyToOneself, memberAlready } from './problems.ts';
import { emailText, givenDuties } from './schemas.ts';

const invitationDays = 7;

/**
 * Invites somebody to work for the organisation. The service sends no letters: the link is shown
 * this once to whoever invites, to be handed over, and can be taken once within a week.
 */
export const invite = action({
  name: 'organisations.invite',
  kind: 'change',
  who: ['administrator'],
  givesSecret: true,
  summary: 'Invite somebody to your organisation; the link is in the answer, once.',
  input: Type.Object(
    { email: emailText, ...givenDuties.properties },
    { additionalProperties: false },
  ),
  output: Type.Object({ id: Type.String(), link: Type.String(), endsAt: Type.String() }),
  run: async (work, { email: written, duties, limit }) => {
    const { tx, now, service } = work;
    const acting = actingFor(work.actor);
    if (!acting.ok) return acting;
    const { organisation, account } = acting.value;
    const email = written.trim().toLowerCase();
    if (!isEmail(email)) return { ok: false, problems: [emailNotOne(written)] };
    const checked = checkDuties({ duties, ...(limit === undefined ? {} : { limit }) });
    if (!checked.ok) return checked;
    // Of other accounts than those of members nothing is known here, nor said.
    const known = await findAccountByEmail(tx, email);
    if (known?.id === account) return { ok: false, problems: [dutyToOneself()] };
    if (known !== undefined && (await isMember(tx, { organisation, account: known.id }))) {
      return { ok: false, problems: [memberAlready()] };
    }
    const { text, hash } = makeSecret();
    const id = randomUUID();
    const endsAt = laterBy(now, invitationDays * day);
    const made = { id, organisation, tokenHash: hash, email, madeAt: now, endsAt };
    await addInvitation(tx, { ...checked.value, ...made, invitedBy: account });
    work.note({ organisation, about: { invitation: id, duties } });
    return { ok: true, value: { id, link: `${service.address}/invitation/${text}`, endsAt } };
  },
});

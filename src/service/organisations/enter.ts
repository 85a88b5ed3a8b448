import Type from 'typebox';
import { findOrganisation, listDuties } from '../../store/accounts/index.ts';
import type { Duty } from '../access/index.ts';
import { action } from '../act/index.ts';
import { organisationNotYours } from '../sign-in/problems.ts';
import { checkDuties } from './check-duties.ts';
import { enterOrganisation, findOrMakeAccount } from './enter-member.ts';
import { dutyWord, emailText, idText, limitInMoney, nameText } from './schemas.ts';

/** Whoever runs the service enters a member, as for the demonstration; people are invited. */
export const enterMember = action({
  name: 'organisations.enter_member',
  kind: 'change',
  who: [],
  summary: 'Enter a member of an organisation with their duties.',
  input: Type.Object(
    {
      organisation: idText,
      email: emailText,
      name: nameText,
      password: Type.Optional(Type.String()),
      duties: Type.Array(dutyWord, { uniqueItems: true }),
      limit: Type.Optional(limitInMoney),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ account: Type.String() }),
  run: async (work, { organisation, duties, limit, ...asked }) => {
    const { tx } = work;
    if ((await findOrganisation(tx, organisation)) === undefined) {
      return { ok: false, problems: [organisationNotYours()] };
    }
    const account = await findOrMakeAccount(work, asked);
    if (!account.ok) return account;
    const held = await listDuties(tx, { organisation, account: account.value });
    const heldDuties = held.map(({ duty }) => duty as Duty);
    const wanted = { duties, ...(limit === undefined ? {} : { limit }) };
    const checked = checkDuties(wanted, heldDuties);
    if (!checked.ok) return checked;
    const entry = { organisation, account: account.value, givenBy: null };
    await enterOrganisation(work, { ...checked.value, ...entry });
    return { ok: true, value: { account: account.value } };
  },
});

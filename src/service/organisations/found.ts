import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { addOrganisation } from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { checkName } from '../sign-in/check-name.ts';
import { checkDuties } from './check-duties.ts';
import { enterOrganisation, findOrMakeAccount } from './enter-member.ts';
import { organisationNameMissing } from './problems.ts';
import { dutyWord, emailText, nameText } from './schemas.ts';

/** Whoever runs the service founds an organisation with its first administrator. */
export const foundOrganisation = action({
  name: 'organisations.found',
  kind: 'change',
  who: [],
  summary: 'Found an organisation with its first administrator.',
  input: Type.Object(
    {
      name: nameText,
      register: Type.Optional(Type.String({ maxLength: 100 })),
      registerNumber: Type.Optional(Type.String({ maxLength: 100 })),
      administrator: Type.Object(
        { email: emailText, name: nameText, password: Type.Optional(Type.String()) },
        { additionalProperties: false },
      ),
      /** What the first administrator is to do beside that. */
      duties: Type.Optional(Type.Array(dutyWord, { uniqueItems: true })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ organisation: Type.String(), account: Type.String() }),
  run: async (work, input) => {
    const { administrator, register = null, registerNumber = null, duties = [] } = input;
    const name = input.name.trim();
    if (name === '') return { ok: false, problems: [organisationNameMissing()] };
    const problems = checkName(name, 'organisation');
    if (problems.length > 0) return { ok: false, problems };
    const held = [...new Set(['administrator' as const, ...duties])];
    const checked = checkDuties({ duties: held });
    if (!checked.ok) return checked;
    const account = await findOrMakeAccount(work, administrator);
    if (!account.ok) return account;
    const id = randomUUID();
    await addOrganisation(work.tx, { id, name, register, registerNumber, madeAt: work.now });
    const entry = { organisation: id, account: account.value, givenBy: null };
    await enterOrganisation(work, { ...checked.value, ...entry });
    return { ok: true, value: { organisation: id, account: account.value } };
  },
});

import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import type { Result } from '../../problem/index.ts';
import { addOrganisation } from '../../store/accounts/index.ts';
import { action, type Work } from '../act/index.ts';
import { checkName } from '../sign-in/check-name.ts';
import { refuse, signedIn, tried } from '../sign-in/outcomes.ts';
import { ownSignIn } from '../sign-in/own-sign-in.ts';
import { startSignIn } from '../sign-in/start-sign-in.ts';
import { byAddress, takeTries } from '../sign-in/take-tries.ts';
import { checkDuties } from './check-duties.ts';
import { checkAccount, enterOrganisation, makeAccount, type NewAccount } from './enter-member.ts';
import { organisationNameMissing } from './problems.ts';
import { emailText, nameText } from './schemas.ts';

// Whoever founds a provider does everything there until others have been invited.
const founderDuties = ['administrator', 'provider_staff', 'provider_finance'] as const;

/**
 * Anybody founds a provider, to apply to open programmes; it can do nothing else until it is
 * admitted to one. Whoever is signed in founds it with their account, others with a new one.
 */
export const signUp = action({
  name: 'organisations.sign_up',
  kind: 'change',
  who: 'anyone',
  reach: { reach: 'sign-in' },
  givesSecret: true,
  summary: 'Found a provider that applies to open programmes.',
  input: Type.Object(
    {
      organisation: nameText,
      name: Type.Optional(nameText),
      email: Type.Optional(emailText),
      password: Type.Optional(Type.String({ maxLength: 1000 })),
      address: Type.String({ maxLength: 100 }),
      agent: Type.String(),
    },
    { additionalProperties: false },
  ),
  output: tried(signedIn),
  run: async (work, { address, agent, ...asked }) => {
    const mustWait = await takeTries(work, [{ ...byAddress(address, 'sign up'), free: 10 }]);
    if (mustWait !== undefined) return refuse(work, [mustWait]);
    const name = asked.organisation.trim();
    const against = name === '' ? [organisationNameMissing()] : checkName(name, 'organisation');
    if (against.length > 0) {
      const problems = work.actor.kind === 'account' ? [] : checkAccount(accountIn(asked));
      return { ok: false, problems: [...against, ...problems] };
    }
    const account = await accountOf(work, asked);
    // The try stays counted, so that nobody asks of many addresses whether they have an account.
    if (!account.ok) return refuse(work, account.problems);
    const checked = checkDuties({ duties: founderDuties });
    if (!checked.ok) return checked;
    const id = randomUUID();
    const madeAt = work.now;
    await addOrganisation(work.tx, { id, name, register: null, registerNumber: null, madeAt });
    const entry = { organisation: id, account: account.value, givenBy: null };
    await enterOrganisation(work, { ...checked.value, ...entry });
    const entering = { account: account.value, organisation: id, way: 'password', agent } as const;
    return { ok: true, value: await startSignIn(work, entering) };
  },
});

type Account = Readonly<{ name?: string; email?: string; password?: string }>;

function accountIn({ name = '', email = '', password = '' }: Account): NewAccount {
  return { name, email, password };
}

async function accountOf(work: Work, asked: Account): Promise<Result<string>> {
  if (work.actor.kind === 'account') {
    const own = ownSignIn(work.actor);
    return own.ok ? { ok: true, value: own.value.account } : own;
  }
  return makeAccount(work, accountIn(asked));
}

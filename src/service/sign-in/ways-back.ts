import Type from 'typebox';
import {
  addWayBack,
  endApiTokens,
  endOtherSignIns,
  findAccount,
  findAccountByEmail,
  findWayBack,
  setPassword,
  takeWayBack,
} from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { checkPassword } from './check-password.ts';
import { hashPassword } from './hash-password.ts';
import { day, laterBy } from './moments.ts';
import { signedIn } from './outcomes.ts';
import { accountNotThere, wayBackNotThere } from './problems.ts';
import { hashOf, makeSecret } from './secret.ts';
import { startSignIn } from './start-sign-in.ts';
import { byEmail, forgiveTries } from './take-tries.ts';

const token = Type.String({ maxLength: 100 });

/**
 * Whoever runs the service gives somebody who lost every way of signing in a link to set a
 * password. No administrator of an organisation can: they would enter the account's others.
 */
export const makeWayBack = action({
  name: 'sign-in.make_way_back',
  kind: 'change',
  who: [],
  givesSecret: true,
  summary: 'Make a link by which somebody sets a password; it is in the answer, once.',
  input: Type.Object({ email: Type.String({ maxLength: 254 }) }, { additionalProperties: false }),
  output: Type.Object({ link: Type.String(), endsAt: Type.String() }),
  run: async (work, { email }) => {
    const { tx, now, service } = work;
    const account = await findAccountByEmail(tx, email.trim());
    if (account === undefined) return { ok: false, problems: [accountNotThere(email)] };
    const { text, hash } = makeSecret();
    const endsAt = laterBy(now, day);
    await addWayBack(tx, { tokenHash: hash, account: account.id, madeAt: now, endsAt });
    work.note({ account: account.id, about: { endsAt } });
    return { ok: true, value: { link: `${service.address}/way-back/${text}`, endsAt } };
  },
});

/** Whose password a link sets, to whoever holds it. */
export const readWayBack = action({
  name: 'sign-in.read_way_back',
  kind: 'read',
  who: 'anyone',
  reach: { reach: 'sign-in' },
  summary: 'Whose password a link sets.',
  input: Type.Object({ token }, { additionalProperties: false }),
  output: Type.Object({ email: Type.String() }),
  run: async ({ tx, now }, asked) => {
    const id = await findWayBack(tx, { tokenHash: hashOf(asked.token), at: now });
    const account = id === undefined ? undefined : await findAccount(tx, id);
    if (account === undefined) return { ok: false, problems: [wayBackNotThere()] };
    return { ok: true, value: { email: account.email } };
  },
});

/**
 * Sets a password by a link, once; every sign-in and every token that there was ends: whoever lost
 * all ways of signing in may have lost them to somebody.
 */
export const followWayBack = action({
  name: 'sign-in.follow_way_back',
  kind: 'change',
  who: 'anyone',
  reach: { reach: 'sign-in' },
  givesSecret: true,
  summary: 'Set a password by a link.',
  input: Type.Object(
    { token, password: Type.String({ maxLength: 1000 }), agent: Type.String() },
    { additionalProperties: false },
  ),
  output: signedIn,
  run: async (work, asked) => {
    const { tx, now } = work;
    const id = await takeWayBack(tx, { tokenHash: hashOf(asked.token), at: now });
    const account = id === undefined ? undefined : await findAccount(tx, id);
    if (account === undefined || account.closedAt !== null) {
      return { ok: false, problems: [wayBackNotThere()] };
    }
    const problems = checkPassword(asked.password, account.email);
    if (problems.length > 0) return { ok: false, problems };
    const hash = await hashPassword(asked.password);
    await setPassword(tx, { account: account.id, hash, at: now });
    await endOtherSignIns(tx, { account: account.id, kept: null });
    const tokensEnded = await endApiTokens(tx, { account: account.id, at: now });
    await forgiveTries(work, [byEmail(account.email)]);
    const { agent } = asked;
    const entering = { account: account.id, way: 'password', agent, tokensEnded } as const;
    return { ok: true, value: await startSignIn(work, entering) };
  },
});

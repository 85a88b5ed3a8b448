import Type from 'typebox';
import {
  findAccount,
  findPasswordHash,
  listApiTokens,
  listEarlierEmails,
  listIdentities,
  listPasskeys,
  listSignIns,
} from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { idleSince } from './find-actor.ts';
import { ownSignIn } from './own-sign-in.ts';

const moment = Type.String({ format: 'date-time' });
const used = Type.Union([moment, Type.Null()]);

/** One's own account: ways of signing in, where one is signed in, tokens. */
export const readOwnAccount = action({
  name: 'sign-in.read_own',
  kind: 'read',
  who: 'signed in',
  summary: 'Your account: ways of signing in, sign-ins, tokens.',
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({
    account: Type.String(),
    name: Type.String(),
    email: Type.String(),
    /** The addresses before it, the last first. */
    earlierEmails: Type.Array(Type.Object({ email: Type.String(), until: moment })),
    hasPassword: Type.Boolean(),
    passkeys: Type.Array(
      Type.Object({ id: Type.String(), name: Type.String(), madeAt: moment, usedAt: used }),
    ),
    identities: Type.Array(Type.Object({ provider: Type.String(), madeAt: moment, usedAt: used })),
    signIns: Type.Array(
      Type.Object({
        id: Type.String(),
        way: Type.String(),
        agent: Type.String(),
        madeAt: moment,
        seenAt: moment,
        isThis: Type.Boolean(),
      }),
    ),
    tokens: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        organisation: Type.String(),
        organisationName: Type.String(),
        scopes: Type.Array(Type.String()),
        madeAt: moment,
        endsAt: moment,
        usedAt: used,
      }),
    ),
  }),
  run: async ({ tx, actor, now, service }) => {
    const own = ownSignIn(actor);
    if (!own.ok) return own;
    const { account, mark } = own.value;
    const { name, email } = (await findAccount(tx, account)) ?? { name: '', email: '' };
    const passkeys = await listPasskeys(tx, account);
    const signIns = await listSignIns(tx, { account, at: now, seenAfter: idleSince(service, now) });
    const tokens = await listApiTokens(tx, { account, at: now });
    const value = {
      account,
      name,
      email,
      earlierEmails: [...(await listEarlierEmails(tx, account))],
      hasPassword: (await findPasswordHash(tx, account)) !== undefined,
      passkeys: passkeys.map(({ id, name, madeAt, usedAt }) => ({ id, name, madeAt, usedAt })),
      identities: [...(await listIdentities(tx, account))],
      signIns: signIns.map((signIn) => ({ ...signIn, isThis: signIn.id === mark })),
      tokens: tokens.map((token) => ({ ...token, scopes: [...token.scopes] })),
    };
    return { ok: true, value };
  },
});

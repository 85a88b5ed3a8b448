import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { addApiToken } from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { day, laterBy } from './moments.ts';
import { actingFor } from './own-sign-in.ts';
import { tokenNameMissing, tokenWithoutScopes } from './problems.ts';
import { tokenScopes } from './scopes.ts';
import { makeSecret } from './secret.ts';

/**
 * Makes a token for programs that act as oneself for the organisation one acts for now. It is shown
 * this once. What it may do is never more than its owner may on the day it is used.
 */
export const makeToken = action({
  name: 'sign-in.make_token',
  kind: 'change',
  who: 'signed in',
  givesSecret: true,
  summary: 'Make a token for the API.',
  input: Type.Object(
    {
      name: Type.String({ maxLength: 100 }),
      scopes: Type.Array(Type.Enum(tokenScopes.map(({ scope }) => scope)), { uniqueItems: true }),
      days: Type.Integer({ minimum: 1, maximum: 366 }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ id: Type.String(), token: Type.String(), endsAt: Type.String() }),
  run: async (work, { name, scopes, days }) => {
    const { tx, now } = work;
    const acting = actingFor(work.actor);
    if (!acting.ok) return acting;
    if (name.trim() === '') return { ok: false, problems: [tokenNameMissing()] };
    if (scopes.length === 0) return { ok: false, problems: [tokenWithoutScopes()] };
    const { account, organisation } = acting.value;
    const { text, hash } = makeSecret('outturn_');
    const id = randomUUID();
    const endsAt = laterBy(now, days * day);
    const made = { id, account, organisation, name: name.trim(), scopes, madeAt: now, endsAt };
    await addApiToken(tx, { ...made, tokenHash: hash });
    work.note({ organisation, about: { token: id, scopes, endsAt } });
    return { ok: true, value: { id, token: text, endsAt } };
  },
});

import Type from 'typebox';
import { findAccount } from '../../store/accounts/index.ts';
import { listLooks } from '../../store/people/index.ts';
import { action, listPlace, placeAfter, rowBefore } from '../act/index.ts';

export const looks = action({
  name: 'people.list_looks',
  kind: 'read',
  who: ['administrator', 'auditor'],
  parts: ['commissioner', 'referrer', 'provider', 'auditor'],
  summary: 'Who looked at names and contacts, when and why, the newest first.',
  input: Type.Object(
    { programme: Type.String(), before: listPlace },
    { additionalProperties: false },
  ),
  output: Type.Object({
    looks: Type.Array(
      Type.Object({
        participant: Type.String(),
        account: Type.String(),
        name: Type.Optional(Type.String({ description: 'Of a colleague of yours.' })),
        at: Type.String(),
        why: Type.String(),
      }),
    ),
    before: Type.Optional(Type.String()),
  }),
  run: async ({ tx }, { programme, before }) => {
    const most = 50;
    const found = await listLooks(tx, { programme, before: rowBefore(before), most });
    const names = new Map<string, string>();
    for (const account of new Set(found.map((each) => each.account))) {
      const known = await findAccount(tx, account);
      if (known !== undefined) names.set(account, known.name);
    }
    return {
      ok: true,
      value: {
        looks: found.map(({ participant, account, at, why }) => {
          const name = names.get(account);
          return { participant, account, at, why, ...(name === undefined ? {} : { name }) };
        }),
        ...placeAfter(found, most),
      },
    };
  },
});

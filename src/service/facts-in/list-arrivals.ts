import Type from 'typebox';
import { listArrivals } from '../../store/facts/index.ts';
import { action, listPlace, placeAfter, rowBefore } from '../act/index.ts';
import { partsThatSend, whoSends } from './who-sends.ts';

export const arrivals = action({
  name: 'facts.list_arrivals',
  kind: 'read',
  who: [...whoSends, 'auditor'],
  parts: [...partsThatSend, 'auditor'],
  summary: 'What came in, the newest first.',
  input: Type.Object(
    { programme: Type.String(), before: listPlace },
    { additionalProperties: false },
  ),
  output: Type.Object({
    arrivals: Type.Array(
      Type.Object({
        id: Type.String(),
        at: Type.String(),
        way: Type.String(),
        facts: Type.Integer(),
        isOwn: Type.Boolean(),
      }),
    ),
    before: Type.Optional(Type.String({ description: 'Where the next page begins.' })),
  }),
  run: async ({ tx, actor }, { programme, before }) => {
    const most = 50;
    const found = await listArrivals(tx, { programme, before: rowBefore(before), most });
    const here = actor.kind === 'account' ? actor.organisation?.id : undefined;
    const shown = found.map(({ id, at, way, facts, organisation }) => {
      return { id, at, way, facts, isOwn: organisation === here };
    });
    return { ok: true, value: { arrivals: shown, ...placeAfter(found, most) } };
  },
});

import Type from 'typebox';
import { listArrivals } from '../../store/facts/index.ts';
import { action } from '../act/index.ts';
import { partsThatSend, whoSends } from './who-sends.ts';

export const arrivals = action({
  name: 'facts.list_arrivals',
  kind: 'read',
  who: [...whoSends, 'auditor'],
  parts: [...partsThatSend, 'auditor'],
  summary: 'What came in, the newest first.',
  input: Type.Object(
    { programme: Type.String(), before: Type.Optional(Type.String({ maxLength: 40 })) },
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
    const found = await listArrivals(tx, { programme, before: before ?? null, most });
    const here = actor.kind === 'account' ? actor.organisation?.id : undefined;
    const last = found.length === most ? found.at(-1)?.at : undefined;
    const shown = found.map(({ id, at, way, facts, organisation }) => {
      return { id, at, way, facts, isOwn: organisation === here };
    });
    return {
      ok: true,
      value: { arrivals: shown, ...(last === undefined ? {} : { before: last }) },
    };
  },
});

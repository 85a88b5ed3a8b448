import Type from 'typebox';
import { action } from '../../src/service/act/index.ts';
import { addFacts } from '../../src/service/facts-in/index.ts';
import { nothingElse } from '../../src/service/programmes/shapes.ts';

/** Facts come in through the one way there is, as the service writes what has been seen to. */
export const sendFactsAsForm = action({
  name: 'facts.send_for_test',
  kind: 'change',
  who: ['commissioner'],
  summary: 'Sends facts.',
  input: Type.Object(
    { programme: Type.String(), facts: Type.Array(Type.Record(Type.String(), Type.String())) },
    nothingElse,
  ),
  output: Type.Null(),
  run: async (work, { programme, facts }) => {
    const added = await addFacts(work, programme, { way: 'service', facts });
    return added.ok ? { ok: true, value: null } : added;
  },
});

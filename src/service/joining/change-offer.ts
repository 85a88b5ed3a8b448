import Type from 'typebox';
import { changeOffer as write } from '../../store/joining/index.ts';
import { action } from '../act/index.ts';
import { idShape, listOf, nothingElse } from '../programmes/shapes.ts';
import { deliverers } from './may-join.ts';
import { ownOf } from './pause.ts';
import { findJoined } from './take-step.ts';

const offer = {
  /** How many it can serve at once. */
  capacity: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  /** Where it serves; none for everywhere. */
  areas: listOf(Type.String({ minLength: 1, maxLength: 100 })),
};

/** A provider says anew how many it can serve, and where: on any day. */
export const changeOffer = action({
  name: 'joining.change_offer',
  kind: 'change',
  who: deliverers,
  parts: ['provider'],
  summary: 'Says how many your organisation can serve at once, and in which areas.',
  input: Type.Object({ programme: idShape, ...offer }, nothingElse),
  output: Type.Object(offer, nothingElse),
  run: async (work, { programme, capacity, areas }) => {
    const whose = ownOf(work, programme);
    const provider = await findJoined(work, whose);
    if (!provider.ok) return provider;
    await write(work.tx, { ...whose, capacity, areas });
    const about = { provider: whose.organisation, capacity, areas: areas.length };
    work.note({ programme, about });
    return { ok: true, value: { capacity, areas } };
  },
});

import Type from 'typebox';
import { assert } from '../../problem/index.ts';
import { action } from '../act/index.ts';
import { dayShape, idShape, nothingElse } from '../programmes/shapes.ts';
import { signatories } from './may-join.ts';
import { ownOf } from './pause.ts';
import { findJoined, takeStep } from './take-step.ts';

/** A provider says that it leaves, on the notice of the page. */
export const giveNotice = action({
  name: 'joining.give_notice',
  kind: 'change',
  who: signatories,
  parts: ['provider'],
  summary: 'Gives notice that your organisation leaves a programme, on the terms of the page.',
  input: Type.Object({ programme: idShape }, nothingElse),
  output: Type.Object(
    {
      /** The last day on which it serves those it has; nobody new is referred from today. */
      leavesOn: dayShape,
    },
    nothingElse,
  ),
  run: async (work, { programme }) => {
    const provider = await findJoined(work, ownOf(work, programme));
    if (!provider.ok) return provider;
    const step = { step: 'give notice', pausedBy: [] } as const;
    const isLeaving = provider.value.state === 'leaving';
    const moved = isLeaving ? provider : await takeStep(work, provider.value, step);
    if (!moved.ok) return moved;
    const { leavesOn } = moved.value;
    assert(leavesOn !== null, 'who is leaving has a last day');
    return { ok: true, value: { leavesOn } };
  },
});

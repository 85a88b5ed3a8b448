import Type from 'typebox';
import { assert, type Result } from '../../problem/index.ts';
import { findProvider, listLapsed, listLeavers, type Provider } from '../../store/joining/index.ts';
import { action, type Work } from '../act/index.ts';
import { addFacts } from '../facts-in/index.ts';
import { nothingElse } from '../programmes/shapes.ts';
import { takeStep } from './take-step.ts';

const count = Type.Integer({ minimum: 0 });

/**
 * What the days bring, done by the service itself once a day: who no longer shows a condition is
 * sent nobody new, and who has reached the last day of its notice has left. Done twice on a day it
 * changes nothing more.
 */
export const keepUpProviders = action({
  name: 'joining.keep_up',
  kind: 'change',
  who: [],
  summary: 'Pauses providers whose documents have run out, and ends those whose notice is over.',
  input: Type.Object({}, nothingElse),
  output: Type.Object({ paused: count, left: count }, nothingElse),
  run: async (work) => {
    const lapsed = await listLapsed(work.tx, work.today);
    for (const whose of lapsed) {
      const provider = await findProvider(work.tx, whose, { toChange: true });
      assert(provider !== undefined, 'who has shown a condition is a provider');
      const pausedBy = [...provider.pausedBy, 'condition' as const];
      const moved = await takeStep(work, provider, { step: 'lose a condition', pausedBy });
      if (!moved.ok) return moved;
    }
    const leavers = await listLeavers(work.tx, work.today);
    for (const provider of leavers) {
      const left = await leave(work, provider);
      if (!left.ok) return left;
    }
    return { ok: true, value: { paused: lapsed.length, left: leavers.length } };
  },
});

// Settlement goes by the fact: grants end, and what comes after is paid as the page says.
async function leave(work: Work, provider: Provider): Promise<Result<unknown>> {
  const { programme, name, leavesOn } = provider;
  assert(leavesOn !== null, 'who leaves has a last day');
  const moved = await takeStep(work, provider, { step: 'leave', pausedBy: [] });
  if (!moved.ok) return moved;
  const facts = [{ kind: 'left', provider: name, day: leavesOn }];
  return addFacts(work, programme, { way: 'service', facts });
}

import Type from 'typebox';
import { sweepSignIns as sweep } from '../../store/accounts/index.ts';
import { action } from '../act/index.ts';
import { idleSince } from './find-actor.ts';
import { day, laterBy } from './moments.ts';

/** Takes away sign-ins, challenges and tries whose time is over. It is the service's own upkeep. */
export const sweepSignIns = action({
  name: 'sign-in.sweep',
  kind: 'change',
  who: [],
  summary: 'Take away sign-ins and tries whose time is over.',
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({ swept: Type.Integer() }),
  run: async ({ tx, now, service }) => {
    const seenBefore = idleSince(service, now);
    const swept = await sweep(tx, { at: now, seenBefore, triedBefore: laterBy(now, -day) });
    return { ok: true, value: { swept } };
  },
});

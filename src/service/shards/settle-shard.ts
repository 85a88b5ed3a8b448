import { type FactSource, shardSource } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import { planOf, shardSettler } from '../../settlement/index.ts';
import { openSeen, type Seeing, seenOf, seeParticipant } from '../settling/seen-facts.ts';
import type { FromThread, ThreadGround, ToThread } from './messages.ts';

/** Settles shards as they come, and gives back what each of them comes to. */
export function shardThread(): (message: ToThread) => FromThread | undefined {
  let settle: ((message: ToThread & { is: 'shard' }) => FromThread) | undefined;
  return (message) => {
    if (message.is === 'ground') {
      settle = settlerOn(message.ground);
      return undefined;
    }
    assert(settle, 'the ground of all shards comes before the first of them');
    return settle(message);
  };
}

function settlerOn({ contracts, asAt, others, pools }: ThreadGround) {
  const made = planOf(contracts);
  assert(made.ok, 'what made a plan before makes one again');
  const plan = made.value;
  const settle = shardSettler({ plan, asAt, others });
  return ({ at, shard }: ToThread & { is: 'shard' }): FromThread => {
    const seeing = openSeen(plan);
    const settled = settle(seenSource(shardSource(shard, pools), seeing));
    return { at, settled, seen: seenOf(seeing) };
  };
}

/** The same facts, each of which is seen as it is asked for. */
export function seenSource(source: FactSource, seeing: Seeing): FactSource {
  return {
    ...source,
    participantAt: (index) => {
      const own = source.participantAt(index);
      seeParticipant(seeing, own);
      return own;
    },
  };
}

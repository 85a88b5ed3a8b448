import { type FactSource, ownFacts, shardSource } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import {
  digestSums,
  movingSettler,
  planOf,
  shardSettler,
  sinceBatch,
} from '../../settlement/index.ts';
import { openSeen, type Seeing, seenOf, seeParticipant } from '../settling/seen-facts.ts';
import type {
  DigestFromThread,
  FromThread,
  MovedFromThread,
  SinceFromThread,
  ThreadGround,
  ToThread,
} from './messages.ts';

type Answer = FromThread | MovedFromThread | SinceFromThread | DigestFromThread;

/**
 * Settles shards as they come, finds what moved lines of theirs, or adds up their facts, and gives
 * that back.
 */
export function shardThread(): (message: ToThread) => Answer | undefined {
  let work: ShardWork | undefined;
  return (message) => {
    if (message.is === 'ground') {
      work = workOn(message.ground);
      return undefined;
    }
    assert(work, 'the ground of all shards comes before the first of them');
    switch (message.is) {
      case 'shard':
        return work.settle(message);
      case 'moving':
        return work.settleMoving(message);
      case 'batch':
        return work.findChanges(message);
      case 'digest':
        return work.addUp(message);
    }
  };
}

type ShardWork = Readonly<{
  settle: (message: ToThread & { is: 'shard' }) => FromThread;
  settleMoving: (message: ToThread & { is: 'moving' }) => MovedFromThread;
  findChanges: (message: ToThread & { is: 'batch' }) => SinceFromThread;
  addUp: (message: ToThread & { is: 'digest' }) => DigestFromThread;
}>;

function workOn({ contracts, asAt, others, pools, before }: ThreadGround): ShardWork {
  const made = planOf(contracts);
  assert(made.ok, 'what made a plan before makes one again');
  const plan = made.value;
  const settle = shardSettler({ plan, asAt, others });
  const settleMoving = before && movingSettler({ plan, asAt, others }, before);
  return {
    settle: ({ at, shard }) => {
      const seeing = openSeen(plan);
      const settled = settle(seenSource(shardSource(shard, pools), seeing));
      return { at, settled, seen: seenOf(seeing) };
    },
    settleMoving: ({ at, shard }) => {
      assert(settleMoving, 'the ground of shards as at two days has the days before');
      return { at, moved: settleMoving({ ...shardSource(shard, pools), others }) };
    },
    findChanges: ({ at, shard, batch }) => {
      const source = { ...shardSource(shard, pools), others };
      return { at, since: sinceBatch(plan, batch, source) };
    },
    addUp: ({ at, shard, of }) => ({ at, sums: digestSums(shardSource(shard, pools), of) }),
  };
}

/** The same facts, each of which is seen as it is asked for. */
export function seenSource(source: FactSource, seeing: Seeing): FactSource {
  return {
    ...source,
    ownAt: (index) => {
      const own = ownFacts(source, index);
      seeParticipant(seeing, own);
      return own;
    },
  };
}

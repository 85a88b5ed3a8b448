import type { ColumnSource } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import {
  type AsAt,
  canBeCut,
  changesBetween,
  chosenPeople,
  type DaysBefore,
  factsDigest,
  joinChanges,
  kindsRead,
  mayStandStill,
  type OwedByColumn,
  owedByColumn,
  type ResultChange,
  whoMayDiffer,
} from '../../settlement/index.ts';
import { seenOfAll } from '../settling/seen-of-all.ts';
import {
  digestInShards,
  type MovedPeople,
  type SettledFacts,
  type Settling,
  seenWithOthers,
  settleMovingInShards,
  type ThreadsOpened,
} from './settle-in-shards.ts';

/** The days of an earlier settlement of the same terms by this engine, and what tells its facts. */
export type SettledBefore = DaysBefore &
  Readonly<{
    facts: string;
    /** Told of whoever may come to something else, before it is known that facts are the same. */
    onMoving?: (moving: ColumnSource) => Promise<void>;
  }>;

/** Those alone of whom anything may be otherwise than it was: their facts, and what is owed. */
export type SettledMoving = SettledFacts &
  Readonly<{
    source: ColumnSource;
    /** The same as at the days before, and what changed since. */
    before: OwedByColumn;
    changes: readonly ResultChange[];
  }>;

/**
 * What tells the facts of a settlement, as at some days; undefined where no later one can go by it.
 */
export async function digestOf(
  settling: Settling,
  { knownBy }: AsAt,
  threads: ThreadsOpened | undefined,
): Promise<string | undefined> {
  const { plan, source } = settling;
  if (!mayStandStill(plan) || !canBeCut(plan)) return undefined;
  const of = { kinds: kindsRead(plan), knownBy };
  return threads ? await digestInShards(settling, of, threads) : factsDigest(source, of);
}

/**
 * Settles anew only those of whom anything may be otherwise than it was as at earlier days, and
 * these as at the earlier days as well. Undefined where that may be everybody, or where other facts
 * were given then.
 */
export async function settleMoving(
  settling: Settling,
  earlier: SettledBefore,
  opened: ThreadsOpened | undefined,
): Promise<SettledMoving | undefined> {
  const { plan, source, asAt } = settling;
  if (!canBeCut(plan)) return undefined;
  // The line of an adjustment names no participant: it is not seen whether it stands.
  if (source.columns.kind.pool.values.includes('adjustment')) return undefined;
  const places = whoMayDiffer(plan, source, { from: earlier.days, to: asAt });
  if (places === undefined) return undefined;
  const { onProgress: _, ...rest } = { ...settling, source: chosenPeople(source, places) };
  await earlier.onMoving?.(rest.source);
  const chosen = opened && threadsFor(opened, places);
  if ((await digestOf(settling, earlier.days, chosen)) !== earlier.facts) return undefined;
  const { days, settlement } = earlier;
  const before = { days, settlement };
  const moved = chosen
    ? await settleMovingInShards(rest, before, chosen)
    : movedInOne(rest, before);
  return {
    ...moved,
    source: rest.source,
    seen: seenWithOthers(settling, [seenOfAll(plan, source)]),
  };
}

/** The same on the thread that asks. */
function movedInOne(settling: Settling, { days, settlement }: DaysBefore): MovedPeople {
  const { plan, source, asAt } = settling;
  const [before, owed] = [owedByColumn(plan, source, days), owedByColumn(plan, source, asAt)];
  const changes = changesBetween({ before, owed, source, settlement });
  assert(changes, 'whoever stands alone has no line that is kept as an object');
  return { before, owed, changes: joinChanges([changes]) };
}

/** A second thread learns how all is done once more, which takes longer than settling so many. */
const participantsForOne = 100_000;

function threadsFor(opened: ThreadsOpened, { length }: Int32Array): ThreadsOpened {
  if (length <= participantsForOne) return { ...opened, count: 1 };
  opened.threads.openUntil(opened.count);
  return opened;
}

import { dayNumber } from '../../calendar/index.ts';
import { type ColumnSource, referenceAt } from '../../facts/index.ts';
import { unitsOfMajor } from '../../money/index.ts';
import type { Result } from '../../problem/index.ts';
import { engineVersion, type OwedByColumn, type StatusCounts } from '../../settlement/index.ts';
import type { LargeSettledFacts } from '../shards/settle-large.ts';
import type { SettledBefore } from '../shards/settle-moving.ts';
import { followEarlier, type SettledSince } from './follow-earlier.ts';
import type { Earlier } from './open-earlier.ts';
import { areLinesOf, type EarlierParts, partEarlier } from './standing-lines.ts';

const statusNames = ['achieved', 'notAchieved', 'notYetDue', 'notKnown', 'setAside'] as const;

/** By what an earlier settlement's file lets lines stand, and its lines in parts, once they are. */
export type Parting = Readonly<{ before: SettledBefore; parts: () => EarlierParts | undefined }>;

/** Undefined where the file says too little for any line of it to stand. */
export function partingOf(earlier: Earlier): Parting | undefined {
  const { summary } = earlier;
  const { engine, asAt, knownAt, facts, statuses, contract, language } = summary;
  const areCounted = statusNames.every((name) => Number.isSafeInteger(statuses?.[name]));
  if (engine !== engineVersion || typeof facts !== 'string' || !areCounted) return undefined;
  const days = { trueBy: dayNumber(asAt), knownBy: dayNumber(knownAt) };
  let parts: EarlierParts | undefined;
  const onMoving = async ({ columns: { participants } }: ColumnSource): Promise<void> => {
    const moving = Array.from({ length: participants.rows }, (_, at) =>
      referenceAt(participants, at),
    );
    parts = await partEarlier(earlier, moving);
  };
  const before = { days, facts, settlement: { contract, language }, onMoving };
  return { before, parts: () => parts };
}

/** Lets go of what was asked of earlier lines and nobody waits for, before anything else is. */
export async function endParting(
  parting: Parting | undefined,
  { connection }: Earlier,
): Promise<void> {
  const parts = parting?.parts();
  if (parts === undefined) return;
  connection.interrupt();
  await parts.others.catch(() => undefined);
}

/**
 * What changed since earlier lines, where only those were settled who may come to something else.
 * The lines of all others stand as the file has them: so they are the same facts and terms by the
 * same engine, and nothing that has changed is theirs. 'other lines' where the file has other sums.
 */
export async function followMoving(
  now: LargeSettledFacts,
  { earlier, parts }: Parted,
): Promise<Result<SettledSince> | 'other lines'> {
  const { before, changes, digest: _, ...settled } = now;
  const { owed } = settled;
  const { own } = parts;
  const others = await parts.others;
  const whole = others.amount + (before?.total ?? 0n);
  if (before === undefined || whole !== unitsOfMajor(earlier.summary.total)) return 'other lines';
  const total = others.amount + owed.total;
  const statuses = statusesNow(earlier.summary.statuses, before, owed);
  const beside = { standing: others, total, statuses };
  const areThese = await areLinesOf(own, before);
  return followEarlier(settled, own, areThese && changes ? { ...beside, changes } : beside);
}

type Parted = Readonly<{ earlier: Earlier; parts: EarlierParts }>;

type Counted = Pick<OwedByColumn, 'statuses'>;

function statusesNow(all: StatusCounts, before: Counted, now: Counted): StatusCounts {
  const counts = statusNames.map((name) => {
    return [name, all[name] - before.statuses[name] + now.statuses[name]] as const;
  });
  return Object.fromEntries(counts) as StatusCounts;
}

import { approveSettlement, prepareSettlement } from '../money/index.ts';
import type { Stage } from './stage.ts';

/** Prepares what is owed as at a day, as known by the day before the day of work. */
export async function prepare(
  { act }: Stage,
  { programme, asAt }: Readonly<{ programme: string; asAt: string }>,
) {
  return act('omar@northshire.example', prepareSettlement, { programme, asAt });
}

/** Prepares it, and lets a second person approve it. Gives the settlement. */
export async function settle(
  stage: Stage,
  which: Readonly<{ programme: string; asAt: string }>,
): Promise<string> {
  const { settlement, resultHash } = await prepare(stage, which);
  const { programme } = which;
  await stage.act('grace@northshire.example', approveSettlement, {
    programme,
    settlement,
    resultHash,
  });
  return settlement;
}

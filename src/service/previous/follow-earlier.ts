import type { FactSource, Unread } from '../../facts/index.ts';
import type { Result } from '../../problem/index.ts';
import {
  changeTeller,
  type OwedByColumn,
  type ResultChange,
  type SinceLines,
  settlementResult,
} from '../../settlement/index.ts';
import type { Settled } from '../settling/settle.ts';
import { type SettlementSums, sumsOfOwed } from '../settling/settlement-sums.ts';
import type { LargeSettledFacts } from '../shards/settle-large.ts';
import type { ResultWithoutLines } from '../shards/settle-to-file.ts';
import type { Earlier } from './open-earlier.ts';
import { previousOtherwise } from './problems.ts';
import { readDiffering } from './read-differing.ts';
import type { StandingLines } from './standing-lines.ts';

/** A settlement that follows one of which the lines are in a file by column. */
export type SettledSince = Omit<Settled, 'result' | 'previous'> &
  Readonly<{
    /** With what changed, but without what is paid of it: that needs the whole result before. */
    result: ResultWithoutLines;
    sums: SettlementSums;
    /** All lines; absent where only those were settled who may come to something else. */
    owed?: OwedByColumn;
  }>;

/** What is owed now, whatever the facts are in. */
export type SettledNow = Omit<LargeSettledFacts, 'source' | 'before' | 'changes' | 'digest'> &
  Readonly<{ source: FactSource; unread?: readonly Unread[] }>;

/** Lines that stand as they stood beside those that were settled, and what all come to. */
export type Beside = Readonly<{
  standing: StandingLines;
  /** What changed of those alone who were settled, where the file has their lines. */
  changes?: readonly ResultChange[];
}> &
  Pick<OwedByColumn, 'total' | 'statuses'>;

/** What changed, as a result has it. */
type ToldSince = Omit<SinceLines, 'changes'> & Readonly<{ changes: readonly ResultChange[] }>;

/** What changed since earlier lines, each of which is held against what is owed now. */
export async function followEarlier(
  { owed, source, since, unread = [], page, leftOut, ...rest }: SettledNow,
  earlier: Earlier,
  beside?: Beside,
): Promise<Result<SettledSince>> {
  const settlement = {
    contract: page.hashes.contract ?? '',
    language: page.read.contract.language,
  };
  const { total, statuses } = beside ?? owed;
  const found = await findChanges();
  if (!found.ok) return found;
  const { otherwise, changes } = found.value;
  const doubts = otherwise.length > 0 ? [previousOtherwise(otherwise, owed.currency)] : [];
  const {
    lines: _,
    notPaid: __,
    ...summary
  } = settlementResult({ ...owed, total, statuses, lines: [], notPaid: [] }, settlement);
  const result = { ...summary, changes };
  const sums = sumsOfOwed(owed, page.read.contract, beside?.standing);
  const told = { ...leftOut, problems: [...leftOut.problems, ...doubts] };
  const all = beside ? {} : { owed };
  return { ok: true, value: { result, sums, page, ...all, ...rest, leftOut: told } };

  async function findChanges(): Promise<Result<ToldSince>> {
    if (beside?.changes) return { ok: true, value: { changes: beside.changes, otherwise: [] } };
    const differing = await readDiffering(earlier, owed, beside?.standing.amount);
    if (!differing.ok) return differing;
    const lines = { owed, settlement, ...differing.value, source, unread };
    const moved = await since(lines);
    const told = moved.changes.map(changeTeller(owed.currency));
    return { ok: true, value: { ...moved, changes: told } };
  }
}

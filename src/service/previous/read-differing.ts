import { unitsOfMajor } from '../../money/index.ts';
import type { Result } from '../../problem/index.ts';
import { lineMatcher, type OwedByColumn, type SettlementResult } from '../../settlement/index.ts';
import { eachEarlierChunk } from './earlier-chunks.ts';
import { readEarlierLines } from './earlier-lines.ts';
import type { Earlier } from './open-earlier.ts';
import { findWrong } from './parse-result.ts';
import { previousNotAResult } from './problems.ts';

/** What of two settlements is not alike. */
export type Differing = Readonly<{ rows: Int32Array; previous: SettlementResult }>;

/**
 * Today's lines that are not as they were, by row, and those of the file that are not so now. What
 * stands beside these lines is worth so much.
 */
export async function readDiffering(
  earlier: Earlier,
  owed: OwedByColumn,
  beside = 0n,
): Promise<Result<Differing>> {
  const { path, summary, connection, from } = earlier;
  const matcher = lineMatcher(owed);
  const { currency, plan } = owed;
  let total = Number(beside);
  await eachEarlierChunk(
    connection,
    { from, currency, payer: plan.payer, texts: matcher.texts },
    (chunk) => {
      for (let at = 0; at < chunk.length; at += 1) total += chunk.amount[at] as number;
      matcher.pass(chunk);
    },
  );
  const { rows, earlier: known, unread } = matcher.rest();
  const read = unread.length === 0 ? [] : await readEarlierLines(connection, from, unread);
  const lines = [...known, ...read].sort((one, other) => one.place - other.place);
  const previous = {
    ...summary,
    lines: lines.map(({ line }) => line),
    notPaid: lines.flatMap(({ notPaid }) => notPaid),
  };
  const isWhole = Number(unitsOfMajor(summary.total)) === total;
  const wrong = isWhole ? findWrong(previous) : 'its lines do not add up to its total';
  if (wrong !== undefined) return { ok: false, problems: [previousNotAResult(path, wrong)] };
  return { ok: true, value: { rows, previous } };
}

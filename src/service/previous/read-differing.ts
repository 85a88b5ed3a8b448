import type { Day } from '../../calendar/index.ts';
import { compareTexts } from '../../facts/index.ts';
import { unitsOfMajor } from '../../money/index.ts';
import type { Result } from '../../problem/index.ts';
import {
  lineMatcher,
  type OwedByColumn,
  type ResultLine,
  type SettlementResult,
} from '../../settlement/index.ts';
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
  const lines = [...known, ...read].sort(comparePlaces);
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

/** A line, and where in its file it stands: those of one participant in line. */
type InFile = Readonly<{ line: ResultLine; place: number }>;

/** The place in line: payable day, of which what waits has none and comes last, and day. */
function comparePlaces(one: InFile, other: InFile): number {
  const byPayableDay = compareDays(one.line.payableOn, other.line.payableOn);
  return byPayableDay || compareDays(one.line.day, other.line.day) || one.place - other.place;
}

function compareDays(one: Day | null, other: Day | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compareTexts(one, other);
}

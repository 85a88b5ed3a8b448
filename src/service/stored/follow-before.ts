import { dayNumber } from '../../calendar/index.ts';
import type { FactSource } from '../../facts/index.ts';
import type { Problem } from '../../problem/index.ts';
import {
  type GivenLine,
  movedLines,
  type OwedByColumn,
  owedLines,
  type Settlement,
  type SinceLast,
  settlementResult,
  sinceLines,
} from '../../settlement/index.ts';
import { doubtsOf } from '../settling/settle.ts';
import type { DifferingKept } from './before-lines.ts';
import type { Before } from './settling.ts';

/** What is owed now, and the settlement that it follows. */
export type FollowingKept = Readonly<{
  owed: OwedByColumn;
  source: FactSource;
  settlement: Settlement;
  given: readonly GivenLine[];
  erased: readonly string[];
  before: Before;
  kept: DifferingKept;
}>;

/** What changed since, and whether the settlement before still comes out as it did. */
export type Since = Readonly<{ since: SinceLast; doubts: readonly Problem[] }>;

/** Says what changed of lines that are not alike: of all others nothing has. */
export function followBefore(following: FollowingKept): Since {
  const { owed, source, settlement, given, erased, before, kept } = following;
  const { rows, lines, notPaid } = kept;
  const { reserved, ...result } = before.result;
  const previous = { ...result, lines, notPaid };
  const found = sinceLines({ owed, settlement, rows, previous, source, unread: [], given });
  const now = settlementResult({ ...owed, ...owedLines(owed, rows) }, settlement);
  return {
    since: {
      changes: found.changes,
      moved: movedLines(now, previous),
      previous: {
        outstanding: { ...before.outstanding, paid: [] },
        paidOn: daysPaid(before, kept),
        ...(reserved && { reserved }),
      },
    },
    doubts: doubtsOf(found.otherwise, { erased, currency: owed.currency }),
  };
}

/** When each line was last paid more; what was settled without a note of it, on its last day. */
function daysPaid({ result, outstanding, gone }: Before, { paidOn, withoutDay }: DifferingKept) {
  const { asAt, knownAt } = result;
  const on = Math.max(dayNumber(asAt), dayNumber(knownAt));
  const held = new Set(outstanding.held.map(({ line }) => line));
  for (const line of withoutDay) if (!held.has(line)) paidOn.set(line, on);
  for (const [line, day] of gone) {
    paidOn.set(line, dayNumber(day as `${number}-${number}-${number}`));
  }
  return paidOn;
}

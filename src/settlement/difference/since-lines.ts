import { dayNumber } from '../../calendar/index.ts';
import { type FactSource, onlyThese } from '../../facts/index.ts';
import type { Unread } from '../as-at.ts';
import { standAlone, standApart } from '../due/stand-apart.ts';
import { type OwedByColumn, owedByColumn } from '../owed.ts';
import { owedLines } from '../owed-lines.ts';
import type { GivenLine } from '../pay/given.ts';
import { type Settlement, type SettlementResult, settlementResult } from '../result.ts';
import type { Change } from './change.ts';
import { difference } from './difference.ts';
import { differingBatches } from './differing-batches.ts';
import { isNamed } from './is-named.ts';
import { findOtherwise, type Otherwise } from './otherwise.ts';
import { sinceBatches } from './since-batch.ts';

/** Two settlements by what of them differs. */
export type DifferingLines = Readonly<{
  owed: OwedByColumn;
  settlement: Settlement;
  /** The rows of the lines that are not as they were, in place in line. */
  rows: Int32Array;
  /** The settlement before, of its lines only those that are not as they were. */
  previous: SettlementResult;
  source: FactSource;
  unread: readonly Unread[];
  /** Lines of those whose facts have been erased since. */
  given?: readonly GivenLine[];
  /** The same terms and facts as at the days before, of those whose lines they are at least. */
  before?: OwedByColumn;
  /** Whether the lines of the settlement before are these: then none comes out otherwise. */
  isAsSettled?: boolean;
}>;

/** What changed, and which of these lines come out otherwise as at the days before. */
export type SinceLines = Readonly<{
  changes: readonly Change[];
  otherwise: readonly Otherwise[];
}>;

/**
 * The changes between two settlements of which only lines are given that are not alike: the same as
 * between the whole ones. Facts are looked at of those alone whose lines they are, of some at a
 * time, unless these may go by everybody's.
 */
export function sinceLines(differing: DifferingLines): SinceLines {
  const { source, owed } = differing;
  const batches = differingBatches(differing);
  if (batches === undefined) return sinceAll(differing);
  const { changes, otherwise } = sinceBatches(owed.plan, batches, source);
  return { changes, otherwise };
}

function sinceAll(differing: DifferingLines): SinceLines {
  const { owed, settlement, rows, previous, source } = differing;
  const { plan } = owed;
  const now = settlementResult({ ...owed, ...owedLines(owed, rows) }, settlement);
  const lines = [...previous.lines, ...now.lines];
  const whose = new Set(lines.flatMap(({ participant }) => participant ?? []));
  const isOfEach = standApart(plan) && lines.every((line) => line.participant !== undefined);
  const facts = isOfEach ? onlyThese(source, whose) : source;
  const again = owedAgain(differing, isOfEach && standAlone(plan) ? facts : source);
  const names = new Set(lines.map(({ line }) => line));
  const named = again.inLine(isNamed(again.columns, names));
  const anew = settlementResult({ ...again, ...owedLines(again, named) }, settlement);
  return {
    changes: difference({ now, previous, anew, plan, facts }),
    otherwise: findOtherwise(anew, previous),
  };
}

function owedAgain(
  { owed, previous, unread, given = [] }: DifferingLines,
  source: FactSource,
): OwedByColumn {
  const { asAt, knownAt } = previous;
  const days = { trueBy: dayNumber(asAt), knownBy: dayNumber(knownAt) };
  return owedByColumn(owed.plan, source, { ...days, unread, given });
}

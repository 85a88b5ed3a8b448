import { isReferenceAt } from '../../facts/index.ts';
import { chunksOf, type LineChunk, noDay } from '../columns/line-chunks.ts';
import type { UnpaidTexts } from '../columns/unpaid-texts.ts';
import type { OwedByColumn } from '../owed.ts';
import type { EarlierAt } from './earlier-chunk.ts';
import type { RowFinder } from './find-row.ts';

/**
 * Today's lines in place in line, one of which is at hand. Earlier ones stand in line as well, so
 * that of most the line at hand is the same, and memory is read in order.
 */
export type LinesInTurn = {
  readonly finder: RowFinder;
  readonly unpaid: UnpaidTexts;
  readonly inLine: Int32Array;
  readonly chunks: Iterator<LineChunk, undefined>;
  /** The chunk with the line at hand; undefined after the last of all. */
  chunk: LineChunk | undefined;
  /** How many lines stand before the chunk, and where in it the one at hand is. */
  before: number;
  at: number;
};

export function linesInTurn(
  owed: OwedByColumn,
  finder: RowFinder,
  unpaid: UnpaidTexts,
): LinesInTurn {
  const chunks = chunksOf(owed, finder.numbers);
  const chunk = chunks.next().value;
  return { finder, unpaid, inLine: owed.inLine, chunks, chunk, before: 0, at: 0 };
}

/** New lines stand one by one among those that were there. */
const aheadMost = 8;

/**
 * The row of the line that is the same as an earlier one in all that it says, if it is at hand or
 * comes soon; -1 if not. The line after it is at hand then.
 */
export function findInTurn(turn: LinesInTurn, earlier: EarlierAt): number {
  const chunk = chunkOfDays(turn, earlier);
  if (chunk === undefined) return -1;
  const end = Math.min(turn.at + aheadMost, chunk.length);
  for (let at = turn.at; at < end; at += 1) {
    if (isSameAt(turn, { chunk, at }, earlier)) {
      const row = turn.inLine[turn.before + at] as number;
      moveTo(turn, at + 1);
      return row;
    }
  }
  return -1;
}

/** Moves on to the lines of the days of an earlier one; undefined where none is to come. */
function chunkOfDays(turn: LinesInTurn, earlier: EarlierAt): LineChunk | undefined {
  for (;;) {
    const { chunk, at } = turn;
    if (chunk === undefined) return undefined;
    const order = compareDays(chunk, at, earlier);
    if (order >= 0) return order === 0 ? chunk : undefined;
    moveTo(turn, at + 1);
  }
}

/** Passes over lines of the same days as an earlier one whose participants come before its own. */
export function passEarlierOwners(turn: LinesInTurn, owner: number, earlier: EarlierAt): void {
  for (;;) {
    const { chunk, at } = turn;
    if (chunk === undefined || (chunk.participant[at] as number) >= owner) return;
    if (compareDays(chunk, at, earlier) !== 0) return;
    moveTo(turn, at + 1);
  }
}

function moveTo(turn: LinesInTurn, at: number): void {
  const { chunk } = turn;
  turn.at = at;
  if (chunk === undefined || at < chunk.length) return;
  turn.before += chunk.length;
  turn.at = 0;
  turn.chunk = turn.chunks.next().value;
}

/** Below 0 where the line at hand stands before the earlier one by its days. */
function compareDays(chunk: LineChunk, own: number, earlier: EarlierAt): number {
  const one = chunk.payableOn[own] as number;
  const other = earlier.chunk.payableOn[earlier.at] as number;
  if (one !== other) return one === noDay || (other !== noDay && one > other) ? 1 : -1;
  return (chunk.day[own] as number) - (earlier.chunk.day[earlier.at] as number);
}

type LineAt = Readonly<{ chunk: LineChunk; at: number }>;

/** Whether all that two lines say is the same; kept as an object none is. */
function isSameAt(turn: LinesInTurn, own: LineAt, { chunk: earlier, at: place }: EarlierAt) {
  const { participants, attachments } = turn.finder;
  const { chunk, at } = own;
  return (
    chunk.day[at] === earlier.day[place] &&
    chunk.payableOn[at] === earlier.payableOn[place] &&
    chunk.number[at] === earlier.number[place] &&
    chunk.clause[at] === earlier.clause[place] &&
    chunk.provider[at] === earlier.provider[place] &&
    chunk.gross[at] === earlier.gross[place] &&
    chunk.amount[at] === earlier.amount[place] &&
    chunk.group[at] === earlier.group[place] &&
    chunk.outcome[at] === earlier.outcome[place] &&
    chunk.quantity[at] === earlier.quantity[place] &&
    chunk.price[at] === earlier.price[place] &&
    chunk.version[at] === earlier.version[place] &&
    !chunk.kept.has(at) &&
    isReferenceAt(participants, chunk.participant[at] as number) &&
    isReferenceAt(attachments, chunk.attachment[at] as number) &&
    turn.unpaid.numberAt(turn.inLine[turn.before + at] as number) === earlier.unpaid[place]
  );
}

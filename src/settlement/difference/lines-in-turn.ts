import { isReferenceAt } from '../../facts/index.ts';
import { chunksOf, type LineChunk } from '../columns/line-chunks.ts';
import type { UnpaidTexts } from '../columns/unpaid-texts.ts';
import type { OwedByColumn } from '../owed.ts';
import type { EarlierAt } from './earlier-chunk.ts';
import type { RowFinder } from './find-row.ts';

/**
 * Today's lines by participant, one of which is at hand. Earlier ones stand so as well, so that of
 * most the line at hand is the same, and memory is read in order.
 */
export type LinesInTurn = {
  readonly finder: RowFinder;
  readonly unpaid: UnpaidTexts;
  readonly rows: Int32Array;
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
  return { finder, unpaid, rows: owed.rows, chunks, chunk, before: 0, at: 0 };
}

/** New lines stand one by one among those that were there. */
const aheadMost = 8;

/**
 * The row of the line that is the same as an earlier one in all that it says, if it is at hand or
 * comes soon; -1 if not. The line after it is at hand then.
 */
export function findInTurn(turn: LinesInTurn, earlier: EarlierAt): number {
  const { chunk } = turn;
  if (chunk === undefined) return -1;
  const end = Math.min(turn.at + aheadMost, chunk.length);
  for (let at = turn.at; at < end; at += 1) {
    if (isSameAt(turn, { chunk, at }, earlier)) {
      const row = turn.rows[turn.before + at] as number;
      moveTo(turn, at + 1);
      return row;
    }
  }
  return -1;
}

/** Passes over the lines of participants who come before the one of an earlier line. */
export function passEarlierOwners(turn: LinesInTurn, owner: number): void {
  for (;;) {
    const { chunk, at } = turn;
    if (chunk === undefined || (chunk.participant[at] as number) >= owner) return;
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
    turn.unpaid.numberAt(turn.rows[turn.before + at] as number) === earlier.unpaid[place]
  );
}

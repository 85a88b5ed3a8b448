import { dayInCell, numberIn, referenceAtHand } from '../../facts/index.ts';
import { amountIn } from '../columns/amount-column.ts';
import { termsAt } from '../columns/line-at.ts';
import { noDay } from '../columns/line-chunks.ts';
import { textNumbers } from '../columns/line-pools.ts';
import { type UnpaidTexts, unpaidTexts } from '../columns/unpaid-texts.ts';
import { standAlone } from '../due/stand-apart.ts';
import type { OwedByColumn } from '../owed.ts';
import type { EarlierAt, EarlierChunk, EarlierText } from './earlier-chunk.ts';
import { findRow, ownerAt, ownerAtHand, type RowFinder, rowFinder, takeOwner } from './find-row.ts';
import { findInTurn, type LinesInTurn, linesInTurn, passEarlierOwners } from './lines-in-turn.ts';
import {
  canBeNoted,
  type NotedLine,
  type NotedLines,
  notedLineMaker,
  notedLines,
  noteLine,
} from './noted-lines.ts';

/** Looks for earlier lines among today's. */
export type LineMatcher = Readonly<{
  /** The texts of today's lines, by whose numbers earlier lines are to be told. */
  texts: Readonly<Record<EarlierText, Iterable<string>>>;
  /** Passes over the lines of a chunk that stand today as they stood, and notes the others. */
  pass: (chunk: EarlierChunk) => void;
  /** What is left when all have been passed. */
  rest: () => UnlikeLines;
}>;

/**
 * Lines that are not alike. Where nobody depends on anybody else, lines of which the same is owed
 * are left out of those of whom no line has moved any money: they change nothing and move nothing.
 */
export type UnlikeLines = Readonly<{
  /** Today's, by their rows in place in line. */
  rows: Int32Array;
  /** Earlier ones that are known from their columns, by where in their file they stand. */
  earlier: readonly (NotedLine & Readonly<{ place: number }>)[];
  /** Where those stand that have to be read to be known. */
  unread: readonly number[];
}>;

type Ground = Readonly<{
  owed: OwedByColumn;
  isEachAlone: boolean;
  finder: RowFinder;
  unpaid: UnpaidTexts;
  inTurn: LinesInTurn;
  noted: NotedLines;
  unread: number[];
  /** What has been met of each of today's lines. */
  met: Uint8Array;
  /** Of each line that was noted the row of today's that comes to the same; -1 where none does. */
  notedRows: number[];
  /** Of whom a line has moved; whether there are lines of which it is not known whose they are. */
  hasMoved: Uint8Array;
  found: { isAnyones: boolean };
}>;

const [same, ofSameMoney] = [1, 2];

export function lineMatcher(owed: OwedByColumn): LineMatcher {
  const { columns, plan } = owed;
  const numbers = textNumbers(owed);
  const unpaid = unpaidTexts(owed);
  const finder = rowFinder(owed, numbers);
  const texts = { ...numbers.pools, unpaid: unpaid.texts };
  const ground: Ground = {
    owed,
    isEachAlone: standAlone(plan),
    finder,
    unpaid,
    inTurn: linesInTurn(owed, finder, unpaid),
    noted: notedLines(),
    unread: [],
    met: new Uint8Array(columns.rows),
    notedRows: [],
    hasMoved: new Uint8Array(columns.attached.participants.rows),
    found: { isAnyones: false },
  };
  return {
    texts,
    pass: (chunk) => {
      for (let at = 0; at < chunk.length; at += 1) passOne(ground, { chunk, at });
    },
    rest: () => restOf(ground, texts),
  };
}

function passOne(ground: Ground, earlier: EarlierAt): void {
  const { finder, met, inTurn } = ground;
  if (!takeOwner(finder, earlier)) {
    ground.found.isAnyones = true;
    ground.unread.push(earlier.chunk.place[earlier.at] as number);
    return;
  }
  const inPlace = findInTurn(inTurn, earlier);
  if (inPlace >= 0 && met[inPlace] === 0) {
    met[inPlace] = same;
    return;
  }
  const owner = ownerAtHand(finder);
  const row = findRow(finder, owner, earlier);
  passEarlierOwners(inTurn, owner);
  // A second line of one identity is not passed over: there is no other for it.
  const isNew = row >= 0 && met[row] === 0;
  if (isNew && isSame(ground, row, earlier)) {
    met[row] = same;
    return;
  }
  const isAsMuch = isNew && ground.isEachAlone && isSameMoney(ground, row, earlier);
  if (isAsMuch) met[row] = ofSameMoney;
  const isNoted = canBeNoted(earlier);
  if (owner >= 0 && !(isAsMuch && isNoted)) ground.hasMoved[owner] = 1;
  if (isNoted) note(ground, isAsMuch ? row : -1, earlier);
  else ground.unread.push(earlier.chunk.place[earlier.at] as number);
}

function note({ noted, notedRows, finder }: Ground, row: number, earlier: EarlierAt): void {
  const participant = referenceAtHand(finder.participants);
  const attachment = referenceAtHand(finder.attachments);
  notedRows.push(row);
  noteLine(noted, earlier, { participant, attachment });
}

function restOf(ground: Ground, texts: LineMatcher['texts']): UnlikeLines {
  const { owed, met, noted, notedRows, unread, hasMoved, found } = ground;
  const { columns, inLine } = owed;
  for (let row = 0; row < columns.rows; row += 1) {
    if (met[row] !== 0) continue;
    const owner = ownerAt(columns, row);
    if (owner < 0) found.isAnyones = true;
    else hasMoved[owner] = 1;
  }
  const isWanted = (row: number) =>
    met[row] === 0 ||
    (met[row] === ofSameMoney && (found.isAnyones || hasMoved[ownerAt(columns, row)] === 1));
  const lineAt = notedLineMaker(noted, owed, texts);
  const earlier = noted.places.flatMap((place, number) => {
    const row = notedRows[number] as number;
    return row < 0 || isWanted(row) ? [{ ...lineAt(number), place }] : [];
  });
  return { rows: inLine(isWanted), earlier, unread };
}

/** Whether all that two lines of one name say is the same. */
function isSame({ owed, finder, unpaid }: Ground, row: number, { chunk, at }: EarlierAt): boolean {
  const { columns } = owed;
  const { numbers } = finder;
  const terms = numbers.ofTerms[numberIn(columns.terms, row) - 1];
  const worth = numbers.ofWorth[numberIn(columns.worth, row) - 1];
  const payable = numberIn(columns.payableOn, row);
  const gross = worth?.gross ?? 0;
  return (
    dayInCell(numberIn(columns.day, row)) === chunk.day[at] &&
    (payable === 0 ? noDay : dayInCell(payable)) === chunk.payableOn[at] &&
    gross === chunk.gross[at] &&
    gross - amountIn(columns.unpaidAmount, row) === chunk.amount[at] &&
    worth?.quantity === chunk.quantity[at] &&
    worth?.price === chunk.price[at] &&
    terms?.outcome === chunk.outcome[at] &&
    terms?.group === chunk.group[at] &&
    termsAt(columns, row).version.version === chunk.version[at] &&
    unpaid.numberAt(row) === chunk.unpaid[at]
  );
}

/** Whether plain lines of one name come to the same: one payer pays both, to one provider. */
function isSameMoney({ owed, finder }: Ground, row: number, { chunk, at }: EarlierAt): boolean {
  const { worth, unpaidAmount } = owed.columns;
  const gross = finder.numbers.ofWorth[numberIn(worth, row) - 1]?.gross ?? 0;
  return gross - amountIn(unpaidAmount, row) === chunk.amount[at];
}

import type { DayNumber } from '../calendar/index.ts';
import type { Fraction } from '../money/index.ts';
import { isWithinBounds } from './check-number.ts';
import { mayComeFrom } from './check-row.ts';
import { isPlainCell } from './check-text.ts';
import { columnNumber, dayColumns } from './columns.ts';
import type { CsvState } from './csv-state.ts';
import type { KindRule } from './fact.ts';
import { addFact, nobody } from './fact-list.ts';
import { makeFact } from './make-fact.ts';
import { type Row, valueIn } from './row.ts';
import {
  cellText,
  dayInRow,
  findRows,
  hashOfCell,
  isFilled,
  isFound,
  takeRow,
} from './row-cells.ts';
import { type KindForms, meaningOf, rememberedColumns } from './row-memory.ts';
import { addCell, findCell, lookAhead, notMet } from './text-memory.ts';

const id = columnNumber('id');
const kind = columnNumber('kind');
const participant = columnNumber('participant');
const day = columnNumber('day');
const from = columnNumber('from');
const to = columnNumber('to');
const value = columnNumber('value');
const source = columnNumber('source');
const known = columnNumber('known');
const replaces = columnNumber('replaces');

/**
 * Reads on from here for as long as rows are like those before them, as nearly all rows of a file
 * are, and gives the start of the first that is not. A row is like those before it if it is plain,
 * fills the columns that a row of its kind filled, and says nothing but what was read before, bar
 * days, numbers and references of its own. Whatever else could be said against such a row is
 * asked here; any other row is left to be checked with care, and teaches what it is like.
 */
export function readLikeRows(state: CsvState, start: number): number {
  const { cells, table, row } = state;
  let at = start;
  while (at < cells.text.length && hasPlainRow(state, at)) {
    const next = takeRow(cells);
    const rule = findRule(state);
    if (rule === undefined || !isInOrder(row, rule) || !readReferences(state)) break;
    addFact(table.list, makeFact(row, rule.name), state);
    table.rows += 1;
    state.hasRows = true;
    state.line += 1;
    at = next;
  }
  return at;
}

/** Whether a plain row starts here; where that is not known yet, rows are taken apart from here. */
function hasPlainRow({ cells, layout, table }: CsvState, at: number): boolean {
  if (isFound(cells, at)) return true;
  findRows(cells, layout, at);
  lookAhead(table.list.participants, cells, participant);
  return cells.found > 0;
}

/** Reads what the cells say but for references, and gives the rule of a kind of known form. */
function findRule({ cells, row, table }: CsvState): KindRule | undefined {
  const { memory } = table;
  const number = findCell(memory.kinds, cells, kind);
  if (number === notMet) return undefined;
  const { rule, forms } = memory.kinds.meanings[number] as KindForms;
  if (!forms.has(cells.form)) return undefined;
  row.form = cells.form;
  for (let left = cells.form & dayBits; left !== 0; left &= left - 1) {
    const column = lowestColumn(left);
    row.values[column] = dayInRow(cells, column);
  }
  for (let left = cells.form & rememberedBits; left !== 0; left &= left - 1) {
    const column = lowestColumn(left);
    const meaning = meaningOf(memory, cells, column);
    if (meaning === undefined) return undefined;
    row.values[column] = meaning;
  }
  return rule;
}

const dayBits = bitsOf(dayColumns.map(columnNumber));
const rememberedBits = bitsOf(rememberedColumns);

function bitsOf(numbers: readonly number[]): number {
  return numbers.reduce((bits, column) => bits | (1 << column), 0);
}

/** The first of the columns that these bits stand for. */
function lowestColumn(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** Whether nothing stands against what the cells of a row in a known form say of each other. */
function isInOrder(row: Row, rule: KindRule): boolean {
  const firstOn = (valueIn(row, from) ?? valueIn(row, day)) as DayNumber | undefined;
  const lastOn = (valueIn(row, to) ?? firstOn) as DayNumber | undefined;
  const knownOn = (valueIn(row, known) ?? lastOn) as DayNumber | undefined;
  if (firstOn !== undefined && lastOn !== undefined && knownOn !== undefined) {
    if (lastOn < firstOn) return false;
    if (knownOn < lastOn && rule.knownMayBeEarlier !== true) return false;
  }
  const number = valueIn(row, value) as Fraction | undefined;
  if (number !== undefined && !isWithinBounds(number, rule)) return false;
  const origin = valueIn(row, source) as string | undefined;
  return origin === undefined || mayComeFrom(origin, rule);
}

/** Reads the references of its own that a row has; not if one of them needs a closer look. */
function readReferences(state: CsvState): boolean {
  const { cells, row } = state;
  if (!isPlainCell(cells, id)) return false;
  if (isFilled(cells, replaces)) {
    if (!isPlainCell(cells, replaces)) return false;
    row.values[replaces] = cellText(cells, replaces);
  }
  state.participantNumber = nobody;
  if (isFilled(cells, participant) && !readParticipant(state)) return false;
  row.values[id] = cellText(cells, id);
  state.idHash = hashOfCell(cells, id);
  return true;
}

function readParticipant(state: CsvState): boolean {
  const { cells, row, table } = state;
  const { participants, facts } = table.list;
  let number = findCell(participants, cells, participant);
  if (number === notMet) {
    if (!isPlainCell(cells, participant)) return false;
    number = addCell(participants, cells, { column: participant, meaning: facts.length });
  }
  state.participantNumber = number;
  row.values[participant] = participants.texts[number] as string;
  return true;
}

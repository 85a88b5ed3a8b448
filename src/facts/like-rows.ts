import type { DayNumber } from '../calendar/index.ts';
import type { Fraction } from '../money/index.ts';
import { isWithinBounds } from './check-number.ts';
import { mayComeFrom } from './check-row.ts';
import { isPlainCell } from './check-text.ts';
import { columnNumber } from './columns.ts';
import type { CsvState } from './csv-state.ts';
import type { KindRule } from './fact.ts';
import { addFact, nobody } from './fact-list.ts';
import { makeFact, type RowValues } from './make-fact.ts';
import { cellText, findCells, notPlain, type RowCells } from './row-cells.ts';
import { type KindForms, readAnew } from './row-memory.ts';
import { addCell, findCell, notMet } from './text-memory.ts';

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
const note = columnNumber('note');

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
  while (at < cells.text.length) {
    const next = findCells(cells, at);
    if (next === notPlain) break;
    const rule = findRule(state);
    if (rule === undefined || !isInOrder(row.values, rule) || !readReferences(state)) break;
    addFact(table.list, makeFact(row.values, rule.name), state);
    table.rows += 1;
    state.hasRows = true;
    state.line += 1;
    at = next;
  }
  return at;
}

/** Reads what the cells say but for references, and gives the rule of a kind of known form. */
function findRule({ cells, numbers, cellOf, row, table }: CsvState): KindRule | undefined {
  const { memory } = table;
  const { values } = row;
  const number = findCell(memory.kinds, cells, cellOf.kind);
  if (number === notMet) return undefined;
  let form = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    const column = numbers[index] as number;
    values[column] = undefined;
    if (column === note || cells.starts[index] === cells.ends[index]) continue;
    form |= 1 << column;
    if (((1 << column) & references) !== 0) continue;
    const known = memory.texts[column];
    const met = known === undefined ? notMet : findCell(known, cells, index);
    const meaning =
      met === notMet ? readAnew(memory, cells, { index, column }) : known?.meanings[met];
    if (meaning === undefined) return undefined;
    values[column] = meaning;
  }
  const { rule, forms } = memory.kinds.meanings[number] as KindForms;
  return forms.has(form) ? rule : undefined;
}

const references = (1 << id) | (1 << kind) | (1 << participant) | (1 << replaces);

/** Whether nothing stands against what the cells of a row in a known form say of each other. */
function isInOrder(values: Readonly<RowValues>, rule: KindRule): boolean {
  const firstOn = (values[from] ?? values[day]) as DayNumber | undefined;
  const lastOn = (values[to] ?? firstOn) as DayNumber | undefined;
  const knownOn = (values[known] ?? lastOn) as DayNumber | undefined;
  if (firstOn !== undefined && lastOn !== undefined && knownOn !== undefined) {
    if (lastOn < firstOn) return false;
    if (knownOn < lastOn && rule.knownMayBeEarlier !== true) return false;
  }
  const number = values[value] as Fraction | undefined;
  if (number !== undefined && !isWithinBounds(number, rule)) return false;
  const origin = values[source] as string | undefined;
  return origin === undefined || mayComeFrom(origin, rule);
}

/** Reads the references of its own that a row has; not if one of them needs a closer look. */
function readReferences(state: CsvState): boolean {
  const { cells, cellOf, row } = state;
  if (!isPlainCell(cells, cellOf.id)) return false;
  if (isFilled(cells, cellOf.replaces)) {
    if (!isPlainCell(cells, cellOf.replaces)) return false;
    row.values[replaces] = cellText(cells, cellOf.replaces);
  }
  state.participantNumber = nobody;
  if (isFilled(cells, cellOf.participant) && !readParticipant(state)) return false;
  row.values[id] = cellText(cells, cellOf.id);
  state.idHash = cells.hashes[cellOf.id] as number;
  return true;
}

function readParticipant(state: CsvState): boolean {
  const { cells, cellOf, row, table } = state;
  const { participants, facts } = table.list;
  const index = cellOf.participant;
  let number = findCell(participants, cells, index);
  if (number === notMet) {
    if (!isPlainCell(cells, index)) return false;
    number = addCell(participants, cells, { index, meaning: facts.length });
  }
  state.participantNumber = number;
  row.values[participant] = participants.texts[number];
  return true;
}

function isFilled({ starts, ends }: RowCells, index: number): boolean {
  return index >= 0 && starts[index] !== ends[index];
}

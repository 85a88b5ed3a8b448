import { dayOf, parseDateText, parseDay } from '../../calendar/index.ts';
import type { Group, KindDeclaration, Period } from '../contract.ts';
import { shapes } from '../forms/fact-shapes.ts';
import type { Block, TableRow } from '../page/blocks.ts';
import type { Range } from '../page/source.ts';
import { builtInWords } from '../reserved-kinds.ts';
import { cellText } from './cell-text.ts';
import { checkColumns } from './check-columns.ts';
import { checkName } from './check-name.ts';
import { checkWords } from './check-words.ts';
import { levelNames } from './declare.ts';
import { complain, type Reader, standsAt } from './reader.ts';
import { readSentence } from './sentence.ts';

type Table = Extract<Block, { is: 'table' }>;

/** The table of People: a group, and who belongs to it. */
export function readGroups(reader: Reader, table: Table): Group[] {
  checkColumns(reader, table, ['group', 'who']);
  return table.rows.flatMap((row) => {
    const [name, who] = cells(reader, row, ['group', 'who']);
    if (!name || !who || !isNameOfGroup(reader, row, name)) return [];
    if (!checkWords(reader, row.cells[1] ?? row, who)) return [];
    return [standsAt(reader, row.cells[0] ?? row, { name, who })];
  });
}

/** A group heads a column of the rate card, where other words have a meaning too. */
function isNameOfGroup(reader: Reader, row: TableRow, name: string): boolean {
  const at = rangeOfName(reader, row, name);
  if (!/^(price|all|(from )?years? \d.*)$/i.test(name)) return checkName(reader, at, name);
  complain(reader, at, {
    code: 'group.named_as_a_column',
    message: `A group cannot be called "${name}", which heads a column of the rate card for all.`,
    help: 'Give the group a name that says who is in it.',
  });
  return false;
}

/** The table of Facts: a kind, its shape, and who may record it. */
export function readKinds(reader: Reader, table: Table): KindDeclaration[] {
  checkColumns(reader, table, ['fact', 'shape', 'recorded by']);
  return table.rows.flatMap((row) => {
    const [kind, , recordedBy] = cells(reader, row, ['fact', 'shape', 'recorded by']);
    const shapeCell = row.cells[1];
    const shape = shapeCell && readSentence(reader, shapeCell, shapes);
    if (!kind || !recordedBy || !shape) return [];
    const names = shape.form === 'levels' ? levelNames(kind) : [kind];
    if (!names.every((name) => isNameOfKind(reader, row, name))) return [];
    if (!checkWords(reader, row.cells[2] ?? row, recordedBy)) return [];
    const ranked = /, else /.test(recordedBy);
    const sources =
      recordedBy.toLowerCase() === 'anyone'
        ? []
        : recordedBy.split(ranked ? /, else / : /, (?:or )?| or /).filter(Boolean);
    return [standsAt(reader, row.cells[0] ?? row, { names, shape, sources, ranked })];
  });
}

/** The dated table of Clock and endings: a period, its first day and its last. */
export function readPeriods(reader: Reader, table: Table): Period[] {
  checkColumns(reader, table, ['period', 'from', 'to']);
  return table.rows.flatMap((row) => {
    const [name, from, to] = cells(reader, row, ['period', 'from', 'to']);
    if (!name || !from || !to) return [];
    if (!checkName(reader, rangeOfName(reader, row, name), name)) return [];
    const days = [from, to].map((written) => parseDay(written) ?? parseDateText(written));
    const [first, last] = days;
    if (first === undefined || last === undefined || last < first) {
      complain(reader, row.cells[first === undefined ? 1 : 2] ?? row, {
        code: 'period.not_two_days_in_order',
        message: `"${from}" to "${to}" is not a first and a last day in order.`,
        help: 'Write two days such as 2028-04-17 and 2028-07-21, the earlier first.',
      });
      return [];
    }
    return [standsAt(reader, row.cells[0] ?? row, { name, from: dayOf(first), to: dayOf(last) })];
  });
}

function cells(reader: Reader, row: TableRow, columns: readonly string[]): string[] {
  const { text } = reader.source;
  return columns.map((column, index) => {
    const words = cellText(row.cells[index], text);
    if (words === '') {
      complain(reader, row.cells[index] ?? row, {
        code: 'table.cell_empty',
        message: `The column "${column}" is empty here.`,
        help:
          column === 'recorded by' ? 'Name who may record it, or write "anyone".' : 'Fill it in.',
      });
    }
    return words;
  });
}

/** A name with the range of its first cell, or of the part of it in which the name stands. */
function rangeOfName(reader: Reader, row: TableRow, name: string): Range {
  const cell = row.cells[0] ?? row;
  const from = reader.source.text.indexOf(name, cell.from);
  const isInside = from !== -1 && from + name.length <= cell.to;
  return isInside ? { from, to: from + name.length } : cell;
}

// Rows of worked examples that begin so say something of their own.
const likeAnExample = /^(referred|attached|left|record of|discount of) /i;

function isNameOfKind(reader: Reader, row: TableRow, name: string): boolean {
  const at = rangeOfName(reader, row, name);
  if (likeAnExample.test(name)) {
    complain(reader, at, {
      code: 'fact.kind_like_a_row_of_examples',
      message: `"${name}" would be read otherwise in a worked example.`,
      help: 'Let the name of the kind begin with another word.',
    });
    return false;
  }
  if (!builtInWords.has(name.toLowerCase())) return checkName(reader, at, name);
  complain(reader, at, {
    code: 'fact.kind_is_built_in',
    message: `"${name}" has a meaning of its own on every page already.`,
    help: 'Take the row out, or give the kind another name.',
  });
  return false;
}

import { dayOf, parseDateText, parseDay } from '../../calendar/index.ts';
import type { Group, KindDeclaration, Period } from '../contract.ts';
import { shapes } from '../forms/fact-shapes.ts';
import type { Block, TableRow } from '../page/blocks.ts';
import { engineKinds, notForPayKinds } from '../reserved-kinds.ts';
import { cellText } from './declare.ts';
import { complain, type Reader, standsAt } from './reader.ts';
import { readSentence } from './sentence.ts';

type Table = Extract<Block, { is: 'table' }>;

// A name is used in sentences and printed in tables, so it holds no mark that either gives a
// meaning.
const plainName = /^[^*|`<>\\[\]_#,.:;"=]+$/;

/** The table of People: a group, and who belongs to it. */
export function readGroups(reader: Reader, table: Table): Group[] {
  return table.rows.flatMap((row) => {
    const [name, who] = cells(reader, row, ['group', 'who']);
    if (!name || !who || !isPlainName(reader, row, name)) return [];
    return [standsAt(reader, row.cells[0] ?? row, { name, who })];
  });
}

/** The table of Facts: a kind, its shape, and who may record it. */
export function readKinds(reader: Reader, table: Table): KindDeclaration[] {
  return table.rows.flatMap((row) => {
    const [kind, , recordedBy] = cells(reader, row, ['fact', 'shape', 'recorded by']);
    const shapeCell = row.cells[1];
    const shape = shapeCell && readSentence(reader, shapeCell, shapes);
    if (!kind || !recordedBy || !shape) return [];
    const names = shape.form === 'levels' ? kind.split(/\s*,\s*/) : [kind];
    if (!names.every((name) => isPlainName(reader, row, name))) return [];
    const ranked = /, else /.test(recordedBy);
    const sources =
      recordedBy.toLowerCase() === 'anyone'
        ? []
        : recordedBy.split(ranked ? /, else / : /, (?:or )?| or /).map((source) => source.trim());
    return [standsAt(reader, row.cells[0] ?? row, { names, shape, sources, ranked })];
  });
}

/** The dated table of Clock and endings: a period, its first day and its last. */
export function readPeriods(reader: Reader, table: Table): Period[] {
  return table.rows.flatMap((row) => {
    const [name, from, to] = cells(reader, row, ['period', 'from', 'to']);
    if (!name || !from || !to || !isPlainName(reader, row, name)) return [];
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

function isPlainName(reader: Reader, row: TableRow, name: string): boolean {
  const at = row.cells[0] ?? row;
  const isReserved = [...engineKinds, ...notForPayKinds].some((kind) => kind === name);
  if (isReserved) {
    complain(reader, at, {
      code: 'fact.kind_is_built_in',
      message: `"${name}" is a kind of fact that every page has already.`,
      help: 'Take the row out, or give the kind another name.',
    });
    return false;
  }
  if (plainName.test(name) && !name.endsWith(' or above')) return true;
  complain(reader, at, {
    code: 'name.mark_not_allowed',
    message: `"${name}" holds a mark or an ending that a name cannot have.`,
    help: 'Use letters, digits, spaces, hyphens, apostrophes, slashes and brackets.',
  });
  return false;
}

import { formatLength, parseLength } from '../../calendar/index.ts';
import { formatDecimal, parseDecimal } from '../../money/index.ts';
import { nearest } from '../../problem/index.ts';
import type { Column, Outcome, RateRow, RateTable, RowValue } from '../contract.ts';
import type { Block, TableRow } from '../page/blocks.ts';
import type { Range } from '../page/source.ts';
import { tokensOf } from '../page/tokens.ts';
import { printMoney } from '../wording/money-text.ts';
import { namesAt } from '../wording/names.ts';
import type { Printing, Reading } from '../wording/place-type.ts';
import { getPlaceType } from '../wording/place-types.ts';
import type { AmountValue, Times, YearsValue } from '../wording/place-values.ts';
import { readBand } from './band.ts';
import { cellText } from './cell-text.ts';
import { checkName } from './check-name.ts';
import { boldName, italicName } from './declare.ts';
import { readDefinition } from './definition.ts';
import { complain, type Reader, standsAt } from './reader.ts';
import { rangeOfTokens } from './sentence.ts';

type Table = Extract<Block, { is: 'table' }>;

/** A table of Outcomes, and the outcomes that are defined in its first column. */
export type ReadTable = Readonly<{ table: RateTable; outcomes: readonly Outcome[] }>;

export function readRateTable(reader: Reader, block: Table): ReadTable {
  const columns = block.header.slice(1).map((cell) => readColumn(reader, cell));
  const outcomes: Outcome[] = [];
  const rows: RateRow[] = [];
  let latest: string | undefined;
  for (const row of block.rows) {
    checkCells(reader, row, columns.length);
    const read = readRow(reader, row, { columns: columns.length, latest, above: rows.at(-1) });
    if (read === undefined) continue;
    const first = row.cells[0] ?? row;
    if ('outcome' in read.row) latest = read.row.outcome;
    if (read.outcome) outcomes.push(standsAt(reader, first, read.outcome));
    rows.push(standsAt(reader, first, read.row));
  }
  return { table: standsAt(reader, block, { columns, rows }), outcomes };
}

type ReadRow = Readonly<{ row: RateRow; outcome?: Outcome }>;

/** Where a row stands: the columns, the outcome that it may be a part of, what is above it. */
type Standing = Readonly<{
  columns: number;
  latest: string | undefined;
  above: RateRow | undefined;
}>;

/** A row is an outcome in bold, a value in italics, or a tier or band of the outcome above it. */
function readRow(
  reader: Reader,
  row: TableRow,
  { columns, latest, above }: Standing,
): ReadRow | undefined {
  const { text } = reader.source;
  const first = row.cells[0] ?? row;
  const tokens = tokensOf(text, first);
  const bold = boldName(tokens, text);
  if (bold) {
    checkName(reader, rangeOfTokens(tokens.slice(1, bold.end - 1)), bold.name);
    const start = tokens[tokens[bold.end]?.text === ':' ? bold.end + 1 : bold.end];
    const priced = { outcome: bold.name, prices: prices(reader, row, columns) };
    if (!start) return { row: priced };
    const definition = readDefinition(reader, { from: start.from, to: first.to }) ?? [];
    return { row: priced, outcome: { name: bold.name, definition } };
  }
  const italic = italicName(cellText(first, text));
  if (italic !== undefined) {
    checkName(reader, rangeOfTokens(tokens.slice(1, -1)), italic);
    return { row: { row: italic, values: values(reader, row, columns) } };
  }
  const tier = latest && readTier(reader, first);
  if (tier && latest) {
    return { row: { tierOf: latest, ...tier, prices: prices(reader, row, columns) } };
  }
  const band = latest && readBand(reader, first, above);
  if (band && latest) {
    return { row: { bandOf: latest, ...band, prices: prices(reader, row, columns) } };
  }
  complain(reader, first, unknownRow(cellText(first, text)));
  return undefined;
}

function unknownRow(cell: string) {
  return {
    code: 'rate_card.row_not_understood',
    message: `"${cell}" is no outcome in bold, no value in italics, and no tier or band of one.`,
    help:
      'Begin an outcome as **Settled**, a value as *time in work*, a tier as "at 5 to under 10" ' +
      'or "at 10 or more", a band as "first 100", "next 50" or "all further".',
  };
}

function checkCells(reader: Reader, row: TableRow, columns: number): void {
  const given = row.cells.length - 1;
  if (given === columns) return;
  complain(reader, row, {
    code: 'table.cells_missing_or_over',
    message:
      `This row has ${given} ${given === 1 ? 'cell' : 'cells'} after the first, ` +
      `and the head of the table has ${columns}.`,
    help: given < columns ? 'Put a – where there is no price.' : 'Take the extra cells out.',
  });
}

/** "leaving", "leaving, year 1", "area=Leeds", "price": what a column is for. */
function readColumn(reader: Reader, cell: Range): Column {
  const { text } = reader.source;
  if (/^(price|all)$/i.test(cellText(cell, text))) return standsAt(reader, cell, {});
  if (cell.from === cell.to) complain(reader, cell, unknownColumn(reader, ''));
  const tokens = tokensOf(text, cell);
  const reading: Reading = { text, tokens, names: reader.names };
  let column: Column = {};
  let at = 0;
  while (at < tokens.length) {
    const group = namesAt(reader.names.groups, tokens, at)[0];
    const years = [...getPlaceType('years').read(reading, at)][0];
    const having = [...getPlaceType('characteristics').read(reading, at)][0];
    const isAgain = (group && column.group) || (years && column.years) || (having && column.with);
    if (isAgain) {
      complain(reader, cell, columnSaidTwice(cellText(cell, text)));
      break;
    }
    if (group) column = { ...column, group: group.name };
    else if (years) column = { ...column, years: years.value as YearsValue };
    else if (having) column = { ...column, with: having.value as readonly string[] };
    const end = group?.end ?? years?.end ?? having?.end;
    if (end === undefined) {
      complain(reader, cell, unknownColumn(reader, cellText(cell, text)));
      break;
    }
    at = tokens[end]?.text === ',' ? end + 1 : end;
  }
  return standsAt(reader, cell, column);
}

function columnSaidTwice(heading: string) {
  return {
    code: 'rate_card.column_names_two',
    message: `"${heading}" names two of one kind, and a column is for one.`,
    help: 'Give each group, and each span of years, a column of its own.',
  };
}

function unknownColumn(reader: Reader, heading: string) {
  const groups = [...reader.names.groups.byWords.values()];
  const like = nearest(heading, groups);
  return {
    code: 'rate_card.column_not_understood',
    message: `"${heading}" is not a group, years of the contract or a characteristic.`,
    help:
      like === undefined
        ? 'Write a group of the table of People, "year 1", "area=Leeds", several set off by ' +
          'commas, or "price".'
        : `Did you mean "${like}"?`,
  };
}

const noPrice = /^[–—-]?$/;

function prices(reader: Reader, row: TableRow, columns: number): (string | null)[] {
  const { text } = reader.source;
  return Array.from({ length: columns }, (_, index) => {
    const cell = row.cells[index + 1];
    if (!cell || noPrice.test(cellText(cell, text))) return null;
    const reading: Reading = { text, tokens: tokensOf(text, cell), names: reader.names };
    const money = getPlaceType('money');
    const read = [...money.read(reading, 0)].find(({ end }) => end === reading.tokens.length);
    if (read) return notBelowZero(reader, cell, read.value as string);
    const words = cellText(cell, text);
    const complaint = money.complain?.(words, reading);
    if (complaint) complain(reader, cell, complaint);
    return null;
  });
}

function notBelowZero(reader: Reader, cell: Range, price: string): string {
  if (price.startsWith('-')) {
    const words = cellText(cell, reader.source.text);
    complain(reader, cell, {
      code: 'rate_card.price_below_zero',
      message: `A price of ${words} would take money from the provider.`,
      help: 'Write a price of nothing or more.',
    });
  }
  return price;
}

function values(reader: Reader, row: TableRow, columns: number): (RowValue | null)[] {
  const { text } = reader.source;
  return Array.from({ length: columns }, (_, index) => {
    const cell = row.cells[index + 1];
    const words = cellText(cell, text);
    if (!cell || noPrice.test(words)) return null;
    const reading: Reading = { text, tokens: tokensOf(text, cell), names: reader.names };
    const whole = (type: string) =>
      [...getPlaceType(type).read(reading, 0)].find(({ end }) => end === reading.tokens.length);
    const length = parseLength(words);
    if (length) return { length };
    const times = /^(\d+) times$/.exec(words) ?? /^(once)$/.exec(words);
    if (times) return { times: times[1] === 'once' ? 1 : (Number(times[1]) as Times) } as RowValue;
    const money = whole('money');
    if (money) return { money: money.value as string };
    const amount = whole('amount');
    if (amount) return { amount: amount.value as AmountValue };
    const number = whole('number');
    if (number) return { number: number.value as string };
    complain(reader, cell, {
      code: 'rate_card.value_not_understood',
      message: `"${words}" is not a length of time, a number of times, an amount or a number.`,
      help: 'Write 26 weeks, 13 times, £8,200 or 10.',
    });
    return null;
  });
}

/** The words of a value that differs by group, as its cell has them. */
export function printRowValue(value: RowValue, printing: Printing): string {
  if ('length' in value) return formatLength(value.length);
  if ('times' in value) return value.times === 1 ? 'once' : `${value.times} times`;
  if ('amount' in value) return getPlaceType('amount').print(value.amount, printing);
  return 'money' in value ? printMoney(value.money, printing.currency) : value.number;
}

type Tier = Readonly<{ least: string; under?: string }>;

function readTier(reader: Reader, cell: Range): Tier | undefined {
  const words = cellText(cell, reader.source.text);
  const range = /^at (\S+) (?:to under (\S+)|or more)$/i.exec(words);
  const [least, under] = [range?.[1], range?.[2]].map((bound) => parseDecimal(bound ?? ''));
  if (!least || (range?.[2] !== undefined && !under)) return undefined;
  return { least: formatDecimal(least), ...(under && { under: formatDecimal(under) }) };
}

import { type Day, dayOf, parseDateText, parseDay } from '../../calendar/index.ts';
import type { Example, ExamplePayment, ExampleRow } from '../contract.ts';
import { exampleRows } from '../forms/examples.ts';
import { otherLines } from '../other-lines.ts';
import type { Block } from '../page/blocks.ts';
import type { Range } from '../page/source.ts';
import { type Token, tokensOf } from '../page/tokens.ts';
import { namesAt, nameTable } from '../wording/names.ts';
import type { Reading } from '../wording/place-type.ts';
import { getPlaceType } from '../wording/place-types.ts';
import { cellText } from './cell-text.ts';
import { checkColumns } from './check-columns.ts';
import { checkWords } from './check-words.ts';
import { complain, type Reader, rangeOf, standsAt } from './reader.ts';
import { readSentence, withoutFullStop } from './sentence.ts';

/** Worked examples: under ### a title, a table of what happened, and what it pays. */
export function readExamples(reader: Reader, blocks: readonly Block[]): Example[] {
  const examples: Example[] = [];
  for (const part of partsOf(blocks)) {
    const example = readExample(reader, part);
    if (example) examples.push(example);
  }
  return examples;
}

type ExamplePart = Readonly<{ heading: Range | undefined; blocks: readonly Block[] }>;

function partsOf(blocks: readonly Block[]): ExamplePart[] {
  const parts: { heading: Range | undefined; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.is === 'heading') parts.push({ heading: block, blocks: [] });
    else if (parts.length === 0) parts.push({ heading: undefined, blocks: [block] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

function readExample(reader: Reader, { heading, blocks }: ExamplePart): Example | undefined {
  const { text } = reader.source;
  const first = heading ?? blocks[0];
  if (!first) return undefined;
  if (!heading) {
    complain(reader, first, {
      code: 'example.without_title',
      message: 'A worked example begins with a title of its own.',
      help: 'Put a line such as "### Sam settles" before it.',
    });
    return undefined;
  }
  const table = blocks.find((block) => block.is === 'table');
  const rows = table ? readRows(reader, table) : [];
  const paragraph = blocks.find((block) => block.is === 'paragraph' || block.is === 'item');
  for (const block of blocks) {
    if (block !== table && block !== paragraph) complain(reader, block, outOfPlace);
  }
  if (!paragraph) {
    complain(reader, heading, {
      code: 'example.without_payment',
      message: 'This worked example does not say what it pays.',
      help: 'Add a line such as "Pays £220: £220 for Settled on 8 August 2027." or "Pays nothing."',
    });
    return undefined;
  }
  const pays = readPays(reader, paragraph);
  const title = text.slice(heading.from, heading.to);
  if (!checkWords(reader, heading, title)) return undefined;
  return pays && standsAt(reader, paragraph, { title, rows, ...pays });
}

const outOfPlace = {
  code: 'example.more_than_one_table_and_line',
  message: 'A worked example is one table of what happened and one line of what it pays.',
  help: 'Begin another example with a title of its own, or write this as a note, after a >.',
};

type Table = Extract<Block, { is: 'table' }>;

/** A table about several has a column that says to whom each thing happens. */
function readRows(reader: Reader, table: Table): ExampleRow[] {
  const heading = cellText(table.header[1], reader.source.text).toLowerCase();
  const isOfSeveral = heading === 'who';
  checkColumns(reader, table, ['day', ...(isOfSeveral ? ['who'] : []), 'what happened']);
  return table.rows.flatMap(({ cells: [dayCell, second, third] }) => {
    const [whoCell, whatCell] = isOfSeveral ? [second, third] : [undefined, second];
    const row = readRow(reader, dayCell, whatCell);
    const who = cellText(whoCell, reader.source.text);
    if (!row || who === '' || !whoCell) return row ?? [];
    if (!checkReference(reader, whoCell, who)) return [];
    return standsAt(reader, rangeOf(reader, row), { ...row, who });
  });
}

/** Who it happens to is a reference, as facts have them: one name and no mark of Markdown. */
function checkReference(reader: Reader, at: Range, who: string): boolean {
  if (!checkWords(reader, at, who)) return false;
  if (!/[,;:]/.test(who)) return true;
  complain(reader, at, {
    code: 'example.who_is_several',
    message: `"${who}" is not the name of one to whom this happens.`,
    help: 'Give each a row of its own, and a name without commas, colons and semicolons.',
  });
  return false;
}

function readRow(
  reader: Reader,
  dayCell: Range | undefined,
  whatCell: Range | undefined,
): ExampleRow | undefined {
  const written = cellText(dayCell, reader.source.text);
  const day = parseDay(written) ?? parseDateText(written);
  if (dayCell && day === undefined) {
    const reading = { text: written, tokens: [], names: reader.names };
    const complaint = getPlaceType('date').complain?.(written, reading);
    if (complaint) complain(reader, dayCell, complaint);
  }
  const what = whatCell && readSentence(reader, whatCell, exampleRows);
  return day === undefined || !what || !whatCell
    ? undefined
    : standsAt(reader, whatCell, { day: dayOf(day), what });
}

type Pays = Pick<Example, 'asAt' | 'total' | 'pays'>;

/**
 * "[As at DAY, pays|Pays] TOTAL: N × AMOUNT for OUTCOME on DAY, DAY and DAY, AMOUNT for …"; where
 * there is one payment, its amount is the total: "Pays AMOUNT for OUTCOME on DAY".
 */
function readPays(reader: Reader, range: Range): Pays | undefined {
  const tokens = withoutFullStop(tokensOf(reader.source.text, range));
  const reading: Reading = { text: reader.source.text, tokens, names: reader.names };
  const start = readAsAt(reading);
  const sole = start.isRead ? readPayment(reading, start.at) : undefined;
  if (sole?.end === tokens.length && sole.value.days.length === 1) {
    const asAt = start.asAt === undefined ? {} : { asAt: start.asAt };
    return { ...asAt, total: sole.value.amount, pays: [sole.value] };
  }
  const total =
    tokens[start.at]?.lower === 'nothing' ? nothing(start.at) : money(reading, start.at);
  const pays: ExamplePayment[] = [];
  let at = total?.end ?? 0;
  let isRead = total !== undefined && start.isRead;
  while (isRead && at < tokens.length) {
    const payment = readPayment(reading, at + 1);
    isRead = payment !== undefined && (tokens[at]?.text === ':' || tokens[at]?.text === ',');
    if (payment) pays.push(payment.value);
    at = payment?.end ?? at;
  }
  if (isRead && total) {
    const asAt = start.asAt === undefined ? {} : { asAt: start.asAt };
    return { ...asAt, total: total.value, pays };
  }
  const stuck = tokens[Math.min(at, tokens.length - 1)] ?? { from: range.from, to: range.to };
  complain(
    reader,
    { from: stuck.from, to: range.to },
    {
      code: 'example.payment_not_understood',
      message: 'What this worked example pays cannot be understood from here on.',
      help:
        'Write it as in "Pays £440: 2 × £220 for Settled on 2027-08-08 and 2027-11-07." or ' +
        '"Pays nothing."',
    },
  );
  return undefined;
}

function readAsAt(reading: Reading): Readonly<{ at: number; isRead: boolean; asAt?: Day }> {
  const { tokens } = reading;
  const lower = (index: number) => tokens[index]?.lower;
  if (lower(0) === 'pays') return { at: 1, isRead: true };
  if (lower(0) !== 'as' || lower(1) !== 'at') return { at: 0, isRead: false };
  const day = dayAt(reading, 2);
  const next = day && tokens[day.end]?.text === ',' ? day.end + 1 : day?.end;
  if (!day || next === undefined || lower(next) !== 'pays') return { at: 0, isRead: false };
  return { at: next + 1, isRead: true, asAt: day.value };
}

type Read<T> = Readonly<{ value: T; end: number }>;

const nothing = (at: number): Read<string> => ({ value: '0.00', end: at + 1 });

function money(reading: Reading, at: number): Read<string> | undefined {
  return [...getPlaceType('money').read(reading, at)][0] as Read<string> | undefined;
}

function dayAt(reading: Reading, at: number): Read<Day> | undefined {
  return [...getPlaceType('date').read(reading, at)][0] as Read<Day> | undefined;
}

function readPayment(reading: Reading, at: number): Read<ExamplePayment> | undefined {
  const { tokens } = reading;
  const times = tokens[at + 1]?.text === '×' ? Number(tokens[at]?.text) : 1;
  const amount = money(reading, tokens[at + 1]?.text === '×' ? at + 2 : at);
  if (!amount || tokens[amount.end]?.lower !== 'for') return undefined;
  const outcome = lineAt(reading, amount.end + 1);
  if (!outcome || tokens[outcome.end]?.lower !== 'on') return undefined;
  const days: Day[] = [];
  let end = outcome.end;
  do {
    const day = dayAt(reading, end + 1);
    if (!day) return undefined;
    days.push(day.value);
    end = day.end;
  } while (isListed(tokens, end) && days.length < times);
  if (days.length !== times) return undefined;
  return { value: { amount: amount.value, outcome: outcome.name, days }, end };
}

/** What a line is for: an outcome or measure of the page, or a grant and the like. */
function lineAt({ names, tokens }: Reading, at: number) {
  return namesAt(names.lines, tokens, at)[0] ?? namesAt(others, tokens, at)[0];
}

const others = nameTable(otherLines);

function isListed(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === ',' || tokens[at]?.lower === 'and';
}

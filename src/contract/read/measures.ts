import type { Measure, Measures, Schedule, ScheduleRow } from '../contract.ts';
import { measuresForms, scheduleCells, scheduleRows } from '../forms/measures.ts';
import type { Block, TableRow } from '../page/blocks.ts';
import type { Range } from '../page/source.ts';
import { tokensOf } from '../page/tokens.ts';
import type { Term } from '../wording/form.ts';
import { getPlaceType } from '../wording/place-types.ts';
import { cellText } from './cell-text.ts';
import { checkName } from './check-name.ts';
import { boldName } from './declare.ts';
import { ofMeasures, readDefinition } from './definition.ts';
import { complain, type Reader, standsAt } from './reader.ts';
import { rangeOfTokens, readSentence } from './sentence.ts';

type Table = Extract<Block, { is: 'table' }>;

/** The section Measures: definitions, schedules, and sentences; nothing where it is empty. */
export function readMeasures(
  reader: Reader,
  blocks: readonly Block[],
  outOfPlace: (block: Block) => void,
): Measures | undefined {
  const measures: Measure[] = [];
  const schedules: Schedule[] = [];
  const terms: Term[] = [];
  for (const block of blocks) {
    if (block.is === 'table') schedules.push(...readSchedule(reader, block));
    else if (block.is !== 'item') outOfPlace(block);
    else {
      const measure = readMeasure(reader, block);
      if (measure) measures.push(measure);
      else terms.push(...[readSentence(reader, block, measuresForms) ?? []].flat());
    }
  }
  const isEmpty = measures.length + schedules.length + terms.length === 0;
  return isEmpty ? undefined : { measures, schedules, terms };
}

/** "**Name**: definition". */
function readMeasure(reader: Reader, item: Range): Measure | undefined {
  const tokens = tokensOf(reader.source.text, item);
  const bold = boldName(tokens, reader.source.text);
  if (!bold) return undefined;
  checkName(reader, rangeOfTokens(tokens.slice(1, bold.end - 1)), bold.name);
  const start = tokens[tokens[bold.end]?.text === ':' ? bold.end + 1 : bold.end];
  if (!start) complain(reader, item, withoutDefinition(bold.name));
  const definition = start && readDefinition(reader, { from: start.from, to: item.to }, ofMeasures);
  return standsAt(reader, item, { name: bold.name, definition: definition ?? [] });
}

function withoutDefinition(name: string) {
  return {
    code: 'measure.without_definition',
    message: `Nothing says what the measure "${name}" is.`,
    help: 'Say it after a colon, as in "the share of those referred in each year who achieve ...".',
  };
}

/** A table headed by a measure in bold and "pays": from which value to which, and how much. */
function readSchedule(reader: Reader, table: Table): Schedule[] {
  const { text } = reader.source;
  const [head = table, pays] = table.header;
  const measure = measureOfHead(reader, head);
  const isHeaded = table.header.length === 2 && /^pays$/i.test(cellText(pays, text));
  if (measure === undefined || !isHeaded) {
    complain(reader, head, headNotUnderstood);
    return [];
  }
  const rows = table.rows.flatMap((row) => readRow(reader, row) ?? []);
  return [standsAt(reader, head, { measure, rows })];
}

const headNotUnderstood = {
  code: 'measure.schedule_not_headed',
  message: 'A table of Measures says what one measure pays, and this one names none.',
  help: 'Head it | **Fewer jail days** | pays |, with the name of a measure of the page in bold.',
};

function measureOfHead(reader: Reader, head: Range): string | undefined {
  const { text } = reader.source;
  const tokens = tokensOf(text, head);
  const bold = boldName(tokens, text);
  if (bold?.end !== tokens.length) return undefined;
  const reading = { text, tokens: tokens.slice(1, -1), names: reader.names };
  const [read] = getPlaceType('measure').read(reading, 0);
  return read?.end === reading.tokens.length ? (read.value as string) : undefined;
}

function readRow(reader: Reader, row: TableRow): ScheduleRow | undefined {
  const [from, sum] = row.cells;
  if (row.cells.length !== 2) complain(reader, row, twoCells);
  if (!from || !sum) return undefined;
  const value = readSentence(reader, from, scheduleRows);
  const pays = readSentence(reader, sum, scheduleCells);
  return value && pays && standsAt(reader, row, { value, pays });
}

const twoCells = {
  code: 'measure.row_not_of_two_cells',
  message: 'A row of a schedule has two cells: from which value to which, and what that pays.',
  help: 'Write it as in | 20% to under 30% | £160,000 for each point |.',
};

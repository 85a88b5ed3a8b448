import { dayNumber } from '../../calendar/index.ts';
import { getCurrency } from '../../money/index.ts';
import {
  type LineChunk,
  lineChunks,
  noDay,
  noText,
  type OwedByColumn,
  type ResultLine,
  type ResultSummary,
  resultLine,
  resultSummary,
  type UnpaidTexts,
  unpaidTexts,
} from '../../settlement/index.ts';
import { lineColumns, payersText, unpaidColumn } from '../line-files/line-table.ts';
import type {
  ColumnChunk,
  ColumnTable,
  ColumnType,
  ColumnValues,
  EmptyColumn,
  JoinedColumn,
  TableColumn,
} from './column-table.ts';

/**
 * The lines that are owed, with the same columns as those of a result, and no object for each; and
 * of which settlement they are, with what tells its facts where one that follows may go by it.
 */
export function columnsOfOwed(
  owed: OwedByColumn,
  about: ResultSummary,
  facts?: string,
): ColumnTable {
  const { pools, chunks } = lineChunks(owed);
  const unpaid = unpaidTexts(owed);
  const { exponent: places } = getCurrency(owed.currency);
  const typeOf = (name: ChunkName): ColumnType => {
    if (name === 'day' || name === 'payableOn') return { is: 'day' };
    if (name === 'gross' || name === 'amount') return { is: 'decimal', places };
    return name === 'version' ? { is: 'whole' } : { is: 'pooled', texts: pools[name] };
  };
  const areKept = owed.columns.kept.size > 0;
  return {
    columns: [
      ...chunkNames.map((name) => ({ name, type: typeOf(name), ...absentOf(name) })),
      { name: 'planPayer', type: { is: 'pooled', texts: [owed.plan.payer] } },
      { name: unpaidColumn, type: { is: 'pooled', texts: unpaid.texts }, absent: noText },
      ...(areKept ? keptColumns : []),
    ],
    chunks: chunksOf(owed, chunks, unpaid),
    written: areKept ? written : writtenOfNoneKept,
    about: JSON.stringify({ ...resultSummary(about), ...(facts && { facts }) }),
  };
}

const chunkNames = [
  'clause',
  'attachment',
  'participant',
  'provider',
  'outcome',
  'number',
  'group',
  'day',
  'payableOn',
  'quantity',
  'price',
  'gross',
  'amount',
  'version',
] as const;

type ChunkName = (typeof chunkNames)[number];

function absentOf(name: ChunkName): Readonly<{ absent?: number }> {
  if (name === 'payableOn') return { absent: noDay };
  const mayBeAbsent = name === 'participant' || name === 'attachment' || name === 'group';
  return mayBeAbsent ? { absent: noText } : {};
}

/** What only the lines that are kept whole say, or say otherwise than all the others. */
const keptNames = ['line', 'cohort', 'period', 'payer', 'payee', 'payers'] as const;

type KeptName = (typeof keptNames)[number];

/** What lines say that are not kept whole; nothing, where they say nothing. */
const saidOtherwise: Readonly<Record<KeptName, readonly string[]>> = {
  line: ['clause', 'attachment', 'provider', 'number'],
  cohort: [],
  period: [],
  payer: ['planPayer'],
  payee: ['provider'],
  payers: [],
};

const keptColumns: readonly TableColumn[] = [
  { name: 'earnedOn', type: { is: 'day' }, absent: noDay },
  ...keptNames.map((name): TableColumn => ({ name: `kept ${name}`, type: { is: 'text' } })),
];

const written: readonly (string | JoinedColumn)[] = [...lineColumns, unpaidColumn].map((name) => {
  const kept = keptNames.find((each) => each === name);
  if (kept === undefined) return name;
  return { name, of: saidOtherwise[kept], by: '|', unless: `kept ${kept}` };
});

/** The same where no line is kept whole: then there is nothing to look for in each row. */
const writtenOfNoneKept: readonly (string | JoinedColumn | EmptyColumn)[] = written.map((each) => {
  if (each === 'earnedOn') return { name: each, empty: 'day' };
  if (typeof each === 'string') return each;
  const { unless: _, ...joined } = each;
  return joined.of.length === 0 ? { name: each.name, empty: 'text' } : joined;
});

function* chunksOf(
  { columns: { kept }, currency, rows }: OwedByColumn,
  chunks: Iterable<LineChunk>,
  unpaid: UnpaidTexts,
): Generator<ColumnChunk> {
  let from = 0;
  for (const chunk of chunks) {
    const { length } = chunk;
    const why = new Int32Array(length);
    for (let at = 0; at < length; at += 1) why[at] = unpaid.numberAt(rows[from + at] as number);
    from += length;
    const own: readonly ColumnValues[] = chunkNames.map((name) => chunk[name]);
    const ofKept = kept.size > 0 ? keptCells(chunk, currency) : [];
    yield { length, columns: [...own, new Uint8Array(length), why, ...ofKept] };
  }
}

/** What the lines of a chunk say that are kept whole, in the columns that only these have. */
function keptCells({ length, kept }: LineChunk, currency: string): readonly ColumnValues[] {
  const earnedOn = new Int32Array(length).fill(noDay);
  const texts = keptNames.map(() => new Array<string | undefined>(length).fill(undefined));
  for (const [at, line] of kept) {
    const told = resultLine(line, currency);
    if (told.earnedOn !== undefined) earnedOn[at] = dayNumber(told.earnedOn);
    for (const [index, name] of keptNames.entries()) {
      (texts[index] as (string | undefined)[])[at] = keptText(told, name);
    }
  }
  return [earnedOn, ...texts];
}

function keptText(line: ResultLine, name: KeptName): string | undefined {
  return name === 'payers' ? payersText(line) : line[name];
}

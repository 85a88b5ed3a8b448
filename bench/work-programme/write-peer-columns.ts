import { dayNumber } from '../../src/calendar/index.ts';
import { unitsOfMajor } from '../../src/money/index.ts';
import type {
  ColumnChunk,
  ColumnTable,
  ColumnValues,
} from '../../src/service/columns/column-table.ts';
import { writeColumnChunks } from '../../src/service/write-column-chunks.ts';
import type { PaidResult, ResultLine } from '../../src/settlement/index.ts';

/** The order of the outcomes on the page, which the peer writes as `o`. */
const outcomes = ['Attached', 'Job', 'Staying'];

const nobody = -1;

/**
 * Writes the lines with the columns of the peer. Lines that wait for their facts to be verified are
 * shown by a settlement and are not owed; the peer has none of them.
 */
export async function writePeerColumns(path: string, result: PaidResult): Promise<void> {
  const written = await writeColumnChunks(path, peerTable(owedLines(result)));
  if (!written.ok) throw new Error(written.problems[0]?.message);
}

function owedLines({ lines, notPaid }: PaidResult): readonly ResultLine[] {
  const waiting = new Set(
    notPaid.filter(({ reason }) => reason === 'not_verified').map(({ line }) => line),
  );
  return lines.filter(({ line }) => !waiting.has(line));
}

type Pool = Readonly<{ numbers: Map<string, number>; values: Int32Array }>;

function peerTable(lines: readonly ResultLine[]): ColumnTable {
  const providers = poolOf(lines.map(({ provider }) => provider));
  const groups = poolOf(lines.map(({ group }) => group));
  const participants = poolOf(lines.map(({ participant }) => participant));
  const pooled = ({ numbers }: Pool) => ({ is: 'pooled', texts: numbers.keys() }) as const;
  const ordinals = numbersOf(lines, ({ outcome }) => outcomes.indexOf(outcome));
  const columns: readonly ColumnValues[] = [
    providers.values,
    groups.values,
    participants.values,
    ordinals,
    numbersOf(lines, ({ number }) => Number(number)),
    numbersOf(lines, ({ day }) => dayNumber(day)),
    numbersOf(lines, ({ gross }) => Number(unitsOfMajor(gross))),
    ordinals,
    numbersOf(lines, ({ amount }) => Number(unitsOfMajor(amount))),
  ];
  const chunk: ColumnChunk = { length: lines.length, columns };
  return {
    columns: [
      { name: 'provider', type: pooled(providers) },
      { name: 'grp', type: pooled(groups), absent: nobody },
      { name: 'participant', type: pooled(participants), absent: nobody },
      { name: 'outcome', type: { is: 'pooled', texts: outcomes } },
      { name: 'number', type: { is: 'whole' } },
      { name: 'day', type: { is: 'day' } },
      { name: 'pence', type: { is: 'whole' } },
      { name: 'o', type: { is: 'whole' } },
      { name: 'paid', type: { is: 'whole' } },
    ],
    chunks: [chunk],
  };
}

function numbersOf(lines: readonly ResultLine[], of: (line: ResultLine) => number): Float64Array {
  return Float64Array.from(lines, of);
}

function poolOf(texts: readonly (string | undefined)[]): Pool {
  const numbers = new Map<string, number>();
  const values = Int32Array.from(texts, (text) => {
    if (text === undefined) return nobody;
    const number = numbers.get(text) ?? numbers.size;
    if (number === numbers.size) numbers.set(text, number);
    return number;
  });
  return { numbers, values };
}

import type { ColumnChunk, TableColumn } from '../../src/service/columns/column-table.ts';
import { writeColumnChunks } from '../../src/service/line-files/write-column-chunks.ts';
import {
  type LineChunk,
  type LineChunks,
  lineChunks,
  noDay,
  noText,
  type OwedByColumn,
} from '../../src/settlement/index.ts';

/** The order of the outcomes on the page, which the peer writes as `o`. */
const outcomes = ['Attached', 'Job', 'Staying'];

/** Writes the lines with the columns of the peer. */
export async function writePeerColumns(path: string, owed: OwedByColumn): Promise<void> {
  const { pools, chunks } = lineChunks(owed);
  const columns: readonly TableColumn[] = [
    { name: 'provider', type: { is: 'pooled', texts: pools.provider } },
    { name: 'grp', type: { is: 'pooled', texts: pools.group }, absent: noText },
    { name: 'participant', type: { is: 'pooled', texts: pools.participant }, absent: noText },
    { name: 'outcome', type: { is: 'pooled', texts: pools.outcome } },
    { name: 'number', type: { is: 'whole' } },
    { name: 'day', type: { is: 'day' } },
    { name: 'pence', type: { is: 'whole' } },
    { name: 'o', type: { is: 'whole' } },
    { name: 'paid', type: { is: 'whole' } },
  ];
  const written = await writeColumnChunks(path, { columns, chunks: peerChunks(pools, chunks) });
  if (!written.ok) throw new Error(written.problems[0]?.message);
}

function* peerChunks(
  pools: LineChunks['pools'],
  chunks: LineChunks['chunks'],
): Generator<ColumnChunk> {
  const numbers = Int32Array.from(pools.number, Number);
  const ordinals = Int32Array.from(pools.outcome, (outcome) => outcomes.indexOf(outcome));
  const among = (values: Int32Array, places: Int32Array): Int32Array => {
    const found = new Int32Array(places.length);
    for (let at = 0; at < found.length; at += 1) found[at] = values[places[at] as number] as number;
    return found;
  };
  for (const chunk of chunks) {
    const owed = owedRows(chunk);
    const pick = <Values extends Int32Array | Float64Array>(values: Values): Values => {
      // What waits stands last, so that of nearly every chunk all rows are owed.
      if (owed.length === chunk.length) return values.subarray(0, chunk.length) as Values;
      for (let at = 0; at < owed.length; at += 1) values[at] = values[owed[at] as number] as number;
      return values.subarray(0, owed.length) as Values;
    };
    const outcome = pick(chunk.outcome);
    const columns = [
      pick(chunk.provider),
      pick(chunk.group),
      pick(chunk.participant),
      outcome,
      among(numbers, pick(chunk.number)),
      pick(chunk.day),
      pick(chunk.gross),
      among(ordinals, outcome),
      pick(chunk.amount),
    ];
    yield { length: owed.length, columns };
  }
}

/**
 * Lines that wait for their facts to be verified are shown by a settlement and are not owed; the
 * peer has none of them. Here nothing else keeps a line from being payable.
 */
function owedRows({ length, payableOn }: LineChunk): Int32Array {
  const rows = new Int32Array(length);
  let count = 0;
  for (let at = 0; at < length; at += 1) if (payableOn[at] !== noDay) rows[count++] = at;
  return rows.subarray(0, count);
}

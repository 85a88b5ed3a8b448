import { numberIn } from '../../src/facts/index.ts';
import type { ColumnChunk, TableColumn } from '../../src/service/columns/column-table.ts';
import { writeColumnChunks } from '../../src/service/line-files/write-column-chunks.ts';
import {
  type LineChunks,
  lineChunks,
  noText,
  type OwedByColumn,
} from '../../src/settlement/index.ts';

/** The order of the outcomes on the page, which the peer writes as `o`. */
const outcomes = ['Attached', 'Job', 'Staying'];

/** Writes the lines with the columns of the peer. */
export async function writePeerColumns(path: string, owed: OwedByColumn): Promise<void> {
  const { pools, chunks } = lineChunks({ ...owed, rows: payableRows(owed) });
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
    const columns = [
      chunk.provider,
      chunk.group,
      chunk.participant,
      chunk.outcome,
      among(numbers, chunk.number),
      chunk.day,
      chunk.gross,
      among(ordinals, chunk.outcome),
      chunk.amount,
    ];
    yield { length: chunk.length, columns };
  }
}

/**
 * The lines but for those that wait for their facts to be verified: they are shown by a settlement
 * and are not owed, and the peer has none of them. Here nothing else keeps a line from being
 * payable.
 */
function payableRows({ columns: { payableOn }, rows }: OwedByColumn): Int32Array {
  const payable = new Int32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number;
    payable[count] = row;
    count += numberIn(payableOn, row) === 0 ? 0 : 1;
  }
  return payable.subarray(0, count);
}

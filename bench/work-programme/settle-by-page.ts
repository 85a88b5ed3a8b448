// Ours, in a process of its own: settles facts.parquet of its folder under the page that it is
// given, on as many threads as it is told, and ends when every line is on disk in ours.parquet.
import { dayNumber } from '../../src/calendar/index.ts';
import { settleLarge } from '../../src/service/shards/settle-large.ts';
import { peakMemoryBytes } from '../peak-memory.ts';
import { writePeerColumns } from './write-peer-columns.ts';

const [page = '', threads = '1'] = process.argv.slice(2);
const asAt = dayNumber('2016-04-01');
const marks = [performance.now()];
const settled = await settleLarge({
  pages: [page],
  facts: ['facts.parquet'],
  asAt,
  knownAt: asAt,
  threads: Number(threads),
  onProgress: ({ doing }) => {
    if (doing === 'Settling') marks[1] ??= performance.now();
  },
});
if (settled === undefined) throw new Error('These facts cannot be settled by column.');
marks[2] = performance.now();
await writePeerColumns('ours.parquet', settled.owed);
marks[3] = performance.now();
const parts = ['reading', 'settling', 'writing'].map((what, at) => {
  return { what, milliseconds: (marks[at + 1] ?? 0) - (marks[at] ?? 0) };
});
console.log(JSON.stringify({ memoryBytesMax: peakMemoryBytes(), parts }));

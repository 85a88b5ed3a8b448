// Ours, in a process of its own: settles facts.parquet of its folder under the page that it is
// given, and ends when every line is on disk in ours.parquet.
import { dayNumber } from '../../src/calendar/index.ts';
import { loadGround } from '../../src/service/settle.ts';
import { owedByColumn } from '../../src/settlement/index.ts';
import { peakMemoryBytes } from '../peak-memory.ts';
import { writePeerColumns } from './write-peer-columns.ts';

const [page = ''] = process.argv.slice(2);
const asAt = dayNumber('2016-04-01');
const marks = [performance.now()];
const ground = await loadGround({ pages: [page], facts: ['facts.parquet'], asAt, knownAt: asAt });
if (!ground.ok) {
  const [first] = ground.problems;
  throw new Error(
    `${ground.problems.length} problems, the first: ${first?.code} ${first?.message}`,
  );
}
marks.push(performance.now());
const { plan, facts, unread } = ground.value;
const owed = owedByColumn(plan, facts, { trueBy: asAt, knownBy: asAt, unread });
marks.push(performance.now());
await writePeerColumns('ours.parquet', owed);
marks.push(performance.now());
const parts = ['reading', 'settling', 'writing'].map((what, at) => {
  return { what, milliseconds: (marks[at + 1] ?? 0) - (marks[at] ?? 0) };
});
console.log(JSON.stringify({ memoryBytesMax: peakMemoryBytes(), parts }));

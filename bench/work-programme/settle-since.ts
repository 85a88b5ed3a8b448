// The first settlement of a series, or the next of it, in a process of its own: the first writes
// every line of facts.parquet to first.parquet, the next what changed to changes.parquet.
import { type Day, dayNumber } from '../../src/calendar/index.ts';
import { writeChanges } from '../../src/service/line-files/write-changes.ts';
import { settleSince } from '../../src/service/previous/settle-since.ts';
import { settleToFile } from '../../src/service/shards/settle-to-file.ts';
import { peakMemoryBytes } from '../peak-memory.ts';

const [page = '', facts = '', day = '', which = 'first'] = process.argv.slice(2);
const asAt = dayNumber(day as Day);
const request = { pages: [page], facts: [facts], asAt, knownAt: asAt };
if (which === 'first') {
  const written = await settleToFile(request, 'first.parquet');
  if (!written?.ok) throw new Error('These facts cannot be settled by column.');
} else {
  const settled = await settleSince({ ...request, previous: 'first.parquet' });
  if (!settled.ok) throw new Error(settled.problems[0]?.message);
  const written = await writeChanges('changes.parquet', settled.value.result);
  if (!written.ok) throw new Error(written.problems[0]?.message);
}
const { user, system } = process.cpuUsage();
const processorMilliseconds = (user + system) / 1000;
console.log(JSON.stringify({ memoryBytesMax: peakMemoryBytes(), processorMilliseconds }));

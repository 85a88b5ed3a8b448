// What a thread runs: it reads a part of the rows of Parquet files, and hands them over by column.
import { parentPort } from 'node:worker_threads';
import { loadDuckDb } from '../columns/duck-db.ts';
import { buffersIn } from '../shards/messages.ts';
import { takeMessages } from '../shards/take-messages.ts';
import type { FromPart, ToPart } from './part-messages.ts';
import { partThread } from './read-part.ts';

/** So many rows are read before it is said how many. */
const rowsTold = 100_000;

const tell = (answer: FromPart): void => parentPort?.postMessage(answer, [...buffersIn(answer)]);
let rowsUntold = 0;
const work = partThread((rows) => {
  rowsUntold += rows;
  if (rowsUntold < rowsTold) return;
  tell({ is: 'rows', rows: rowsUntold });
  rowsUntold = 0;
});

// It is at hand once the files have been looked over; where it is not, whoever reads is told so.
loadDuckDb().catch(() => undefined);
takeMessages(async (message: ToPart) => tell(await work(message)));

import { MessageChannel } from 'node:worker_threads';
import {
  areGroupsInOrder,
  closeReplaced,
  countPart,
  type FactLoader,
  type FactRules,
  factLoader,
  namesOf,
  placedColumns,
  placePart,
} from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import { loadDuckDb } from '../columns/duck-db.ts';
import { quotedText } from './column-query.ts';
import type { FromPart, PartToRead, RowRange, ToPart } from './part-messages.ts';
import { loadRows } from './read-columns.ts';
import { surveyedColumns } from './survey.ts';
import { withColumns } from './with-columns.ts';

/** Who is told of so many more rows while a part is read. */
type OnRows = (rows: number) => void;

const refused: FromPart = { is: 'refused' };

/** Reads a part of the rows, and then does with it what it is told. */
export function partThread(onRows: OnRows): (message: ToPart) => Promise<FromPart> {
  let reading: Readonly<{ rules: FactRules; loader: FactLoader }> | undefined;
  return async (message) => {
    if (message.is !== 'read') {
      assert(reading, 'a part is read before anything else is done with it');
      return goOn(reading, message);
    }
    const loader = await readPart(message.part, onRows);
    if (loader === undefined) return refused;
    reading = { rules: message.part.rules, loader };
    return { is: 'read', names: namesOf(loader) };
  };
}

function goOn(
  { loader, rules }: Readonly<{ rules: FactRules; loader: FactLoader }>,
  message: Exclude<ToPart, { is: 'read' }>,
): FromPart {
  switch (message.is) {
    case 'count':
      return { is: 'counted', counts: countPart(loader, message.names, giveBack) };
    case 'place':
      return { is: 'placed', rest: placePart(loader, { ...message.places, giveBack }) };
    case 'check': {
      const { rows, groups } = message;
      const columns = placedColumns(rows, groups.participants, loader.columns);
      return areGroupsInOrder(columns, groups, rules) ? { is: 'checked' } : refused;
    }
  }
}

/** Memory that is handed over where all is closed is given back at once, not some time later. */
function giveBack(memory: ArrayBufferLike): void {
  if (!(memory instanceof ArrayBuffer)) return;
  const { port1 } = new MessageChannel();
  port1.close();
  port1.postMessage(undefined, [memory]);
}

async function readPart(part: PartToRead, onRows: OnRows): Promise<FactLoader | undefined> {
  const { ranges, types, survey, parts } = part;
  const columns = surveyedColumns(survey, rowsIn(ranges));
  if (columns === undefined) return undefined;
  const loader = factLoader({ ...part, columns, filled: survey.filled });
  closeReplaced(loader);
  const table = { from: rangesAsTable(ranges), types };
  const { api } = await loadDuckDb();
  return await withColumns(api, parts, async (connection) => {
    const isLoaded = await loadRows(connection, { table, survey, loader }, (rows) => {
      onRows(rows);
      return Atomics.load(part.stop, 0) === 0;
    });
    return isLoaded ? loader : undefined;
  });
}

function rowsIn(ranges: readonly RowRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Groups of rows that lie outside a range are not even unpacked. */
function rangesAsTable(ranges: readonly RowRange[]): string {
  const each = ranges.map(
    ({ file, from, to }) =>
      `select * exclude (file_row_number)
        from read_parquet(${quotedText(file)}, file_row_number = true)
        where file_row_number >= ${from} and file_row_number < ${to}`,
  );
  return `(${each.join(' union all ')})`;
}

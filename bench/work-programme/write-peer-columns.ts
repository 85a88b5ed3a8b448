import {
  BIGINT,
  DATE,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBInstance,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import { dayNumber } from '../../src/calendar/index.ts';
import { unitsOfMajor } from '../../src/money/index.ts';
import type { PaidResult, ResultLine } from '../../src/settlement/index.ts';

const columns = [
  ['provider', VARCHAR],
  ['grp', VARCHAR],
  ['participant', VARCHAR],
  ['outcome', VARCHAR],
  ['number', INTEGER],
  ['day', DATE],
  ['pence', INTEGER],
  ['o', INTEGER],
  ['paid', BIGINT],
] as const;

/** The order of the outcomes on the page, which the peer writes as `o`. */
const outcomes = ['Attached', 'Job', 'Staying'];

const rowsOfChunk = 2048;

/**
 * Writes the lines with the columns of the peer. Lines that wait for their facts to be verified are
 * shown by a settlement and are not owed; the peer has none of them.
 */
export async function writePeerColumns(path: string, result: PaidResult): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const declared = columns.map(([name, type]) => `${name} ${type.toString()}`).join(', ');
  await connection.run(`create table line (${declared})`);
  const appender = await connection.createAppender('line');
  const lines = owedLines(result);
  for (let at = 0; at < lines.length; at += rowsOfChunk) {
    const chunk = DuckDBDataChunk.create(columns.map(([, type]) => type));
    chunk.setRows(lines.slice(at, at + rowsOfChunk).map(rowOf));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  await connection.run(`copy line to '${path}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
}

function owedLines({ lines, notPaid }: PaidResult): readonly ResultLine[] {
  const waiting = new Set(
    notPaid.filter(({ reason }) => reason === 'not_verified').map(({ line }) => line),
  );
  return lines.filter(({ line }) => !waiting.has(line));
}

function rowOf(line: ResultLine): DuckDBValue[] {
  const { provider, group = null, participant = null, outcome, number, day } = line;
  return [
    provider,
    group,
    participant,
    outcome,
    Number(number),
    new DuckDBDateValue(dayNumber(day)),
    Number(unitsOfMajor(line.gross)),
    outcomes.indexOf(outcome),
    unitsOfMajor(line.amount),
  ];
}

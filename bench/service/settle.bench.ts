import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../test/support/project-files.ts';
import type { Asked, Findings, Row } from '../row.ts';
import { builtAlone, runAlone } from '../run-alone.ts';
import { bareOfStore } from './bare-of-store.ts';
import { arrivedOn, fillStore } from './fill-store.ts';
import { foundProgramme } from './found-programme.ts';
import { findHindrance, makeFacts } from './make-facts.ts';
import { withPlace } from './place.ts';
import { type Settled, settlePlace } from './settle-place.ts';
import { type SqlTotals, totalsOfSql } from './totals-of-sql.ts';

export const name = 'a settlement from the store';

const sizeUsual = 200_000;

type Report = Readonly<{ memoryBytesMax: number }>;

/** What the peers took: COPY out of the facts, the SQL on DuckDB, COPY into a table of lines. */
type Peers = Readonly<{ read: number; worked: number; workedBytesMax: number; kept: number }>;

/** Settles what is in the store, with lines and entries written, and each part bare. */
export async function run({ sizes }: Asked): Promise<Findings> {
  const leftOut = await findHindrance();
  if (leftOut !== undefined) return { rows: [], leftOut };
  const rows: Row[] = [];
  const differences: string[] = [];
  for (const size of sizes.length > 0 ? sizes : [sizeUsual]) {
    const found = await settledAt(size);
    rows.push(...found.rows);
    differences.push(...found.differences);
  }
  return { rows, differences };
}

async function settledAt(size: number): Promise<Required<Pick<Findings, 'rows' | 'differences'>>> {
  return withPlace(async (place) => {
    const founded = await foundProgramme(place.service);
    const folder = dirname(place.folder);
    const { csv } = await makeFacts(size, folder);
    await fillStore(place, founded, csv);
    const settled = await settlePlace(place, founded);
    const bySql = await settledBySql(folder);
    const bare = await bareOfStore(place.service.store.owner);
    const totals = await totalsOfSql(join(folder, 'lines.parquet'));
    return {
      rows: rowsOf(settled, { ...bare, ...bySql }, { size, lines: bare.lines }),
      differences: differencesOf(settled, { lines: bare.lines, totals }),
    };
  });
}

/** The SQL of the reference, but for what is known: here all that has come in. */
async function settledBySql(folder: string) {
  const text = readFileSync(join(root, '../shared/reference/bench/work-programme.sql'), 'utf8');
  const asKnown = text.replace(
    "where known <= getvariable('cut')",
    `where known <= date '${arrivedOn}'`,
  );
  const sql = join(folder, 'work-programme.sql');
  writeFileSync(sql, asKnown);
  const path = await builtAlone('work-programme/settle-by-sql.ts');
  const { milliseconds, report } = await runAlone<Report>({ path, words: [sql], folder });
  return { worked: milliseconds, workedBytesMax: report.memoryBytesMax };
}

function rowsOf(
  { parts, memoryBytesMax, pauseMilliseconds }: Settled,
  peers: Peers,
  { size, lines }: Readonly<{ size: number; lines: number }>,
): readonly Row[] {
  const count = (number: number) => number.toLocaleString('en-GB');
  const [reading = 0, working = 0, keeping = 0] = parts.map(({ milliseconds }) => milliseconds);
  const { read, worked, workedBytesMax, kept } = peers;
  return [
    {
      what: `${count(size)} participants in the store, ${count(lines)} lines`,
      oursMilliseconds: reading + working + keeping,
      memoryBytesMax,
      peer: { name: 'bare', milliseconds: read + worked + kept, memoryBytesMax: workedBytesMax },
    },
    {
      what: '  of which reading',
      oursMilliseconds: reading,
      peer: { name: 'COPY out', milliseconds: read },
    },
    {
      what: '  of which working out',
      oursMilliseconds: working,
      peer: { name: 'DuckDB', milliseconds: worked },
    },
    {
      what: '  of which keeping lines and entries',
      oursMilliseconds: keeping,
      peer: { name: 'COPY in', milliseconds: kept },
    },
    { what: '  longest pause of whoever asks meanwhile', oursMilliseconds: pauseMilliseconds },
  ];
}

function differencesOf(
  { total }: Settled,
  { lines, totals }: Readonly<{ lines: number; totals: SqlTotals }>,
): readonly string[] {
  const ours = `${lines} lines, ${total}`;
  const theirs = `${totals.lines} lines, ${totals.total}`;
  return ours === theirs ? [] : [`ours: ${ours}; the SQL: ${theirs}`];
}

import {
  byParticipant,
  type ColumnSource,
  closeFactTable,
  type Fact,
  type FactRules,
  factColumns,
  factSource,
  openFactTable,
} from '../../facts/index.ts';
import type { Result } from '../../problem/index.ts';
import { notABundle } from '../bundle/problems.ts';
import { readParquet, readParquetColumns } from '../fact-files/read-parquet.ts';
import type { LyingOpen } from '../files/lie-open.ts';
import { isError } from '../pages/check-pages.ts';
import { threadCount } from '../shards/shard-threads.ts';
import { addFactsOfOne } from '../stored/add-facts-of-one.ts';
import { rowsIn } from './archive.ts';
import type { OpenArchive } from './open-archive.ts';

/**
 * The facts of an archive by column, checked as those of files are. Rows that are not in order are
 * read one by one, which finds and words what is wrong with them.
 */
export async function readArchivedFacts(
  path: string,
  opened: OpenArchive,
  rules: FactRules,
): Promise<Result<ColumnSource>> {
  const { facts } = opened.archive;
  if (facts.length === 0) return { ok: true, value: factSource(factColumns(0)) };
  const lying: LyingOpen[] = [];
  try {
    for (const file of facts) lying.push(await opened.lieOpen(file));
    const paths = lying.map((each) => each.path);
    const threads = rowsIn(facts) > factsInOneMost ? threadCount() : 1;
    const read = await readParquetColumns(paths, { rules, threads });
    const source: Result<ColumnSource> = read
      ? { ok: true, value: read.source }
      : await readRows(paths, rules);
    if (!source.ok) {
      // They lie open under names of their own, which say nothing to anybody.
      const named = new Map(facts.map(({ name }, at) => [paths[at], `${path}/${name}`] as const));
      const problems = source.problems.map(({ at, ...rest }) => {
        return { ...rest, at: { ...at, source: named.get(at.source) ?? path } };
      });
      return { ok: false, problems };
    }
    if (source.value.columns.rows === rowsIn(facts)) return source;
    const what = 'there are not so many facts in it as it says';
    return { ok: false, problems: [notABundle(path, what)] };
  } finally {
    for (const each of lying) await each.close();
  }
}

/** So many are read as soon by the thread that asks. */
const factsInOneMost = 2_000_000;

async function readRows(paths: readonly string[], rules: FactRules): Promise<Result<ColumnSource>> {
  const table = openFactTable(rules);
  for (const path of paths) await readParquet(table, { path, onRows: () => undefined });
  const { facts, problems } = closeFactTable(table);
  if (problems.some(isError)) return { ok: false, problems };
  return { ok: true, value: columnsOf(facts) };
}

/** Facts by column, each participant's one after the other. */
function columnsOf(facts: readonly Fact[]): ColumnSource {
  const columns = factColumns(facts.length);
  const { participantCount, participantAt, others } = byParticipant(facts);
  for (let at = 0; at < participantCount; at += 1) addFactsOfOne(columns, participantAt(at).facts);
  addFactsOfOne(columns, others);
  return factSource(columns);
}

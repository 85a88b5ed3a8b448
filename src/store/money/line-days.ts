import { rows, type Tx } from '../tx.ts';

/** A line of a settlement, by both their identities. */
export type NamedLine = Readonly<{ settlement: string; line: string }>;

/** The days of lines, by the identity of the line; of those that are not reached none is known. */
export async function findLineDays(
  tx: Tx,
  programme: string,
  named: readonly NamedLine[],
): Promise<ReadonlyMap<string, string>> {
  const found = await rows<Readonly<{ line: string; day: string }>>(
    tx,
    `select line.line, line.day
      from unnest($2::uuid[], $3::text[]) as named(settlement, line)
      join settlement_line line on line.programme = $1 and line.settlement = named.settlement
        and md5(line.line) = md5(named.line) and line.line = named.line`,
    [programme, named.map(({ settlement }) => settlement), named.map(({ line }) => line)],
  );
  return new Map(found.map(({ line, day }) => [line, day]));
}

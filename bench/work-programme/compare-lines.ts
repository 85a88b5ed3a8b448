import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';

/** Two files of lines to hold against each other. */
export type Files = Readonly<{ ours: string; peer: string }>;

/** How many lines there are and what they come to; and where the two files differ. */
export type Compared = Readonly<{ lines: number; pence: bigint; differences: readonly string[] }>;

const shownMax = 20;

/** Compares counts and sums by provider, month of the line's day and outcome. */
export async function compareLines(connection: DuckDBConnection, files: Files): Promise<Compared> {
  const [total = []] = await rowsOf(
    connection,
    `select count(*), coalesce(sum(paid), 0)::bigint from '${files.peer}'`,
  );
  const differing = await rowsOf(connection, differingQuery(files));
  const shown = differing.slice(0, shownMax).map(differenceText);
  const more = differing.length - shown.length;
  return {
    lines: Number(total[0]),
    pence: BigInt(String(total[1])),
    differences: [...shown, ...(more > 0 ? [`and ${more} more`] : [])],
  };
}

async function rowsOf(connection: DuckDBConnection, query: string): Promise<DuckDBValue[][]> {
  return (await connection.runAndReadAll(query)).getRows();
}

function differingQuery({ ours, peer }: Files): string {
  const keys = "provider, strftime(day, '%Y-%m') as month, outcome";
  const sums = 'count(*) as lines, sum(pence)::bigint as pence, sum(paid)::bigint as paid';
  const summed = (path: string) => `(select ${keys}, ${sums} from '${path}' group by all)`;
  const isOther = ['lines', 'pence', 'paid']
    .map((name) => `ours.${name} is distinct from peer.${name}`)
    .join(' or ');
  return `
    select provider, month, outcome, ours.lines, peer.lines, ours.paid, peer.paid
    from ${summed(ours)} ours full join ${summed(peer)} peer using (provider, month, outcome)
    where ${isOther} order by all`;
}

function differenceText(row: readonly DuckDBValue[]): string {
  const [provider, month, outcome, ours, peer, oursPaid, peerPaid] = row.map((cell) =>
    cell === null ? '0' : cell.toString(),
  );
  return (
    `${provider}, ${month}, ${outcome}: ours ${ours} lines, ${oursPaid} pence; ` +
    `peer ${peer} lines, ${peerPaid} pence`
  );
}

import { rows, type Tx } from '../tx.ts';
import type { Of } from './settlements.ts';

/** What the lines of one outcome and one month of their days come to. */
export type LinesOfMonth = Readonly<{
  outcome: string;
  month: string;
  lines: number;
  amount: bigint;
}>;

type OfPayee = Of & Readonly<{ payee: string }>;

const grouped = `select outcome, month, sum(lines)::integer as lines,
    sum(amount_units)::bigint as amount
  from each group by outcome, month order by month, outcome`;

/** The lines of a statement by outcome and month; counted, where no sums were kept with them. */
export async function listLinesByMonth(
  tx: Tx,
  { programme, settlement, payee }: OfPayee,
): Promise<readonly LinesOfMonth[]> {
  const which = [programme, settlement, payee];
  const kept = await rows<LinesOfMonth>(
    tx,
    `with each as (select * from settlement_sum
        where programme = $1 and settlement = $2 and payee = $3) ${grouped}`,
    which,
  );
  if (kept.length > 0) return kept;
  return rows(
    tx,
    `with each as (select outcome, to_char(day, 'YYYY-MM') as month, 1 as lines, amount_units
        from settlement_line where programme = $1 and settlement = $2 and payee = $3) ${grouped}`,
    which,
  );
}

/** Which lines of a statement these are, counted in place in line, by their places. */
export async function numbersInStatement(
  tx: Tx,
  { programme, settlement, payee, places }: OfPayee & Readonly<{ places: readonly number[] }>,
): Promise<ReadonlyMap<number, number>> {
  const found = await rows<Readonly<{ place: number; number: number }>>(
    tx,
    `select place, number from (
        select place, (row_number() over (order by place))::integer as number
          from settlement_line where programme = $1 and settlement = $2 and payee = $3) numbered
      where place = any($4::integer[])`,
    [programme, settlement, payee, places],
  );
  return new Map(found.map(({ place, number }) => [place, number]));
}

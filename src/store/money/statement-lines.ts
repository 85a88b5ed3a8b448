import type { ResultNotPaid } from '../../settlement/index.ts';
import { getRow, rows, type Tx } from '../tx.ts';
import type { Of } from './settlements.ts';

// What the lines of one statement come to, added up where they are: there may be tens of thousands.

type OfPayee = Of & Readonly<{ payee: string }>;

/** What the lines of one clause and group come to. */
export type ClauseUnits = Readonly<{
  clause: string;
  outcome: string;
  group: string | null;
  count: number;
  gross: bigint;
  amount: bigint;
  /** Whether of one of them there is another number than one. */
  hasQuantity: boolean;
}>;

/** What a statement adds up to by clause and group, in place in line. */
export async function sumStatement(
  tx: Tx,
  { programme, settlement, payee }: OfPayee,
): Promise<readonly ClauseUnits[]> {
  return rows(
    tx,
    `select clause, outcome, group_name as "group", count(*)::integer as count,
        sum(gross_units)::bigint as gross, sum(amount_units)::bigint as amount,
        bool_or(cohort is null and quantity not in ('', '1')) as "hasQuantity"
      from settlement_line where programme = $1 and settlement = $2 and payee = $3
      group by clause, outcome, group_name order by min(place)`,
    [programme, settlement, payee],
  );
}

/** What is not paid for one reason. */
export type ReasonUnits = Pick<ResultNotPaid, 'reason' | 'waitsFor'> &
  Readonly<{ count: number; amount: bigint }>;

/** What of a statement is not paid, by reason and by what it waits for. */
export async function sumUnpaid(
  tx: Tx,
  { programme, settlement, payee }: OfPayee,
): Promise<readonly ReasonUnits[]> {
  const found = await rows<Omit<ReasonUnits, 'waitsFor'> & { waits: string | null }>(
    tx,
    `select reason, waits_for::text as waits, count(*)::integer as count,
        sum(unpaid.amount_units)::bigint as amount
      from settlement_unpaid unpaid join settlement_line line
        on line.programme = $1 and line.settlement = $2 and line.place = unpaid.line
      where unpaid.programme = $1 and unpaid.settlement = $2 and payee = $3
      group by reason, waits order by min(line.place)`,
    [programme, settlement, payee],
  );
  return found.map(({ waits, ...sum }) => ({
    ...sum,
    ...(waits === null ? {} : { waitsFor: JSON.parse(waits) }),
  }));
}

/** How many lines of a statement stand before a place in line, that place included. */
export async function countLinesTo(
  tx: Tx,
  { programme, settlement, payee, place }: OfPayee & Readonly<{ place: number }>,
): Promise<number> {
  const { count } = await getRow<{ count: number }>(
    tx,
    `select count(*)::integer as count from settlement_line
      where programme = $1 and settlement = $2 and payee = $3 and place <= $4`,
    [programme, settlement, payee, place],
  );
  return count;
}

/** How many lines of a provider's outcome are somebody's. */
export async function countLinesOfPeople(
  tx: Tx,
  { programme, settlement, provider, outcome }: OfOutcome,
): Promise<number> {
  const { count } = await getRow<{ count: number }>(
    tx,
    `select count(*)::integer as count from settlement_line
      where programme = $1 and settlement = $2 and provider = $3 and outcome = $4
        and participant is not null`,
    [programme, settlement, provider, outcome],
  );
  return count;
}

type OfOutcome = Of & Readonly<{ provider: string; outcome: string }>;

/** Lines by which a payee owes something for which it was never paid. */
export async function listTakingLines(
  tx: Tx,
  { programme, settlement, payee }: OfPayee,
): Promise<readonly string[]> {
  const found = await rows<{ line: string }>(
    tx,
    `select line from settlement_line
        where programme = $1 and settlement = $2 and payee = $3 and amount_units < 0
      except select line from settlement_change
        where programme = $1 and settlement = $2 and payee = $3 and taken_back_units > 0`,
    [programme, settlement, payee],
  );
  return found.map(({ line }) => line);
}

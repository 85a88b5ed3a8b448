import { rows, type Tx } from '../tx.ts';

/** What an approved settlement pays, and how the books stand after it. */
export type SettledMoney = Readonly<{
  settlement: string;
  number: number;
  asAt: string;
  paid: bigint;
  /** Earned, and not paid while it is disputed. */
  held: bigint;
  /** What would be owed if everything that waits for verification were verified. */
  unverified: bigint;
}>;

/**
 * The approved settlements of a programme with what each pays, what is held after it and what waits
 * for verification then, as the ledger has it; the last of them, oldest first.
 */
export async function listMoneyOverTime(
  tx: Tx,
  { programme, most }: Readonly<{ programme: string; most: number }>,
): Promise<readonly SettledMoney[]> {
  return rows(
    tx,
    `with booked as (
        select entry.settlement,
            coalesce(-sum(amount_units) filter (where account[1] = 'held'), 0) as held,
            coalesce(-sum(amount_units) filter (where account[1] = 'memorandum'
              and account[2] = 'earned but unverified' and cardinality(account) = 3), 0) as waits
          from entry join posting on posting.programme = entry.programme
            and posting.entry = entry.id
          where entry.programme = $1 and entry.settlement is not null group by entry.settlement),
      settled as (
        select settlement.id as settlement, number, as_at, paid_units,
            sum(held) over (order by number) as held, sum(waits) over (order by number) as waits
          from settlement
          join settlement_whole whole on whole.programme = settlement.programme
            and whole.settlement = settlement.id
          left join booked on booked.settlement = settlement.id
          where settlement.programme = $1 and state = 'approved'
          order by number desc limit $2)
      select settlement, number, as_at as "asAt", paid_units as paid,
          coalesce(held, 0)::bigint as held, coalesce(waits, 0)::bigint as unverified
        from settled order by number`,
    [programme, most],
  );
}

/** How many lines of an outcome fall into a month, by their days. */
export type MonthOfOutcome = Readonly<{ outcome: string; month: string; lines: number }>;

/** The lines of a settlement by outcome and month. */
export async function listMonthsOfOutcomes(
  tx: Tx,
  { programme, settlement }: Readonly<{ programme: string; settlement: string }>,
): Promise<readonly MonthOfOutcome[]> {
  return rows(
    tx,
    `select outcome, month, sum(lines)::integer as lines from settlement_sum
      where programme = $1 and settlement = $2 group by outcome, month order by month, outcome`,
    [programme, settlement],
  );
}

import { insertRows } from '../insert-rows.ts';
import { rows, type Tx } from '../tx.ts';
import type { Of } from './settlements.ts';

/** What lines come to that are of one payee, provider, outcome and month of their day. */
export type LineGroup = Readonly<{
  payee: string;
  provider: string;
  outcome: string;
  month: string;
  lines: number;
  gross: bigint;
  amount: bigint;
}>;

/** What changes of one payee come to that one sort of cause made. */
export type CauseGroup = Readonly<{
  payee: string;
  cause: string;
  changes: number;
  takenBack: bigint;
  paid: bigint;
}>;

const sumColumns = [
  ['programme', 'uuid'],
  ['settlement', 'uuid'],
  ['payee', 'text'],
  ['provider', 'text'],
  ['outcome', 'text'],
  ['month', 'text'],
  ['lines', 'integer'],
  ['gross_units', 'bigint'],
  ['amount_units', 'bigint'],
] as const;

const causeColumns = [
  ['programme', 'uuid'],
  ['settlement', 'uuid'],
  ['payee', 'text'],
  ['cause', 'text'],
  ['changes', 'integer'],
  ['taken_back_units', 'bigint'],
  ['paid_units', 'bigint'],
] as const;

type ToKeep = Readonly<{ groups: readonly LineGroup[]; causes: readonly CauseGroup[] }>;

/** Keeps what the lines and the changes of a settlement come to. */
export async function insertSums(
  tx: Tx,
  { programme, settlement }: Of,
  { groups, causes }: ToKeep,
): Promise<void> {
  const sums = groups.map(({ payee, provider, outcome, month, lines, gross, amount }) => {
    return [programme, settlement, payee, provider, outcome, month, lines, gross, amount];
  });
  await insertRows(tx, { table: 'settlement_sum', columns: sumColumns }, sums);
  const made = causes.map(({ payee, cause, changes, takenBack, paid }) => {
    return [programme, settlement, payee, cause, changes, takenBack, paid];
  });
  await insertRows(tx, { table: 'settlement_cause', columns: causeColumns }, made);
}

/** What lines of one kind come to. */
export type LineSum = Readonly<{
  by: string;
  lines: bigint;
  gross: bigint;
  amount: bigint;
}>;

/** What the lines of a settlement come to by provider, by outcome and by month of their day. */
export type LineSums = Readonly<Record<'provider' | 'outcome' | 'month', readonly LineSum[]>>;

type SumRow = LineSum & Readonly<{ of: keyof LineSums }>;

const summed = `select case when grouping(provider) = 0 then 'provider'
    when grouping(outcome) = 0 then 'outcome' else 'month' end as of,
    coalesce(provider, outcome, month) as by, sum(lines)::bigint as lines,
    sum(gross_units)::bigint as gross, sum(amount_units)::bigint as amount
  from each group by grouping sets ((provider), (outcome), (month)) order by 1, 2`;

/** Adds lines up, as far as they are reached; one by one where no sums were kept with them. */
export async function sumLines(tx: Tx, { programme, settlement }: Of): Promise<LineSums> {
  const which = [programme, settlement];
  const kept = await rows<SumRow>(
    tx,
    `with each as (select * from settlement_sum where programme = $1 and settlement = $2)
      ${summed}`,
    which,
  );
  const found =
    kept.length > 0
      ? kept
      : await rows<SumRow>(
          tx,
          `with each as (select provider, outcome, to_char(day, 'YYYY-MM') as month, 1 as lines,
              gross_units, amount_units from settlement_line
            where programme = $1 and settlement = $2) ${summed}`,
          which,
        );
  const sumsOf = (of: keyof LineSums): readonly LineSum[] =>
    found
      .filter((each) => each.of === of)
      .map(({ by, lines, gross, amount }) => ({ by, lines, gross, amount }));
  return { provider: sumsOf('provider'), outcome: sumsOf('outcome'), month: sumsOf('month') };
}

/** How much of what moved one cause has moved. */
export type CauseSum = Readonly<{
  cause: string;
  changes: bigint;
  takenBack: bigint;
  paid: bigint;
}>;

/** The changes of a settlement by what moved them. */
export async function sumChanges(
  tx: Tx,
  { programme, settlement }: Of,
): Promise<readonly CauseSum[]> {
  const which = [programme, settlement];
  const kept = await rows<CauseSum>(
    tx,
    `select cause, sum(changes)::bigint as changes, sum(taken_back_units)::bigint as "takenBack",
        sum(paid_units)::bigint as paid
      from settlement_cause where programme = $1 and settlement = $2 group by 1 order by 1`,
    which,
  );
  if (kept.length > 0) return kept;
  return rows<CauseSum>(
    tx,
    `select cause ->> 'is' as cause, count(*) as changes,
        sum(taken_back_units)::bigint as "takenBack", sum(paid_units)::bigint as paid
      from settlement_change where programme = $1 and settlement = $2 group by 1 order by 1`,
    which,
  );
}

import { formatMajor, unitsOfMajor } from '../../money/index.ts';
import type { ResultChange } from '../../settlement/index.ts';
import { insertRows } from '../insert-rows.ts';
import { rows, type Tx } from '../tx.ts';
import type { LinesAsked } from './settlement-lines.ts';
import type { Of } from './settlements.ts';

const columns = [
  ['programme', 'uuid'],
  ['settlement', 'uuid'],
  ['place', 'integer'],
  ['line', 'text'],
  ['clause', 'text'],
  ['outcome', 'text'],
  ['participant', 'uuid'],
  ['provider', 'text'],
  ['payee', 'text'],
  ['taken_back_units', 'bigint'],
  ['paid_units', 'bigint'],
  ['payers', 'json'],
  ['cause', 'json'],
] as const;

/** What changed since the settlement before, in the order of the result. */
export async function insertChanges(
  tx: Tx,
  { programme, settlement }: Of,
  changes: readonly ResultChange[],
): Promise<void> {
  const cells = changes.map((each, at) => [
    programme,
    settlement,
    at + 1,
    each.line,
    each.clause,
    each.outcome,
    each.participant ?? null,
    each.provider,
    each.payee,
    unitsOfMajor(each.takenBack),
    unitsOfMajor(each.paid),
    JSON.stringify(each.payers),
    JSON.stringify(each.cause),
  ]);
  await insertRows(tx, { table: 'settlement_change', columns }, cells);
}

/** A change with its place among all of its settlement. */
export type StoredChange = Readonly<{ place: number; change: ResultChange }>;

type ChangeRow = Readonly<{
  place: number;
  line: string;
  clause: string;
  outcome: string;
  participant: string | null;
  provider: string;
  payee: string;
  takenBack: bigint;
  paid: bigint;
  payers: ResultChange['payers'];
  cause: ResultChange['cause'];
}>;

/** Changes in their order, as far as they are reached; of one payee where one is named. */
export async function listChanges(tx: Tx, asked: LinesAsked): Promise<readonly StoredChange[]> {
  const { programme, settlement, payee = null, after = 0, most = null, currency } = asked;
  const found = await rows<ChangeRow>(
    tx,
    `select place, line, clause, outcome, participant, provider, payee,
        taken_back_units as "takenBack", paid_units as paid, payers, cause
      from settlement_change
      where programme = $1 and settlement = $2 and place > $3 and ($4::text is null or payee = $4)
      order by place limit $5`,
    [programme, settlement, after, payee, most],
  );
  return found.map(({ place, participant, takenBack, paid, payers, cause, ...named }) => {
    const { line, clause, outcome, provider, payee: paidTo } = named;
    const change = {
      line,
      clause,
      outcome,
      ...(participant === null ? {} : { participant }),
      provider,
      payee: paidTo,
      takenBack: formatMajor(takenBack, currency),
      paid: formatMajor(paid, currency),
      payers,
      cause,
    };
    return { place, change };
  });
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
  return rows(
    tx,
    `select cause ->> 'is' as cause, count(*) as changes,
        sum(taken_back_units)::bigint as "takenBack", sum(paid_units)::bigint as paid
      from settlement_change where programme = $1 and settlement = $2 group by 1 order by 1`,
    [programme, settlement],
  );
}

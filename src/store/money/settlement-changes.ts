import { formatMajor } from '../../money/index.ts';
import type { ResultChange } from '../../settlement/index.ts';
import { rows, type Tx } from '../tx.ts';
import type { LinesAsked } from './settlement-lines.ts';

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

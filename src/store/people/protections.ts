import { change, rows, type Tx } from '../tx.ts';
import type { Whom } from './people.ts';

/** One worker's act upon the flag of a participant. */
export type ProtectionAct = Readonly<{
  number: number;
  act: 'set' | 'unset';
  account: string;
  organisation: string;
  at: string;
}>;

/** All acts upon the flag, in order. */
export async function listProtectionActs(
  tx: Tx,
  { programme, participant }: Whom,
): Promise<readonly ProtectionAct[]> {
  return rows<ProtectionAct>(
    tx,
    `select number, act, account, organisation, at from protection
      where programme = $1 and participant = $2 order by number`,
    [programme, participant],
  );
}

/** Adds an act; not where another came first with the same number. */
export async function addProtectionAct(
  tx: Tx,
  { programme, participant, ...act }: Whom & ProtectionAct,
): Promise<boolean> {
  const added = await change(
    tx,
    `insert into protection (programme, participant, number, act, account, organisation, at)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [programme, participant, act.number, act.act, act.account, act.organisation, act.at],
  );
  return added === 1;
}

import { change, findRow, type Tx } from '../tx.ts';

/** A body that buys, provides, verifies, audits or pays. */
export type Organisation = Readonly<{
  id: string;
  name: string;
  register: string | null;
  registerNumber: string | null;
}>;

export async function addOrganisation(
  tx: Tx,
  organisation: Organisation & Readonly<{ madeAt: string }>,
): Promise<void> {
  const { id, name, register, registerNumber, madeAt } = organisation;
  await change(
    tx,
    `insert into organisation (id, name, register, register_number, made_at)
      values ($1, $2, $3, $4, $5)`,
    [id, name, register, registerNumber, madeAt],
  );
}

export async function findOrganisation(tx: Tx, id: string): Promise<Organisation | undefined> {
  return findRow(
    tx,
    `select id, name, register, register_number as "registerNumber" from organisation
      where id = $1`,
    [id],
  );
}

/** Changes to who does what in an organisation come one by one, as does whoever counts them. */
export async function lockDuties(tx: Tx, organisation: string): Promise<void> {
  await findRow(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 11))', [organisation]);
}

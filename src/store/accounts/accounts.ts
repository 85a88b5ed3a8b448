import { change, findRow, type Tx } from '../tx.ts';

/** Somebody who may sign in. */
export type Account = Readonly<{
  id: string;
  email: string;
  name: string;
  closedAt: string | null;
}>;

const columns = 'id, email, name, closed_at as "closedAt"';

/** The account of this e-mail address, whatever the case of its letters. */
export async function findAccountByEmail(tx: Tx, email: string): Promise<Account | undefined> {
  return findRow(tx, `select ${columns} from account where email = lower($1)`, [email]);
}

/** An account, if it may be known here. */
export async function findAccount(tx: Tx, id: string): Promise<Account | undefined> {
  return findRow(tx, `select ${columns} from account where id = $1`, [id]);
}

/** Makes an account, unless another has its address. */
export async function addAccount(
  tx: Tx,
  account: Readonly<{ id: string; email: string; name: string; madeAt: string }>,
): Promise<boolean> {
  const made = await change(
    tx,
    `insert into account (id, email, name, made_at) values ($1, lower($2), $3, $4)
      on conflict (email) do nothing`,
    [account.id, account.email, account.name, account.madeAt],
  );
  return made === 1;
}

/** The hash of an account's password, where it has one. */
export async function findPasswordHash(tx: Tx, account: string): Promise<string | undefined> {
  const row = await findRow<{ hash: string }>(tx, 'select hash from password where account = $1', [
    account,
  ]);
  return row?.hash;
}

/** Gives an account a password in the place of any that it had. */
export async function setPassword(
  tx: Tx,
  { account, hash, at }: Readonly<{ account: string; hash: string; at: string }>,
): Promise<void> {
  await change(
    tx,
    `insert into password (account, hash, changed_at) values ($1, $2, $3)
      on conflict (account) do update set hash = excluded.hash, changed_at = excluded.changed_at`,
    [account, hash, at],
  );
}

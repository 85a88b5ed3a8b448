import { change, rows, type Tx } from '../tx.ts';

/** Says anew how colleagues know somebody. */
export async function setAccountName(
  tx: Tx,
  { account, name }: Readonly<{ account: string; name: string }>,
): Promise<void> {
  await change(tx, 'update account set name = $2 where id = $1', [account, name]);
}

/** An e-mail address that an account had, and until when. */
export type EarlierEmail = Readonly<{ email: string; until: string }>;

/** Gives an account another e-mail address, and keeps the one before; not one that is another's. */
export async function setAccountEmail(
  tx: Tx,
  { account, email, at }: Readonly<{ account: string; email: string; at: string }>,
): Promise<boolean> {
  const changed = await change(
    tx,
    `with before as (select id, email from account where id = $1 for update),
      kept as (
        insert into earlier_email (account, email, until)
        select id, email, $3 from before
        where not exists (select from account other where other.email = lower($2))
        returning account)
      update account set email = lower($2) where id in (select account from kept)`,
    [account, email, at],
  );
  return changed === 1;
}

/** The e-mail addresses that an account had before, the last first. */
export async function listEarlierEmails(tx: Tx, account: string): Promise<readonly EarlierEmail[]> {
  return rows(
    tx,
    'select email, until from earlier_email where account = $1 order by until desc, email limit 50',
    [account],
  );
}

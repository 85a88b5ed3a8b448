import { change, findRow, rows, type Tx } from '../tx.ts';

/** Who an account is at a provider. */
export type Identity = Readonly<{ provider: string; subject: string; account: string }>;

/** As its owner sees it. */
export type ListedIdentity = Readonly<{ provider: string; madeAt: string; usedAt: string | null }>;

/** Whose account this is, as the provider knows them. */
export async function findIdentity(
  tx: Tx,
  { provider, subject }: Omit<Identity, 'account'>,
): Promise<string | undefined> {
  const row = await findRow<{ account: string }>(
    tx,
    'select account from identity where provider = $1 and subject = $2',
    [provider, subject],
  );
  return row?.account;
}

export async function listIdentities(tx: Tx, account: string): Promise<readonly ListedIdentity[]> {
  return rows(
    tx,
    `select provider, made_at as "madeAt", used_at as "usedAt" from identity
      where account = $1 order by provider`,
    [account],
  );
}

/** Ties an account to who it is elsewhere; not where either is tied already. */
export async function addIdentity(
  tx: Tx,
  { provider, subject, account, at }: Identity & Readonly<{ at: string }>,
): Promise<boolean> {
  const added = await change(
    tx,
    `insert into identity (provider, subject, account, made_at) values ($1, $2, $3, $4)
      on conflict do nothing`,
    [provider, subject, account, at],
  );
  return added === 1;
}

export async function noteIdentityUsed(
  tx: Tx,
  { provider, subject, at }: Omit<Identity, 'account'> & Readonly<{ at: string }>,
): Promise<void> {
  await change(tx, 'update identity set used_at = $3 where provider = $1 and subject = $2', [
    provider,
    subject,
    at,
  ]);
}

export async function removeIdentity(
  tx: Tx,
  { provider, account }: Omit<Identity, 'subject'>,
): Promise<boolean> {
  const removed = await change(tx, 'delete from identity where provider = $1 and account = $2', [
    provider,
    account,
  ]);
  return removed > 0;
}

import { change, findRow, type Tx } from '../tx.ts';

/** A link by which somebody sets a password without signing in. */
export type WayBack = Readonly<{
  tokenHash: Uint8Array;
  account: string;
  madeAt: string;
  endsAt: string;
}>;

/** Keeps a way back in the place of any that the account had. */
export async function addWayBack(tx: Tx, wayBack: WayBack): Promise<void> {
  const { tokenHash, account, madeAt, endsAt } = wayBack;
  await change(tx, 'delete from way_back where account = $1', [account]);
  await change(
    tx,
    'insert into way_back (token_hash, account, made_at, ends_at) values ($1, $2, $3, $4)',
    [tokenHash, account, madeAt, endsAt],
  );
}

/** Whose way back this is, while it can be taken. */
export async function findWayBack(
  tx: Tx,
  { tokenHash, at }: Readonly<{ tokenHash: Uint8Array; at: string }>,
): Promise<string | undefined> {
  const row = await findRow<{ account: string }>(
    tx,
    'select account from way_back where token_hash = $1 and ends_at > $2',
    [tokenHash, at],
  );
  return row?.account;
}

/** Takes a way back, so that nobody takes it again; whose it was. */
export async function takeWayBack(
  tx: Tx,
  { tokenHash, at }: Readonly<{ tokenHash: Uint8Array; at: string }>,
): Promise<string | undefined> {
  const row = await findRow<{ account: string }>(
    tx,
    'delete from way_back where token_hash = $1 and ends_at > $2 returning account',
    [tokenHash, at],
  );
  return row?.account;
}

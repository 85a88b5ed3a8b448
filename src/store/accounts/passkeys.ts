import { change, findRow, rows, type Tx } from '../tx.ts';

/** A key of a device that somebody signs in with. */
export type Passkey = Readonly<{
  id: string;
  account: string;
  name: string;
  publicKey: Uint8Array;
  counter: bigint;
  transports: readonly string[];
  isBackedUp: boolean;
  madeAt: string;
  usedAt: string | null;
}>;

const columns = `id, account, name, public_key as "publicKey", counter, transports,
  is_backed_up as "isBackedUp", made_at as "madeAt", used_at as "usedAt"`;

export async function findPasskey(tx: Tx, id: string): Promise<Passkey | undefined> {
  return findRow(tx, `select ${columns} from passkey where id = $1`, [id]);
}

export async function listPasskeys(tx: Tx, account: string): Promise<readonly Passkey[]> {
  return rows(tx, `select ${columns} from passkey where account = $1 order by made_at, id`, [
    account,
  ]);
}

/** Adds a passkey, unless it is known. */
export async function addPasskey(tx: Tx, passkey: Omit<Passkey, 'usedAt'>): Promise<boolean> {
  const added = await change(
    tx,
    `insert into passkey
      (id, account, name, public_key, counter, transports, is_backed_up, made_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing`,
    [
      passkey.id,
      passkey.account,
      passkey.name,
      passkey.publicKey,
      passkey.counter,
      passkey.transports,
      passkey.isBackedUp,
      passkey.madeAt,
    ],
  );
  return added === 1;
}

/** Keeps that a passkey was used, and how often it says it was. */
export async function notePasskeyUsed(
  tx: Tx,
  { id, counter, at }: Readonly<{ id: string; counter: bigint; at: string }>,
): Promise<void> {
  await change(tx, 'update passkey set counter = $2, used_at = $3 where id = $1', [
    id,
    counter,
    at,
  ]);
}

export async function removePasskey(
  tx: Tx,
  { id, account }: Readonly<{ id: string; account: string }>,
): Promise<boolean> {
  return (
    (await change(tx, 'delete from passkey where id = $1 and account = $2', [id, account])) > 0
  );
}

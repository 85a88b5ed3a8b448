import { change, findRow, type Tx } from './tx.ts';

/** A change that was asked for under a key, by whom and what exactly. */
export type Asked = Readonly<{
  account: string;
  key: string;
  act: string;
  requestHash: Uint8Array;
  at: string;
}>;

/**
 * Takes a key for this request. Whoever sends the same at the same time waits here until the first
 * has ended, and is then given its answer.
 */
export async function takeOnce(tx: Tx, asked: Asked): Promise<boolean> {
  const { account, key, act, requestHash, at } = asked;
  const taken = await change(
    tx,
    `insert into once (account, key, act, request_hash, at) values ($1, $2, $3, $4, $5)
      on conflict do nothing`,
    [account, key, act, requestHash, at],
  );
  return taken === 1;
}

/** What was asked under this key before, and what was answered. */
export async function findOnce(
  tx: Tx,
  { account, key }: Pick<Asked, 'account' | 'key'>,
): Promise<Readonly<{ act: string; requestHash: Buffer; answer: unknown }> | undefined> {
  return findRow(
    tx,
    `select act, request_hash as "requestHash", answer from once
      where account = $1 and key = $2`,
    [account, key],
  );
}

/** Keeps the answer with the key. */
export async function keepAnswer(tx: Tx, asked: Asked, answer: unknown): Promise<void> {
  await change(tx, 'update once set answer = $3 where account = $1 and key = $2', [
    asked.account,
    asked.key,
    JSON.stringify(answer ?? null),
  ]);
}

/** Forgets answers older than this moment. */
export async function sweepOnce(tx: Tx, before: string): Promise<number> {
  return change(tx, 'delete from once where at < $1', [before]);
}

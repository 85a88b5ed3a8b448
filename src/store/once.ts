import { change, findRow, kept, type Tx } from './tx.ts';

/** A change that was asked for under a key (`findGround` takes it), by whom and what exactly. */
export type Asked = Readonly<{
  account: string;
  key: string;
  act: string;
  requestHash: Uint8Array;
  at: string;
}>;

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

const answered = kept('update once set answer = $3 where account = $1 and key = $2');

/** Keeps the answer with the key. */
export async function keepAnswer(tx: Tx, asked: Asked, answer: unknown): Promise<void> {
  await change(tx, answered, [asked.account, asked.key, JSON.stringify(answer ?? null)]);
}

/** Forgets answers older than this moment. */
export async function sweepOnce(tx: Tx, before: string): Promise<number> {
  return change(tx, 'delete from once where at < $1', [before]);
}

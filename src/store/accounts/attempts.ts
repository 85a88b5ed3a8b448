import { change, findRow, getRow, type Tx } from '../tx.ts';

/** A try, counted before it is known how it ends, so that many at once are counted too. */
export type Taken =
  | Readonly<{ isTaken: true; failures: number }>
  | Readonly<{ isTaken: false; waitsUntil: string }>;

/**
 * Counts a try as failed so far, unless it must wait. Tries under one key come one by one. A wait
 * that lasts longer than any is of a clock that was ahead and was put right, and holds nobody up.
 */
export async function takeAttempt(
  tx: Tx,
  asked: Readonly<{ key: Uint8Array; at: string; forgetBefore: string; waitsMost: string }>,
): Promise<Taken> {
  const { key, at, forgetBefore, waitsMost } = asked;
  const row = await findRow<{ failures: number }>(
    tx,
    `insert into attempt as earlier (key, failures, last_at) values ($1, 1, $2)
      on conflict (key) do update set last_at = $2, waits_until = null,
        failures = case when earlier.last_at < $3 then 1 else earlier.failures + 1 end
      where earlier.waits_until is null or earlier.waits_until <= $2 or earlier.waits_until > $4
      returning failures`,
    [key, at, forgetBefore, waitsMost],
  );
  if (row !== undefined) return { isTaken: true, failures: row.failures };
  const { waitsUntil } = await getRow<{ waitsUntil: string }>(
    tx,
    'select waits_until as "waitsUntil" from attempt where key = $1',
    [key],
  );
  return { isTaken: false, waitsUntil };
}

/** Says until when no further try is taken. */
export async function delayAttempts(
  tx: Tx,
  { key, until }: Readonly<{ key: Uint8Array; until: string }>,
): Promise<void> {
  await change(tx, 'update attempt set waits_until = $2 where key = $1', [key, until]);
}

/** Forgets all tries under a key: one went well. */
export async function forgetAttempts(tx: Tx, key: Uint8Array): Promise<void> {
  await change(tx, 'delete from attempt where key = $1', [key]);
}

/** Takes one try back: it went well, and says nothing of the others. */
export async function forgiveAttempt(tx: Tx, key: Uint8Array): Promise<void> {
  await change(
    tx,
    'update attempt set failures = greatest(failures - 1, 0), waits_until = null where key = $1',
    [key],
  );
}

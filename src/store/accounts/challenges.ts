import { change, findRow, type Tx } from '../tx.ts';

/** Something asked of a passkey or a provider, which the same browser answers once and soon. */
export type Challenge = Readonly<{
  hash: Uint8Array;
  kind: 'passkey' | 'new passkey' | 'provider';
  browser: Uint8Array;
  content: unknown;
  endsAt: string;
}>;

export async function addChallenge(tx: Tx, challenge: Challenge): Promise<void> {
  const { hash, kind, browser, content, endsAt } = challenge;
  await change(
    tx,
    `insert into challenge (hash, kind, browser, content, ends_at) values ($1, $2, $3, $4, $5)`,
    [hash, kind, browser, JSON.stringify(content), endsAt],
  );
}

/** Takes what was asked, so that it cannot be answered twice; nothing if it is too late. */
export async function takeChallenge(
  tx: Tx,
  asked: Readonly<Pick<Challenge, 'hash' | 'kind' | 'browser'> & { at: string }>,
): Promise<unknown> {
  const row = await findRow<{ content: unknown }>(
    tx,
    `delete from challenge where hash = $1 and kind = $2 and browser = $3 and ends_at > $4
      returning content`,
    [asked.hash, asked.kind, asked.browser, asked.at],
  );
  return row?.content;
}

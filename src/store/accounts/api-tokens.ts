import { change, rows, type Tx } from '../tx.ts';

/** What a program signs in with. */
export type ApiToken = Readonly<{
  id: string;
  account: string;
  organisation: string;
  name: string;
  tokenHash: Uint8Array;
  scopes: readonly string[];
  madeAt: string;
  endsAt: string;
}>;

/** As its owner sees it. */
export type ListedApiToken = Readonly<{
  id: string;
  organisation: string;
  organisationName: string;
  name: string;
  scopes: readonly string[];
  madeAt: string;
  endsAt: string;
  usedAt: string | null;
}>;

export async function addApiToken(tx: Tx, token: ApiToken): Promise<void> {
  await change(
    tx,
    `insert into api_token
      (id, account, organisation, name, token_hash, scopes, made_at, ends_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      token.id,
      token.account,
      token.organisation,
      token.name,
      token.tokenHash,
      token.scopes,
      token.madeAt,
      token.endsAt,
    ],
  );
}

/** Those of an account that have not ended, the newest first. */
export async function listApiTokens(
  tx: Tx,
  { account, at }: Readonly<{ account: string; at: string }>,
): Promise<readonly ListedApiToken[]> {
  return rows(
    tx,
    `select api_token.id, organisation, organisation.name as "organisationName", api_token.name,
        scopes, api_token.made_at as "madeAt", ends_at as "endsAt", used_at as "usedAt"
      from api_token join organisation on organisation.id = organisation
      where account = $1 and ends_at > $2 and ended_at is null
      order by api_token.made_at desc, api_token.id`,
    [account, at],
  );
}

export async function endApiToken(
  tx: Tx,
  { id, account, at }: Readonly<{ id: string; account: string; at: string }>,
): Promise<boolean> {
  const ended = await change(
    tx,
    'update api_token set ended_at = $3 where id = $1 and account = $2 and ended_at is null',
    [id, account, at],
  );
  return ended > 0;
}

/** Ends all tokens of an account; how many there were. */
export async function endApiTokens(
  tx: Tx,
  { account, at }: Readonly<{ account: string; at: string }>,
): Promise<number> {
  return change(
    tx,
    `update api_token set ended_at = $2
      where account = $1 and ended_at is null and ends_at > $2`,
    [account, at],
  );
}

import { change, findRow, rows, type Tx } from '../tx.ts';

/** How somebody signed in. */
export type Way = 'password' | 'passkey' | 'provider' | 'invitation';

/** A browser in which somebody is signed in. */
export type SignIn = Readonly<{
  id: string;
  account: string;
  organisation: string | null;
  tokenHash: Uint8Array;
  way: Way;
  agent: string;
  madeAt: string;
  endsAt: string;
}>;

/** As its owner sees it. */
export type ListedSignIn = Readonly<{
  id: string;
  way: Way;
  agent: string;
  madeAt: string;
  seenAt: string;
}>;

export async function addSignIn(tx: Tx, signIn: SignIn): Promise<void> {
  await change(
    tx,
    `insert into sign_in
      (id, account, organisation, token_hash, way, agent, made_at, seen_at, ends_at)
      values ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
    [
      signIn.id,
      signIn.account,
      signIn.organisation,
      signIn.tokenHash,
      signIn.way,
      signIn.agent,
      signIn.madeAt,
      signIn.endsAt,
    ],
  );
}

/** Somebody's sign-ins that have not ended, the one last used first. */
export async function listSignIns(
  tx: Tx,
  { account, at, seenAfter }: Readonly<{ account: string; at: string; seenAfter: string }>,
): Promise<readonly ListedSignIn[]> {
  return rows(
    tx,
    `select id, way, agent, made_at as "madeAt", seen_at as "seenAt" from sign_in
      where account = $1 and ends_at > $2 and seen_at > $3
        and made_at <= $2::timestamptz + interval '1 hour'
      order by seen_at desc, id`,
    [account, at, seenAfter],
  );
}

/** Lets a sign-in act for another organisation, under another token; the old one lasts seconds. */
export async function turnSignIn(
  tx: Tx,
  turned: Readonly<{
    id: string;
    account: string;
    organisation: string | null;
    tokenHash: Uint8Array;
    beforeUntil: string;
  }>,
): Promise<boolean> {
  const changed = await change(
    tx,
    `update sign_in set organisation = $3, before_hash = token_hash, before_until = $5,
      token_hash = $4 where id = $1 and account = $2`,
    [turned.id, turned.account, turned.organisation, turned.tokenHash, turned.beforeUntil],
  );
  return changed === 1;
}

/** Ends one of an account's sign-ins. */
export async function endSignIn(
  tx: Tx,
  { id, account }: Readonly<{ id: string; account: string }>,
): Promise<boolean> {
  return (
    (await change(tx, 'delete from sign_in where id = $1 and account = $2', [id, account])) > 0
  );
}

/** Ends all of an account's sign-ins but one, and says how many. */
export async function endOtherSignIns(
  tx: Tx,
  { account, kept }: Readonly<{ account: string; kept: string | null }>,
): Promise<number> {
  return change(tx, 'delete from sign_in where account = $1 and id is distinct from $2', [
    account,
    kept,
  ]);
}

/** Ends the sign-ins of a member that act for the organisation that is acted for. */
export async function endSignInsHere(tx: Tx, account: string): Promise<void> {
  await findRow(tx, 'select end_sign_ins_here($1)', [account]);
}

/** Takes away what has ended: sign-ins, challenges and tries. Says how many of them. */
export async function sweepSignIns(
  tx: Tx,
  {
    at,
    seenBefore,
    triedBefore,
  }: Readonly<{ at: string; seenBefore: string; triedBefore: string }>,
): Promise<number> {
  const ended = await change(
    tx,
    `delete from sign_in where ends_at <= $1 or seen_at <= $2
      or made_at > $1::timestamptz + interval '1 hour'`,
    [at, seenBefore],
  );
  const asked = await change(tx, 'delete from challenge where ends_at <= $1', [at]);
  return (
    ended + asked + (await change(tx, 'delete from attempt where last_at <= $1', [triedBefore]))
  );
}

import { findRow, kept, type Tx } from '../tx.ts';

/** Whom a token stands for, and what they are. */
export type Found = Readonly<{
  mark: string;
  account: string;
  name: string;
  /** The organisation that is acted for; it counts only where it is among those they belong to. */
  organisation: string | null;
  organisations: readonly Readonly<{ id: string; name: string }>[];
  /** In that organisation. */
  duties: readonly string[];
}>;

// Duties are read anew for each request, so that one which was taken away is gone at once.
const person = `
  found.mark, found.account, found.name, found.organisation,
  coalesce((select json_agg(json_build_object('id', organisation.id, 'name', organisation.name)
      order by organisation.name, organisation.id)
    from membership join organisation on organisation.id = membership.organisation
    where membership.account = found.account and left_at is null), '[]') as organisations,
  array(select duty.duty from duty where duty.account = found.account
    and duty.organisation = found.organisation order by duty.duty) as duties`;

const bySignIn = kept(`with found as (
    select sign_in.id as mark, account.id as account, account.name, organisation
    from sign_in join account on account.id = sign_in.account
    where (token_hash = $1 or (before_hash = $1 and before_until > $2))
      and ends_at > $2 and seen_at > $3 and closed_at is null
  ), noted as (
    update sign_in set seen_at = $2 from found
    where sign_in.id = found.mark and seen_at < $4
  )
  select ${person} from found`);

const byApiToken = kept(`with found as (
    select api_token.id as mark, account.id as account, account.name, organisation, scopes
    from api_token join account on account.id = api_token.account
    where token_hash = $1 and ends_at > $2 and ended_at is null and closed_at is null
  ), noted as (
    update api_token set used_at = $2 from found
    where api_token.id = found.mark and (used_at is null or used_at < $3)
  )
  select ${person}, found.scopes from found`);

/** Who a browser is signed in as; notes once a minute that it was used. */
export async function findBySignIn(
  tx: Tx,
  asked: Readonly<{ tokenHash: Uint8Array; at: string; seenAfter: string; noteBefore: string }>,
): Promise<Found | undefined> {
  return findRow(tx, bySignIn, [asked.tokenHash, asked.at, asked.seenAfter, asked.noteBefore]);
}

/** Whom a program's token stands for, and for what; notes once a minute that it was used. */
export async function findByApiToken(
  tx: Tx,
  asked: Readonly<{ tokenHash: Uint8Array; at: string; noteBefore: string }>,
): Promise<(Found & Readonly<{ scopes: readonly string[] }>) | undefined> {
  return findRow(tx, byApiToken, [asked.tokenHash, asked.at, asked.noteBefore]);
}

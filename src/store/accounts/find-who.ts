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

const person = 'mark, account, name, organisation, organisations, duties';
const bySignIn = kept(`select ${person} from who_is_signed_in($1, $2, $3, $4)`);
const byApiToken = kept(`select ${person}, scopes from whose_token($1, $2, $3)`);

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

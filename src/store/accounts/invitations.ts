import { change, findRow, rows, type Tx } from '../tx.ts';

/** An invitation to work for an organisation. */
export type Invitation = Readonly<{
  id: string;
  organisation: string;
  tokenHash: Uint8Array;
  email: string;
  duties: readonly string[];
  limitUnits: bigint | null;
  limitCurrency: string | null;
  invitedBy: string;
  madeAt: string;
  endsAt: string;
}>;

const columns = `id, organisation, token_hash as "tokenHash", email, duties,
  limit_units as "limitUnits", limit_currency as "limitCurrency", invited_by as "invitedBy",
  made_at as "madeAt", ends_at as "endsAt"`;
const isOpen = 'ends_at > $2 and accepted_at is null and withdrawn_at is null';

export async function addInvitation(tx: Tx, invitation: Invitation): Promise<void> {
  await change(
    tx,
    `insert into invitation (id, organisation, token_hash, email, duties, limit_units,
        limit_currency, invited_by, made_at, ends_at)
      values ($1, $2, $3, lower($4), $5, $6, $7, $8, $9, $10)`,
    [
      invitation.id,
      invitation.organisation,
      invitation.tokenHash,
      invitation.email,
      invitation.duties,
      invitation.limitUnits,
      invitation.limitCurrency,
      invitation.invitedBy,
      invitation.madeAt,
      invitation.endsAt,
    ],
  );
}

/** The invitation of a link, while it can be taken. Who takes it holds it until they are done. */
export async function findInvitation(
  tx: Tx,
  { tokenHash, at }: Readonly<{ tokenHash: Uint8Array; at: string }>,
): Promise<Invitation | undefined> {
  return findRow(
    tx,
    `select ${columns} from invitation where token_hash = $1 and ${isOpen} for update`,
    [tokenHash, at],
  );
}

/** Invitations of an organisation that can still be taken, the newest first. */
export async function listInvitations(
  tx: Tx,
  { organisation, at }: Readonly<{ organisation: string; at: string }>,
): Promise<readonly Invitation[]> {
  return rows(
    tx,
    `select ${columns} from invitation where organisation = $1 and ${isOpen}
      order by made_at desc, id`,
    [organisation, at],
  );
}

export async function acceptInvitation(
  tx: Tx,
  { id, account, at }: Readonly<{ id: string; account: string; at: string }>,
): Promise<void> {
  await change(tx, 'update invitation set accepted_at = $3, accepted_by = $2 where id = $1', [
    id,
    account,
    at,
  ]);
}

export async function withdrawInvitation(
  tx: Tx,
  asked: Readonly<{ id: string; organisation: string; at: string }>,
): Promise<boolean> {
  const withdrawn = await change(
    tx,
    `update invitation set withdrawn_at = $2 where id = $1 and organisation = $3 and ${isOpen}`,
    [asked.id, asked.at, asked.organisation],
  );
  return withdrawn > 0;
}

/** Withdraws what somebody invited to and nobody has taken; how many invitations that were. */
export async function withdrawInvitationsBy(
  tx: Tx,
  asked: Readonly<{ organisation: string; invitedBy: string; at: string }>,
): Promise<number> {
  return change(
    tx,
    `update invitation set withdrawn_at = $2
      where organisation = $1 and invited_by = $3 and ${isOpen}`,
    [asked.organisation, asked.at, asked.invitedBy],
  );
}

import { change, rows, type Tx } from './tx.ts';

/** A provider's word that it is bound by a version. */
export type Signature = Readonly<{
  programme: string;
  /** The number of the version as it was put forward. */
  version: number;
  organisation: string;
  organisationName: string;
  pageHash: string;
  signedBy: string;
  signedAt: string;
}>;

/** Keeps a signature. Whether it is new: a version is signed once for an organisation. */
export async function addSignature(
  tx: Tx,
  signature: Omit<Signature, 'organisationName'>,
): Promise<boolean> {
  const added = await change(
    tx,
    `insert into signature (programme, version, organisation, page_hash, signed_by, signed_at)
      values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [
      signature.programme,
      signature.version,
      signature.organisation,
      signature.pageHash,
      signature.signedBy,
      signature.signedAt,
    ],
  );
  return added === 1;
}

/** Who has signed which version, as far as it is reached: a provider reaches its own. */
export async function listSignatures(
  tx: Tx,
  { programme, organisation }: Readonly<{ programme: string; organisation?: string }>,
): Promise<readonly Signature[]> {
  return rows(
    tx,
    `select programme, version, signature.organisation, organisation.name as "organisationName",
        page_hash as "pageHash", signed_by as "signedBy", signed_at as "signedAt"
      from signature join organisation on organisation.id = signature.organisation
      where programme = $1 and ($2::uuid is null or signature.organisation = $2)
      order by version, organisation.name`,
    [programme, organisation ?? null],
  );
}

import { change, findRow, getRow, kept, rows, type Tx } from './tx.ts';

/** Where a page that was put forward stands. */
export type VersionState = 'prepared' | 'published' | 'refused' | 'withdrawn';

/** A page as it was put forward. */
export type Version = Readonly<{
  programme: string;
  /** Counts those put forward. */
  number: number;
  /** The version that the page says it is. */
  ownNumber: number;
  /** The day from which the page says it counts. */
  countsFrom: string;
  contractHash: string;
  pageHash: string;
  title: string;
  currency: string;
  /** The most that it may pay in all, in smallest units; none where the page says no limit. */
  worthUnits: bigint | null;
  state: VersionState;
  reason: string | null;
  preparedBy: string;
  preparedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
}>;

/** With the tidy page itself. */
export type WholeVersion = Version & Readonly<{ text: string }>;

const columns = `programme, number, own_number as "ownNumber", counts_from as "countsFrom",
  contract_hash as "contractHash", page_hash as "pageHash", title, currency,
  worth_units as "worthUnits", state, reason, prepared_by as "preparedBy",
  prepared_at as "preparedAt", decided_by as "decidedBy", decided_at as "decidedAt"`;

type Prepared = Omit<WholeVersion, 'number' | 'state' | 'reason' | 'decidedBy' | 'decidedAt'> &
  Readonly<{
    /** The last day of the contract. */
    endsOn: string;
    pdf: Uint8Array;
  }>;

/** Puts a page forward and gives its number; none while another waits to be decided. */
export async function insertVersion(tx: Tx, version: Prepared): Promise<number | undefined> {
  const row = await findRow<{ number: number }>(
    tx,
    `insert into page_version (programme, number, own_number, counts_from, text, contract_hash,
        page_hash, title, currency, worth_units, state, prepared_by, prepared_at, pdf, ends_on)
      select $1, coalesce(max(number), 0) + 1, $2, $3::date, $4, $5, $6, $7, $8, $9::bigint,
        'prepared', $10::uuid, $11::timestamptz, $12::bytea, $13::date
      from page_version where programme = $1
      on conflict do nothing returning number`,
    [
      version.programme,
      version.ownNumber,
      version.countsFrom,
      version.text,
      version.contractHash,
      version.pageHash,
      version.title,
      version.currency,
      version.worthUnits,
      version.preparedBy,
      version.preparedAt,
      version.pdf,
      version.endsOn,
    ],
  );
  return row?.number;
}

const ofProgramme = kept(
  `select ${columns} from page_version where programme = $1 order by number desc`,
);
const published = kept(`select ${columns}, text from page_version
  where programme = $1 and state = 'published' order by own_number`);

/** All of a programme that are reached, newest first, without their texts. */
export async function listVersions(tx: Tx, programme: string): Promise<readonly Version[]> {
  return rows(tx, ofProgramme, [programme]);
}

/** One of them. */
export async function findVersion(
  tx: Tx,
  { programme, number }: Pick<Version, 'programme' | 'number'>,
): Promise<WholeVersion | undefined> {
  return findRow(
    tx,
    `select ${columns}, text from page_version where programme = $1 and number = $2`,
    [programme, number],
  );
}

/** The one that waits to be decided. */
export async function findWaitingVersion(
  tx: Tx,
  programme: string,
): Promise<WholeVersion | undefined> {
  return findRow(
    tx,
    `select ${columns}, text from page_version where programme = $1 and state = 'prepared'`,
    [programme],
  );
}

/** Those published, from the first on; the last is in force. */
export async function listPublishedVersions(
  tx: Tx,
  programme: string,
): Promise<readonly WholeVersion[]> {
  return rows(tx, published, [programme]);
}

/** Its sheet for signing. */
export async function findVersionPdf(
  tx: Tx,
  { programme, number }: Pick<Version, 'programme' | 'number'>,
): Promise<Uint8Array | undefined> {
  const row = await findRow<{ pdf: Buffer }>(
    tx,
    'select pdf from page_version where programme = $1 and number = $2',
    [programme, number],
  );
  return row?.pdf;
}

type Decided = Readonly<{
  programme: string;
  number: number;
  state: Exclude<VersionState, 'prepared'>;
  reason: string | null;
  by: string;
  at: string;
}>;

/**
 * Decides upon the one that waits. Whether it was: of two who decide at once, one waits here and is
 * told that it is not.
 */
export async function decideVersion(tx: Tx, decided: Decided): Promise<boolean> {
  const changed = await change(
    tx,
    `update page_version set state = $3, reason = $4, decided_by = $5, decided_at = $6
      where programme = $1 and number = $2 and state = 'prepared'`,
    [decided.programme, decided.number, decided.state, decided.reason, decided.by, decided.at],
  );
  return changed === 1;
}

/** The most that a publisher may bind an organisation to; no currency means no limit. */
export type PublishingLimit = Readonly<{ units: bigint | null; currency: string | null }>;

/** Up to what somebody may publish for an organisation. */
export async function getPublishingLimit(
  tx: Tx,
  { organisation, account }: Readonly<{ organisation: string; account: string }>,
): Promise<PublishingLimit> {
  return getRow(
    tx,
    `select limit_units as units, limit_currency as currency from duty
      where organisation = $1 and account = $2 and duty = 'publisher'`,
    [organisation, account],
  );
}

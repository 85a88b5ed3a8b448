import { change, findRow, getRow, rows, type Tx } from '../tx.ts';

/** What an organisation answered, by the fields of the form; documents by how they are stored. */
export type KeptAnswers = Readonly<
  Record<string, string | Readonly<{ file: string; expiresOn?: string }>>
>;

/** Why an application was refused: a condition of the page by its key, and a code. */
export type KeptReason = Readonly<{ condition: string; reason: string }>;

type ApplicationState = 'draft' | 'applied' | 'withdrawn' | 'admitted' | 'refused';

/** Which application: an organisation may apply to a programme again. */
export type WhichApplication = Readonly<{
  programme: string;
  organisation: string;
  number: number;
}>;

/** An organisation's word that it wants to join, and what it shows. */
export type Application = WhichApplication &
  Readonly<{
    organisationName: string;
    state: ApplicationState;
    answers: KeptAnswers;
    revision: number;
    changedByName: string | null;
    changedAt: string;
    /** The number of the version that was agreed to, as it was put forward. */
    version: number | null;
    pageHash: string | null;
    appliedBy: string | null;
    appliedAt: string | null;
    appliedOn: string | null;
    /** The last day on which the page has it decided. */
    decideBy: string | null;
    reasons: readonly KeptReason[] | null;
    decidedAt: string | null;
    decidedOn: string | null;
  }>;

// Who wrote last is known by name to their colleagues alone.
const columns = `application.programme, application.organisation, number,
  organisation.name as "organisationName", state, answers, revision,
  account.name as "changedByName", changed_at as "changedAt", version, page_hash as "pageHash",
  applied_by as "appliedBy", applied_at as "appliedAt", applied_on as "appliedOn",
  decide_by as "decideBy", reasons, decided_at as "decidedAt", decided_on as "decidedOn"`;

const tables = `application join organisation on organisation.id = application.organisation
  left join account on account.id = application.changed_by`;

type Whose = Readonly<{ programme: string; organisation: string }>;

/**
 * The newest application of an organisation to a programme, whatever has become of it; held until
 * this transaction ends where it is to be changed.
 */
export async function findNewestApplication(
  tx: Tx,
  { programme, organisation }: Whose,
  { toChange = false }: Readonly<{ toChange?: boolean }> = {},
): Promise<Application | undefined> {
  return findRow(
    tx,
    `select ${columns} from ${tables}
      where programme = $1 and application.organisation = $2 order by number desc limit 1
      ${toChange ? 'for update of application' : ''}`,
    [programme, organisation],
  );
}

/** One application. */
export async function findApplication(
  tx: Tx,
  { programme, organisation, number }: WhichApplication,
): Promise<Application | undefined> {
  return findRow(
    tx,
    `select ${columns} from ${tables}
      where programme = $1 and application.organisation = $2 and number = $3`,
    [programme, organisation, number],
  );
}

/** An application with the programme that it is to. */
export type OwnApplication = Application &
  Readonly<{ programmeName: string; neutralName: string; isAboutSafety: boolean }>;

/** The newest application of an organisation to each programme, newest first. */
export async function listApplicationsOf(
  tx: Tx,
  organisation: string,
): Promise<readonly OwnApplication[]> {
  return rows(
    tx,
    `select ${columns},
        programme.name as "programmeName", programme.neutral_name as "neutralName",
        programme.is_about_safety as "isAboutSafety"
      from ${tables} join programme on programme.id = application.programme
      where application.organisation = $1 and number = (select max(number) from application newest
        where newest.programme = application.programme
          and newest.organisation = application.organisation)
      order by changed_at desc, application.programme limit 200`,
    [organisation],
  );
}

/** Applications to a programme that were sent: those that wait first, in the order of sending. */
export async function listApplicationsTo(
  tx: Tx,
  programme: string,
): Promise<readonly Application[]> {
  return rows(
    tx,
    `select ${columns} from ${tables} where programme = $1 and state <> 'draft'
      order by state = 'applied' desc, applied_at limit 1000`,
    [programme],
  );
}

type Written = Whose & Readonly<{ answers: KeptAnswers; by: string; at: string }>;

/** Begins a draft and gives its number; none where another has begun one meanwhile. */
export async function beginApplication(tx: Tx, written: Written): Promise<number | undefined> {
  const row = await findRow<{ number: number }>(
    tx,
    `insert into application
        (programme, organisation, number, state, answers, revision, changed_by, changed_at)
      select $1, $2, coalesce(max(number), 0) + 1, 'draft', $3::jsonb, 1, $4::uuid,
        $5::timestamptz
      from application where programme = $1 and organisation = $2
      on conflict do nothing returning number`,
    [
      written.programme,
      written.organisation,
      JSON.stringify(written.answers),
      written.by,
      written.at,
    ],
  );
  return row?.number;
}

/** Writes a draft over the revision that was read. Whether it was still that. */
export async function writeApplication(
  tx: Tx,
  written: Written & Readonly<{ revision: number }>,
): Promise<boolean> {
  const changed = await change(
    tx,
    `update application set answers = $4, revision = revision + 1, changed_by = $5, changed_at = $6
      where programme = $1 and organisation = $2 and state = 'draft' and revision = $3`,
    [
      written.programme,
      written.organisation,
      written.revision,
      JSON.stringify(written.answers),
      written.by,
      written.at,
    ],
  );
  return changed === 1;
}

type Sent = Whose &
  Readonly<{
    revision: number;
    answers: KeptAnswers;
    version: number;
    pageHash: string;
    by: string;
    at: string;
    on: string;
    decideBy: string | null;
  }>;

/** Sends a draft. Whether it was there to be sent: of two who send it, one waits here. */
export async function sendApplication(tx: Tx, sent: Sent): Promise<boolean> {
  const changed = await change(
    tx,
    `update application set state = 'applied', answers = $4, version = $5, page_hash = $6,
        applied_by = $7, applied_at = $8, applied_on = $9, decide_by = $10
      where programme = $1 and organisation = $2 and state = 'draft' and revision = $3`,
    [
      sent.programme,
      sent.organisation,
      sent.revision,
      JSON.stringify(sent.answers),
      sent.version,
      sent.pageHash,
      sent.by,
      sent.at,
      sent.on,
      sent.decideBy,
    ],
  );
  return changed === 1;
}

type Decided = WhichApplication &
  Readonly<{
    state: 'withdrawn' | 'admitted' | 'refused';
    reasons: readonly KeptReason[] | null;
    by: string;
    at: string;
    on: string;
  }>;

/** Ends an application that waits. Whether it did: of two who decide at once, one waits here. */
export async function decideApplication(tx: Tx, decided: Decided): Promise<boolean> {
  const changed = await change(
    tx,
    `update application set state = $4, reasons = $5, decided_by = $6, decided_at = $7,
        decided_on = $8
      where programme = $1 and organisation = $2 and number = $3 and state = 'applied'`,
    [
      decided.programme,
      decided.organisation,
      decided.number,
      decided.state,
      decided.reasons === null ? null : JSON.stringify(decided.reasons),
      decided.by,
      decided.at,
      decided.on,
    ],
  );
  return changed === 1;
}

/** The version that a provider agreed to when it was admitted last. */
export async function getAdmittedVersion(
  tx: Tx,
  { programme, organisation }: Whose,
): Promise<number | null> {
  const { version } = await getRow<{ version: number | null }>(
    tx,
    `select max(version) as version from application
      where programme = $1 and organisation = $2 and state = 'admitted'`,
    [programme, organisation],
  );
  return version;
}

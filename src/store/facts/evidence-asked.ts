import { change, rows, type Tx } from '../tx.ts';

/** More that a verifier asked to be shown, and that is neither shown nor decided so far. */
export type EvidenceAsked = Readonly<{
  programme: string;
  id: string;
  participant: string;
  fact: string;
  askedOf: string;
  at: string;
  reason: string;
}>;

export async function addEvidenceAsked(
  tx: Tx,
  asked: EvidenceAsked & Readonly<{ organisation: string; account: string }>,
): Promise<void> {
  const { programme, id, participant, fact, askedOf, organisation, account, at, reason } = asked;
  await change(
    tx,
    `insert into evidence_asked
        (programme, id, participant, fact, asked_of, organisation, account, at, reason)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [programme, id, participant, fact, askedOf, organisation, account, at, reason],
  );
}

// Evidence that came after the question answers it; so does whatever replaced the fact.
const open = `select asked.programme, asked.id, asked.participant, asked.fact,
    asked.asked_of as "askedOf", asked.at, asked.reason
  from evidence_asked asked
  where asked.programme = $1
    and not exists (select from fact later
      where later.programme = asked.programme and later.replaces = asked.fact)
    and not exists (select from evidence shown
      where shown.programme = asked.programme and shown.fact = asked.fact
        and shown.at > asked.at)`;

/** What is asked of an organisation, the oldest first. */
export async function listAskedOf(
  tx: Tx,
  { programme, organisation }: Readonly<{ programme: string; organisation: string }>,
): Promise<readonly EvidenceAsked[]> {
  return rows<EvidenceAsked>(tx, `${open} and asked.asked_of = $2 order by asked.at, asked.id`, [
    programme,
    organisation,
  ]);
}

/** What is asked of these facts. */
export async function listAskedFor(
  tx: Tx,
  programme: string,
  facts: readonly string[],
): Promise<readonly EvidenceAsked[]> {
  return rows<EvidenceAsked>(tx, `${open} and asked.fact = any($2) order by asked.at, asked.id`, [
    programme,
    facts,
  ]);
}

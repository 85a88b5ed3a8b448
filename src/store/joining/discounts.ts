import { change, findRow, getRow, rows, type Tx } from '../tx.ts';

/** A discount that a provider proposed after it was admitted. */
export type DiscountProposal = Readonly<{
  programme: string;
  organisation: string;
  /** Counts its proposals. */
  number: number;
  /** As a percentage. */
  share: string;
  fromOn: string;
  state: 'proposed' | 'accepted' | 'refused' | 'replaced';
  proposedBy: string;
  proposedAt: string;
  decidedAt: string | null;
  /** Why it was refused, as a code. */
  reason: string | null;
}>;

type Whose = Readonly<{ programme: string; organisation: string }>;
type Made = Pick<DiscountProposal, 'share' | 'fromOn'> & Readonly<{ by: string; at: string }>;

const columns = `programme, organisation, number, share, from_on as "fromOn", state,
  proposed_by as "proposedBy", proposed_at as "proposedAt", decided_at as "decidedAt", reason`;

/** Proposes a discount; one that waits is replaced. Gives its number. */
export async function addDiscountProposal(
  tx: Tx,
  { programme, organisation }: Whose,
  { share, fromOn, by, at }: Made,
): Promise<number> {
  await change(
    tx,
    `update discount_proposal set state = 'replaced', decided_by = $3, decided_at = $4
      where programme = $1 and organisation = $2 and state = 'proposed'`,
    [programme, organisation, by, at],
  );
  const { number } = await getRow<{ number: number }>(
    tx,
    `insert into discount_proposal
        (programme, organisation, number, share, from_on, state, proposed_by, proposed_at)
      select $1, $2, coalesce(max(number), 0) + 1, $3, $4::date, 'proposed', $5::uuid,
        $6::timestamptz
      from discount_proposal where programme = $1 and organisation = $2
      returning number`,
    [programme, organisation, share, fromOn, by, at],
  );
  return number;
}

export async function findDiscountProposal(
  tx: Tx,
  { programme, organisation, number }: Whose & Readonly<{ number: number }>,
): Promise<DiscountProposal | undefined> {
  return findRow(
    tx,
    `select ${columns} from discount_proposal
      where programme = $1 and organisation = $2 and number = $3`,
    [programme, organisation, number],
  );
}

/** Keeps what the commissioner said. Whether it still waited: of two who decide one does. */
export async function decideDiscountProposal(
  tx: Tx,
  { programme, organisation, number }: Whose & Readonly<{ number: number }>,
  decided: Readonly<{
    state: 'accepted' | 'refused';
    reason: string | null;
    by: string;
    at: string;
  }>,
): Promise<boolean> {
  const changed = await change(
    tx,
    `update discount_proposal set state = $4, decided_by = $5, decided_at = $6,
        reason = $7
      where programme = $1 and organisation = $2 and number = $3 and state = 'proposed'`,
    [programme, organisation, number, decided.state, decided.by, decided.at, decided.reason],
  );
  return changed === 1;
}

/** The proposals of a programme, as far as they are reached: of each provider the newest first. */
export async function listDiscountProposals(
  tx: Tx,
  programme: string,
): Promise<readonly DiscountProposal[]> {
  return rows(
    tx,
    `select ${columns} from discount_proposal where programme = $1
      order by organisation, number desc limit 1000`,
    [programme],
  );
}

/** What a provider offered in its application and was admitted with, and since when. */
export async function listAdmittedDiscounts(
  tx: Tx,
  programme: string,
): Promise<readonly Pick<DiscountProposal, 'organisation' | 'share' | 'fromOn'>[]> {
  return rows(
    tx,
    `select distinct on (organisation) organisation,
        application.answers->>'discount' as share, provider.admitted_on as "fromOn"
      from application join provider using (programme, organisation)
      where programme = $1 and application.state = 'admitted' and admitted_on is not null
        and coalesce(application.answers->>'discount', '') <> ''
      order by organisation, application.number desc limit 1000`,
    [programme],
  );
}

/** How many proposals wait for the commissioner, as far as they are reached. */
export async function countDiscountsWaiting(tx: Tx, programme: string): Promise<number> {
  const { count } = await getRow<{ count: number }>(
    tx,
    `select count(*)::int as count from discount_proposal
      where programme = $1 and state = 'proposed'`,
    [programme],
  );
  return count;
}

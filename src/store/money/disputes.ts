import { change, findRow, rows, type Tx } from '../tx.ts';
import type { Stretch } from './payments.ts';

/** A line of a statement that its payee questions. */
export type Dispute = Readonly<{
  programme: string;
  id: string;
  settlement: string;
  payee: string;
  line: string;
  participant: string | null;
  provider: string;
  outcome: string;
  reason: string;
  /** With which the fact came in by which it is held. */
  arrival: string;
  openedBy: string;
  openedAt: string;
}>;

/** How a dispute went on. */
export type DisputeStep = Readonly<{
  programme: string;
  dispute: string;
  step: 'answered' | 'released';
  answer: string | null;
  arrival: string | null;
  takenBy: string;
  takenAt: string;
}>;

/** A dispute and how it stands. */
export type StoredDispute = Dispute &
  Readonly<{ answer: string | null; answeredAt: string | null; releasedAt: string | null }>;

const stepOf = (what: string, step: string) => `(select ${what} from dispute_step step
    where step.programme = dispute.programme and step.dispute = dispute.id and step = '${step}'
    order by place desc limit 1)`;

const columns = `dispute.programme, dispute.id, settlement, payee, line, participant, provider,
  outcome, reason, dispute.arrival, opened_by as "openedBy", opened_at as "openedAt",
  ${stepOf('answer', 'answered')} as answer,
  ${stepOf('taken_at', 'answered')} as "answeredAt",
  ${stepOf('taken_at', 'released')} as "releasedAt"`;

/** Opens a dispute. */
export async function insertDispute(tx: Tx, dispute: Dispute): Promise<void> {
  await change(
    tx,
    `insert into dispute (programme, id, settlement, payee, line, participant, provider, outcome,
        reason, arrival, opened_by, opened_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      dispute.programme,
      dispute.id,
      dispute.settlement,
      dispute.payee,
      dispute.line,
      dispute.participant,
      dispute.provider,
      dispute.outcome,
      dispute.reason,
      dispute.arrival,
      dispute.openedBy,
      dispute.openedAt,
    ],
  );
}

/** Notes a step; whoever takes one of a dispute waits here until another has ended. */
export async function addDisputeStep(tx: Tx, step: DisputeStep): Promise<void> {
  await change(
    tx,
    `insert into dispute_step (programme, dispute, place, step, answer, arrival, taken_by, taken_at)
      select $1, $2, coalesce(max(place), 0) + 1, $3, $4, $5, $6, $7 from dispute_step
        where programme = $1 and dispute = $2`,
    [
      step.programme,
      step.dispute,
      step.step,
      step.answer,
      step.arrival,
      step.takenBy,
      step.takenAt,
    ],
  );
}

/** Whoever takes a step of a dispute waits here until another has ended. */
export async function lockDispute(tx: Tx, id: string): Promise<void> {
  await change(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 41))', [id]);
}

/** One dispute, where it is reached. */
export async function findDispute(
  tx: Tx,
  { programme, id }: Pick<Dispute, 'programme' | 'id'>,
): Promise<StoredDispute | undefined> {
  return findRow(tx, `select ${columns} from dispute where programme = $1 and id = $2`, [
    programme,
    id,
  ]);
}

/** A dispute as it is listed; its line is for who sees all of a line, and not their part alone. */
export type ListedDispute = Pick<
  StoredDispute,
  | 'id'
  | 'settlement'
  | 'participant'
  | 'payee'
  | 'outcome'
  | 'reason'
  | 'openedAt'
  | 'answer'
  | 'releasedAt'
> &
  Readonly<{
    line: string | null;
    /** The settlement that it was opened on. */
    number: number;
    asAt: string;
    /** The day of the line. */
    day: string | null;
  }>;

/** Some of the disputes of a programme: all, or those that hold one line of a settlement. */
export type DisputesAsked = Stretch & Readonly<{ settlement: string | null; line: string | null }>;

/** Disputes of a programme as far as they are reached, newest first. */
export async function listDisputes(
  tx: Tx,
  { programme, after, most, settlement, line }: DisputesAsked,
): Promise<readonly ListedDispute[]> {
  return rows(
    tx,
    `with reached as (
        select id, settlement, payee, line, participant, outcome, reason,
            opened_at as "openedAt", ${stepOf('answer', 'answered')} as answer,
            ${stepOf('taken_at', 'released')} as "releasedAt",
            null::integer as number, null::date as as_at, null::date as day
          from dispute where programme = $1 and ($5::text is null or ${holdsLine})
        union all
        select id, settlement, payee, null, null, outcome, reason, opened_at, answer,
            released_at, number, as_at, day
          from payer_disputes($1) own
          where $5::text is null
            and not exists (select from dispute where programme = $1 and dispute.id = own.id)),
      shown as (
        select * from reached where $2::uuid is null
            or ("openedAt", id) < (select "openedAt", id from reached where id = $2)
          order by "openedAt" desc, id desc limit $3)
      select shown.id, shown.settlement, shown.payee, shown.line, shown.participant, shown.outcome,
          shown.reason, "openedAt", answer, "releasedAt",
          coalesce(shown.number, settled.number) as number,
          coalesce(shown.as_at, settled.as_at) as "asAt", coalesce(shown.day, line.day) as day
        from shown
        left join settlement settled on settled.programme = $1 and settled.id = shown.settlement
        left join settlement_line line on line.programme = $1
          and line.settlement = shown.settlement and md5(line.line) = md5(shown.line)
          and line.line = shown.line
        order by "openedAt" desc, shown.id desc`,
    [programme, after, most, settlement, line],
  );
}

// A dispute holds all lines of its outcome for the same participant, of any settlement.
const holdsLine = `exists (select from settlement_line held
  where held.programme = $1 and held.settlement = $4 and md5(held.line) = md5($5)
    and held.line = $5 and held.participant is not distinct from dispute.participant
    and held.provider = dispute.provider and held.outcome = dispute.outcome)`;

/** How far a dispute reaches: a settlement takes all that reach alike together. */
type DisputeReach = Pick<Dispute, 'programme' | 'participant' | 'provider' | 'outcome'>;

/** Whether a dispute of this reach is open, or was ended on a day by which a new one would be. */
export async function findDisputeAlike(
  tx: Tx,
  { programme, participant, provider, outcome, on }: DisputeReach & Readonly<{ on: string }>,
): Promise<'open' | 'ended' | undefined> {
  const found = await findRow<{ state: 'open' | 'ended' }>(
    tx,
    `select case when step.arrival is null then 'open' else 'ended' end as state
      from dispute left join dispute_step step on step.programme = dispute.programme
        and step.dispute = dispute.id and step.step = 'released'
      where dispute.programme = $1 and participant is not distinct from $2
        and provider = $3 and outcome = $4
        and (step.arrival is null or exists (select from fact
          where fact.programme = $1 and fact.arrival = step.arrival and fact.known >= $5))
      order by step.arrival nulls first limit 1`,
    [programme, participant, provider, outcome, on],
  );
  return found?.state;
}

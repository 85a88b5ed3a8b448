import type { ListPlace } from '../list-place.ts';
import { change, findRow, getRow, rows, type Tx } from '../tx.ts';
import type { Whom } from './people.ts';

export type ReferralState = 'made' | 'attached' | 'refused' | 'ended';

/** Who is sent to whom, and where that stands. */
export type Referral = Whom &
  Readonly<{
    id: string;
    provider: string;
    referredBy: string;
    account: string | null;
    at: string;
    way: 'referred' | 'chosen';
    state: ReferralState;
    changedAt: string;
  }>;

const columns = `programme, id, participant, provider, referred_by as "referredBy", account, at,
  way, state, changed_at as "changedAt"`;

/** Adds a referral; not where one to the same provider is open already. */
export async function addReferral(
  tx: Tx,
  referral: Omit<Referral, 'state' | 'changedAt'>,
): Promise<boolean> {
  const added = await change(
    tx,
    `insert into referral (programme, id, participant, provider, referred_by, account, at, way,
        state, changed_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, 'made', $7) on conflict do nothing`,
    [
      referral.programme,
      referral.id,
      referral.participant,
      referral.provider,
      referral.referredBy,
      referral.account,
      referral.at,
      referral.way,
    ],
  );
  return added === 1;
}

export async function findReferral(
  tx: Tx,
  { programme, id }: Readonly<{ programme: string; id: string }>,
): Promise<Referral | undefined> {
  return findRow<Referral>(
    tx,
    `select ${columns} from referral where programme = $1 and id = $2 for update`,
    [programme, id],
  );
}

/** The referrals of a participant, the newest first. */
export async function listReferralsOf(tx: Tx, whom: Whom): Promise<readonly Referral[]> {
  return rows<Referral>(
    tx,
    `select ${columns} from referral where programme = $1 and participant = $2
      order by at desc, id`,
    [whom.programme, whom.participant],
  );
}

/** What a list of referrals is narrowed to. */
export type ReferralsAsked = Readonly<{
  programme: string;
  state: ReferralState | null;
  /** The last one seen. */
  before: ListPlace | null;
  most: number;
}>;

/** Referrals that whoever asks may see, the newest first. */
export async function listReferrals(
  tx: Tx,
  { programme, state, before, most }: ReferralsAsked,
): Promise<readonly Referral[]> {
  return rows<Referral>(
    tx,
    `select ${columns} from referral where programme = $1 and ($2::text is null or state = $2)
      and ($3::timestamptz is null or (at, id) < ($3, $4)) order by at desc, id desc limit $5`,
    [programme, state, before?.at ?? null, before?.id ?? null, most],
  );
}

export async function moveReferral(
  tx: Tx,
  moved: Readonly<{ programme: string; id: string; state: ReferralState; at: string }>,
): Promise<void> {
  await change(
    tx,
    'update referral set state = $3, changed_at = $4 where programme = $1 and id = $2',
    [moved.programme, moved.id, moved.state, moved.at],
  );
}

/** Forgets who sent a participant to whom. */
export async function forgetReferrals(tx: Tx, whom: Whom): Promise<void> {
  await change(tx, 'delete from referral where programme = $1 and participant = $2', [
    whom.programme,
    whom.participant,
  ]);
}

/** A provider that somebody might be sent to. */
export type OpenProvider = Readonly<{
  organisation: string;
  name: string;
  capacity: number | null;
  areas: readonly string[];
  /** The day since which it has been in the programme. */
  since: string;
  /** Admitted and not paused. */
  isOpen: boolean;
  /** How many are with it, or on their way. */
  taken: number;
}>;

/** Lets nobody else take a place in a programme until this transaction ends. */
export async function lockPlaces(tx: Tx, programme: string): Promise<void> {
  await change(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 30))', [programme]);
}

/** What a page reserves for each attachment, in whole smallest units. */
type Reserve = Readonly<{
  programme: string;
  spend: bigint;
  /** Set aside for each referral since the last settlement. */
  each: bigint;
  /** For the next. */
  wanted: bigint;
  /** How many smallest units one whole unit has. */
  minorUnits: bigint;
}>;

/** Whether money is left for one more attachment; how much is not told. */
export async function isReserveLeft(
  tx: Tx,
  { programme, spend, each, wanted, minorUnits }: Reserve,
): Promise<boolean> {
  const { left } = await getRow<{ left: boolean }>(
    tx,
    'select is_reserve_left($1, $2, $3, $4, $5) as left',
    [programme, spend, each, wanted, minorUnits],
  );
  return left;
}

/** The participants among these with an open referral to a provider, made by somebody else. */
export async function listReferredSince(
  tx: Tx,
  { programme, provider }: Readonly<{ programme: string; provider: string }>,
  participants: readonly string[],
): Promise<readonly Readonly<{ participant: string; on: string }>[]> {
  return rows(
    tx,
    `select participant, min(at)::date as on from referral
      where programme = $1 and provider = $2 and referred_by <> $2
        and state in ('made', 'attached') and participant = any($3::uuid[])
      group by participant`,
    [programme, provider, participants],
  );
}

/** The providers of a programme, in the order of their names. */
export async function listOpenProviders(
  tx: Tx,
  { programme, today }: Readonly<{ programme: string; today: string }>,
): Promise<readonly OpenProvider[]> {
  return rows<OpenProvider>(
    tx,
    `select organisation, name, capacity, areas, admitted_on as since,
        may_be_referred(each, $2::date) as "isOpen",
        places_taken(each.programme, each.organisation) as taken
      from provider as each where programme = $1 and state in ('admitted', 'leaving')
      order by name`,
    [programme, today],
  );
}

/** What a person chose, sealed. */
export async function addChoice(
  tx: Tx,
  choice: Whom & Readonly<{ id: string; at: string; sealed: Uint8Array }>,
): Promise<void> {
  await change(
    tx,
    'insert into choice (programme, id, participant, at, sealed) values ($1, $2, $3, $4, $5)',
    [choice.programme, choice.id, choice.participant, choice.at, choice.sealed],
  );
}

import { change, findRow, getRow, rows, type Tx } from '../tx.ts';

/** For whose sake new referrals to a provider are paused. */
export type PausedBy = 'commissioner' | 'provider' | 'condition';

type ProviderStanding = 'applied' | 'refused' | 'withdrawn' | 'admitted' | 'leaving' | 'left';

/** A provider in a programme, from its application on. */
export type Provider = Readonly<{
  programme: string;
  organisation: string;
  /** How the facts name it. */
  name: string;
  state: ProviderStanding;
  since: string;
  pausedBy: readonly PausedBy[];
  capacity: number | null;
  areas: readonly string[];
  appliedAt: string;
  /** The first day on which somebody may be referred to it. */
  admittedOn: string | null;
  leavesOn: string | null;
}>;

const columns = `programme, organisation, name, state, since, paused_by as "pausedBy", capacity,
  areas, applied_at as "appliedAt", admitted_on as "admittedOn", leaves_on as "leavesOn"`;

type Whose = Readonly<{ programme: string; organisation: string }>;

/** A provider, held until this transaction ends where it is to be changed. */
export async function findProvider(
  tx: Tx,
  { programme, organisation }: Whose,
  { toChange = false }: Readonly<{ toChange?: boolean }> = {},
): Promise<Provider | undefined> {
  return findRow(
    tx,
    `select ${columns} from provider where programme = $1 and organisation = $2
      ${toChange ? 'for update' : ''}`,
    [programme, organisation],
  );
}

/** Providers of a programme that are or were admitted, in the order of their names. */
export async function listProviders(tx: Tx, programme: string): Promise<readonly Provider[]> {
  return rows(
    tx,
    `select ${columns} from provider
      where programme = $1 and state in ('admitted', 'leaving', 'left') order by name limit 1000`,
    [programme],
  );
}

/** What an organisation provides, in all programmes to which it ever applied. */
export async function listProvidedBy(tx: Tx, organisation: string): Promise<readonly Provider[]> {
  return rows(tx, `select ${columns} from provider where organisation = $1 limit 1000`, [
    organisation,
  ]);
}

/** Enters a provider that applies; one that applied before applies again. */
export async function enterProvider(
  tx: Tx,
  provider: Omit<Provider, 'state' | 'pausedBy' | 'admittedOn' | 'leavesOn'>,
): Promise<void> {
  await change(
    tx,
    `insert into provider
        (programme, organisation, name, state, since, capacity, areas, applied_at)
      values ($1, $2, $3, 'applied', $4, $5, $6, $7)
      on conflict (programme, organisation) do update set name = excluded.name, state = 'applied',
        since = excluded.since, capacity = excluded.capacity, areas = excluded.areas,
        applied_at = excluded.applied_at, paused_by = '{}', leaves_on = null`,
    [
      provider.programme,
      provider.organisation,
      provider.name,
      provider.since,
      provider.capacity,
      provider.areas,
      provider.appliedAt,
    ],
  );
}

type Moved = Pick<
  Provider,
  'programme' | 'organisation' | 'name' | 'state' | 'since' | 'pausedBy' | 'admittedOn' | 'leavesOn'
>;

/** Says how a provider stands now. */
export async function moveProvider(tx: Tx, moved: Moved): Promise<void> {
  await change(
    tx,
    `update provider set name = $3, state = $4, since = $5, paused_by = $6, admitted_on = $7,
        leaves_on = $8
      where programme = $1 and organisation = $2`,
    [
      moved.programme,
      moved.organisation,
      moved.name,
      moved.state,
      moved.since,
      moved.pausedBy,
      moved.admittedOn,
      moved.leavesOn,
    ],
  );
}

/** Says where and how many a provider can serve. */
export async function changeOffer(
  tx: Tx,
  offer: Pick<Provider, 'programme' | 'organisation' | 'capacity' | 'areas'>,
): Promise<void> {
  await change(
    tx,
    'update provider set capacity = $3, areas = $4 where programme = $1 and organisation = $2',
    [offer.programme, offer.organisation, offer.capacity, offer.areas],
  );
}

/** Whether another provider of the programme goes by this name. */
export async function isNameTaken(
  tx: Tx,
  { programme, organisation, name }: Whose & Readonly<{ name: string }>,
): Promise<boolean> {
  const { taken } = await getRow<{ taken: boolean }>(
    tx,
    `select exists (select from provider where programme = $1 and organisation <> $2
        and lower(name) = lower($3) and state in ('admitted', 'leaving', 'left'))
      or exists (select from party where programme = $1 and organisation <> $2
        and part = 'provider' and lower(name) = lower($3)) as taken`,
    [programme, organisation, name],
  );
  return taken;
}

/** How many serve in a programme. Admissions to it come one by one until this transaction ends. */
export async function countServing(tx: Tx, programme: string): Promise<number> {
  await findRow(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 20))', [programme]);
  const { count } = await getRow<{ count: number }>(
    tx,
    `select count(*)::integer as count from provider
      where programme = $1 and state in ('admitted', 'leaving')`,
    [programme],
  );
  return count;
}

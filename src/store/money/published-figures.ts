import type { Period, PublishedRow, Rhythm } from '../../publication/index.ts';
import { insertRows } from '../insert-rows.ts';
import { change, findRow, rows, type Tx } from '../tx.ts';

/** A period of which figures have been published, and how often they are. */
export type PublishedPeriod = Readonly<{
  programme: string;
  from: Period['from'];
  to: Period['to'];
  rhythm: Rhythm;
  /** The version of the page in force on its last day. */
  version: number;
  settledTo: Period['to'];
  publishedAt: string;
}>;

/** With what only the service knows of it. */
export type PeriodToPublish = PublishedPeriod &
  Readonly<{
    publishedBy: string;
    /** The settlement that is counted up to its last day. */
    settlement: string;
  }>;

/** Publishes a period: once and for all. */
export async function insertPublished(tx: Tx, { period, figures }: Published): Promise<void> {
  const { programme, from, to, rhythm, version, settledTo, settlement } = period;
  const { publishedAt, publishedBy } = period;
  await change(
    tx,
    `insert into published_period (programme, from_day, to_day, rhythm, version, settled_to,
        settlement, published_by, published_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [programme, from, to, rhythm, version, settledTo, settlement, publishedBy, publishedAt],
  );
  const cells = figures.map(({ provider, outcomes, count, money }, at) => [
    programme,
    from,
    at + 1,
    provider,
    `{${outcomes.map((name) => `"${name.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`,
    count.is === 'rounded' ? count.about : null,
    money.is,
    money.is === 'between' ? money.least.units : null,
    money.is === 'between' ? money.most.units : null,
    money.is === 'between' ? money.least.currency : null,
  ]);
  await insertRows(tx, { table: 'published_figure', columns }, cells);
}

type Published = Readonly<{
  period: PeriodToPublish;
  figures: readonly PublishedRow[];
}>;

const columns = [
  ['programme', 'uuid'],
  ['from_day', 'date'],
  ['place', 'integer'],
  ['provider', 'text'],
  ['outcomes', 'text[]'],
  ['about', 'integer'],
  ['money', 'text'],
  ['least_units', 'bigint'],
  ['most_units', 'bigint'],
  ['currency', 'text'],
] as const;

/** The periods published so far, in order. */
export async function listPublishedPeriods(
  tx: Tx,
  programme: string,
): Promise<readonly PublishedPeriod[]> {
  return rows(
    tx,
    `select programme, from_day as "from", to_day as "to", rhythm, version,
        settled_to as "settledTo", published_at as "publishedAt"
      from published_period where programme = $1 order by from_day`,
    [programme],
  );
}

/** What of a settlement is counted: what happened up to a day. */
export type Counted = Readonly<{ settlement: string; to: string }>;

/** What was counted when the last period was published. */
export async function findLastCounted(tx: Tx, programme: string): Promise<Counted | undefined> {
  return findRow(
    tx,
    `select settlement, to_day as "to" from published_period where programme = $1
      order by from_day desc limit 1`,
    [programme],
  );
}

/** A published figure. */
export type PublishedFigure = Readonly<{
  from: string;
  to: string;
  provider: string;
  outcomes: readonly string[];
  /** None where there are under 10. */
  about: number | null;
  money: 'between' | 'suppressed' | 'not by the rate card';
  leastUnits: bigint | null;
  mostUnits: bigint | null;
  currency: string | null;
}>;

/** Everything published of a programme, newest period first. */
export async function listPublishedFigures(
  tx: Tx,
  programme: string,
): Promise<readonly PublishedFigure[]> {
  return rows(
    tx,
    `select from_day as "from", to_day as "to", provider, outcomes, about, money,
        least_units as "leastUnits", most_units as "mostUnits", currency
      from published_figure join published_period using (programme, from_day)
      where programme = $1 order by from_day desc, place`,
    [programme],
  );
}

/** How often an outcome of a provider stands achieved in a settlement. */
export type AchievedCount = Readonly<{ provider: string; outcome: string; count: number }>;

/**
 * Counts the lines of outcomes in a settlement up to a day, once each whoever else has a share of
 * them, but for those of which nothing counts: not verified, known too late, or another
 * provider's.
 */
export async function countAchieved(
  tx: Tx,
  { programme, settlement, to }: Counted & Readonly<{ programme: string }>,
): Promise<readonly AchievedCount[]> {
  return rows(
    tx,
    `select provider, outcome, count(*)::integer as count from settlement_line line
      where programme = $1 and settlement = $2 and day <= $3 and participant is not null
        and split_part(line, '|', 5) = '' and clause like 'Outcomes/%'
        and not exists (select from settlement_unpaid unpaid
          where unpaid.programme = line.programme and unpaid.settlement = line.settlement
            and unpaid.line = line.place and unpaid.amount_units = line.gross_units
            and reason in ('not_verified', 'too_late', 'other_provider'))
      group by provider, outcome order by provider, outcome`,
    [programme, settlement, to],
  );
}

/**
 * Providers that had been admitted by a day, those that have left among them, and those that apply
 * again since: what they had achieved is not taken back by that.
 */
export async function listAdmittedBy(
  tx: Tx,
  { programme, on }: Readonly<{ programme: string; on: string }>,
): Promise<readonly string[]> {
  const found = await rows<{ name: string }>(
    tx,
    `select name from provider where programme = $1 and admitted_on <= $2
      or programme = $1 and exists (select from party where party.programme = $1
        and party.organisation = provider.organisation and part = 'provider'
        and joined_at < ($2::date + 1))
      order by name`,
    [programme, on],
  );
  return found.map(({ name }) => name);
}

import type { Client } from 'pg';
import type { Problem, Result } from '../problem/index.ts';
import {
  timeZoneDaysOtherwise,
  timeZoneKeptOtherwise,
  timeZoneNotKnown,
  timeZoneNotSaid,
} from './problems.ts';
import { change, findRow, getRow, type Tx } from './tx.ts';

/** The time zone of this machine, for data that know of none yet. */
function ownTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return isNamed(timeZone) ? timeZone : 'UTC';
}

/**
 * The time zone that days are reckoned in: the one kept with the data; where none is, or nothing
 * has been done in them yet, the one that is asked for, or else the machine's own.
 */
export async function findTimeZone(owner: Client, wanted: string): Promise<Result<string>> {
  if (wanted !== '' && !(await isKnown(owner, wanted))) {
    return { ok: false, problems: [timeZoneNotKnown(wanted)] };
  }
  const kept = await findKept(owner);
  if (kept === undefined || (kept.isUntouched && wanted !== '')) {
    const own = ownTimeZone();
    return { ok: true, value: wanted || ((await isKnown(owner, own)) ? own : 'UTC') };
  }
  return wanted === '' || canonical(wanted) === canonical(kept.name)
    ? { ok: true, value: kept.name }
    : { ok: false, problems: [timeZoneKeptOtherwise(kept.name, wanted)] };
}

/** A time zone to be kept: whether somebody named it, or it is the machine's own. */
export type ToKeep = Readonly<{ name: string; at: string; isSaid: boolean }>;

/** Keeps the time zone with the data; what was kept before stays where something was done in it. */
export async function keepTimeZone(tx: Tx, { name, at, isSaid }: ToKeep): Promise<Result<null>> {
  const against = await findAgainst(tx, { name, isSaid });
  if (against !== undefined) return { ok: false, problems: [against] };
  await change(
    tx,
    `insert into time_zone (name, kept_at) values ($1, $2)
      on conflict (is_one) do update set name = excluded.name, kept_at = excluded.kept_at
      where time_zone.name <> excluded.name and not exists (select from record)`,
    [name, at],
  );
  const kept = await getRow<{ name: string }>(tx, 'select name from time_zone');
  return kept.name === name
    ? { ok: true, value: null }
    : { ok: false, problems: [timeZoneKeptOtherwise(kept.name, name)] };
}

/**
 * What stands against a zone for data in which something was done before any was kept: their days
 * were those of a machine that nobody knows any more. It has to be named, and the days on which
 * facts became known must be days of it.
 */
async function findAgainst(
  tx: Tx,
  { name, isSaid }: Pick<ToKeep, 'name' | 'isSaid'>,
): Promise<Problem | undefined> {
  const { isOld } = await getRow<{ isOld: boolean }>(
    tx,
    `select not exists (select from time_zone) and exists (select from record) as "isOld"`,
  );
  if (!isOld) return undefined;
  const other = await findRow<{ at: string; known: string; day: string }>(
    tx,
    `select arrival.at, fact.known, (arrival.at at time zone $1)::date as day
      from arrival join fact on fact.programme = arrival.programme and fact.arrival = arrival.id
      where fact.known <> (arrival.at at time zone $1)::date limit 1`,
    [name],
  );
  if (other !== undefined && isSaid) return timeZoneDaysOtherwise(name, other);
  return isSaid ? undefined : timeZoneNotSaid(other === undefined ? name : undefined);
}

// A database that is put back as an earlier version had it has no such table.
async function findKept(
  owner: Client,
): Promise<Readonly<{ name: string; isUntouched: boolean }> | undefined> {
  const { rows: there } = await owner.query<{ is: boolean }>(
    `select to_regclass('outturn.time_zone') is not null as is`,
  );
  if (there[0]?.is !== true) return undefined;
  const { rows } = await owner.query<{ name: string; isUntouched: boolean }>(
    `select name, not exists (select from outturn.record) as "isUntouched"
      from outturn.time_zone`,
  );
  return rows[0];
}

// An area and a place, or a name such as UTC. What is no name at all (such as +05) the database
// would read with its sign turned round.
function isNamed(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name);
}

async function isKnown(owner: Client, name: string): Promise<boolean> {
  if (!isNamed(name) || canonical(name) === undefined) return false;
  try {
    await owner.query('select now() at time zone $1', [name]);
    return true;
  } catch {
    return false;
  }
}

function canonical(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

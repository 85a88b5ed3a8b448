import { noPlace, type Problem } from '../problem/index.ts';

export function databaseOfLaterVersion(migration: string): Problem {
  return {
    code: 'database.of_later_version',
    severity: 'error',
    at: noPlace(),
    message: `The database was last used by a later version, which had made ${migration} of it.`,
    help: 'Start the version of Outturn that last used it, or a later one.',
  };
}

export function databaseNotReached(reason: string, setting: string): Problem {
  return {
    code: 'database.not_reached',
    severity: 'error',
    at: noPlace(),
    message: `The database cannot be reached (${reason}).`,
    help: `See that it runs, and that ${setting} names the host and the port where it does.`,
  };
}

export function databaseFull(reason: string): Problem {
  return {
    code: 'database.full',
    severity: 'error',
    at: noPlace(),
    message: `The database takes no more connections than it has (${reason}).`,
    help: 'End what else is connected to it, or raise its max_connections, and start again.',
  };
}

export function databaseLetsNotIn(reason: string, setting: string): Problem {
  return {
    code: 'database.lets_not_in',
    severity: 'error',
    at: noPlace(),
    message: `The database answers, and does not let the service in (${reason}).`,
    help: `See that ${setting} names a user that it knows, the right password and its kind of TLS.`,
  };
}

export function databaseNameNotThere(reason: string, setting: string): Problem {
  return {
    code: 'database.name_not_there',
    severity: 'error',
    at: noPlace(),
    message: `The server answers, and has no such database (${reason}).`,
    help: `Create the database, or let ${setting} name one that is there.`,
  };
}

export function databaseTooOld(version: string): Problem {
  return {
    code: 'database.too_old',
    severity: 'error',
    at: noPlace(),
    message: `The database is PostgreSQL ${version}, and must be 15 or later.`,
    help: 'Name a newer server in DATABASE_URL, or leave it out to use the embedded one.',
  };
}

export function databaseRoleNotMade(reason: string): Problem {
  return {
    code: 'database.role_not_made',
    severity: 'error',
    at: noPlace(),
    message: `The role that the service works under cannot be made (${reason}).`,
    help: 'Let the user of DATABASE_URL create roles, or set OUTTURN_APP_DATABASE_URL.',
  };
}

export function databaseRoleUnfit(role: string, wanted: string): Problem {
  return {
    code: 'database.role_unfit',
    severity: 'error',
    at: noPlace(),
    message: `The service would work under the role ${role}, and must under ${wanted}.`,
    help: `Let OUTTURN_APP_DATABASE_URL sign in as ${wanted}, without SUPERUSER and BYPASSRLS.`,
  };
}

export function timeZoneNotKnown(name: string): Problem {
  return {
    code: 'time_zone.not_known',
    severity: 'error',
    at: noPlace(),
    message: `OUTTURN_TIME_ZONE is "${name}", and must name a time zone, as Europe/London does.`,
    help: 'Give the area and the place by which the zone is known, or leave it out.',
  };
}

/** Where the machine's own fits the days of the data, it is named as the likely one. */
export function timeZoneNotSaid(own: string | undefined): Problem {
  const likely = own === undefined ? 'Europe/London' : `${own} if they were made on this machine`;
  return {
    code: 'time_zone.not_said',
    severity: 'error',
    at: noPlace(),
    message: 'These data were begun before a time zone was kept with them, and none is named.',
    help: `Set OUTTURN_TIME_ZONE to that of the machine they were begun on, such as ${likely}.`,
  };
}

export function timeZoneDaysOtherwise(
  wanted: string,
  { at, known, day }: Readonly<{ at: string; known: string; day: string }>,
): Problem {
  return {
    code: 'time_zone.days_otherwise',
    severity: 'error',
    at: noPlace(),
    message: `What came in at ${at} became known on ${known}, and in ${wanted} that was ${day}.`,
    help: 'Set OUTTURN_TIME_ZONE to the zone of the machine that they were begun on.',
  };
}

export function timeZoneKeptOtherwise(kept: string, wanted: string): Problem {
  return {
    code: 'time_zone.kept_otherwise',
    severity: 'error',
    at: noPlace(),
    message: `Days of these data are those of ${kept}, and OUTTURN_TIME_ZONE says ${wanted}.`,
    help: `Leave OUTTURN_TIME_ZONE out, or set it to ${kept}: days that were kept do not move.`,
  };
}

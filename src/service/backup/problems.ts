import { noPlace, type Problem } from '../../problem/index.ts';

// Problems of backups: of making one, of its contents, and of the place that it is put into.

export function backupPlaceNotEmpty(path: string): Problem {
  return {
    code: 'backup.place_not_empty',
    severity: 'error',
    at: noPlace(path),
    message: 'A backup is written into a folder of its own, and this one holds something.',
    help: 'Name a folder that is not there yet, such as one with the day in its name.',
  };
}

export function backupKeysTogether(path: string): Problem {
  return {
    code: 'backup.keys_together',
    severity: 'error',
    at: noPlace(path),
    message: 'The keys would lie with the backup that they open, and are kept apart from it.',
    help: 'Give --keys a folder elsewhere, best on another machine.',
  };
}

export function backupNothingThere(folder: string): Problem {
  return {
    code: 'backup.nothing_there',
    severity: 'error',
    at: noPlace(folder),
    message: 'There is nothing to copy: the database holds nothing of Outturn.',
    help: 'See that OUTTURN_DATA or DATABASE_URL names what is to be copied.',
  };
}

export function backupUnwritable(path: string, reason: string): Problem {
  return {
    code: 'backup.unwritable',
    severity: 'error',
    at: noPlace(path),
    message: `The backup cannot be written (${reason}).`,
    help: 'See that the disk has room and that you may write there, then try again.',
  };
}

export function backupWithoutKeys(): Problem {
  return {
    code: 'backup.without_keys',
    severity: 'warning',
    at: noPlace(),
    message: 'This backup holds no keys: without them facts, names and evidence cannot be read.',
    help: 'Copy the keys to another place too: add --keys with a folder elsewhere.',
  };
}

export function backupMasterElsewhere(path: string): Problem {
  return {
    code: 'backup.master_elsewhere',
    severity: 'warning',
    at: noPlace(path),
    message: 'The keys were copied without the master key, which OUTTURN_MASTER_KEY gives.',
    help: 'Keep that key as well: a restoration needs it in OUTTURN_MASTER_KEY.',
  };
}

export function storedFileDamaged(path: string): Problem {
  return {
    code: 'backup.stored_file_damaged',
    severity: 'warning',
    at: noPlace(path),
    message: 'A stored file is not what its name says, and was left out of the backup.',
    help: 'Put it back from an earlier backup, and have the disk looked at.',
  };
}

export function backupNotWhole(path: string): Problem {
  return {
    code: 'backup.not_whole',
    severity: 'error',
    at: noPlace(path),
    message: 'This is no backup, or one that was broken off: its manifest is not there.',
    help: 'Name the folder that `outturn backup` wrote to its end.',
  };
}

export function backupOfLaterForm(path: string, form: unknown): Problem {
  return {
    code: 'backup.of_later_form',
    severity: 'error',
    at: noPlace(path),
    message: `The backup is of form ${String(form).slice(0, 20)}, and this version reads form 1.`,
    help: 'Restore it with the version of Outturn that made it, or a later one.',
  };
}

export function backupOfLaterVersion(path: string, migration: string): Problem {
  return {
    code: 'backup.of_later_version',
    severity: 'error',
    at: noPlace(path),
    message: `A later version made the backup: this one does not know ${migration}.`,
    help: 'Restore it with the version of Outturn that made it, or a later one.',
  };
}

export function backupDamaged(path: string): Problem {
  return {
    code: 'backup.damaged',
    severity: 'error',
    at: noPlace(path),
    message: 'This part of the backup is not as it was written: its hash is another.',
    help: 'Use another copy of this backup, or another backup; nothing was restored.',
  };
}

export function backupUnreadable(path: string, reason: string): Problem {
  return {
    code: 'backup.unreadable',
    severity: 'error',
    at: noPlace(path),
    message: `This part of the backup cannot be read (${reason}).`,
    help: 'See that all of the backup is there and that you may read it.',
  };
}

export function backupOtherDigest(digest: string, asked: string): Problem {
  return {
    code: 'backup.other_digest',
    severity: 'error',
    at: noPlace(),
    message: `The digest of the backup is ${digest}, and ${asked} was asked for.`,
    help: 'Name the backup whose digest was noted; this is another, or was changed.',
  };
}

export function backupKeysNotThere(path: string): Problem {
  return {
    code: 'backup.keys_not_there',
    severity: 'error',
    at: noPlace(path),
    message: 'There are no keys in this folder.',
    help: 'Give --keys the folder that `outturn backup --keys` wrote.',
  };
}

export function restorePlaceNotEmpty(place: string, found: string): Problem {
  return {
    code: 'restore.place_not_empty',
    severity: 'error',
    at: noPlace(place),
    message: `A backup is restored into an empty place, and this is none: ${found}.`,
    help: 'Name an empty folder in OUTTURN_DATA, and an empty database if DATABASE_URL is set.',
  };
}

export function restoreBrokenOff(place: string): Problem {
  return {
    code: 'restore.broken_off',
    severity: 'error',
    at: noPlace(place),
    message: 'A backup was being put back here, and that was broken off.',
    help: 'Run `outturn restore` again with the same backup, or name other data in OUTTURN_DATA.',
  };
}

export function restoreUnwritable(path: string, reason: string): Problem {
  return {
    code: 'restore.unwritable',
    severity: 'error',
    at: noPlace(path),
    message: `The data folder cannot be written (${reason}).`,
    help: 'See that the disk has room and that you may write there, then try again.',
  };
}

export function restoreRowsOtherwise(table: string, count: number, expected: number): Problem {
  return {
    code: 'restore.rows_otherwise',
    severity: 'error',
    at: noPlace(),
    message: `The table ${table} took in ${count} rows, and ${expected} were kept.`,
    help: 'Use another copy of this backup, or another backup; nothing was restored.',
  };
}

export function restoreRefused(reason: string): Problem {
  return {
    code: 'restore.refused',
    severity: 'error',
    at: noPlace(),
    message: `The database does not take what the backup holds (${reason}).`,
    help: 'Use another copy of this backup, or another backup; nothing was restored.',
  };
}

export function restoredFailsCheck(what: string): Problem {
  return {
    code: 'restore.fails_check',
    severity: 'error',
    at: noPlace(),
    message: `The data are restored, and ${what} does not check.`,
    help: 'Do not work with them before somebody has looked into the problem beside this one.',
  };
}

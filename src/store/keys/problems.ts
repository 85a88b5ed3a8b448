import { basename, dirname } from 'node:path';
import { noPlace, type Problem } from '../../problem/index.ts';

// Problems of the keys that make personal data readable. A key is never part of one.

export function masterKeyNotUnderstood(length: number): Problem {
  return {
    code: 'keys.master_not_understood',
    severity: 'error',
    at: noPlace(),
    message: `OUTTURN_MASTER_KEY, of ${length} characters, is neither a key of 64 nor a file.`,
    help: 'Give 64 hexadecimal digits, or the path of a file that holds them and nothing else.',
  };
}

export function masterKeyUnreadable(path: string, reason: string): Problem {
  return {
    code: 'keys.master_unreadable',
    severity: 'error',
    at: noPlace(path),
    message: `The master key cannot be read (${reason}).`,
    help: 'Let the service read this file, and see that it holds 64 hexadecimal digits.',
  };
}

export function masterKeyMissing(path: string): Problem {
  return {
    code: 'keys.master_missing',
    severity: 'error',
    at: noPlace(path),
    message: 'There are sealed data, and the master key that opens their keys is not there.',
    help: 'Put it back from where it is kept, or name it in OUTTURN_MASTER_KEY.',
  };
}

export function masterKeyOther(path: string): Problem {
  return {
    code: 'keys.master_other',
    severity: 'error',
    at: noPlace(path),
    message: 'These keys were made under another master key than the one in use.',
    help: 'Use the master key that belongs to them: in OUTTURN_MASTER_KEY, or as `master.key`.',
  };
}

export function keysUnusable(path: string, reason: string): Problem {
  return {
    code: 'keys.unusable',
    severity: 'error',
    at: noPlace(path),
    message: `The keys cannot be read or written (${reason}).`,
    help: 'See that the disk has room and that the service owns this folder, then try again.',
  };
}

export function keysHeld(path: string, holder: string): Problem {
  return {
    code: 'keys.held',
    severity: 'error',
    at: noPlace(path),
    message: `Process ${holder} has been changing these keys for more than 30 seconds.`,
    help: 'Wait until it has finished, or end it, and try again.',
  };
}

export function keyFileLost(path: string): Problem {
  return {
    code: 'keys.file_lost',
    severity: 'error',
    at: noPlace(path),
    message: `The file ${basename(path)} was there, and is not there any more.`,
    help: `Put it back into ${dirname(path)} from a backup; without it nobody can read the data.`,
  };
}

export function keyFileShort(path: string, count: number, countBefore: number): Problem {
  return {
    code: 'keys.file_short',
    severity: 'error',
    at: noPlace(path),
    message: `The file ${basename(path)} holds ${count} keys, and held ${countBefore}.`,
    help: 'Put it back from a backup; data under the keys that are gone cannot be read.',
  };
}

export function keyFileDamaged(path: string, count = 0, countBefore = 0): Problem {
  return {
    code: 'keys.file_damaged',
    severity: 'error',
    at: noPlace(path),
    message: `The file ${basename(path)} is damaged after ${count} of its ${countBefore} keys.`,
    help: 'Put it back from a backup; data under the keys that are gone cannot be read.',
  };
}

export function keysMissing(path: string, count: number, first: string): Problem {
  return {
    code: 'keys.missing',
    severity: 'error',
    at: noPlace(path),
    message: `There is no key for ${count} of those asked for, ${first} among them.`,
    help: 'Put the folder of keys back from the backup that belongs to this database.',
  };
}

export function keyErased(path: string, id: string): Problem {
  return {
    code: 'keys.erased',
    severity: 'error',
    at: noPlace(path),
    message: `The key of ${id} was destroyed, and no other is made for it.`,
    help: 'Enter them anew: what was erased is not taken up again.',
  };
}

export function keysOther(path: string, count: number): Problem {
  return {
    code: 'keys.other_here',
    severity: 'error',
    at: noPlace(path),
    message: `For ${count} ids another key is here than the one to be put back.`,
    help: 'Put a backup back into an empty place.',
  };
}

export function sealedNotOpened(bound: Uint8Array | string): Problem {
  const what = typeof bound === 'string' ? bound : `${bound.length} bytes`;
  return {
    code: 'sealed.not_opened',
    severity: 'error',
    at: noPlace(),
    message: `What is sealed and bound to ${what} does not open with its key.`,
    help: 'It was changed or moved outside the service: put it back from a backup.',
  };
}

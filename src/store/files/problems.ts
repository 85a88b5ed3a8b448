import { noPlace, type Problem } from '../../problem/index.ts';
import { type FileType, fileTypes, wordsOfTypes } from './file-type.ts';

// Problems of files that are sent in, and of those that are kept. The name of a file may be that
// of a person, and stands in none of them.

export function uploadEmpty(): Problem {
  return {
    code: 'upload.empty',
    severity: 'error',
    at: noPlace(),
    message: 'This file holds nothing: it has 0 bytes.',
    help: 'See that it was saved, and send it again.',
  };
}

export function uploadTooLarge(bytesMax: number): Problem {
  return {
    code: 'upload.too_large',
    severity: 'error',
    at: noPlace(),
    message: `This file has more than ${bytesMax} bytes, which is the most that is taken.`,
    help: 'Send a smaller copy of it, or its parts one by one.',
  };
}

export function uploadTypeRefused(what: string, accepted: readonly FileType[]): Problem {
  return {
    code: 'upload.type_refused',
    severity: 'error',
    at: noPlace(),
    message: `By its content this is ${what}, and may be ${wordsOfTypes(accepted)}.`,
    help: 'Save or export it as one of these: its name alone does not change what it is.',
  };
}

export function uploadTextUnreadable(): Problem {
  return {
    code: 'upload.text_unreadable',
    severity: 'error',
    at: noPlace(),
    message: 'This begins as text, and holds bytes that are no text in UTF-8.',
    help: 'Save it again as UTF-8 text.',
  };
}

export function uploadNotWhole(type: FileType): Problem {
  return {
    code: 'upload.not_whole',
    severity: 'error',
    at: noPlace(),
    message: `This begins as ${fileTypes[type].what} and does not end as one.`,
    help: 'See that it opens where it was made, and send it again.',
  };
}

export function uploadRuns(): Problem {
  return {
    code: 'upload.runs',
    severity: 'error',
    at: noPlace(),
    message: 'This spreadsheet holds macros, controls or other files.',
    help: 'Save a copy without them, or as CSV, and send that.',
  };
}

export function storedFileMissing(name: string): Problem {
  return {
    code: 'stored_file.missing',
    severity: 'error',
    at: noPlace(),
    message: `The stored file ${name} is not there.`,
    help: 'Put the folder of files back from the backup that belongs to this database.',
  };
}

export function storedFileDamaged(name: string): Problem {
  return {
    code: 'stored_file.damaged',
    severity: 'error',
    at: noPlace(),
    message: `The stored file ${name} is not as it was when it was stored.`,
    help: 'Put it back from a backup.',
  };
}

export function storedFileNotOpened(name: string): Problem {
  return {
    code: 'stored_file.not_opened',
    severity: 'error',
    at: noPlace(),
    message: `The stored file ${name} does not open with this key in this place.`,
    help: 'See that the folder of keys belongs to this database.',
  };
}

export function filesUnusable(folder: string, reason: string): Problem {
  return {
    code: 'stored_file.folder_unusable',
    severity: 'error',
    at: noPlace(folder),
    message: `The stored files cannot be read or written (${reason}).`,
    help: 'See that the disk has room and that the service owns this folder, then try again.',
  };
}

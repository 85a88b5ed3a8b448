import { noPlace, type Problem } from '../../problem/index.ts';

// Problems of bundles, and of what does not come out of them again.

export function bundleUnreadable(path: string, reason: string): Problem {
  return {
    code: 'bundle.unreadable',
    severity: 'error',
    at: noPlace(path),
    message: `The bundle cannot be read (${reason}).`,
    help: 'See that it is there and that you may read it, then try again.',
  };
}

export function notABundle(path: string, what: string): Problem {
  return {
    code: 'bundle.not_a_bundle',
    severity: 'error',
    at: noPlace(path),
    message: `This file is no bundle: ${what}.`,
    help: 'Give a file that `outturn bundle` wrote.',
  };
}

/** What is left of somebody erased is their lines, which nobody works out again. */
export function bundleErasedSince(count: number): Problem {
  const who = count === 1 ? '1 participant was' : `${count} participants were`;
  return {
    code: 'bundle.erased_since',
    severity: 'error',
    at: noPlace(),
    message: `${who} erased after it was settled, and it does not come out without their facts.`,
    help: 'Have it worked out again here, where their lines are taken as they were settled.',
  };
}

/** Where something comes out otherwise than the bundle says. */
export type Otherwise = Readonly<{ what: string; said: string; found: string }>;

/** What is given away as a settlement is what was approved, line by line, or nothing. */
export function bundleNotAsKept({ what, said, found }: Otherwise): Problem {
  return {
    code: 'bundle.not_as_kept',
    severity: 'error',
    at: noPlace(),
    message: `For the bundle ${what} comes out otherwise: it was settled as ${said}, not ${found}.`,
    help: 'Have it worked out again here, which says what comes out otherwise.',
  };
}

/** Bundles that are one archive hold Parquet. */
export function bundleNeedsDuckDb(path?: string): Problem {
  return {
    code: 'bundle.duckdb_missing',
    severity: 'error',
    at: noPlace(path),
    message:
      'An archive holds Parquet, and the package for it, @duckdb/node-api, is not installed.',
    help: 'Run `npm install @duckdb/node-api` where this program runs, then try again.',
  };
}

export function archivedFileChanged(path: string, file: string): Problem {
  return {
    code: 'bundle.file_changed',
    severity: 'error',
    at: noPlace(path),
    message: `The file ${file} in the bundle is not as it was written: its digest is another.`,
    help: 'Ask whoever wrote the bundle for it again.',
  };
}

export function archivedFileMissing(path: string, file: string): Problem {
  return {
    code: 'bundle.file_missing',
    severity: 'error',
    at: noPlace(path),
    message: `The bundle names the file ${file}, which is not in it.`,
    help: 'Ask whoever wrote the bundle for it again.',
  };
}

export function archivedFileBeside(path: string, file: string): Problem {
  return {
    code: 'bundle.file_not_named',
    severity: 'error',
    at: noPlace(path),
    message: `The file ${file} is in the bundle, which does not name it.`,
    help: 'Ask whoever wrote the bundle for it again.',
  };
}

export function lineDiffers(path: string, { what, said, found }: Otherwise): Problem {
  return {
    code: 'bundle.line_differs',
    severity: 'error',
    at: noPlace(path),
    message: `The first line that differs is ${what}: the bundle says ${said}, not ${found}.`,
    help: 'Ask whoever wrote the bundle: its result, facts or page are not those settled.',
  };
}

export function resultDiffers(path: string, { what, said, found }: Otherwise): Problem {
  return {
    code: 'bundle.result_differs',
    severity: 'error',
    at: noPlace(path),
    message: `Every line agrees, and "${what}" does not: the bundle says ${said}, not ${found}.`,
    help: 'Ask whoever wrote the bundle: its result, facts or page are not those settled.',
  };
}

export function bundleChanged(path: string): Problem {
  return {
    code: 'bundle.changed',
    severity: 'error',
    at: noPlace(path),
    message: 'The money agrees, and the bundle is not as it was written: its digest is another.',
    help: 'Ask whoever wrote the bundle for it again.',
  };
}

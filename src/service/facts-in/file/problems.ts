import { noPlace, type Place, type Problem } from '../../../problem/index.ts';

export function fileGone(): Problem {
  return {
    code: 'facts_file.gone',
    severity: 'error',
    at: { ...noPlace(), field: 'file' },
    message: 'What the file held is no longer kept.',
    help: 'Send the file again.',
  };
}

export function fileNotLoaded(): Problem {
  return {
    code: 'facts_file.not_loaded',
    severity: 'error',
    at: { ...noPlace(), field: 'file' },
    message: 'Loading the file broke off time after time, and nothing of it is in.',
    help: 'Send the file again; if it breaks off again, tell whoever runs the service.',
  };
}

export function fileNotThere(): Problem {
  return {
    code: 'facts_file.not_there',
    severity: 'error',
    at: { ...noPlace(), field: 'import' },
    message: 'There is no such file among those that your organisation sent.',
    help: 'Go back to the list of files.',
  };
}

export function fileOfFinance(): Problem {
  return {
    code: 'facts_file.of_finance',
    severity: 'error',
    at: { ...noPlace(), field: 'import' },
    message: 'A colleague sent this file, and what stands in it may hold amounts of money.',
    help: 'Leave it to them, or send the rows in a file of your own.',
  };
}

export function fileNotInState(state: string): Problem {
  return {
    code: 'facts_file.other_state',
    severity: 'error',
    at: { ...noPlace(), field: 'import' },
    message: `This cannot be done with a file that is ${state}.`,
    help: 'Look where the file stands now.',
  };
}

export function mappingWithoutColumn(column: string): Problem {
  return {
    code: 'mapping.without_column',
    severity: 'error',
    at: { ...noPlace(), field: column },
    message: `Nothing says what is read as ${column}, which every fact needs.`,
    help: `Say which column of the file it is, or what it is in every row.`,
  };
}

export function mappingColumnUnknown(column: string): Problem {
  return {
    code: 'mapping.column_unknown',
    severity: 'error',
    at: { ...noPlace(), field: column },
    message: `Facts have no column called "${column}".`,
    help: 'Choose one of the columns of docs/facts.md.',
  };
}

export function mappingColumnTwice(column: string): Problem {
  return {
    code: 'mapping.column_twice',
    severity: 'error',
    at: { ...noPlace(), field: column },
    message: `Two columns of the file are read as ${column}.`,
    help: 'Leave one of them out.',
  };
}

export function mappingKindUnknown(field: string, kind: string): Problem {
  return {
    code: 'mapping.kind_unknown',
    severity: 'error',
    at: { ...noPlace(), field },
    message: `The page has no kind of fact called "${kind}".`,
    help: 'Choose one of the kinds that the page declares.',
  };
}

export function mendTooMany(problems: number, most: number): Problem {
  return {
    code: 'facts_file.mend_too_many',
    severity: 'error',
    at: { ...noPlace(), field: 'import' },
    message: `There are ${problems} things against the file, and rows are mended up to ${most}.`,
    help: 'Mend the file where it comes from, and send all of it again.',
  };
}

export function columnsTooMany(most: number): Problem {
  return {
    code: 'facts_file.columns_too_many',
    severity: 'error',
    at: noPlace(),
    message: `The first line of the file names more than ${most} columns.`,
    help: 'Send the columns that are about facts alone.',
  };
}

/** Who writes a fact is known, and a colleague's rows would make theirs of somebody else's. */
export function mendedByOther(): Problem {
  return {
    code: 'facts_file.mended_by_other',
    severity: 'error',
    at: { ...noPlace(), field: 'import' },
    message: 'Rows of a file are mended by whoever sent it, and somebody else sent this one.',
    help: 'Have them mend it, or send all of it as a file of your own.',
  };
}

/** Of a row that stands in for one at fault. */
export function inMended(at: Place): Place {
  return { ...at, source: 'mended rows' };
}

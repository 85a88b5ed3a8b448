import { noPlace, type Problem } from '../../problem/index.ts';

// Problems of the record of what was done.

export function recordNotThere(): Problem {
  return {
    code: 'record.not_there',
    severity: 'error',
    at: { ...noPlace(), field: 'chain' },
    message: 'There is no such record among those that you may see.',
    help: 'Choose a programme of yours, or your organisation.',
  };
}

export function recordBroken(number: bigint, wrong: string): Problem {
  return {
    code: 'record.broken',
    severity: 'error',
    at: { ...noPlace(), line: Number(number) },
    message: `Entry ${number} of the record does not follow from the one before: ${wrong}.`,
    help: 'Compare it with an earlier export, and have it looked into who had access.',
  };
}

export function recordEndsOtherwise(head: string, expected: string): Problem {
  return {
    code: 'record.ends_otherwise',
    severity: 'error',
    at: noPlace(),
    message: `The record holds, and ends with ${head}, which is not ${expected}.`,
    help: 'Entries may have been cut off its end, or added: compare it with an earlier export.',
  };
}

export function recordLineUnreadable(line: number): Problem {
  return {
    code: 'record.line_unreadable',
    severity: 'error',
    at: { ...noPlace(), line },
    message: `Line ${line} is no entry of a record.`,
    help: 'Give a file that was exported from the record, as it is.',
  };
}

export function recordOfTwo(line: number, chain: string): Problem {
  return {
    code: 'record.of_two',
    severity: 'error',
    at: { ...noPlace(), line },
    message: `Line ${line} is of another record than the lines before it, which are of ${chain}.`,
    help: 'Give one record at a time, as it was exported.',
  };
}

export function recordEmpty(): Problem {
  return {
    code: 'record.empty',
    severity: 'error',
    at: noPlace(),
    message: 'The file holds no entry of a record, and a record has one at least.',
    help: 'Export the record again, and give the file as it is.',
  };
}

export function recordUnreadable(path: string, reason: string): Problem {
  return {
    code: 'record.unreadable',
    severity: 'error',
    at: noPlace(path),
    message: `The file cannot be read (${reason}).`,
    help: 'Name a file that was exported from the record.',
  };
}

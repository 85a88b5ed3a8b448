import type { Place, Problem } from '../problem/index.ts';
import { type Column, columns } from './columns.ts';
import { shownValue } from './shown-value.ts';

// Problems of a line that is no row of the table.

export function rowLength(at: Place, cells: number, header: number): Problem {
  return {
    code: 'fact.row_length',
    severity: 'error',
    at,
    message: `This row has ${count(cells)}, and the header has ${count(header)}.`,
    help:
      cells < header
        ? 'See whether the row was cut short; write a comma for each empty cell.'
        : 'See whether a text with a comma stands without quotes.',
  };
}

function count(cells: number): string {
  return cells === 1 ? '1 cell' : `${cells} cells`;
}

export function quoteOpen(at: Place): Problem {
  return {
    code: 'fact.quote_open',
    severity: 'error',
    at,
    message: 'A quote opens here and is not closed.',
    help: 'Close the quote; a quote within a text is written twice, as in "the ""hub""".',
  };
}

export function quoteStray(at: Place): Problem {
  return {
    code: 'fact.quote_stray',
    severity: 'error',
    at,
    message: 'A quote stands inside a text that is itself in quotes.',
    help: 'Write a quote within a text twice, as in "the ""hub""".',
  };
}

/** No line of facts comes near this; one that does is a file of another kind. */
export const lineLengthMax = 100_000;

export function lineTooLong(at: Place): Problem {
  return {
    code: 'fact.line_too_long',
    severity: 'error',
    at,
    message: `This line has more than ${lineLengthMax} characters, more than a fact can have.`,
    help: 'See whether line breaks were lost, or whether this is a file of another kind.',
  };
}

export function notAnObject(at: Place, what: string): Problem {
  return {
    code: 'fact.json_form',
    severity: 'error',
    at,
    message: `This line is not one JSON object: ${what}.`,
    help: 'Write one object on each line, such as {"id": "a1", "kind": "referred"}.',
  };
}

export function keyUnknown(at: Place, key: string, near: string | undefined): Problem {
  return {
    code: 'fact.key_unknown',
    severity: 'error',
    at,
    message: `There is no column ${shownValue(key)} in the table of facts.`,
    help:
      near === undefined
        ? `The columns are ${columns.join(', ')}.`
        : `Did you mean ${shownValue(near)}?`,
  };
}

export function keyTwice(at: Place, key: string): Problem {
  return {
    code: 'fact.key_twice',
    severity: 'error',
    at,
    message: `The column ${shownValue(key)} is given twice in this row.`,
    help: 'Keep one of them.',
  };
}

export function typeMismatch(at: Place, column: Column, found: string): Problem {
  return {
    code: 'fact.json_type',
    severity: 'error',
    at,
    message: `The column ${column} holds ${found}, and takes text.`,
    help: 'Write the value in quotes; value, low and high may also be plain numbers.',
  };
}

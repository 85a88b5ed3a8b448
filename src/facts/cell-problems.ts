import { characterNumber, type Place, type Problem, unseenCharacter } from '../problem/index.ts';
import { cellLengthMax } from './columns.ts';
import { shownValue } from './shown-value.ts';

// Problems of one cell, whatever the kind of the fact. The column is the place's to say: its name
// stands before these sentences in a file, and the label of its field in a form.

export function noSuchDay(at: Place, value: string): Problem {
  return {
    code: 'fact.no_such_day',
    severity: 'error',
    at,
    message: `There is no day ${shownValue(value)} in the calendar.`,
    help: 'Look the day up where it was first recorded, and write it as 2027-04-01.',
  };
}

export function yearOutOfBounds(at: Place, value: string): Problem {
  return {
    code: 'fact.year_out_of_bounds',
    severity: 'error',
    at,
    message: `The year of ${shownValue(value)} must be from 1900 to 2199.`,
    help: 'Correct the year.',
  };
}

export function dayWrittenAnotherWay(at: Place, value: string): Problem {
  return {
    code: 'fact.day_form',
    severity: 'error',
    at,
    message: `The day ${shownValue(value)} must be written as year-month-day.`,
    help: 'Write it like 2027-04-01 for 1 April 2027: other ways are not guessed at.',
  };
}

export function moneyForDay(at: Place, value: string): Problem {
  return {
    code: 'fact.money_for_day',
    severity: 'error',
    at,
    message: `A day belongs here, and ${shownValue(value)} is an amount of money.`,
    help: 'Write the day, and the amount as the value; cells of a row in a file may have shifted.',
  };
}

export function numberForm(at: Place, value: string): Problem {
  return {
    code: 'fact.number_form',
    severity: 'error',
    at,
    message: `A plain number belongs here, and ${shownValue(value)} is none.`,
    help: value.includes('%')
      ? 'Write a percentage as a part of one: 6% is 0.06.'
      : value.includes(',')
        ? 'Write a point before parts of one, and no commas between thousands, as in 1250.5.'
        : /\d[eE][+-]?\d/.test(value)
          ? 'Write all the digits out, without a power of ten.'
          : 'Write digits, with "-" before them if less than nothing, as in 12.5: no unit or sign.',
  };
}

export function formulaInCell(at: Place, value: string): Problem {
  return {
    code: 'fact.formula',
    severity: 'error',
    at,
    message: `A spreadsheet would run ${shownValue(value)} as a formula.`,
    help: 'Write what the formula works out to, or a reference that starts with a letter or digit.',
  };
}

export function controlCharacter(at: Place, value: string): Problem {
  const character = unseenCharacter.exec(value)?.[0] ?? /[\t\r\n]/.exec(value)?.[0] ?? '';
  const which = `a character that cannot be seen, ${characterNumber(character)},`;
  return {
    code: 'fact.control_character',
    severity: 'error',
    at,
    message: `There is ${which} in ${shownValue(value)}.`,
    help: 'Type the text again by hand, on one line; copied text often brings such characters.',
  };
}

export function surroundingSpaces(at: Place, value: string): Problem {
  return {
    code: 'fact.surrounding_spaces',
    severity: 'error',
    at,
    message: `There is a space before or after the text ${shownValue(value)}.`,
    help: 'Take the space away: with it the text is another name.',
  };
}

export function spaceForm(at: Place, value: string): Problem {
  const other = /(?! )\p{Zs}/u.exec(value)?.[0];
  const which =
    other === undefined
      ? 'are two spaces together'
      : `is a space of another kind, ${characterNumber(other)},`;
  return {
    code: 'fact.space_form',
    severity: 'error',
    at,
    message: `There ${which} in ${shownValue(value)}.`,
    help: 'Write one plain space between words: otherwise the text is another name.',
  };
}

export function lettersNotComposed(at: Place, value: string): Problem {
  return {
    code: 'fact.letters_not_composed',
    severity: 'error',
    at,
    message: `${shownValue(value)} is not in the form NFC of Unicode.`,
    help: 'Type it again: an accent that stands apart from its letter makes it another name.',
  };
}

export function barInName(at: Place, value: string): Problem {
  return {
    code: 'fact.bar_in_name',
    severity: 'error',
    at,
    message: `There is a bar "|" in ${shownValue(value)}, and there may be none.`,
    help: 'Write a hyphen instead: bars part the names of which the name of a line is made.',
  };
}

export function cellTooLong(at: Place, length: number): Problem {
  return {
    code: 'fact.cell_too_long',
    severity: 'error',
    at,
    message: `There are ${length} characters here, and there may be ${cellLengthMax}.`,
    help: 'Shorten it: facts hold codes, and no free text.',
  };
}

export function notUtf8(at: Place): Problem {
  return {
    code: 'fact.lost_character',
    severity: 'error',
    at,
    message: 'There are bytes here that are not UTF-8, so that a character is lost.',
    help: 'Save the file again as UTF-8, from where it was first written.',
  };
}

export function characteristicForm(at: Place, part: string): Problem {
  return {
    code: 'fact.characteristic_form',
    severity: 'error',
    at,
    message: `The characteristic ${shownValue(part)} must be a name, "=" and what it is.`,
    help: 'Write characteristics like area=Leeds;stage=2, without spaces around ";" and "=".',
  };
}

export function characteristicTwice(at: Place, name: string): Problem {
  return {
    code: 'fact.characteristic_twice',
    severity: 'error',
    at,
    message: `The characteristic ${shownValue(name)} is given twice.`,
    help: 'Keep the one that was so on the day.',
  };
}

export function characteristicUnlike(at: Place, name: string, near: string): Problem {
  return {
    code: 'fact.characteristic_unlike',
    severity: 'warning',
    at,
    message: `The page does not use the characteristic ${shownValue(name)}, so it changes nothing.`,
    help: `Did you mean ${shownValue(near)}?`,
  };
}

import { noPlace, type Place, type Problem } from '../problem/index.ts';
import { columns } from './columns.ts';
import { shownValue } from './shown-value.ts';

// Problems of a file or folder as a whole.

export function pathMissing(path: string): Problem {
  return {
    code: 'facts.path_missing',
    severity: 'error',
    at: noPlace(path),
    message: `There is no file or folder ${shownValue(path)}.`,
    help: 'Check the path as it was given.',
  };
}

export function pathUnreadable(path: string, reason: string): Problem {
  return {
    code: 'facts.path_unreadable',
    severity: 'error',
    at: noPlace(path),
    message: `The file or folder cannot be read (${reason}).`,
    help: 'See that it is there and that you may read it, then try again.',
  };
}

export function folderWithoutFacts(path: string): Problem {
  return {
    code: 'facts.folder_empty',
    severity: 'error',
    at: noPlace(path),
    message: 'This folder holds no file of facts.',
    help: 'Give a folder with files that end in .csv, .ndjson, .jsonl or .parquet.',
  };
}

export function folderLoop(path: string): Problem {
  return {
    code: 'facts.folder_loop',
    severity: 'error',
    at: noPlace(path),
    message: 'This folder leads back to one that it stands in.',
    help: 'Take away the link.',
  };
}

export function fileTypeUnknown(path: string): Problem {
  return {
    code: 'facts.file_type',
    severity: 'error',
    at: noPlace(path),
    message: 'The file is not read: facts stand in .csv, .ndjson, .jsonl and .parquet files.',
    help: /\.(xlsx?|xlsm|ods|numbers)$/i.test(path)
      ? 'Open it in the program that made it, and save the sheet with the facts as CSV.'
      : /\.md$/i.test(path)
        ? 'Give a page before --facts, and files of facts after it.'
        : 'Save it as one of these.',
  };
}

export function filePassedOver(path: string): Problem {
  return {
    code: 'facts.file_passed_over',
    severity: 'warning',
    at: noPlace(path),
    message: 'This file in a folder of facts is passed over, as its name ends in no type of facts.',
    help: 'Move it elsewhere, or save it as .csv, .ndjson, .jsonl or .parquet if it holds facts.',
  };
}

export function fileTwice(path: string): Problem {
  return {
    code: 'facts.file_twice',
    severity: 'error',
    at: noPlace(path),
    message: 'This file is given twice, so that its facts would count twice.',
    help: 'Give it once; a folder includes all files in it.',
  };
}

export function fileEmpty(source: string): Problem {
  return {
    code: 'facts.file_empty',
    severity: 'error',
    at: noPlace(source),
    message: 'This file is empty.',
    help: 'A file without facts has a header line: at least id,kind.',
  };
}

export function byteOrderMark(source: string): Problem {
  return {
    code: 'facts.byte_order_mark',
    severity: 'error',
    at: { ...noPlace(source), line: 1, column: 1, endColumn: 2 },
    message: 'This file starts with a byte-order mark, three bytes that are part of no cell.',
    help: 'Save it as "UTF-8" rather than "UTF-8 with BOM" (in Excel: "CSV", not "CSV UTF-8").',
  };
}

export function utf16(source: string): Problem {
  return {
    code: 'facts.other_encoding',
    severity: 'error',
    at: { ...noPlace(source), line: 1, column: 1, endColumn: 2 },
    message: 'This file is written in UTF-16, and must be in UTF-8.',
    help: 'Save it again as UTF-8.',
  };
}

/** A file that is something else, whatever its name: said once, not for each of its lines. */
export function otherFile(source: string, what: string, sort: OtherFileSort): Problem {
  return {
    code: 'facts.other_file',
    severity: 'error',
    at: noPlace(source),
    message: `This is ${what}, and not a table of facts.`,
    help:
      sort === 'sheet'
        ? 'Open it in a spreadsheet program, and save the sheet with the facts as CSV.'
        : sort === 'packed'
          ? 'Unpack it, and give the files in it.'
          : sort === 'page'
            ? 'Give the page before --facts, and files of facts after it.'
            : 'Save the facts as CSV, NDJSON or Parquet, and give that file.',
  };
}

export type OtherFileSort = 'sheet' | 'packed' | 'page' | 'other';

/** Facts under a name that stands for another form of facts. */
export function namedOtherwise(source: string, what: string, ending: string): Problem {
  return {
    code: 'facts.named_otherwise',
    severity: 'error',
    at: noPlace(source),
    message: `This file holds ${what}, and its name says otherwise.`,
    help: `Let its name end in ${ending}.`,
  };
}

export function lineEnds(source: string): Problem {
  return {
    code: 'facts.line_ends',
    severity: 'error',
    at: { ...noPlace(source), line: 1, column: 1, endColumn: 2 },
    message: 'The lines of this file end in carriage returns alone, so that it is all one line.',
    help: 'Save it again; in Excel choose "CSV (Comma delimited)", not "CSV (Macintosh)".',
  };
}

export function fileWithoutRows(source: string): Problem {
  return {
    code: 'facts.file_without_rows',
    severity: 'warning',
    at: noPlace(source),
    message: 'This file names its columns and holds no facts.',
    help: 'See whether it was cut short when it was made; if nothing happened, all is well.',
  };
}

export function headerUnknownColumn(at: Place, name: string, near: string | undefined): Problem {
  return {
    code: 'facts.column_unknown',
    severity: 'error',
    at,
    message: `There is no column ${shownValue(name)} in the table of facts.`,
    help:
      near === undefined
        ? `The columns are ${columns.join(', ')}.`
        : `Did you mean ${shownValue(near)}?`,
  };
}

export function headerColumnTwice(at: Place, name: string): Problem {
  return {
    code: 'facts.column_twice',
    severity: 'error',
    at,
    message: `The column ${shownValue(name)} stands twice in the header.`,
    help: 'Keep one of the two.',
  };
}

export function headerColumnMissing(at: Place, name: string): Problem {
  return {
    code: 'facts.column_missing',
    severity: 'error',
    at,
    message: `The header has no column ${name}, which every fact needs.`,
    help: `Add the column ${name}; the first line of the file names the columns.`,
  };
}

export function headerSeparator(at: Place, separator: ';' | 'tab' | '|'): Problem {
  const found = separator === 'tab' ? 'tabs' : `"${separator}"`;
  return {
    code: 'facts.separator',
    severity: 'error',
    at,
    message: `The cells of this file are separated by ${found}, and must be by commas.`,
    help: 'Save it as CSV with commas.',
  };
}

export function jsonList(at: Place): Problem {
  return {
    code: 'facts.json_list',
    severity: 'error',
    at,
    message: 'This file is one JSON list, and must have one object on each line.',
    help: 'Write each fact on a line of its own, without "[", "]" and commas between them.',
  };
}

export function problemsNotListed(count: number): Problem {
  return {
    code: 'facts.more_problems',
    severity: 'error',
    at: noPlace(),
    message: `There are ${count} more problems that are not listed here.`,
    help: 'Put the ones above right first, and read the facts again.',
  };
}

export function parquetReaderMissing(source: string): Problem {
  return {
    code: 'facts.parquet_reader_missing',
    severity: 'error',
    at: noPlace(source),
    message: 'Parquet files are read with DuckDB, which is not installed here.',
    help: 'Run "npm install @duckdb/node-api", or save the facts as CSV.',
  };
}

export function parquetUnreadable(source: string, reason: string): Problem {
  return {
    code: 'facts.parquet_unreadable',
    severity: 'error',
    at: noPlace(source),
    message: `This is not a Parquet file that can be read (${reason}).`,
    help: 'Write the file again, or save the facts as CSV.',
  };
}

export function parquetType(at: Place, type: string): Problem {
  const isFloating = type === 'DOUBLE' || type === 'FLOAT';
  return {
    code: 'facts.parquet_type',
    severity: 'error',
    at,
    message: `The column ${at.field ?? ''} has the type ${type}, which facts cannot take.`,
    help: isFloating
      ? 'Write it as DECIMAL or as text: floating numbers are not exact.'
      : 'Write it as text; days may be DATE, and numbers DECIMAL or whole numbers.',
  };
}

export function parquetFromInput(source: string): Problem {
  return {
    code: 'facts.parquet_from_input',
    severity: 'error',
    at: noPlace(source),
    message: 'Parquet cannot be read from standard input.',
    help: 'Save it to a file, and give the path of the file.',
  };
}

/**
 * Where in a text something was found. Lines and columns count from 1; columns count UTF-16 code
 * units, as editors and the language server protocol do.
 */
export type Place = Readonly<{
  /** The page's path or the facts file, as the caller named it; empty when there is none. */
  source: string;
  line: number;
  column: number;
  /** One past the last character, on the same line. */
  endColumn: number;
  /** The whole line of text. */
  excerpt: string;
  /** The column of a table or the field of a form, where one is meant. */
  field?: string;
}>;

/** A place for what concerns a whole source, or nothing that was written: line 0 says so. */
export function noPlace(source = ''): Place {
  return { source, line: 0, column: 0, endColumn: 0, excerpt: '' };
}

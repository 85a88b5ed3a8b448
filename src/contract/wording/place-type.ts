import type { Currency } from '../../money/index.ts';
import type { Token } from '../page/tokens.ts';
import type { Names } from './names.ts';

/** The text being read: its tokens and the names it may use. */
export type Reading = Readonly<{ text: string; tokens: readonly Token[]; names: Names }>;

/** A value read, and the token after it. */
export type Read<T> = Readonly<{ value: T; end: number }>;

/** What is wrong with words that stand where a value should. */
export type Complaint = Readonly<{ code: string; message: string; help: string }>;

/** What printing needs to know of the page. */
export type Printing = Readonly<{ currency: Currency; unit: string }>;

/** A type of typed place: how its values are read, printed and described. */
export type PlaceType<T> = Readonly<{
  /** "a length of time": completes "… must be". */
  expects: string;
  example: string;
  /** Every reading that begins at a token, the likeliest first. */
  read(reading: Reading, at: number): Iterable<Read<T>>;
  print(value: T, printing: Printing): string;
  /** JSON Schema 2020-12 of the value. */
  schema: object;
  /** A better complaint than "is not a …", where there is one. */
  complain?(words: string, reading: Reading): Complaint | undefined;
}>;

/** A place type whose values are one token. */
export function oneToken<T>(
  described: Omit<PlaceType<T>, 'read'>,
  parse: (token: Token, reading: Reading) => T | undefined,
): PlaceType<T> {
  return {
    ...described,
    read(reading, at) {
      const token = reading.tokens[at];
      const value = token && parse(token, reading);
      return value === undefined ? [] : [{ value, end: at + 1 }];
    },
  };
}

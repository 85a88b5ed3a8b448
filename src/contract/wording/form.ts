import type { PlaceValues } from './place-values.ts';
import { type Part, partsOf } from './template.ts';

/**
 * One sentence form of the language, declared once: how it is worded, what it means, and an
 * example. Reading, printing, the JSON form, its schema and the language reference all come from
 * this.
 */
export type Form<Name extends string = string, Wording extends string = string> = Readonly<{
  name: Name;
  wording: Wording;
  meaning: string;
  example: string;
  parts: readonly Part[];
}>;

/** A sentence of a page as data: the name of its form and the value of each of its places. */
export type Term = Readonly<{ form: string } & Record<string, unknown>>;

/** The term that a form reads into, its places typed by their names in the wording. */
export type TermOf<F> =
  F extends Form<infer Name, infer Wording>
    ? Readonly<Plain<{ form: Name } & Needed<Wording> & Partial<MayBeLeftOut<Wording>>>>
    : never;

type Plain<T> = { [K in keyof T]: T[K] };

type Needed<W extends string> = W extends `${infer Before}[${string}]${infer After}`
  ? PlacesIn<Before> & Needed<After>
  : PlacesIn<W>;

type MayBeLeftOut<W extends string> = W extends `${string}[${infer Inside}]${infer After}`
  ? PlacesIn<Inside> & MayBeLeftOut<After>
  : unknown;

type PlacesIn<W extends string> = W extends `${string}{${infer Name}:${infer Type}}${infer After}`
  ? { [K in Name]: ValueOf<Type> } & PlacesIn<After>
  : unknown;

type ValueOf<Type extends string> = Type extends keyof PlaceValues
  ? PlaceValues[Type]
  : Choice<Type>;

type Choice<Type extends string> = Type extends `${infer First}|${infer Rest}`
  ? First | (Rest extends '' ? never : Choice<Rest>)
  : Type;

/** A wording that is written over several lines, as one. */
type Folded<W extends string> = W extends `${infer Line}\n${infer Rest}`
  ? Folded<`${Line} ${Unindented<Rest>}`>
  : W;

type Unindented<W extends string> = W extends ` ${infer Rest}` ? Unindented<Rest> : W;

/** Declares a form. Its wording may be written over several lines, and is read as one. */
export function form<const Name extends string, const Wording extends string>(declared: {
  name: Name;
  wording: Wording;
  meaning: string;
  example: string;
}): Form<Name, Folded<Wording>> {
  const wording = declared.wording.replace(/\s+/g, ' ') as Folded<Wording>;
  return { ...declared, wording, parts: partsOf(wording) };
}

/** Every term of one form, typed. */
export function termsOf<F extends Form>(terms: readonly Term[], wanted: F): TermOf<F>[] {
  return terms.filter((term) => term.form === wanted.name) as unknown as TermOf<F>[];
}

/** The first term of a form, where there is one. */
export function findTerm<F extends Form>(terms: readonly Term[], wanted: F): TermOf<F> | undefined {
  return termsOf(terms, wanted)[0];
}

import type { Day, Length } from '../calendar/index.ts';
import type { Term } from './wording/form.ts';
import type { AmountValue, ByGroup, Times, YearsValue } from './wording/place-values.ts';

/**
 * A page that has been read and checked. It is plain JSON: what `outturn schema page` describes,
 * what the hash of the terms is taken of (less notes and examples), and what prints back as the
 * tidy page.
 */
export type Contract = Readonly<{
  /** The version of the language in which it is written. */
  language: number;
  title: string;
  opening: readonly Term[];
  people: Readonly<{ groups: readonly Group[]; terms: readonly Term[] }>;
  facts: Readonly<{ kinds: readonly KindDeclaration[] }>;
  outcomes: Readonly<{
    outcomes: readonly Outcome[];
    tables: readonly RateTable[];
    terms: readonly Term[];
  }>;
  /** Absent where the page has none. */
  measures?: Measures;
  /** The dated table of Clock and endings: terms, quarters, milestones. */
  periods: readonly Period[];
  /** The sentences of the sections that are lists of sentences. */
  sections: Readonly<Partial<Record<PlainSection, readonly Term[]>>>;
  /** Notes bind nobody; they stand beside the terms. */
  notes: readonly Note[];
  examples: readonly Example[];
}>;

export type PlainSection =
  | 'footing'
  | 'before'
  | 'promises'
  | 'prices'
  | 'clock'
  | 'limits'
  | 'payment'
  | 'proof'
  | 'voice'
  | 'market'
  | 'learning';

/** A named stretch of days, such as a school term; a milestone is one day. */
export type Period = Readonly<{ name: string; from: Day; to: Day }>;

export type Group = Readonly<{ name: string; who: string }>;

/** One row of the table of Facts. A row of levels declares several kinds, lowest first. */
export type KindDeclaration = Readonly<{
  names: readonly string[];
  shape: Term;
  /** Who may record it; `ranked` when a source named earlier overrides those after it. */
  sources: readonly string[];
  ranked: boolean;
}>;

/** An outcome: its name and what it is, a core and its additions. */
export type Outcome = Readonly<{ name: string; definition: readonly Term[] }>;

/** The numbers about whole cohorts, what they pay, and the sentences beside them. */
export type Measures = Readonly<{
  measures: readonly Measure[];
  schedules: readonly Schedule[];
  terms: readonly Term[];
}>;

/** A measure: its name and what it is, a core and its additions. */
export type Measure = Readonly<{ name: string; definition: readonly Term[] }>;

/** What a measure pays from which value to which: rows that leave no gap and no overlap. */
export type Schedule = Readonly<{ measure: string; rows: readonly ScheduleRow[] }>;

export type ScheduleRow = Readonly<{ value: Term; pays: Term }>;

/**
 * A table of Outcomes: columns of groups, years or characteristics, and rows of prices or values.
 */
export type RateTable = Readonly<{ columns: readonly Column[]; rows: readonly RateRow[] }>;

/** Where a price applies. Nothing said means everywhere. */
export type Column = Readonly<{
  group?: string;
  years?: YearsValue;
  with?: readonly string[];
}>;

export type RateRow =
  /** The prices of an outcome; null where a column has none. */
  | Readonly<{ outcome: string; prices: readonly (string | null)[] }>
  /** The price of one tier of the outcome above it. */
  | Readonly<{ tierOf: string; least: string; under?: string; prices: readonly (string | null)[] }>
  /** The price of one band of the outcome above it: so many achievements, or all further. */
  | Readonly<{ bandOf: string; count?: number; prices: readonly (string | null)[] }>
  /** Something other than a price that differs by group, used by its name in italics. */
  | Readonly<{ row: string; values: readonly (RowValue | null)[] }>;

export type RowValue =
  | Readonly<{ length: Length }>
  | Readonly<{ money: string }>
  | Readonly<{ times: Exclude<Times, ByGroup> }>
  | Readonly<{ amount: AmountValue }>
  | Readonly<{ number: string }>;

export type Note = Readonly<{ section: string; text: string }>;

/** What happens to one participant, or to those named in the rows, and what it pays. */
export type Example = Readonly<{
  title: string;
  rows: readonly ExampleRow[];
  /** As at which day, where it is not after everything has happened. */
  asAt?: Day;
  /** The whole sum that it pays, as a decimal. */
  total: string;
  pays: readonly ExamplePayment[];
}>;

/** `who` is absent in a table without that column, and where it happens to a provider. */
export type ExampleRow = Readonly<{ day: Day; who?: string; what: Term }>;

/**
 * So many payments of one amount for an outcome, each on its day; or for what is no outcome: a
 * measure, a grant, a share of a pot.
 */
export type ExamplePayment = Readonly<{ amount: string; outcome: string; days: readonly Day[] }>;

import type { DayNumber } from '../calendar/index.ts';
import type { Fraction } from '../money/index.ts';
import type { Column } from './columns.ts';

/** Where a claim stands with its verifier: only states a page names count, else `verified`. */
export type FactState = 'claimed' | 'waiting' | 'not selected' | 'verified' | 'rejected';

/**
 * One thing that happened, as one row of the table of facts (docs/facts.md). Empty cells are
 * absent keys.
 * A spell has `from` and perhaps `to`; an occurrence or a score has `day`.
 */
export type Fact = Readonly<{
  id: string;
  kind: string;
  participant?: string;
  cohort?: string;
  provider?: string;
  group?: string;
  /** Characteristics of the participant on the day, such as `area=Leeds`, in the order written. */
  with?: readonly string[];
  day?: DayNumber;
  from?: DayNumber;
  to?: DayNumber;
  value?: Fraction;
  low?: Fraction;
  high?: Fraction;
  /** The outcome or kind that a discount, completeness or adjustment concerns. */
  about?: string;
  source?: string;
  method?: string;
  /** The day from which the fact may count; its day or its end where the row is silent. */
  known: DayNumber;
  state: FactState;
  /** The id of the fact that this one sets aside from the day it is known. */
  replaces?: string;
  signer?: string;
}>;

/** What a page says about the facts it rests on; made from a contract, as `facts` reads no page. */
export type FactRules = Readonly<{
  /** Every kind a row may name, the built-in ones included. */
  kinds: ReadonlyMap<string, KindRule>;
  groups: ReadonlySet<string>;
  /** Names that `about` may hold besides kinds: outcomes, measures, grants and the like. */
  outcomes: ReadonlySet<string>;
  /** Characteristic keys the page uses, such as `area`; others are kept and mean nothing to it. */
  characteristics: ReadonlySet<string>;
}>;

/** What one kind of fact must look like. */
export type KindRule = Readonly<{
  name: string;
  shape: 'spell' | 'occurrence' | 'score';
  /** What the column `value` holds for this kind; `none` means it must be empty. */
  value: 'none' | 'optional' | 'required';
  valueMin?: Fraction;
  valueMax?: Fraction;
  /** The sources that may record it; empty when the page names none. */
  sources: readonly string[];
  /** Whom the row must name: a participant, a cohort, neither (a provider's discount), or one. */
  about: 'participant' | 'cohort' | 'provider' | 'participant or provider' | 'any';
  /** Facts that can carry no price, target or deduction. */
  notForPay: boolean;
  /** Cells that must be filled besides those that the shape and `about` call for. */
  needs?: readonly Column[];
  /** A fact that has no day of its own, only the day on which it is known. */
  dayMayBeEmpty?: true;
  /** A fact that may be announced: it may be known before its day. */
  knownMayBeEarlier?: true;
}>;

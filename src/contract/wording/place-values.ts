import type { Day, Length } from '../../calendar/index.ts';

/** A value that differs by group: the name of a row of the rate card that holds it. */
export type ByGroup = Readonly<{ row: string }>;

/** How often in its scope: a whole number, or without end. */
export type Times = number | 'any';

/** Within what an outcome is counted: the participant, one attachment, or one referral. */
export type Scope = 'participant' | 'attachment' | 'referral';

/** `at least 16 hours a week`, perhaps `and under 30`; or strictly `more than 30 hours a week`. */
export type BoundValue = Readonly<{
  least: string;
  strictly: boolean;
  under?: string;
  unit: ValueUnit;
}>;

/** What the value of a fact is a number of. */
export type ValueUnit = 'hours' | 'hours a week' | 'money' | 'money a week' | 'units';

/** A sum to be reached: of money as a decimal, or of hours or units. */
export type AmountValue = Readonly<{ sum: string; unit: 'money' | 'hours' | 'units' }>;

/** The value recorded on a fact: `£760`, `20 hours a week`. */
export type QuantityValue = Readonly<{ value: string; unit: ValueUnit }>;

/** What a window is counted from. */
export type AnchorValue =
  | Readonly<{ is: 'attachment' | 'referral' | 'contract' }>
  | Readonly<{ is: 'kind'; kind: string }>
  | Readonly<{ is: 'outcome'; outcome: string }>;

/** Years of the contract, the last included; without a last, to the end. */
export type YearsValue = Readonly<{ first: number; last?: number }>;

/** The cohorts of a measure: one for each stretch of the contract, or the periods named. */
export type CohortsValue =
  | Readonly<{ over: 'contract' | 'year' | 'quarter' | 'month' }>
  | Readonly<{ periods: readonly string[] }>;

/** What a measure is compared with: a number or percentage, or itself in another period. */
export type BaseValue = Readonly<{ level: string }> | Readonly<{ period: string }>;

/** A measure, and the share of it that counts. */
export type WeightValue = Readonly<{ share: string; measure: string }>;

/** What each type of place holds, as it stands in the contract's JSON. */
export type PlaceValues = {
  money: string;
  'money by group': string | ByGroup;
  number: string;
  'number by group': string | ByGroup;
  count: number;
  percent: string;
  factor: string;
  length: Length;
  notice: Length;
  'length by group': Length | ByGroup;
  'times by group': Times | ByGroup;
  scope: Scope;
  date: Day;
  'day of the year': string;
  years: YearsValue;
  'in years': YearsValue;
  kind: string;
  kinds: readonly string[];
  score: string;
  outcome: string;
  outcomes: readonly string[];
  measure: string;
  measures: readonly string[];
  lines: readonly string[];
  'any outcome': readonly string[];
  group: string;
  period: string;
  periods: readonly string[];
  cohorts: CohortsValue;
  level: string;
  base: BaseValue;
  weights: readonly WeightValue[];
  characteristics: readonly string[];
  bound: BoundValue;
  amount: AmountValue;
  'amount by group': AmountValue | ByGroup;
  quantity: QuantityValue;
  unit: ValueUnit;
  anchor: AnchorValue;
  states: readonly ('claimed' | 'waiting' | 'not selected')[];
  'working days': string;
  currency: string;
  hash: string;
  rule: string;
  participant: string;
  words: string;
  party: string;
};

import type { DayNumber, Span } from '../../calendar/index.ts';
import { type Fraction, zero } from '../../money/index.ts';
import type { SeenFact } from '../admit/seen-fact.ts';
import type { View } from '../admit/view.ts';
import type { Condition, OutcomePlan } from '../plan/plan.ts';
import type { Instance } from '../whose/instance.ts';
import type { Ownership } from '../whose/ownership.ts';
import type { Earned } from './evaluate.ts';
import type { WantedFacts } from './wanted-facts.ts';

/** When another outcome was first achieved in the same scope, and when that could be said. */
export type First = Readonly<{ day: DayNumber; certainOn: DayNumber }>;

/** What repeats that other terms have kept used up: days up to one, and a sum. */
export type Served = Readonly<{ times: number; until: DayNumber; sum: Fraction }>;

export const nothingServed: Served = { times: 0, until: Number.NEGATIVE_INFINITY, sum: zero };

/** Whether and when one instance of an outcome was achieved, with all that the answer rests on. */
export type Question = Readonly<{
  view: View;
  outcome: OutcomePlan;
  condition: Condition;
  wanted: WantedFacts;
  instance: Instance;
  /** The days that can count: those of the instance that lie in the window. */
  span: Span;
  /** Where only days of an attachment count: these are they. */
  attached: readonly Span[] | undefined;
  /** The window itself, which may begin before the instance and end after it. */
  window: Span;
  paused: readonly Span[];
  /** The day of what this outcome comes only after; nothing before it counts. */
  notBefore: DayNumber;
  /** The first day on which what it comes after, or is counted from, could be said. */
  certainFrom: DayNumber;
  /** The day from which the days counted are owed: that of the mark, where there is one. */
  mark: DayNumber;
  /** To whom a day counted on its own falls. */
  ownership: readonly Ownership[];
  served: Served;
  /** What was achieved so far of the outcomes on which this one rests. */
  earned: readonly Earned[];
  /** Records that a source is complete, of this participant or of all. */
  completes: readonly SeenFact[];
}>;

/** A question about an outcome of one kind of condition. */
export type Asking<Is extends Condition['is']> = Question &
  Readonly<{ condition: ConditionOf<Is> }>;

/** The member of the union that has this kind, also where one member has several. */
type ConditionOf<Is> = Condition extends infer Each
  ? Each extends { is: infer Own }
    ? Is & Own extends never
      ? never
      : Each
    : never
  : never;

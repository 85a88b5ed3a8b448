import type { DayNumber, Span } from '../../calendar/index.ts';
import { type Fraction, zero } from '../../money/index.ts';
import { always } from '../plan/open-days.ts';
import type { Condition, OutcomePlan } from '../plan/plan.ts';
import type { Instance } from '../whose/instance.ts';
import type { WantedFacts } from './wanted-facts.ts';

/** When another outcome was first achieved in the same scope, and when that could be said. */
export type First = Readonly<{ day: DayNumber; certainOn: DayNumber }>;

/** What repeats that other terms have kept used up: days up to one, and a sum. */
export type Served = Readonly<{ times: number; until: DayNumber; sum: Fraction }>;

export const nothingServed: Served = { times: 0, until: always, sum: zero };

/** The days that depend on what was achieved of other outcomes. */
export type Foundations = Readonly<{
  /** The day of the outcome that its window is counted from; none where it is from no outcome. */
  anchorOn: DayNumber | undefined;
  /** The day of what this outcome comes only after; nothing before it counts. */
  notBefore: DayNumber;
  /** The first day on which what it comes after, or is counted from, could be said. */
  certainFrom: DayNumber;
  /** The day from which the days counted are owed: that of the mark, where there is one. */
  mark: DayNumber;
}>;

/** Whether and when one instance of an outcome was achieved, as it is asked of one view or more. */
export type Question = Foundations &
  Readonly<{
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
    served: Served;
  }>;

/** Why an outcome cannot be asked about yet: what its clock waits for has not happened. */
export type Waiting = Readonly<{ waitsFor: string; isOver: boolean }>;

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

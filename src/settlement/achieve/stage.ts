import type { DayNumber } from '../../calendar/index.ts';
import type { SeenFact } from '../admit/seen-fact.ts';
import type { View } from '../admit/view.ts';
import type { GroupPlan, VersionPlan } from '../plan/plan.ts';
import type { Instance, InstancesByScope } from '../whose/instance.ts';
import type { Ownership } from '../whose/ownership.ts';
import type { Attachment, Roster } from '../whose/roster.ts';
import type { PlacedGroup, PlacedOutcome } from '../work.ts';
import type { Found } from './numbers.ts';
import type { Question, Waiting } from './question.ts';

/** One achievement in its place: whose it is, under which terms, and the how-manieth. */
export type Earned = Found;

/** Who took part under one version's terms, and to whom outcomes fall. */
export type TakingPart = Readonly<{
  roster: Roster;
  /** Those who were attached, also where that was after they were set aside. */
  everyone: readonly Attachment[];
  ownership: readonly Ownership[];
  /** The groups in which they were attached, each once. */
  groups: readonly PlacedGroup[];
  instances: InstancesByScope;
}>;

/** One participant under one version's terms, as it is seen in one view. */
export type Stage = TakingPart &
  Readonly<{
    version: VersionPlan;
    view: View;
    /** Records that a source is complete, of this participant or of all. */
    completes: readonly SeenFact[];
    setAsideOn: DayNumber | undefined;
    /** What was achieved so far of the outcomes on which others rest, under all versions. */
    earned: readonly Earned[];
    /** What was asked of the same people before: it is asked again in the same way. */
    askedBefore: readonly Asked[] | undefined;
    /** What of it was achieved then. */
    earnedBefore: readonly Earned[] | undefined;
  }>;

/** An outcome that is asked about, with the question or what it waits for. */
export type Asked = Readonly<{
  /** The place of its stage among those of the evaluation. */
  at: number;
  group: GroupPlan;
  placed: PlacedOutcome;
  instance: Instance;
  question: Question | Waiting;
}>;

export type Evaluation = Readonly<{
  stages: readonly Stage[];
  earned: readonly Earned[];
  asked: readonly Asked[];
}>;

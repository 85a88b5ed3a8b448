import type { DayNumber } from '../../calendar/index.ts';
import type { Fact } from '../../facts/index.ts';
import type { Due } from '../due/due.ts';
import type { Crowd } from '../whose/crowd.ts';
import type { Work } from '../work.ts';
import type { DeductibleFact } from './deductible.ts';
import type { ProviderSeen } from './providers.ts';

/** What lines that are no participant's are worked out from. */
export type OtherGround = Readonly<{
  work: Work;
  /** By name. */
  providers: readonly ProviderSeen[];
  crowd: Crowd;
  /** Facts that name no participant. */
  others: readonly Fact[];
  /** Lines of outcomes and measures, with their gross amounts and what of them is refused. */
  dues: readonly Due[];
  /** Of all participants. */
  deductible: readonly DeductibleFact[];
}>;

/** The last day of which anything is known: nothing falls due after it. */
export function horizonOf({ asAt }: Pick<Work, 'asAt'>): DayNumber {
  return Math.min(asAt.trueBy, asAt.knownBy);
}

/** What fell due on a day, and became payable, perhaps by being known later. */
type Falling = Readonly<{ fallsOn: DayNumber; payableOn: DayNumber }>;

/** Whether a line is owed: it fell due by the day that things are true by, and is known. */
export function isOwed({ asAt }: Pick<Work, 'asAt'>, { fallsOn, payableOn }: Falling): boolean {
  return fallsOn <= horizonOf({ asAt }) && payableOn <= asAt.knownBy;
}

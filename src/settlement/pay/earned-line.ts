import type { DayNumber } from '../../calendar/index.ts';
import { type Fraction, multiply, one } from '../../money/index.ts';
import type { Earned } from '../achieve/stage.ts';
import type { Priced } from './price.ts';

/** One achievement, what one of it is worth, and when it was earned. */
export type EarnedLine = Readonly<{
  earned: Earned;
  priced: Priced;
  /** The day by which there was enough for it; none while it waits. */
  enoughOn: DayNumber | undefined;
  /** Its money step by step, where it was not whole on that day. */
  steps: readonly Step[] | undefined;
}>;

/** Whether two lines are the same repeats of one outcome: under the same terms, worth as much. */
export function areRepeats({ earned, priced }: EarnedLine, other: EarnedLine): boolean {
  const before = other.earned;
  return (
    earned.placed === before.placed &&
    earned.attachment === before.attachment &&
    earned.group === before.group &&
    earned.version === before.version &&
    priced === other.priced &&
    earned.achievement.quantity === before.achievement.quantity
  );
}

/** So much of a line, exact, had been earned by this day. */
export type Step = Readonly<{ payableOn: DayNumber; upTo: Fraction }>;

/** The exact price of a line, less nothing and shared with nobody. */
export function worthOf({ achievement }: Earned, { unit }: Priced): Fraction {
  return achievement.quantity === one ? unit : multiply(unit, achievement.quantity);
}

import { type Wanted, type WantedDays, wantedDays } from '../admit/counted-facts.ts';
import { type KindMarks, marksOf } from '../admit/kind-marks.ts';
import type { OutcomePlan } from '../plan/plan.ts';
import { kindsOf } from './order-of-work.ts';

/** The facts that an outcome asks for. */
export type WantedFacts = Readonly<{
  /** Those of its own kinds; of what must not happen, those that would be against it. */
  counted: WantedDays;
  /** The kinds of these. */
  marks: KindMarks;
  /** Those on whose days nothing counts. */
  less: WantedDays;
  paused: WantedDays;
}>;

/**
 * Says what outcomes ask for, the same thing in the same words however many outcomes do, so that
 * their days are counted once in each view.
 */
export function wantedFacts(): (outcome: OutcomePlan) => WantedFacts {
  const known = new Map<string, WantedDays>();
  const once = (wanted: Wanted) => {
    const key = JSON.stringify(wanted, (_, value) =>
      typeof value === 'bigint' ? `${value}n` : value,
    );
    const same = known.get(key) ?? wantedDays(wanted);
    known.set(key, same);
    return same;
  };
  return ({ condition, pausedBy, states }) => {
    const { atLeast } = 'atLeast' in condition ? condition : {};
    const kinds = kindsOf(condition);
    const less = 'less' in condition ? condition.less : [];
    return {
      counted: once({ kinds, states, helps: condition.is !== 'absent', atLeast }),
      marks: marksOf(kinds),
      less: once({ kinds: less, states, helps: false }),
      paused: once({ kinds: pausedBy, states, helps: false }),
    };
  };
}

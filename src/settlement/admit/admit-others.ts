import type { Fact } from '../../facts/index.ts';
import type { Work } from '../work.ts';
import { admit } from './admit.ts';
import type { Admitted } from './admitted.ts';

/** As at which days facts are looked at, and what the page says of undecided claims. */
export type Sighting = Pick<Work, 'plan' | 'asAt' | 'timely'>;

/**
 * Step 1 for facts that name no participant. None of them is ever too late, but a claim that nobody
 * decided in time counts as verified.
 */
export function admitOthers(
  others: readonly Fact[],
  { asAt, timely }: Omit<Sighting, 'plan'>,
): Admitted {
  return admit(others, asAt, { timely: timely && { ...timely, ignoresLate: false } });
}

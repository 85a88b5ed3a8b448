import type { Result } from '../../problem/index.ts';
import type { Duty } from '../access/index.ts';
import { withoutMoney } from '../access/problems.ts';
import type { Work } from '../act/index.ts';

/** Who fills in an application for an organisation, and reads where it stands. */
export const applicants: readonly Duty[] = ['provider_staff', 'provider_finance', 'administrator'];

/** Who binds an organisation: as whoever signs a version of a page. */
export const signatories: readonly Duty[] = ['administrator'];

/** Who says for a provider how many it can serve, and pauses. */
export const deliverers: readonly Duty[] = ['provider_staff', 'administrator'];

/** Who decides for a commissioner. */
export const deciders: readonly Duty[] = ['commissioner'];

/**
 * Applications tell of sums insured and discounts. Whoever is a case worker too, whatever other
 * duties they have, is not shown them.
 */
export function mayReadSums({ actor }: Work): Result<null> {
  const isCaseWorker = actor.kind === 'account' && actor.duties.includes('case_worker');
  return isCaseWorker ? { ok: false, problems: [withoutMoney()] } : { ok: true, value: null };
}
